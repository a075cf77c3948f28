import { domainError } from '@congvu/schema/errors';
import { RANKING_KEYS } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import { builder } from '../builder.ts';
import { findDisciplineBlocks } from '../discipline/block.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { requestError } from '../error/request-error.ts';
import { assertVisible, filterUnit, periodArgument } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { pageOfArray } from '../sql/array-page.ts';
import type { UnitRow, WorkGroupRow } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import { type CandidateRow, listCandidates } from './ranking.store.ts';
import { areComparable, countLevels, filterRows, type RankedRow, rankCandidates } from './ranking.ts';
import { RankingKeyEnum, RankingRowConnection } from './ranking-row.type.ts';

interface RankingView {
  readonly unit: UnitRow;
  readonly period: Period;
  readonly group: WorkGroupRow | null;
  /** What was asked: a place of another question is none of this. */
  readonly question: readonly unknown[];
  readonly all: readonly RankedRow[];
  readonly shown: readonly RankedRow[];
  readonly withoutData: readonly CandidateRow[];
}

const RankingFilter = builder.inputType('RankingFilter', {
  description: 'Which rows to show. Places stay those of the whole group.',
  fields: (t) => ({
    search: t.string({ required: false, description: 'Part of the name, with or without tones.' }),
    level: t.field({ type: [LevelEnum], required: false, description: 'Any of these.' }),
    blocked: t.boolean({ required: false, description: 'Only those with a block, or only those without.' }),
  }),
});

const LevelCountRef = builder.objectRef<ReturnType<typeof countLevels>[number]>('LevelCount').implement({
  description: 'How many people have a level.',
  fields: (t) => ({
    level: t.expose('level', { type: LevelEnum, description: 'The level.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const RankingRef = builder.objectRef<RankingView>('Ranking').implement({
  description: 'People of one comparable group in the order of their period scores, with the reasons and the blocks.',
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitRef, description: 'The unit.' }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    group: t.expose('group', {
      type: WorkGroupRef,
      nullable: true,
      description: 'The group of similar work, where one was named.',
    }),
    provisional: t.boolean({
      description: 'Always true of a month: only the year is classified.',
      resolve: ({ period }) => period.length > 4,
    }),
    keys: t.field({
      type: [RankingKeyEnum],
      description: 'What decides, in this order.',
      resolve: () => [...RANKING_KEYS],
    }),
    total: t.int({ description: 'People ranked, before the filter.', resolve: ({ all }) => all.length }),
    rows: t.field({
      type: RankingRowConnection,
      description: 'The places, best first.',
      args: t.arg.connectionArgs(),
      resolve: ({ shown, question }, args, context) => pageOfArray(context, shown, args, question),
    }),
    withoutData: t.field({
      type: [EmployeeRef],
      description:
        'People without a score in the period, at most 100, by given name. They are not ranked last; they are not ranked.',
      resolve: ({ withoutData }) => withoutData.slice(0, 100),
    }),
    withoutDataCount: t.int({ description: 'How many they are.', resolve: ({ withoutData }) => withoutData.length }),
    levels: t.field({
      type: [LevelCountRef],
      description: 'How many have each level.',
      resolve: ({ all }) => [...countLevels(all)],
    }),
  }),
});

builder.queryField('ranking', (t) =>
  t.field({
    type: RankingRef,
    nullable: true,
    description:
      'The ranking of one unit and month. Give a group where the unit holds several: unlike work is not compared, and a unit with scores by several rule sets is refused without one.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit; people in it and below it.' }),
      period: t.arg({ type: 'Period', description: 'The month.' }),
      group: t.arg.string({ required: false, description: 'Code of a group of similar work.' }),
      filter: t.arg({ type: RankingFilter, required: false, description: 'Which rows to show.' }),
    },
    resolve: async (_root, args, context) => {
      const period = periodArgument(args.period, context);
      const unit = assertVisible(await filterUnit(args.unit, context), context);
      const candidates = await listCandidates(context, args.unit, period, args.group ?? null);
      const ids = candidates.map(({ id }) => id);
      const { rows, withoutData } = rankCandidates(candidates, await findDisciplineBlocks(context, ids, context.today));
      if (!areComparable(rows)) {
        throw requestError(domainError('INCONSISTENT', { reason: 'SEVERAL_RULE_SETS' }), context.locale);
      }
      const named = candidates.find((each) => each.assignment?.groupCode === args.group)?.assignment;
      const group = named ? { code: named.groupCode, name: named.groupName } : null;
      const question = ['ranking', unit.id, period, args.group ?? null, args.filter ?? null];
      return { unit, period, group, question, all: rows, shown: filterRows(rows, args.filter ?? {}), withoutData };
    },
  }),
);
