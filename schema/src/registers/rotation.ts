import type { LocalDate } from '../primitives/local-date.ts';
import { type Rational, rational, ZERO } from '../primitives/rational.ts';

/** A unit that can be visited, with its first and last day; null: still open. */
export interface RotatedUnit {
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A visit that happened. */
export interface VisitMade {
  readonly unit: string;
  readonly on: LocalDate;
}

/** Why a unit is visited in a year out of its turn. */
export interface VisitReason {
  readonly unit: string;
  readonly year: number;
  readonly reason: string;
}

export interface ProposedVisit {
  readonly unit: string;
  /** It was visited before, or stands in an earlier year of this plan. */
  readonly repeat: boolean;
  readonly reason: string | null;
  /** Its last visit; of one only planned, the day by which that is made. */
  readonly lastOn: LocalDate | null;
  /** The last day for it: of the year, or of the unit. */
  readonly by: LocalDate;
}

export interface RotationYear {
  readonly year: number;
  /** Units open on the first day of the year, of whom the share is counted. */
  readonly units: number;
  /** The fewest units to visit. */
  readonly least: number;
  readonly visits: readonly ProposedVisit[];
}

/**
 * A plan of visits in rotation: each year at least `sharePercent` of the units open on its first day, rounded up, and nobody twice
 * before everybody was visited once.
 *
 * Of a year's units come first those named with a reason, then those never visited, the soonest to close before the others and
 * then by code, then the longest unvisited. Visits already made in a year count towards it. The same input gives the same plan.
 *
 * Source: practice of a province, at least 30 % a year in rotation (domain.md 10).
 */
export function planRotation(input: {
  readonly units: readonly RotatedUnit[];
  readonly visits: readonly VisitMade[];
  readonly from: number;
  readonly years: number;
  readonly sharePercent: number;
  readonly reasons: readonly VisitReason[];
}): { readonly years: readonly RotationYear[] } {
  const last = lastVisits(input.visits);
  const years: RotationYear[] = [];
  for (let year = input.from; year < input.from + input.years; year += 1) {
    const planned = planYear(input, year, last);
    for (const { unit, by } of planned.visits) last.set(unit, by);
    years.push(planned);
  }
  return { years };
}

function planYear(
  { units, sharePercent, reasons }: Pick<Parameters<typeof planRotation>[0], 'units' | 'sharePercent' | 'reasons'>,
  year: number,
  last: ReadonlyMap<string, LocalDate>,
): RotationYear {
  // Days that every year has.
  const [first, end] = [`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate];
  const open = units.filter((unit) => isOpenBetween(unit, first, end));
  const counted = open.filter(({ validFrom }) => validFrom <= first).length;
  const least = Math.ceil((sharePercent * counted) / 100);
  const isMadeThisYear = ({ code }: RotatedUnit) => (last.get(code) ?? '') >= first;
  const made = open.filter(isMadeThisYear).length;
  const reasonOf = new Map(reasons.filter((each) => each.year === year).map(({ unit, reason }) => [unit, reason]));
  const byTurn = open
    .filter((unit) => !reasonOf.has(unit.code) && !isMadeThisYear(unit))
    .toSorted((left, right) => compareTurns(left, right, last));
  const named = open
    .filter(({ code }) => reasonOf.has(code))
    .toSorted((left, right) => compareText(left.code, right.code));
  const places = Math.max(0, least - made - named.length);
  const visits = [...named, ...byTurn.slice(0, places)].map(({ code, validTo }): ProposedVisit => {
    const lastOn = last.get(code) ?? null;
    const by = validTo !== null && validTo < end ? validTo : end;
    return { unit: code, repeat: lastOn !== null, reason: reasonOf.get(code) ?? null, lastOn, by };
  });
  return { year, units: counted, least, visits };
}

/** Never visited before visited; of the former the soonest to close, of the latter the longest unvisited; then by code. */
function compareTurns(left: RotatedUnit, right: RotatedUnit, last: ReadonlyMap<string, LocalDate>): number {
  const key = ({ code, validTo }: RotatedUnit) => {
    const visited = last.get(code);
    return visited === undefined ? `0 ${validTo ?? '9999-12-31'}` : `1 ${visited}`;
  };
  return compareText(key(left), key(right)) || compareText(left.code, right.code);
}

export interface Coverage {
  /** Units open on some day of the period. */
  readonly units: number;
  /** Of them, visited in the period. */
  readonly visited: number;
  /** Of them, never visited up to its end, by code. */
  readonly neverVisited: readonly string[];
  /** Visited ÷ units; 0 where there are none. */
  readonly share: Rational;
}

/** How many of the units were visited in a period, both days inclusive. */
export function coverage(
  units: readonly RotatedUnit[],
  visits: readonly VisitMade[],
  from: LocalDate,
  to: LocalDate,
): Coverage {
  const open = units.filter((unit) => isOpenBetween(unit, from, to));
  const ever = new Set(visits.filter(({ on }) => on <= to).map(({ unit }) => unit));
  const inPeriod = new Set(visits.filter(({ on }) => from <= on && on <= to).map(({ unit }) => unit));
  const visited = open.filter(({ code }) => inPeriod.has(code)).length;
  return {
    units: open.length,
    visited,
    neverVisited: open.flatMap(({ code }) => (ever.has(code) ? [] : [code])).toSorted(compareText),
    share: open.length === 0 ? ZERO : rational(visited, open.length),
  };
}

function lastVisits(visits: readonly VisitMade[]): Map<string, LocalDate> {
  const last = new Map<string, LocalDate>();
  for (const { unit, on } of visits) {
    const known = last.get(unit);
    if (known === undefined || on > known) last.set(unit, on);
  }
  return last;
}

function isOpenBetween({ validFrom, validTo }: RotatedUnit, from: LocalDate, to: LocalDate): boolean {
  return validFrom <= to && (validTo === null || validTo >= from);
}

/** By code units of UTF-16, the same everywhere. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
