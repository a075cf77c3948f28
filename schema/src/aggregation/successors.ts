import type { LocalDate } from '../primitives/local-date.ts';

/** A unit between two dates, both included; a reorganisation closes it and names the one that goes on. */
export interface DatedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly validTo: LocalDate | null;
  readonly successorId: string | null;
}

/**
 * The unit that stands for another on a day: itself while it exists, else its successor, or that one's. Null where the line ends
 * in a unit closed without one, or the unit is unknown.
 */
export function standingUnit(units: ReadonlyMap<string, DatedUnit>, id: string, on: LocalDate): DatedUnit | null {
  const seen = new Set<string>();
  let unit = units.get(id);
  while (unit !== undefined && unit.validTo !== null && unit.validTo < on) {
    seen.add(unit.id);
    if (unit.successorId === null || seen.has(unit.successorId)) return null;
    unit = units.get(unit.successorId);
  }
  return unit ?? null;
}

/**
 * The agency for which a month scored in a unit counts on a day: the nearest unit among `agencies` at or above the unit that
 * stands for it. A month of a merged unit counts for the agency it went into, so its people are no newcomers there. Null where
 * none is found.
 *
 * Source: NĐ 335/2025 art. 19(1) for people who moved; that a merger is no move is our reading.
 */
export function agencyOfUnit(
  units: ReadonlyMap<string, DatedUnit>,
  agencies: ReadonlySet<string>,
  unitId: string,
  on: LocalDate,
): string | null {
  let unit = standingUnit(units, unitId, on);
  for (let height = 0; unit !== null && height <= units.size; height += 1) {
    if (agencies.has(unit.id)) return unit.id;
    unit = unit.parentId === null ? null : standingUnit(units, unit.parentId, on);
  }
  return null;
}

/** Months by the agency they count for; `own`: the classifying agency's, predecessors' included. */
export interface MonthsByAgency<Month> {
  readonly own: readonly Month[];
  /** What the old agencies sent. */
  readonly received: readonly Month[];
}

/** Which months of a year are the classifying agency's and which came with the person. All of them enter the mean (R-SP-8). */
export function monthsByAgency<Month extends { readonly unitId: string }>(
  months: readonly Month[],
  agency: string,
  agencyOf: (unitId: string) => string | null,
): MonthsByAgency<Month> {
  const isOwn = (month: Month) => agencyOf(month.unitId) === agency;
  return { own: months.filter(isOwn), received: months.filter((month) => !isOwn(month)) };
}
