import { builder } from '../builder.ts';
import { findComparableGroups } from '../comparable-group/comparable-group.store.ts';
import { comparablePeriod, getComparableGroup } from '../comparable-group/comparable-group.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { RankingRef } from './ranking.type.ts';
import { parseRankingFilter, RankingFilterInput } from './ranking-filter.ts';
import { readRanking } from './ranking-reading.ts';
import { USUAL_YEARS, yearsArgument } from './years-argument.ts';

builder.queryField('ranking', (t) =>
  t.field({
    type: RankingRef,
    nullable: true,
    description:
      'The ranking of the people of a unit within one comparable group, for a month or a year. Where the unit holds several groups name one (`comparableGroups` lists them): unlike work, two agencies or two regimes are never put into one order, and the request is refused with reason NOT_COMPARABLE and the groups there are. Null where nobody one may rank belongs to any.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit; people in it and below it.' }),
      period: t.arg({ type: 'Period', description: 'A month or a year; a quarter is not ranked.' }),
      agency: t.arg.string({ required: false, description: 'Code of the agency that classifies them.' }),
      group: t.arg.string({ required: false, description: 'Code of a group of similar work.' }),
      family: t.arg.string({
        required: false,
        description: 'Code of a family of rule sets, where people of one group are scored by two.',
      }),
      years: t.arg.int({
        required: false,
        defaultValue: USUAL_YEARS,
        description: 'How many years the key YEARS looks at, the asked one included: 1 to 5.',
      }),
      filter: t.arg({ type: RankingFilterInput, required: false, description: 'Which rows to show.' }),
    },
    resolve: async (_root, args, context) => {
      const period = comparablePeriod(args.period, context);
      const years = yearsArgument(args.years, context);
      const filter = parseRankingFilter(args.filter, context);
      const unit = assertVisible(await filterUnit(args.unit, context), context);
      const group = getComparableGroup(await findComparableGroups(context, unit.id, period), args, context);
      return group === null ? null : readRanking(context, unit, group, { years, filter });
    },
  }),
);
