import { type Rational, rational } from '@congvu/schema/primitives/rational';
import type { Condition, SimpleCondition } from '@congvu/schema/registers';
import { conditionText } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import type { TitleQuota } from '../commendation/award.ts';
import { CommendationSubjectEnum } from '../commendation/commendation.type.ts';
import { SourceRef } from '../score/score.type.ts';
import { CollectiveCandidateRef } from './candidate.type.ts';
import type { CollectiveCandidate } from './candidates.ts';
import { findTitleStandings, type TitleStanding } from './title-standing.ts';

const StandingQuotaRef = builder.objectRef<TitleQuota>('TitleStandingQuota').implement({
  description: 'The quota of a title in an agency.',
  fields: (t) => ({
    percent: t.exposeInt('percent', { description: 'Of the holders of the title below, in percent.' }),
    limit: t.exposeInt('limit', { description: 'The most there may be, rounded down.' }),
    used: t.exposeInt('awarded', { description: 'How many have it.' }),
    left: t.int({
      description: 'How many more may have it, at least 0.',
      resolve: ({ limit, awarded }) => Math.max(0, limit - awarded),
    }),
  }),
});

const TitleStandingRef = builder.objectRef<TitleStanding>('TitleStanding').implement({
  description: 'How many of an agency stand how to one title of a year. Figures without names.',
  fields: (t) => ({
    title: t.string({ description: 'Code of the title, e.g. "CSTDCS".', resolve: ({ title }) => title.code }),
    name: t.string({
      description: 'Its name in the language of Accept-Language.',
      resolve: ({ title }, _args, context) => title.name[context.locale],
    }),
    subject: t.field({
      type: CommendationSubjectEnum,
      description: 'For people or for collectives.',
      resolve: ({ title }) => title.subject,
    }),
    source: t.field({ type: SourceRef, description: 'Where the title stands.', resolve: ({ title }) => title.source }),
    quota: t.expose('quota', {
      type: StandingQuotaRef,
      nullable: true,
      description: 'Null where the title has none, or no round gave one.',
    }),
    eligible: t.exposeInt('eligible', { description: 'With no condition missing that can be looked up.' }),
    missing: t.exposeInt('missing', { description: 'With a condition missing.' }),
    held: t.exposeInt('held', { description: 'Put back by a document or a procedure.' }),
    awarded: t.exposeInt('awarded', { description: 'Who have the title.' }),
  }),
});

builder.queryField('commendationStanding', (t) =>
  t.field({
    type: [TitleStandingRef],
    description:
      'Every title of a unit’s agency in a year at one look: quota used and left, how many are eligible, miss a condition or are put back. For who reads commendations and levels of the whole agency.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of an agency, or of a unit in it.' }),
      year: t.arg.int({ description: 'The evaluation year.' }),
    },
    resolve: async (_root, question, context) => [...(await findTitleStandings(context, question))],
  }),
);

type ShareCondition = Extract<SimpleCondition, { readonly kind: 'MEMBERS_TITLE' }>;

interface MemberShare {
  readonly condition: ShareCondition;
  readonly holders: number;
  /** Null where the unit has no members. */
  readonly share: Rational | null;
}

const MemberShareRef = builder.objectRef<MemberShare>('MemberShare').implement({
  description: 'The share of a unit’s members with a title, as a title of the collective asks for it.',
  fields: (t) => ({
    title: t.string({ description: 'Code of the members’ title.', resolve: ({ condition }) => condition.code }),
    members: t.exposeInt('holders', { description: 'Members who have it.' }),
    share: t.expose('share', {
      type: 'Exact',
      nullable: true,
      description: 'Of all members, exact; null where there are none.',
    }),
    needed: t.string({
      description: 'What is asked, in the language of Accept-Language.',
      resolve: ({ condition }, _args, context) => conditionText(condition, context.locale),
    }),
    source: t.field({ type: SourceRef, description: 'The rule.', resolve: ({ condition }) => condition.source }),
  }),
});

builder.objectField(CollectiveCandidateRef, 'shares', (t) =>
  t.field({
    type: [MemberShareRef],
    description: 'The shares of members the title asks for, also where they are enough.',
    resolve: (candidate) => [...sharesOf(candidate)],
  }),
);

function sharesOf({ title, facts }: CollectiveCandidate): readonly MemberShare[] {
  return title.conditions.flatMap(shareConditions).map((condition) => {
    const holders = facts.titled[condition.code] ?? 0;
    return { condition, holders, share: facts.members === 0 ? null : rational(holders, facts.members) };
  });
}

/** Also those that stand inside alternatives. */
function shareConditions(condition: Condition): readonly ShareCondition[] {
  if (condition.kind === 'ANY_OF') return condition.alternatives.flatMap((all) => all.flatMap(shareConditions));
  return condition.kind === 'MEMBERS_TITLE' ? [condition] : [];
}
