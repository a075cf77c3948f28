import { builder } from '../builder.ts';
import { listCalibrations } from './calibration.store.ts';
import { CalibrationSessionConnection, CalibrationStateEnum } from './calibration.type.ts';

const CalibrationFilter = builder.inputType('CalibrationFilter', {
  description: 'Which calibrations; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: calibrations at and below it.' }),
    year: t.int({ required: false, description: 'The evaluation year.' }),
    state: t.field({ type: [CalibrationStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryField('calibrationSessions', (t) =>
  t.field({
    type: CalibrationSessionConnection,
    description: 'Calibrations one takes part in, chairs or locks, newest first.',
    authScopes: { reads: 'CLASSIFICATION_READ' },
    args: {
      filter: t.arg({ type: CalibrationFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) => listCalibrations(context, { ...filter }, page),
  }),
);
