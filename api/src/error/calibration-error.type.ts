import { builder } from '../builder.ts';
import { DomainErrorRef, REFUSALS } from './domain-error.type.ts';
import { ReasonRequiredError, RoundNotOpenError, SessionLockedError, UnitsNotSubmittedError } from './refusals.ts';

builder.objectType(SessionLockedError, {
  name: 'SessionLockedError',
  description: 'The calibration is locked or cancelled; nothing of it changes.',
  interfaces: [DomainErrorRef],
});

builder.objectType(UnitsNotSubmittedError, {
  name: 'UnitsNotSubmittedError',
  description: 'Units of the calibration have not submitted yet, and their day has not passed.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    units: t.stringList({
      description: 'Codes of the units that have not.',
      resolve: (refusal) => [...refusal.error.payload.units],
    }),
  }),
});

/** What opening a calibration may meet beside. */
export const CALIBRATION_OPENING_REFUSALS = [...REFUSALS, RoundNotOpenError];

/** What any further act of a calibration may meet beside. */
export const CALIBRATION_REFUSALS = [...REFUSALS, SessionLockedError];

/** What revealing, changing and locking may meet beside. */
export const CALIBRATION_CHAIR_REFUSALS = [...CALIBRATION_REFUSALS, UnitsNotSubmittedError, ReasonRequiredError];
