import type { Address } from '../dashboard/address.ts';

/** A comparison takes two to six: that many columns and lines can be read beside each other. */
export const comparedPeople = { least: 2, most: 6 } as const;

/** What is compared; the address says the same. */
export type ComparisonFilter = {
  /** Staff codes in the order of the columns, each once. */
  readonly people: readonly string[];
  readonly period: string;
  readonly years: number;
  /** People of different groups: levels, titles and findings alone, no figures. */
  readonly byLevel: boolean;
};

/** Reads the address; what is absent or not understood is the default. */
export function readComparisonFilter(
  { people = '', period = '', years = '', byLevel }: Address['filters'],
  defaults: { readonly period: string },
): ComparisonFilter {
  const codes = people.split(',').map((code) => code.trim().slice(0, 64));
  return {
    people: [...new Set(codes.filter((code) => code !== ''))].slice(0, comparedPeople.most),
    period: /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : defaults.period,
    years: /^[1-5]$/.test(years) ? Number(years) : 3,
    byLevel: byLevel === 'yes',
  };
}

export function writeComparisonFilter({ people, period, years, byLevel }: ComparisonFilter): Address['filters'] {
  return {
    people: people.join(','),
    period,
    ...(years !== 3 && { years: String(years) }),
    ...(byLevel && { byLevel: 'yes' }),
  };
}

/** Whether so many may be compared. */
export function mayCompare(count: number): boolean {
  return count >= comparedPeople.least && count <= comparedPeople.most;
}
