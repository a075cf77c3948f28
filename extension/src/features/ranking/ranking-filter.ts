import type { RankingFilter as RankingFilterInput } from '../../../generated/graphql.ts';
import type { Address } from '../dashboard/address.ts';

export const rankingViews = ['list', 'plots', 'apart'] as const;
export type RankingView = (typeof rankingViews)[number];

/** What the ranking shows; the page's address says the same, so that it can be kept and sent on. */
export type RankingFilter = {
  readonly unit: string;
  /** A month or a year. */
  readonly period: string;
  /** The comparable group: codes of the agency, of the group of work and of the family of rule sets; null: the largest. */
  readonly agency: string | null;
  readonly group: string | null;
  readonly family: string | null;
  /** How many years back a year is looked at with. */
  readonly years: number;
  readonly view: RankingView;
  readonly search: string;
  readonly blocked: boolean | null;
};

/** Reads the address; what is absent or not understood is the default. */
export function readFilter(
  { unit, period = '', agency, group, family, years = '', view, search, blocked }: Address['filters'],
  defaults: Pick<RankingFilter, 'unit' | 'period'>,
): RankingFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    period: /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : defaults.period,
    agency: agency?.slice(0, 64) || null,
    group: group?.slice(0, 64) || null,
    family: family?.slice(0, 64) || null,
    years: /^[1-5]$/.test(years) ? Number(years) : 3,
    view: rankingViews.find((each) => each === view) ?? 'list',
    search: search?.slice(0, 100) ?? '',
    blocked: blocked === 'yes' ? true : blocked === 'no' ? false : null,
  };
}

/** The address of a filter; `readFilter` reads it back. */
export function writeFilter(filter: RankingFilter): Address['filters'] {
  const { period, unit, agency, group, family, years, view, search, blocked } = filter;
  return {
    period,
    unit,
    ...(agency !== null && { agency }),
    ...(group !== null && { group }),
    ...(family !== null && { family }),
    ...(years !== 3 && { years: String(years) }),
    ...(view !== 'list' && { view }),
    ...(search !== '' && { search }),
    ...(blocked !== null && { blocked: blocked ? 'yes' : 'no' }),
  };
}

export function toFilterInput(filter: RankingFilter): RankingFilterInput | null {
  if (filter.search === '' && filter.blocked === null) return null;
  return { search: filter.search === '' ? null : filter.search.normalize('NFC'), blocked: filter.blocked };
}
