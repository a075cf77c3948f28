import type { RankingFilter as RankingFilterInput } from '../../../generated/graphql.ts';
import type { Address } from '../dashboard/address.ts';
import { isYear } from './ranked-periods.ts';
import {
  countNarrowing,
  type Narrowing,
  readNarrowing,
  toNarrowingInput,
  writeNarrowing,
} from './ranking-narrowing.ts';

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
  readonly narrowing: Narrowing;
};

/** Reads the address; what is absent or not understood is the default. */
export function readFilter(
  filters: Address['filters'],
  defaults: Pick<RankingFilter, 'unit' | 'period'>,
): RankingFilter {
  const { unit, period: asked = '', agency, group, family, years = '', view, search, blocked } = filters;
  const period = /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(asked) ? asked : defaults.period;
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    period,
    agency: agency?.slice(0, 64) || null,
    group: group?.slice(0, 64) || null,
    family: family?.slice(0, 64) || null,
    years: /^[1-5]$/.test(years) ? Number(years) : 3,
    view: rankingViews.find((each) => each === view) ?? 'list',
    search: search?.slice(0, 100) ?? '',
    blocked: blocked === 'yes' ? true : blocked === 'no' ? false : null,
    narrowing: readNarrowing(filters, !isYear(period)),
  };
}

/** The address of a filter; `readFilter` reads it back. */
export function writeFilter(filter: RankingFilter): Address['filters'] {
  const { period, unit, agency, group, family, years, view, search, blocked, narrowing } = filter;
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
    ...writeNarrowing(narrowing),
  };
}

export function toFilterInput(filter: RankingFilter): RankingFilterInput | null {
  const { search, blocked, narrowing } = filter;
  if (search === '' && blocked === null && countNarrowing(narrowing) === 0) return null;
  return { search: search === '' ? null : search.normalize('NFC'), blocked, ...toNarrowingInput(narrowing) };
}
