import { type DomainError, domainError } from '../errors/error-catalogue.ts';

/** A row of a file of units: which unit, below which. */
export interface UnitRowCode {
  readonly code: string;
  readonly parent: string;
}

export interface UnitOrder {
  /** Places of the rows in the file, each after the row of its parent; among those free to come, as the file has them. */
  readonly order: readonly number[];
  /** Rows that cannot come at all, by their place in the file. */
  readonly problems: readonly { readonly row: number; readonly error: DomainError }[];
}

/**
 * The rows of a file of units in an order in which each parent is there before its units. `known`: codes of the units there already;
 * where a row names one of them again, the row says what lies above it.
 *
 * Errors: UNIT_CYCLE for each row of a circle, INCONSISTENT (DUPLICATE_CODE) for a code that stood in a row before, UNIT_UNKNOWN for a
 * parent that is neither known nor taken in, and so for every row below a circle.
 */
export function orderUnits(rows: readonly UnitRowCode[], known: ReadonlySet<string>): UnitOrder {
  const problems: { row: number; error: DomainError }[] = [];
  const placeOf = new Map<string, number>();
  for (const [place, { code }] of rows.entries()) {
    if (placeOf.has(code))
      problems.push({ row: place, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
    else placeOf.set(code, place);
  }
  const order = takeDown(rows, known, placeOf);
  const taken = new Set(order);
  const left = [...placeOf.values()].filter((place) => !taken.has(place));
  const inCircle = rowsInCircles(rows, left, placeOf);
  for (const place of left) {
    const error = inCircle.has(place)
      ? domainError('UNIT_CYCLE', { codes: circleFrom(place, rows, placeOf) })
      : domainError('UNIT_UNKNOWN', { unit: rows[place]?.parent ?? '' });
    problems.push({ row: place, error });
  }
  return { order, problems: problems.toSorted((left, right) => left.row - right.row) };
}

/** From the rows whose parent is known downwards, level by level. */
function takeDown(
  rows: readonly UnitRowCode[],
  known: ReadonlySet<string>,
  placeOf: ReadonlyMap<string, number>,
): readonly number[] {
  const below = new Map<string, number[]>();
  const order: number[] = [];
  for (const [code, place] of placeOf) {
    const parent = rows[place]?.parent ?? code;
    if (known.has(parent) && !placeOf.has(parent)) order.push(place);
    else {
      const siblings = below.get(parent);
      if (siblings === undefined) below.set(parent, [place]);
      else siblings.push(place);
    }
  }
  // The list grows while it is walked: each unit brings those right below it.
  for (const place of order) for (const each of below.get(rows[place]?.code ?? '') ?? []) order.push(each);
  return order;
}

/** The rows that are part of a circle. Each row is walked over once, so a file of one long circle costs no more than another. */
function rowsInCircles(
  rows: readonly UnitRowCode[],
  places: readonly number[],
  placeOf: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const above = (place: number): number | undefined => placeOf.get(rows[place]?.parent ?? '');
  const inCircle = new Set<number>();
  const walked = new Set<number>();
  for (const start of places) {
    const walk = new Set<number>();
    let place: number | undefined = start;
    while (place !== undefined && !walked.has(place)) {
      walked.add(place);
      walk.add(place);
      place = above(place);
    }
    // Where this very walk comes back to itself, it has found a circle.
    for (let each = place; each !== undefined && walk.has(each) && !inCircle.has(each); each = above(each))
      inCircle.add(each);
  }
  return inCircle;
}

/** Codes of a circle that are named; a longer one is cut. */
const MOST_NAMED = 20;

/** The codes of a circle from one of its rows upwards. */
function circleFrom(
  start: number,
  rows: readonly UnitRowCode[],
  placeOf: ReadonlyMap<string, number>,
): readonly string[] {
  const codes: string[] = [];
  let place: number | undefined = start;
  do {
    const row: UnitRowCode | undefined = rows[place ?? start];
    codes.push(row?.code ?? '');
    place = placeOf.get(row?.parent ?? '');
  } while (place !== start && codes.length < MOST_NAMED);
  return codes;
}
