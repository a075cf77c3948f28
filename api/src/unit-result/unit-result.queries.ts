import { builder } from '../builder.ts';
import { filterUnit } from '../query-arguments.ts';
import { ExactRangeInput, parseExactRange } from '../scalar/exact-range.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { listUnitResults, unitResultOfYear } from './unit-result.store.ts';
import { UnitResultConnection, UnitResultRef, UnitResultStateEnum } from './unit-result.type.ts';

const UnitResultFilter = builder.inputType('UnitResultFilter', {
  description: 'Which units’ years; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: it and those below it.' }),
    year: t.int({ required: false, description: 'The year.' }),
    search: t.string({ required: false, description: 'Part of the unit’s name, with or without tones.' }),
    state: t.field({ type: [UnitResultStateEnum], required: false, description: 'Any of these.' }),
    level: t.field({
      type: [LevelEnum],
      required: false,
      description: 'Any of these: the decided level, before the decision the proposed one.',
    }),
    total: t.field({ type: ExactRangeInput, required: false, description: 'Between these totals, 0 to 100.' }),
  }),
});

builder.queryField('unitResults', (t) =>
  t.field({
    type: UnitResultConnection,
    description: 'Years of units one may see, a unit before those below it.',
    authScopes: { reads: 'CLASSIFICATION_READ' },
    args: {
      filter: t.arg({ type: UnitResultFilter, required: false, description: 'Which ones.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const total = parseExactRange(filter?.total, context);
      return listUnitResults(context, { ...filter, total }, direction, page);
    },
  }),
);

builder.objectField(UnitRef, 'unitResult', (t) =>
  t.field({
    type: UnitResultRef,
    nullable: true,
    description: 'The unit’s year; null where there is none one may see.',
    args: { year: t.arg.int({ description: 'The year.' }) },
    resolve: (unit, { year }, context) => loadOne(context, unitResultOfYear(year), unit.id),
  }),
);
