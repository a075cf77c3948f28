import {
  notifyClassificationsShape,
  openYearShape,
  proposeLevelsShape,
  publishClassificationsShape,
  recordMeetingShape,
} from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { classificationById } from '../classification/classification.store.ts';
import { ClassificationRef } from '../classification/classification.type.ts';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { ROUND_REFUSALS } from '../error/year-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { type Batch, loadOne } from '../sql/batch.ts';
import { recordMeeting } from './meeting.service.ts';
import { notifyClassifications, publishClassifications, type ToldPeople } from './notice.service.ts';
import { LEFT_OUT_REASONS, type OpenedYear, openYear } from './open-year.service.ts';
import { type ProposedYear, proposeLevels } from './propose-levels.service.ts';
import {
  NotifyClassificationsInput,
  OpenYearInput,
  ProposeLevelsInput,
  PublishClassificationsInput,
  RecordMeetingInput,
} from './round.inputs.ts';
import { meetingById, roundById } from './round.store.ts';
import { MeetingRef, RoundRef } from './round.type.ts';

/** What a mutation wrote is read again as the actor may see it. */
async function changed<Row>(context: Context, batch: Batch<string, Row>, id: string): Promise<Row> {
  const row = await loadOne(context, batch, id);
  if (row === null) throw new Error(`${batch.name} was changed that may not be seen.`);
  return row;
}

const LeftOutReasonEnum = builder.enumType('LeftOutReason', {
  description:
    'NO_RULE_SET: no rule set known scores this kind of service. CLASSIFIED_ELSEWHERE: another agency’s round holds the person’s year.',
  values: LEFT_OUT_REASONS,
});

const LeftOutRef = builder.objectRef<OpenedYear['leftOut'][number]>('LeftOutOfYear').implement({
  description: 'Somebody of the agency who has no row in its round.',
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who; null where one may not see him.',
      resolve: (left, _args, context) => loadOne(context, employeeById, left.employee),
    }),
    reason: t.expose('reason', { type: LeftOutReasonEnum, description: 'Why.' }),
  }),
});

const OpenedYearRef = builder.objectRef<OpenedYear>('OpenedYear').implement({
  description: 'What opening a year did.',
  fields: (t) => ({
    round: t.field({
      type: RoundRef,
      description: 'The round.',
      resolve: (opened, _args, context) => changed(context, roundById, opened.round),
    }),
    added: t.exposeInt('added', { description: 'People who were not in it yet.' }),
    refreshed: t.exposeInt('refreshed', { description: 'People whose figures or post changed.' }),
    leftOut: t.field({
      type: [LeftOutRef],
      description: 'Who has no row, and why.',
      resolve: ({ leftOut }) => leftOut,
    }),
  }),
});

const OpenClassificationRef = builder.objectRef<ProposedYear['open'][number]>('OpenClassification').implement({
  description: 'Somebody who cannot be given a level yet, has none proposed, or has one above his unit’s.',
  fields: (t) => ({
    classification: t.field({
      type: ClassificationRef,
      description: 'Whose year.',
      resolve: (open, _args, context) => changed(context, classificationById, open.classification),
    }),
    reasons: t.exposeStringList('reasons', {
      description:
        'NOT_CLASSIFIED, PENDING_UNIT or AUTHORITY_DECIDES; and steps not yet taken: MEETING_HELD, PARTY_OPINION, SYNTHESISED. HEAD_ABOVE_UNIT alone: decided, but above the level his unit has now.',
    }),
  }),
});

const GroupLimitRef = builder.objectRef<ProposedYear['groups'][number]>('GroupLimit').implement({
  description: 'The quota of one group as the pipeline worked it out.',
  fields: (t) => ({
    group: t.exposeString('group', { description: 'Code of the group.' }),
    pool: t.exposeInt('pool', { description: 'Those OUTSTANDING or GOOD before the quota.' }),
    limit: t.exposeInt('limit', { description: 'The most who may be OUTSTANDING.' }),
  }),
});

const ProposedYearRef = builder.objectRef<ProposedYear>('ProposedYear').implement({
  description: 'What the pipeline proposed for an agency’s year.',
  fields: (t) => ({
    round: t.field({
      type: RoundRef,
      description: 'The round.',
      resolve: (proposed, _args, context) => changed(context, roundById, proposed.round),
    }),
    pool: t.exposeInt('pool', { description: 'Those OUTSTANDING or GOOD before the quota.' }),
    limit: t.exposeInt('limit', { description: 'The most who may be OUTSTANDING.' }),
    groups: t.field({ type: [GroupLimitRef], description: 'The same a group.', resolve: ({ groups }) => groups }),
    proposed: t.exposeInt('proposed', { description: 'People for whom a level is proposed.' }),
    open: t.field({
      type: [OpenClassificationRef],
      description: 'Who is left open, and why.',
      resolve: ({ open }) => open,
    }),
  }),
});

const ToldPeopleRef = builder.objectRef<ToldPeople>('ToldPeople').implement({
  description: 'Whose decisions were told or published.',
  fields: (t) => ({
    count: t.int({ description: 'How many.', resolve: ({ ids }) => ids.length }),
    classifications: t.field({
      type: [ClassificationRef],
      description: 'Their years.',
      resolve: ({ ids }, _args, context) => Promise.all(ids.map((id) => changed(context, classificationById, id))),
    }),
  }),
});

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  openYear: t.field({
    type: OpenedYearRef,
    description:
      'Opens an agency’s year with a row for each person it classifies (Nghị định 335/2025/NĐ-CP art. 10, 19). Again: adds newcomers, takes up closed months of the undecided.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: ROUND_REFUSALS },
    args: { input: t.arg({ type: OpenYearInput, description: INPUT }) },
    resolve: (_root, { input }, context) => openYear(context, parsed(openYearShape, input)),
  }),
  recordMeeting: t.field({
    type: MeetingRef,
    description: 'Keeps the minutes of a meeting and attaches them to the people of the unit it discussed.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: ROUND_REFUSALS },
    args: { input: t.arg({ type: RecordMeetingInput, description: INPUT }) },
    resolve: async (_root, { input }, context) =>
      changed(context, meetingById, await recordMeeting(context, parsed(recordMeetingShape, input))),
  }),
  proposeLevels: t.field({
    type: ProposedYearRef,
    description:
      'Runs the law’s pipeline over the agency’s year and keeps what it proposes; again until the decisions.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: ROUND_REFUSALS },
    args: { input: t.arg({ type: ProposeLevelsInput, description: INPUT }) },
    resolve: (_root, { input }, context) => proposeLevels(context, parsed(proposeLevelsShape, input)),
  }),
  notifyClassifications: t.field({
    type: ToldPeopleRef,
    description: 'Tells people of the decision on their year; from then on each reads his own (art. 21).',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: ROUND_REFUSALS },
    args: { input: t.arg({ type: NotifyClassificationsInput, description: INPUT }) },
    resolve: (_root, { input }, context) => notifyClassifications(context, parsed(notifyClassificationsShape, input)),
  }),
  publishClassifications: t.field({
    type: ToldPeopleRef,
    description:
      'Publishes levels inside the agency, the level alone: `publishedLevels` shows them to everybody in it.',
    authScopes: { acts: 'CLASSIFICATION_PROPOSE' },
    errors: { types: ROUND_REFUSALS },
    args: { input: t.arg({ type: PublishClassificationsInput, description: INPUT }) },
    resolve: (_root, { input }, context) => publishClassifications(context, parsed(publishClassificationsShape, input)),
  }),
}));
