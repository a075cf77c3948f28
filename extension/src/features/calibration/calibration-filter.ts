import { CALIBRATION_STATES, type CalibrationState } from '@congvu/schema/calibration';
import type { Address } from '../dashboard/address.ts';

/** What the list is asked for; a state of "" is any. */
export type CalibrationListFilter = {
  readonly unit: string;
  readonly year: string;
  readonly state: CalibrationState | '';
};

/** Reads the address; what it does not say, or says wrongly, is what the viewer begins with. */
export function readCalibrationFilter(
  filters: Address['filters'],
  start: { readonly unit: string; readonly year: string },
): CalibrationListFilter {
  const year = filters.year ?? '';
  return {
    unit: filters.unit || start.unit,
    year: /^\d{4}$/.test(year) ? year : start.year,
    state: CALIBRATION_STATES.find((state) => state === filters.state) ?? '',
  };
}

export function toCalibrationVariables({ unit, year, state }: CalibrationListFilter) {
  return { filter: { unit: unit === '' ? null : unit, year: Number(year), state: state === '' ? null : [state] } };
}
