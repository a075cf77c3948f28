import { CANDIDATE_STATES, type CandidateState } from '@congvu/schema/registers';
import type { Address } from '../dashboard/address.ts';

/** Whose standing to which title of which year is shown. */
export type CandidateFilter = {
  readonly unit: string;
  readonly year: number;
  readonly title: string;
  readonly state: CandidateState | '';
  readonly search: string;
};

/** The title that most of a kind are considered for: what is shown first. */
export const firstTitle = { PERSON: 'CSTDCS', COLLECTIVE: 'TTLDTT' } as const;
export type Subject = keyof typeof firstTitle;

/** Reads the address; what is absent or not understood is the default. */
export function readCandidateFilter(
  { unit, year = '', title, state, search }: Address['filters'],
  defaults: { readonly unit: string; readonly year: number },
  subject: Subject = 'PERSON',
): CandidateFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    year: /^20\d\d$/.test(year) ? Number(year) : defaults.year,
    title: title?.slice(0, 64) || firstTitle[subject],
    state: CANDIDATE_STATES.find((each) => each === state) ?? '',
    search: search?.slice(0, 100) ?? '',
  };
}

export function writeCandidateFilter(
  { year, ...rest }: CandidateFilter,
  subject: Subject = 'PERSON',
): Address['filters'] {
  return { tab: subject === 'PERSON' ? 'candidates' : 'collectives', year: String(year), ...rest };
}

/** As the api takes it, for the list and for its workbook. */
export function toCandidateVariables({ unit, year, title, state, search }: CandidateFilter) {
  return {
    unit,
    year,
    title,
    state: state === '' ? null : [state],
    search: search === '' ? null : search.normalize('NFC'),
  };
}
