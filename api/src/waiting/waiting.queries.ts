import { daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { builder } from '../builder.ts';
import { connectionOf } from '../sql/connection.ts';
import { countWaiting, listWaiting, type WaitingCounts, type WaitingRow } from './waiting.store.ts';
import { WAITING_KINDS, type WaitingKind, waitingTitle } from './waiting-kind.ts';

const WaitingKindEnum = builder.enumType('WaitingKind', {
  description: 'What can wait for somebody. OWN_…: his own record; the others: what he decides or does for others.',
  values: WAITING_KINDS,
});

const WaitingItemRef = builder.objectRef<WaitingRow>('WaitingItem').implement({
  description: 'One thing that waits for the asking person.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WaitingKindEnum, description: 'What is to be done.' }),
    title: t.string({
      description: 'In a sentence, in the language of Accept-Language.',
      resolve: (item, _args, context) => waitingTitle(item, context.locale),
    }),
    period: t.expose('period', { type: 'Period', nullable: true, description: 'The month or year it is about.' }),
    dueOn: t.expose('dueOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The last day; null where neither the law nor the round gives one.',
    }),
    daysLeft: t.int({
      nullable: true,
      description: 'Days from today to the last day; negative once it has passed.',
      resolve: (item, _args, context) =>
        // A day as PostgreSQL writes a date.
        item.dueOn === null ? null : daysBetween(context.today, item.dueOn as LocalDate),
    }),
    since: t.expose('since', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it waits; null where that is not recorded.',
    }),
    target: t.id({
      description: 'Identifier of what is to be acted on, for `node`: a task, sheet, classification, petition, unit …',
      resolve: (item) => encodeGlobalID(item.targetType, item.targetId),
    }),
    targetType: t.exposeString('targetType', { description: 'Type of the target, e.g. "PeriodSheet".' }),
  }),
});

const WaitingItemConnection = connectionOf('WaitingItem', WaitingItemRef, 'waiting items');

/** A count's field, the kind it counts and what it says of it. */
const COUNTS = [
  ['tasksToConfirm', 'TASK_TO_CONFIRM', 'Tasks handed in, to be confirmed.'],
  ['causesToDecide', 'CAUSE_TO_DECIDE', 'Objective causes claimed, to be decided.'],
  ['sheetsToScore', 'SHEET_TO_SCORE', 'Sheets the people have scored themselves, to be confirmed.'],
  ['sheetsToNotify', 'SHEETS_TO_NOTIFY', 'Units and months whose confirmed sheets are to be notified.'],
  ['ownSheets', 'OWN_SHEET', 'Own sheets of months that have ended, to be scored by oneself.'],
  ['ownRatings', 'OWN_RATING', 'Own years to be rated by oneself.'],
  ['ownPetitions', 'OWN_PETITION', 'Own petitions not resolved yet.'],
  ['petitions', 'PETITION_TO_RESOLVE', 'Petitions to be resolved.'],
  ['decisions', 'CLASSIFICATION_TO_DECIDE', 'Levels of people proposed, to be decided.'],
  ['unitResults', 'UNIT_RESULT_TO_DECIDE', 'Results of organisations submitted, to be decided.'],
  ['proposals', 'PROPOSAL_TO_CONSOLIDATE', 'Products proposed by units, to be consolidated.'],
  ['exports', 'EXPORT_DUE', 'Agencies and periods whose results are to be exported.'],
  ['violations', 'VIOLATION_DUE', 'Acts being handled, to be decided or dismissed.'],
  ['recommendations', 'RECOMMENDATION_DUE', 'Recommendations of inspections to be followed by oneself or one’s unit.'],
  ['recommendationsToClose', 'RECOMMENDATION_TO_CLOSE', 'Recommendations reported as done, to be closed.'],
  ['conclusions', 'CONCLUSION_DUE', 'Conclusions of formal inspections to be issued.'],
  ['feedback', 'FEEDBACK_DUE', 'Feedback to be answered by oneself, or without a handler.'],
  ['coordination', 'COORDINATION_DUE', 'Requests for coordination to be answered.'],
  ['dataRequests', 'DATA_REQUEST_DUE', 'Requests about personal data to be answered or carried out.'],
  ['retention', 'RETENTION_TO_DECIDE', 'Proposals of others on data whose time of keeping is over.'],
  ['commendationsToReview', 'COMMENDATION_TO_REVIEW', 'Commendations whose grounds changed after they were given.'],
  [
    'unitResultsToReview',
    'UNIT_RESULT_TO_REVIEW',
    'Results of organisations decided before a discipline for an act of that year.',
  ],
  ['calibrations', 'CALIBRATION_TO_SUBMIT', 'Units led by oneself whose levels are to be submitted for calibration.'],
  ['grantsToReview', 'GRANT_TO_REVIEW', 'Grants of others to be reviewed within a month.'],
  ['disabledWebhooks', 'WEBHOOK_DISABLED', 'Own webhooks that are no longer delivered to.'],
  ['webhooksSetAside', 'WEBHOOK_EVENTS_SET_ASIDE', 'Own webhooks with events that were set aside.'],
] as const satisfies readonly (readonly [string, WaitingKind, string])[];

interface Waiting {
  /** Counted when first asked for, by one statement for all counts. */
  readonly counts: () => Promise<WaitingCounts>;
}

const WaitingRef = builder.objectRef<Waiting>('Waiting').implement({
  description:
    'What waits for the asking person now: his own, and what is his to do for others. What waits for somebody nearer to them does not count.',
  fields: (t) => ({
    total: t.int({
      description: 'All of it, for a badge.',
      resolve: async ({ counts }) => Object.values(await counts()).reduce((sum, each) => sum + each, 0),
    }),
    ...Object.fromEntries(
      COUNTS.map(([name, kind, description]) => [
        name,
        t.int({ description, resolve: async ({ counts }) => (await counts())[kind] ?? 0 }),
      ]),
    ),
    items: t.field({
      type: WaitingItemConnection,
      description: 'One by one, the most urgent first. Names people, so reading it is logged; the counts name nobody.',
      args: {
        kinds: t.arg({ type: [WaitingKindEnum], required: false, description: 'Any of these.' }),
        ...t.arg.connectionArgs(),
      },
      resolve: async (_waiting, { kinds, ...page }, context) => {
        const answer = await listWaiting(context, kinds ?? null, page);
        for (const { node } of answer.edges) if (node.employeeId !== null) context.access.note('mark', node.employeeId);
        return answer;
      },
    }),
  }),
});

builder.queryField('waiting', (t) =>
  t.field({
    type: WaitingRef,
    description:
      'What waits for the asking person now. Cheap enough to be asked each minute: one statement for all counts.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => {
      let counted: Promise<WaitingCounts> | null = null;
      return {
        counts: () => {
          counted ??= countWaiting(context);
          return counted;
        },
      };
    },
  }),
);
