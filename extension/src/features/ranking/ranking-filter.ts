import type { RankingFilter as RankingFilterInput } from '../../../generated/graphql.ts';
import type { Address } from '../dashboard/address.ts';

/** What the ranking shows; the page's address says the same, so that it can be kept and sent on. */
export type RankingFilter = {
  readonly unit: string;
  readonly period: string;
  readonly group: string | null;
  readonly search: string;
  readonly blocked: boolean | null;
};

/** Reads the address; what is absent or not understood is the default. */
export function readFilter(
  { unit, period = '', group, search, blocked }: Address['filters'],
  defaults: Pick<RankingFilter, 'unit' | 'period'>,
): RankingFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    period: /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/.test(period) ? period : defaults.period,
    group: group?.slice(0, 64) || null,
    search: search?.slice(0, 100) ?? '',
    blocked: blocked === 'yes' ? true : blocked === 'no' ? false : null,
  };
}

/** The address of a filter; `readFilter` reads it back. */
export function writeFilter({ period, unit, group, search, blocked }: RankingFilter): Address['filters'] {
  return {
    period,
    unit,
    ...(group !== null && { group }),
    ...(search !== '' && { search }),
    ...(blocked !== null && { blocked: blocked ? 'yes' : 'no' }),
  };
}

export function toFilterInput(filter: RankingFilter): RankingFilterInput | null {
  if (filter.search === '' && filter.blocked === null) return null;
  return { search: filter.search === '' ? null : filter.search.normalize('NFC'), blocked: filter.blocked };
}
