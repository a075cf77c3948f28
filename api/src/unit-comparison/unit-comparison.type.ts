import { OBJECTIVE_CAUSE_STATES } from '@congvu/schema/evaluation';
import { CONTRADICTION_KINDS, type Contradiction } from '@congvu/schema/ranking';
import { contradictionTexts } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { toBins, toQuartiles } from '../ranking/ranking-spread.ts';
import { QuartilesRef } from '../ranking/ranking-spread.type.ts';
import { optionalDecimal, optionalExact } from '../scalar/exact.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import type { ComparedUnitRow } from './unit-comparison.store.ts';
import type { ComparedUnit, LevelShare, UnitComparison } from './unit-comparison.ts';
import { workGroupByCode } from './work-group.store.ts';

const LevelShareRef = builder.objectRef<LevelShare>('LevelShare').implement({
  description: 'How many of one group of a unit have a level.',
  fields: (t) => ({
    group: t.field({
      type: WorkGroupRef,
      description: 'The group of similar work.',
      resolve: async ({ group }, _args, context) =>
        (await loadOne(context, workGroupByCode, group)) ?? { code: group, name: group },
    }),
    level: t.expose('level', { type: LevelEnum, description: 'The level; of a month provisional.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    share: t.expose('share', {
      type: 'Exact',
      description: 'Of those of the group in the unit who have a level, exact.',
    }),
  }),
});

interface UnitQuota {
  readonly limit: number;
  readonly used: number;
}

const UnitQuotaRef = builder.objectRef<UnitQuota>('UnitQuota').implement({
  description: 'The quota of OUTSTANDING of an agency.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'The most there may be.' }),
    used: t.exposeInt('used', { description: 'How many there are.' }),
    left: t.int({
      description: 'How many more there may be, at least 0.',
      resolve: ({ limit, used }) => Math.max(0, limit - used),
    }),
  }),
});

const ComparedUnitResultRef = builder.objectRef<ComparedUnitRow>('ComparedUnitResult').implement({
  description: 'The year’s own result of a unit.',
  fields: (t) => ({
    level: t.expose('resultLevel', { type: LevelEnum, nullable: true, description: 'Its decided level.' }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Its total, 0 to 100.',
      resolve: (row) => optionalExact(row.resultNumerator, row.resultDenominator),
    }),
    state: t.exposeString('resultState', { nullable: true, description: 'Where it stands, as UnitResult.state.' }),
  }),
});

/** NONE: nobody claimed a cause for the delay. */
const DELAY_CAUSES = [...OBJECTIVE_CAUSE_STATES, 'NONE'] as const;
const DelayCauseEnum = builder.enumType('DelayCause', {
  description:
    'What became of an objective cause of a delay: claimed, confirmed or refused; NONE where none was claimed.',
  values: DELAY_CAUSES,
});

const DelayCauseCountRef = builder.objectRef<ComparedUnitRow['delayCauses'][number]>('DelayCauseCount').implement({
  description: 'How many delays have such a cause.',
  fields: (t) => ({
    cause: t.field({
      type: DelayCauseEnum,
      description: 'The cause.',
      resolve: ({ cause }) => DELAY_CAUSES.find((each) => each === cause) ?? 'NONE',
    }),
    count: t.exposeInt('count', { description: 'How many delays.' }),
  }),
});

const ContradictionKindEnum = builder.enumType('ContradictionKind', {
  description:
    'What a unit’s result and its people’s levels do not say alike. UNIT_BELOW_MEMBERS and MEMBERS_BELOW_UNIT above a stated floor; HEAD_ABOVE_UNIT: art. 20(6).',
  values: CONTRADICTION_KINDS,
});

const ContradictionRef = builder.objectRef<Contradiction>('Contradiction').implement({
  description: 'Something that does not fit together. Shown for people to look at; the program acts on none.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ContradictionKindEnum, description: 'What kind.' }),
    text: t.string({
      description: 'In words, in the language of Accept-Language.',
      resolve: ({ kind }, _args, context) => contradictionTexts[kind][context.locale],
    }),
    members: t.exposeInt('members', { description: 'Members with a level.' }),
    share: t.expose('share', {
      type: 'Exact',
      nullable: true,
      description: 'The share of them that says other than the unit, a fraction of 1; null for HEAD_ABOVE_UNIT.',
    }),
    source: t.expose('source', { type: SourceRef, description: 'The rule or the floor, with how sure it is.' }),
  }),
});

