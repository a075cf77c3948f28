import { builder } from '../builder.ts';
import { calibratorOf, mayChair } from '../calibration/calibration.policy.ts';
import { CalibrationSessionRef } from '../calibration/calibration.type.ts';
import { forbidden } from '../error/request-error.ts';
import { assertVisible, filterUnit, periodArgument } from '../query-arguments.ts';
import { getUnit } from '../unit/unit.store.ts';
import { SignConnection } from './sign.type.ts';
import { listSigns } from './signs.ts';

builder.queryField('signs', (t) =>
  t.field({
    type: SignConnection,
    description:
      'Signs of leniency and of gaming in a unit and a month or year, for who proposes or decides levels there. Below a floor nothing is said; nothing follows from a sign.',
    authScopes: (_root, _args, { actor }) =>
      actor?.permissions.some(
        ({ permission }) => permission === 'CLASSIFICATION_PROPOSE' || permission === 'CLASSIFICATION_DECIDE',
      ) ?? false,
    args: {
      unit: t.arg.string({ description: 'Code of the unit; with all below it.' }),
      period: t.arg({ type: 'Period', description: 'The month or year.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit: code, period, ...page }, context) => {
      const asked = periodArgument(period, context);
      const unit = assertVisible(await filterUnit(code, context), context);
      if (!mayChair(calibratorOf(context.actor), unit.pathText)) {
        throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
      }
      return listSigns(context, unit, asked, page);
    },
  }),
);

builder.objectField(CalibrationSessionRef, 'signs', (t) =>
  t.field({
    type: SignConnection,
    description: 'Signs in the session’s unit and year; none for who does not chair.',
    args: t.arg.connectionArgs(),
    resolve: async ({ unitId, year }, page, context) =>
      listSigns(context, await getUnit(context, unitId), String(year), page),
  }),
);
