import { builder } from '../builder.ts';
import { assertVisible, optionalDate } from '../query-arguments.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import { findUnitByCode, listUnits, UNIT_ORDERS } from './unit.store.ts';
import { UnitConnection, UnitKindEnum, UnitRef } from './unit.type.ts';

const UnitFilter = builder.inputType('UnitFilter', {
  description: 'Which units; conditions left out do not narrow.',
  fields: (t) => ({
    under: t.string({ required: false, description: 'Code of a unit: it and all below it.' }),
    search: t.string({ required: false, description: 'Part of the name, with or without tones, or of the code.' }),
    level: t.int({ required: false, description: '1 to 3.' }),
    openOn: t.field({ type: 'LocalDate', required: false, description: 'Open on this day.' }),
    kind: t.field({ type: [UnitKindEnum], required: false, description: 'Any of these.' }),
    hasHead: t.boolean({ required: false, description: 'With somebody at its head today, or without.' }),
  }),
});

const UnitOrderEnum = builder.enumType('UnitOrder', { description: 'Order of units.', values: UNIT_ORDERS });

builder.queryFields((t) => ({
  unit: t.field({
    type: UnitRef,
    nullable: true,
    description: 'The unit of this code. NOT_FOUND where there is none one may see.',
    authScopes: { reads: 'UNIT_READ' },
    args: { code: t.arg.string({ description: 'Code of the unit.' }) },
    resolve: async (_root, { code }, context) => assertVisible(await findUnitByCode(context, code), context),
  }),
  units: t.field({
    type: UnitConnection,
    description: 'Units one may see.',
    authScopes: { reads: 'UNIT_READ' },
    args: {
      filter: t.arg({ type: UnitFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: UnitOrderEnum, required: false, description: 'CODE unless stated.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, orderBy, direction, ...page }, context) => {
      const openOn = optionalDate(filter?.openOn, context);
      return listUnits(context, { ...filter, openOn }, orderBy ?? 'CODE', direction, page);
    },
  }),
}));
