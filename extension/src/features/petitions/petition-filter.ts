import { PETITION_STATES, type PetitionState } from '@congvu/schema/procedure';
import type { Address } from '../dashboard/address.ts';

/** Which petitions are shown; `year` null for every year. */
export type PetitionFilter = {
  readonly unit: string;
  readonly year: number | null;
  readonly state: PetitionState | '';
};

/** Reads the address: what waits for an answer where it says nothing, everything where it says "all". */
export function readPetitionFilter(
  { unit, year = '', state }: Address['filters'],
  defaults: { readonly unit: string },
): PetitionFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    year: /^20\d\d$/.test(year) ? Number(year) : null,
    state: state === 'all' ? '' : (PETITION_STATES.find((each) => each === state) ?? 'FILED'),
  };
}

export function writePetitionFilter({ unit, year, state }: PetitionFilter): Address['filters'] {
  return { unit, year: year === null ? '' : String(year), state: state === '' ? 'all' : state };
}
