import type { RankingFilter as RankingFilterInput } from '../../../generated/graphql.ts';

/** What the ranking shows; the page's address says the same, so that it can be kept and sent on. */
export type RankingFilter = {
  readonly unit: string;
  readonly period: string;
  readonly group: string | null;
  readonly search: string;
  readonly blocked: boolean | null;
};

/** Reads the address; what is absent or not understood is the default. */
export function readFilter(query: string, defaults: Pick<RankingFilter, 'unit' | 'period'>): RankingFilter {
  const parameters = new URLSearchParams(query);
  const period = parameters.get('period') ?? '';
  const blocked = parameters.get('blocked');
  return {
    unit: parameters.get('unit')?.slice(0, 64) || defaults.unit,
    period: /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/.test(period) ? period : defaults.period,
    group: parameters.get('group')?.slice(0, 64) || null,
    search: parameters.get('search')?.slice(0, 100) ?? '',
    blocked: blocked === 'yes' ? true : blocked === 'no' ? false : null,
  };
}

/** The address of a filter; `readFilter` reads it back. */
export function writeFilter(filter: RankingFilter): string {
  const parameters = new URLSearchParams({ period: filter.period, unit: filter.unit });
  if (filter.group !== null) parameters.set('group', filter.group);
  if (filter.search !== '') parameters.set('search', filter.search);
  if (filter.blocked !== null) parameters.set('blocked', filter.blocked ? 'yes' : 'no');
  return `?${parameters}`;
}

export function toFilterInput(filter: RankingFilter): RankingFilterInput | null {
  if (filter.search === '' && filter.blocked === null) return null;
  return { search: filter.search === '' ? null : filter.search.normalize('NFC'), blocked: filter.blocked };
}
