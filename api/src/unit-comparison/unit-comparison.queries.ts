import { builder } from '../builder.ts';
import { comparablePeriod } from '../comparable-group/comparable-group.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { compareUnits } from './unit-comparison.ts';
import { UnitComparisonRef } from './unit-comparison.type.ts';

builder.queryField('unitComparison', (t) =>
  t.field({
    type: UnitComparisonRef,
    description:
      'A unit beside those directly below it: levels by group, quota, own result, spread of scores and components, self against confirmed points, causes of delays, work, and what does not fit together. Figures without names; empty for who may not read rankings there.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit.' }),
      period: t.arg({ type: 'Period', description: 'A month or a year; a quarter is not compared.' }),
    },
    resolve: async (_root, args, context) => {
      const period = comparablePeriod(args.period, context);
      const unit = assertVisible(await filterUnit(args.unit, context), context);
      return compareUnits(context, unit, period);
    },
  }),
);
