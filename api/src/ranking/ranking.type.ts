import {
  AWARD_WEIGHTS,
  type AwardWeights,
  NINE_BOX_BOUNDS,
  RANKING_KEYS,
  YEAR_KEYS,
  YEARS_BASES,
} from '@congvu/schema/ranking';
import { builder } from '../builder.ts';
import { LevelCountRef } from '../comparable-group/comparable-group.type.ts';
import { RuleSetFamilyRef } from '../comparable-group/rule-set-family.type.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { SourceRef } from '../score/score.type.ts';
import { listPage } from '../sql/list.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import { type ApartRow, apartList } from './ranking.store.ts';
import { ApartConnection } from './ranking-apart.type.ts';
import { pageOfPlaces } from './ranking-page.ts';
import type { RankingReading } from './ranking-reading.ts';
import { RankingKeyEnum, RankingRowConnection } from './ranking-row.type.ts';
import { toDistribution, toNineBox } from './ranking-spread.ts';
import { DistributionRef, NineBoxBoundsRef, NineBoxCellRef, ScatterCellRef } from './ranking-spread.type.ts';

const YearsBasisEnum = builder.enumType('YearsBasis', {
  description:
    'How several years of a group are put together, the same for everybody of it. MEAN of the years’ means; LEVEL_POINTS (OUTSTANDING 4 to NOT_COMPLETED 1) as soon as a year of anybody is of another regime.',
  values: YEARS_BASES,
});

const AwardWeightRef = builder.objectRef<{ readonly code: string; readonly weight: number }>('AwardWeight').implement({
  description: 'What a title counts.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the title or form.' }),
    weight: t.exposeInt('weight', { description: 'Each time it was given.' }),
  }),
});

const AwardWeightsRef = builder.objectRef<AwardWeights>('AwardWeights').implement({
  description: 'What titles count under the key AWARDS.',
  fields: (t) => ({
    text: t.string({
      description: 'Where the weights come from, in the language of Accept-Language.',
      resolve: ({ text }, _args, context) => text[context.locale],
    }),
    source: t.expose('source', { type: SourceRef, description: 'The same with how sure it is.' }),
    weights: t.field({
      type: [AwardWeightRef],
      description: 'Each title that counts.',
      resolve: ({ weights }) => Object.entries(weights).map(([code, weight]) => ({ code, weight })),
    }),
  }),
});

/** People without a place as the older field lists them. */
const MOST_WITHOUT_DATA = 100;

export const RankingRef = builder.objectRef<RankingReading>('Ranking').implement({
  description:
    'The people of one unit who belong to one comparable group, in order, with the reasons and the blocks. Months are provisional, years decided; the two are never put into one order.',
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitRef, description: 'The unit; people in it and below it are ranked.' }),
    period: t.expose('period', { type: 'Period', description: 'A month or a year.' }),
    agency: t.field({
      type: UnitRef,
      description: 'The agency that classifies them.',
      resolve: ({ group }, _args, context) => getUnit(context, group.agencyId),
    }),
    group: t.field({
      type: WorkGroupRef,
      nullable: true,
      description: 'The group of similar work.',
      resolve: ({ group }) => ({ code: group.group, name: group.groupName }),
    }),
    family: t.field({
      type: RuleSetFamilyRef,
      description: 'By which rule sets they are scored.',
      resolve: ({ group }) => group.family,
    }),
    provisional: t.boolean({
      description: 'Always true of a month: only the year is classified.',
      resolve: ({ isYear }) => !isYear,
    }),
    keys: t.field({
      type: [RankingKeyEnum],
      description: 'What decides, in this order.',
      resolve: ({ isYear }) => [...(isYear ? YEAR_KEYS : RANKING_KEYS)],
    }),
    years: t.int({
      description: 'How many years the key YEARS looks at, the asked one included.',
      resolve: ({ question }) => question.years,
    }),
    yearsBasis: t.field({
      type: YearsBasisEnum,
      nullable: true,
      description: 'How they are put together; null for a month, or where one sees no row.',
      resolve: (ranking) => ranking.basis(),
    }),
    total: t.int({ description: 'People ranked, before the filter.', resolve: ({ group }) => group.scored }),
    wholeGroup: t.int({
      description:
        'People of the whole group, wherever in the agency: a place among some of them is not one among all.',
      resolve: ({ group }) => group.whole,
    }),
    rows: t.field({
      type: RankingRowConnection,
      description:
        'The places, best first. Rows of units whose scores or people one may not read are left out and counted in the places. A page begins after a place or ends before one.',
      args: t.arg.connectionArgs(),
      resolve: ({ question }, args, context) => pageOfPlaces(context, question, args),
    }),
    apart: t.field({
      type: ApartConnection,
      description: 'People of the group without a place, each with the reason, by given name.',
      args: t.arg.connectionArgs(),
      resolve: ({ question }, args, context) =>
        listPage<ApartRow & { readonly cursor_keys: readonly string[] }>(context, apartList(context, question), args),
    }),
    withoutData: t.field({
      type: [EmployeeRef],
      deprecationReason: 'Use `apart`.',
      description:
        'People without a score in the period, at most 100, by given name. They are not ranked last; they are not ranked.',
      resolve: async ({ question }, _args, context) => {
        const page = await listPage<ApartRow & { readonly cursor_keys: readonly string[] }>(
          context,
          apartList(context, question),
          { first: MOST_WITHOUT_DATA },
        );
        return page.edges.map(({ node }) => node);
      },
    }),
    withoutDataCount: t.int({
      description: 'How many people of the group have no place.',
      resolve: async ({ question }, _args, context) =>
        (await listPage(context, apartList(context, question), { first: 1 })).total(),
    }),
    levels: t.field({
      type: [LevelCountRef],
      description: 'How many have each level.',
      resolve: ({ group }) => [...group.levels],
    }),
    distribution: t.field({
      type: DistributionRef,
      nullable: true,
      description: 'How their totals spread; null where one may not count them.',
      resolve: async (ranking) => {
        const row = await ranking.distribution();
        return row === null ? null : toDistribution(row);
      },
    }),
    nineBox: t.field({
      type: [NineBoxCellRef],
      description: 'How many stand in each box of result by general criteria, all nine, the lowest row first.',
      resolve: async (ranking) => [...toNineBox(await ranking.cells())],
    }),
    nineBoxBounds: t.field({
      type: NineBoxBoundsRef,
      description: 'Where the boxes begin.',
      resolve: () => NINE_BOX_BOUNDS,
    }),
    awardWeights: t.field({
      type: AwardWeightsRef,
      nullable: true,
      description: 'What titles count; null for a month, where none does.',
      resolve: ({ isYear }) => (isYear ? AWARD_WEIGHTS : null),
    }),
    cells: t.field({
      type: [ScatterCellRef],
      description: 'Result by general criteria in whole points, only pairs that somebody has.',
      resolve: async (ranking) => [...(await ranking.cells())],
    }),
  }),
});
