import { builder } from '../builder.ts';
import { comparablePeriod } from '../comparable-group/comparable-group.ts';
import { USUAL_YEARS, yearsArgument } from '../ranking/years-argument.ts';
import { compareThem } from './comparison.ts';
import { ComparisonRef } from './comparison.type.ts';

builder.queryField('comparison', (t) =>
  t.field({
    type: ComparisonRef,
    description:
      'Two to six people side by side: trend, components, years, titles, findings, blocks and work. People of unlike groups are refused with reason NOT_COMPARABLE and what they belong to; asked by level, they are set side by side without points.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      employees: t.arg.stringList({ description: 'Their staff codes, two to six.' }),
      period: t.arg({ type: 'Period', description: 'A month or a year; a quarter is not compared.' }),
      years: t.arg.int({
        required: false,
        defaultValue: USUAL_YEARS,
        description: 'How many years are looked at, that of the period included: 1 to 5.',
      }),
      byLevel: t.arg.boolean({
        required: false,
        defaultValue: false,
        description: 'Whether people of unlike groups are set side by side without points.',
      }),
    },
    resolve: (_root, { employees, period, years, byLevel }, context) =>
      compareThem(context, {
        codes: employees,
        period: comparablePeriod(period, context),
        years: yearsArgument(years, context),
        byLevel: byLevel ?? false,
      }),
  }),
);
