import { LEVELS, type Level } from '@congvu/schema/evaluation';
import { CLASSIFICATION_STATES, type ClassificationState } from '@congvu/schema/procedure';
import type { Address } from '../dashboard/address.ts';

/** Which sheets of which round are shown; the address says the same. */
export type YearFilter = {
  readonly unit: string;
  readonly year: number;
  readonly group: string;
  readonly state: ClassificationState | '';
  readonly level: Level | '';
  readonly search: string;
};

/** Reads the address; what is absent or not understood is the default. */
export function readYearFilter(
  { unit, year = '', group, state, level, search }: Address['filters'],
  defaults: Pick<YearFilter, 'unit' | 'year'>,
): YearFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    year: /^20\d\d$/.test(year) ? Number(year) : defaults.year,
    group: group?.slice(0, 64) ?? '',
    state: CLASSIFICATION_STATES.find((each) => each === state) ?? '',
    level: LEVELS.find((each) => each === level) ?? '',
    search: search?.slice(0, 100) ?? '',
  };
}

export function writeYearFilter({ year, ...rest }: YearFilter): Address['filters'] {
  return { year: String(year), ...rest };
}