const ComponentBinRef = builder
  .objectRef<{ readonly from: number; readonly to: number; readonly count: number }>('ComponentBin')
  .implement({
    description: 'How many people have a component between two shares: the lower included, the upper only in the last.',
    fields: (t) => ({
      fromPercent: t.exposeInt('from', { description: 'Lower bound, in percent.' }),
      toPercent: t.exposeInt('to', { description: 'Upper bound, in percent.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const ComparedUnitRef = builder.objectRef<ComparedUnit>('ComparedUnit').implement({
  description: 'One unit of a comparison. Figures without names; means are cut at 15 decimals.',
  fields: (t) => {
    const bins = (name: 'quantity' | 'quality' | 'progress', description: string) =>
      t.field({ type: [ComponentBinRef], description, resolve: ({ row }) => [...toBins(row[name], 10)] });
    const mean = (name: 'mean' | 'generalMean' | 'resultMean' | 'selfGap', description: string) =>
      t.field({ type: 'Exact', nullable: true, description, resolve: ({ row }) => optionalDecimal(row[name]) });
    return {
      unit: t.field({
        type: UnitRef,
        description: 'The unit, with all below it.',
        resolve: ({ row }, _args, context) => getUnit(context, row.unitId),
      }),
      members: t.int({
        description: 'People with a sheet of the month, or a row of the year.',
        resolve: ({ row }) => row.members,
      }),
      levels: t.field({
        type: [LevelShareRef],
        description: 'How many of each group have each level; levels nobody has are left out.',
        resolve: ({ levels }) => [...levels],
      }),
      quota: t.field({
        type: UnitQuotaRef,
        nullable: true,
        description: 'Of an agency; null for a unit inside one, and where one may not know.',
        resolve: ({ row: { quotaLimit: limit, quotaUsed: used } }) =>
          limit === null || used === null ? null : { limit, used },
      }),
      result: t.field({
        type: ComparedUnitResultRef,
        nullable: true,
        description: 'The unit’s own result of the year; null where there is none.',
        resolve: ({ row }) => (row.resultState === null ? null : row),
      }),
      mean: mean('mean', 'Mean of its people’s totals.'),
      quartiles: t.field({
        type: QuartilesRef,
        nullable: true,
        description: 'Spread of its people’s totals; null where nobody has one.',
        resolve: ({ row }) => (row.quartiles === null ? null : toQuartiles(row.quartiles)),
      }),
      quantity: bins('quantity', 'Component a, in ten tenths.'),
      quality: bins('quality', 'Component b, in ten tenths.'),
      progress: bins('progress', 'Component c, in ten tenths.'),
      general: mean('generalMean', 'Mean of the points of the general criteria, 0 to 30.'),
      resultMean: mean('resultMean', 'Mean of the points of the result, 0 to 70.'),
      selfGap: mean('selfGap', 'Mean of own less confirmed points of the general criteria.'),
      delayCauses: t.field({
        type: [DelayCauseCountRef],
        description: 'Delays by what became of their cause.',
        resolve: ({ row }) => [...row.delayCauses],
      }),
      workload: t.field({
        type: QuartilesRef,
        nullable: true,
        description: 'Spread of work a person, in converted units; null where nobody has a task.',
        resolve: ({ row }) => (row.workload === null ? null : toQuartiles(row.workload)),
      }),
      contradictions: t.field({
        type: [ContradictionRef],
        description: 'What does not fit together; of a year alone.',
        resolve: ({ contradictions }) => [...contradictions],
      }),
    };
  },
});

export const UnitComparisonRef = builder.objectRef<UnitComparison>('UnitComparison').implement({
  description: 'A unit beside those directly below it. It orders none of them.',
  fields: (t) => ({
    unit: t.expose('root', { type: UnitRef, description: 'The unit asked for.' }),
    period: t.expose('period', { type: 'Period', description: 'A month or a year.' }),
    provisional: t.boolean({
      description: 'Always true of a month: only the year is classified.',
      resolve: ({ period }) => period.length > 4,
    }),
    units: t.field({
      type: [ComparedUnitRef],
      description: 'The unit itself first, then those directly below it by code.',
      resolve: ({ units }) => [...units],
    }),
  }),
});
