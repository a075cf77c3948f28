import { builder } from '../builder.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { findComparableGroups } from './comparable-group.store.ts';
import { comparablePeriod } from './comparable-group.ts';
import { ComparableGroupRef } from './comparable-group.type.ts';

builder.queryField('comparableGroups', (t) =>
  t.field({
    type: [ComparableGroupRef],
    description:
      'The comparable groups with somebody in a unit or below it, the largest of each agency first: what `ranking` can be asked for. Empty for who may not read rankings there.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit; people in it and below it.' }),
      period: t.arg({ type: 'Period', description: 'A month or a year; a quarter is not ranked.' }),
    },
    resolve: async (_root, args, context) => {
      const period = comparablePeriod(args.period, context);
      const unit = assertVisible(await filterUnit(args.unit, context), context);
      return [...(await findComparableGroups(context, unit.id, period))];
    },
  }),
);
