import { CANDIDATE_STATES, type CandidateState, type MissingCondition } from '@congvu/schema/registers';
import type { Source } from '@congvu/schema/scoring';
import { conditionText, foundText } from '@congvu/schema/texts';
import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import type { TitleQuota } from '../commendation/award.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import { pageOfArray } from '../sql/array-page.ts';
import type { Page } from '../sql/page.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import type { Candidate, CandidateList, CollectiveCandidate } from './candidates.ts';
import { listCandidates, listCollectiveCandidates } from './candidates.ts';

const CandidateStateEnum = builder.enumType('CandidateState', {
  description:
    'ELIGIBLE: no condition is missing that can be looked up. MISSING: each is named. HELD: put back by a document or a procedure. AWARDED: has the title.',
  values: CANDIDATE_STATES,
});

const MissingConditionRef = builder.objectRef<MissingCondition>('MissingCondition').implement({
  description: 'A condition of a title that is not met.',
  fields: (t) => ({
    needed: t.string({
      description: 'What is asked, in the language of Accept-Language.',
      resolve: ({ condition }, _args, { locale }) => conditionText(condition, locale),
    }),
    found: t.string({
      description: 'What there is instead, in the language of Accept-Language.',
      resolve: (missing, _args, { locale }) => foundText(missing, locale),
    }),
    source: t.field({ type: SourceRef, description: 'The rule.', resolve: ({ condition }) => condition.source }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the rule is.',
      resolve: ({ condition }) => condition.source.certainty,
    }),
  }),
});

const ToConfirmRef = builder
  .objectRef<{ readonly text: Readonly<Record<'vi' | 'en', string>>; readonly source: Source }>('ConditionToConfirm')
  .implement({
    description: 'A condition that people have to judge; it holds nobody back by itself.',
    fields: (t) => ({
      text: t.string({
        description: 'In words, in the language of Accept-Language.',
        resolve: ({ text }, _args, { locale }) => text[locale],
      }),
      source: t.expose('source', { type: SourceRef, description: 'The rule.' }),
    }),
  });

const CandidateRef = builder.objectRef<Candidate>('Candidate').implement({
  description: 'Somebody of an agency and how he stands to a title of a year.',
  record: { kind: 'commendation', of: ({ facts }) => facts.employee_id },
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who.',
      resolve: ({ facts }, _args, context) => getEmployee(context, facts.employee_id),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit in which the year was classified.',
      resolve: ({ facts }, _args, context) => getUnit(context, facts.unit_id),
    }),
    level: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'The decided level of the year; null where there is none.',
      resolve: ({ facts }) => facts.level,
    }),
    decided: t.boolean({ description: 'Whether the year is decided.', resolve: ({ facts }) => facts.decided }),
    state: t.expose('state', { type: CandidateStateEnum, description: 'How he stands to the title.' }),
    missing: t.field({
      type: [MissingConditionRef],
      description: 'Each condition that is missing.',
      resolve: ({ judgement }) => [...judgement.missing],
    }),
    toConfirm: t.field({
      type: [ToConfirmRef],
      description: 'What people have to judge.',
      resolve: ({ judgement }) => [...judgement.toConfirm],
    }),
  }),
});

export const CollectiveCandidateRef = builder.objectRef<CollectiveCandidate>('CollectiveCandidate').implement({
  description: 'A unit as a collective and how it stands to a title of a year.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit.',
      resolve: ({ facts }, _args, context) => getUnit(context, facts.unit_id),
    }),
    level: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'The unit’s decided level of the year; null where there is none.',
      resolve: ({ facts }) => facts.level,
    }),
    members: t.int({ description: 'People who count as members.', resolve: ({ facts }) => facts.members }),
    state: t.expose('state', { type: CandidateStateEnum, description: 'How it stands to the title.' }),
    missing: t.field({
      type: [MissingConditionRef],
      description: 'Each condition that is missing.',
      resolve: ({ judgement }) => [...judgement.missing],
    }),
    toConfirm: t.field({
      type: [ToConfirmRef],
      description: 'What people have to judge.',
      resolve: ({ judgement }) => [...judgement.toConfirm],
    }),
  }),
});

const CandidateCountRef = builder
  .objectRef<{ readonly state: CandidateState; readonly count: number }>('CandidateCount')
  .implement({
    description: 'How many people stand so to a title.',
    fields: (t) => ({
      state: t.expose('state', { type: CandidateStateEnum, description: 'How they stand.' }),
      count: t.exposeInt('count', { description: 'How many, whatever is shown.' }),
    }),
  });

const TitleQuotaRef = builder.objectRef<TitleQuota>('TitleQuota').implement({
  description: 'How many may have a title.',
  fields: (t) => ({
    percent: t.exposeInt('percent', { description: 'Of the holders of the title below, in percent.' }),
    limit: t.exposeInt('limit', { description: 'The most there may be, rounded down.' }),
    awarded: t.exposeInt('awarded', { description: 'How many have it.' }),
  }),
});

type CandidatePage = Page<Candidate> & Pick<CandidateList, 'counts' | 'quota'>;
type Ref<Row> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row, Row>;

const CandidateConnectionRef = builder.connectionObject(
  {
    type: CandidateRef,
    name: 'CandidateConnection',
    description: 'One page of candidates, with counts and quota of all of them.',
    fields: (t) => ({
      counts: t.field({
        type: [CandidateCountRef],
        description: 'How many stand how, whatever is shown.',
        resolve: (page) => {
          const { counts } = page as unknown as CandidatePage;
          return CANDIDATE_STATES.map((state) => ({ state, count: counts[state] }));
        },
      }),
      quota: t.field({
        type: TitleQuotaRef,
        nullable: true,
        description: 'The quota of the title in the agency; null where there is none.',
        resolve: (page) => (page as unknown as CandidatePage).quota,
      }),
    }),
  },
  { name: 'CandidateEdge', description: 'One of the candidates with its place in the list.' },
  // Pothos gives the connection its own shape of the same three levels; ours names the rows and what stands beside them.
) as unknown as Ref<CandidatePage>;

builder.queryFields((t) => ({
  candidates: t.field({
    type: CandidateConnectionRef,
    description:
      'People of a unit’s agency and how they stand to a title of a year, by name, each missing condition named. For who reads commendations and levels of the whole agency.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of an agency, or of a unit in it whose people are shown.' }),
      year: t.arg.int({ description: 'The evaluation year.' }),
      title: t.arg.string({ description: 'Code of a title for people, e.g. "CSTDCS".' }),
      state: t.arg({ type: [CandidateStateEnum], required: false, description: 'Any of these.' }),
      search: t.arg.string({ required: false, description: 'Part of the name, with or without tones, or the code.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit, year, title, state, search, ...page }, context) => {
      const { shown, counts, quota } = await listCandidates(context, { unit, year, title }, { state, search });
      const question = ['candidates', unit, year, title, state ?? null, search ?? null];
      return { ...pageOfArray(context, shown, page, question), counts, quota };
    },
  }),
  collectiveCandidates: t.field({
    type: [CollectiveCandidateRef],
    description: 'Units of an agency as collectives and how they stand to a title of a year, by code.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of an agency, or of a unit in it; this one and all below it.' }),
      year: t.arg.int({ description: 'The evaluation year.' }),
      title: t.arg.string({ description: 'Code of a title for collectives, e.g. "TTLDTT".' }),
    },
    resolve: async (_root, question, context) => [...(await listCollectiveCandidates(context, question))],
  }),
}));
