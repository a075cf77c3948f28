import { add, compare, divide, multiply, type Rational, subtract, sum, whole, ZERO } from '../primitives/rational.ts';
import type { SignKind, SignState } from './calibration-words.ts';
import { floorValue, getFloor, type SignFloor, type SignFloorName, type SignFloorTable } from './sign-floors.ts';

/** People of a kind a manager scored: how many, and how many of them stand last among his. */
export interface StandingLast {
  readonly people: number;
  readonly last: number;
}

/** A comparable group (domain.md 9.1), by codes: one classifying agency, similar work, one family of rule sets. */
export interface SignGroup {
  readonly agency: string;
  readonly group: string;
  readonly family: string;
}

/** A manager's people of one comparable group. Figures of totals are exact sums of totals, or of means of months, cut at 15 decimals. */
export interface GroupFigures extends SignGroup {
  readonly people: number;
  readonly sum: Rational;
  readonly sumOfSquares: Rational;
}

/** What one manager confirmed in a unit and period. */
export interface ManagerFigures {
  readonly manager: string;
  readonly unit: string;
  readonly people: number;
  /** By comparable group; whoever belongs to none is in none of these. */
  readonly groups: readonly GroupFigures[];
  readonly newcomers: StandingLast;
  readonly leavers: StandingLast;
  /** Different totals among his people. */
  readonly distinctTotals: number;
  /** Sheets confirmed one after another, and from the first to the last of them in seconds. */
  readonly sittings: readonly { readonly sheets: number; readonly seconds: number }[];
}

/** One person's tasks of one product in a period. */
export interface SplitFigures {
  readonly employee: string;
  readonly product: string;
  readonly unit: string;
  readonly tasks: number;
  /** Of them those of at most SPLIT_SHARE of a whole product. */
  readonly parts: number;
}

/** The managers of one root and period, who are compared with one another, and what was split there. */
export interface SignFigures {
  readonly managers: readonly ManagerFigures[];
  readonly splits: readonly SplitFigures[];
}

/** All others together who scored people of the same comparable group. */
export interface ComparedWith {
  readonly people: number;
  readonly managers: number;
  readonly mean: Rational;
  /** The square of the standard deviation, exact; `displayRoot` writes the deviation itself. */
  readonly variance: Rational;
}

export interface Sign {
  readonly kind: SignKind;
  readonly state: SignState;
  /** The floor that decided: what there must be at least where it is NOT_ENOUGH_DATA, else from where it is a sign. */
  readonly floor: SignFloor;
  /** The figure held against it: a mean, a variance, or a count. */
  readonly given: Rational;
  readonly comparable: ComparedWith | null;
  /** Within which it was compared; null where nothing is. */
  readonly group: SignGroup | null;
  readonly unit: string;
  readonly manager: string | null;
  readonly employee: string | null;
  readonly product: string | null;
}

/**
 * Signs of leniency, severity and gaming, each with the floor it rests on: four for each manager, three for each comparable group of
 * his people, and one for each product that is split. Below a floor it is NOT_ENOUGH_DATA. They are shown to who calibrates and change
 * nothing: no score, level, quota or order.
 *
 * A manager's people are compared only with people of the same comparable group whom other managers scored. A mean lies apart where it
 * is DISTANCE standard deviations from theirs; a spread is narrow where it is at most 1/DISTANCE of theirs. Both are compared as squares,
 * without a root. A product is split where at least SPLIT_TASKS of one person's tasks of it are parts, and parts are more than half of
 * them: an odd half among whole ones is ordinary work. Source: domain.md 9.1 of groups; no text names such floors, all are ours.
 */
export function signsOf(figures: SignFigures, floors: SignFloorTable): readonly Sign[] {
  const counted = figures.managers.flatMap(({ manager, groups }) =>
    groups.filter(({ people }) => hasReached(floors, 'PEOPLE', people)).map((group) => ({ manager, ...group })),
  );
  return [
    ...figures.managers.flatMap((manager) => [
      ...manager.groups.flatMap((group) => comparedSigns(manager, group, counted, floors)),
      lastSign('NEWCOMERS_LAST', manager, manager.newcomers, floors),
      lastSign('LEAVERS_LAST', manager, manager.leavers, floors),
      equalSign(manager, floors),
      sittingSign(manager, floors),
    ]),
    ...figures.splits.map((split) => splitSign(split, floors)),
  ];
}

type CountedGroup = GroupFigures & { readonly manager: string };

function comparedSigns(
  manager: ManagerFigures,
  own: GroupFigures,
  counted: readonly CountedGroup[],
  floors: SignFloorTable,
): readonly Sign[] {
  const kinds = ['LENIENT', 'SEVERE', 'NARROW_SPREAD'] as const;
  const group: SignGroup = { agency: own.agency, group: own.group, family: own.family };
  // Of one who scores in two units neither is compared with the other.
  const others = counted.filter((each) => each.manager !== manager.manager && isSameGroup(each, group));
  const managers = new Set(others.map((each) => each.manager)).size;
  const short = (name: SignFloorName, given: number) =>
    kinds.map((kind) => ({ ...signOf(manager, kind, 'NOT_ENOUGH_DATA', getFloor(floors, name), whole(given)), group }));
  if (!hasReached(floors, 'PEOPLE', own.people)) return short('PEOPLE', own.people);
  // Himself counted: three of a sở’s divisions of similar work are compared with one another.
  if (!hasReached(floors, 'MANAGERS', managers + 1)) return short('MANAGERS', managers + 1);
  const comparable: ComparedWith = { ...togetherOf(others), managers };
  const mine = togetherOf([own]);
  const distance = floorValue(floors, 'DISTANCE');
  const apart = subtract(mine.mean, comparable.mean);
  const squares = multiply(multiply(distance, distance), comparable.variance);
  const isFar = compare(apart, ZERO) !== 0 && compare(multiply(apart, apart), squares) >= 0;
  const isNarrow =
    compare(comparable.variance, ZERO) > 0 &&
    compare(multiply(multiply(distance, distance), mine.variance), comparable.variance) <= 0;
  const floor = getFloor(floors, 'DISTANCE');
  const say = (kind: SignKind, isSign: boolean, given: Rational): Sign => ({
    ...signOf(manager, kind, isSign ? 'SIGN' : 'NONE', floor, given),
    comparable,
    group,
  });
  return [
    say('LENIENT', isFar && compare(apart, ZERO) > 0, mine.mean),
    say('SEVERE', isFar && compare(apart, ZERO) < 0, mine.mean),
    say('NARROW_SPREAD', isNarrow, mine.variance),
  ];
}

function isSameGroup(left: SignGroup, right: SignGroup): boolean {
  return left.agency === right.agency && left.group === right.group && left.family === right.family;
}

/** Mean and variance over all people of some figures, of which there is at least one. */
function togetherOf(figures: readonly GroupFigures[]): Omit<ComparedWith, 'managers'> {
  const people = figures.reduce((total, each) => total + each.people, 0);
  const count = whole(people);
  const mean = divide(sum(figures.map((each) => each.sum)), count);
  const squares = divide(sum(figures.map((each) => each.sumOfSquares)), count);
  return { people, mean, variance: subtract(squares, multiply(mean, mean)) };
}

/** All of them stand last: one who does not speaks against it. */
function lastSign(
  kind: 'NEWCOMERS_LAST' | 'LEAVERS_LAST',
  manager: ManagerFigures,
  { people, last }: StandingLast,
  floors: SignFloorTable,
): Sign {
  if (!hasReached(floors, 'PEOPLE', manager.people))
    return signOf(manager, kind, 'NOT_ENOUGH_DATA', getFloor(floors, 'PEOPLE'), whole(manager.people));
  const floor = getFloor(floors, 'NEWCOMERS');
  if (!hasReached(floors, 'NEWCOMERS', people)) return signOf(manager, kind, 'NOT_ENOUGH_DATA', floor, whole(people));
  return signOf(manager, kind, last === people ? 'SIGN' : 'NONE', floor, whole(last));
}

function equalSign(manager: ManagerFigures, floors: SignFloorTable): Sign {
  const floor = getFloor(floors, 'EQUAL_PEOPLE');
  const isEnough = hasReached(floors, 'EQUAL_PEOPLE', manager.people);
  const state = isEnough ? (manager.distinctTotals === 1 ? 'SIGN' : 'NONE') : 'NOT_ENOUGH_DATA';
  return signOf(manager, 'EQUAL_SCORES', state, floor, whole(manager.people));
}

function sittingSign(manager: ManagerFigures, floors: SignFloorTable): Sign {
  const floor = getFloor(floors, 'SITTING_SHEETS');
  if (!hasReached(floors, 'SITTING_SHEETS', manager.people))
    return signOf(manager, 'ONE_SITTING', 'NOT_ENOUGH_DATA', floor, whole(manager.people));
  const seconds = floorValue(floors, 'SITTING_SECONDS');
  const quick = manager.sittings.filter((sitting) => compare(whole(sitting.seconds), seconds) <= 0);
  const most = quick.reduce((sheets, sitting) => Math.max(sheets, sitting.sheets), 0);
  const state = hasReached(floors, 'SITTING_SHEETS', most) ? 'SIGN' : 'NONE';
  return signOf(manager, 'ONE_SITTING', state, floor, whole(most));
}

function splitSign({ employee, product, unit, tasks, parts }: SplitFigures, floors: SignFloorTable): Sign {
  const floor = getFloor(floors, 'SPLIT_TASKS');
  const isSplit = hasReached(floors, 'SPLIT_TASKS', parts) && 2 * parts > tasks;
  const state = hasReached(floors, 'SPLIT_TASKS', tasks) ? (isSplit ? 'SIGN' : 'NONE') : 'NOT_ENOUGH_DATA';
  const base = { kind: 'PRODUCT_SPLIT', state, floor, given: whole(parts), comparable: null, group: null } as const;
  return { ...base, unit, manager: null, employee, product };
}

function signOf(
  { unit, manager }: ManagerFigures,
  kind: SignKind,
  state: SignState,
  floor: SignFloor,
  given: Rational,
): Sign {
  return { kind, state, floor, given, comparable: null, group: null, unit, manager, employee: null, product: null };
}

function hasReached(floors: SignFloorTable, name: SignFloorName, count: number): boolean {
  return compare(whole(count), floorValue(floors, name)) >= 0;
}

/** Squares are kept to four more digits than are shown, so that the root is cut to two decimals. */
const SHOWN_SQUARE = 10_000n;

/** The root of an exact square in two decimals, cut: "4.47" of 20. By whole numbers alone; for display, never compared. */
export function displayRoot(square: Rational): string {
  if (compare(square, ZERO) < 0) throw new RangeError('a square is not negative');
  const hundredths = wholeRoot((square.numerator * SHOWN_SQUARE) / square.denominator);
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The largest whole number whose square is not above. Newton's step from above. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = value;
  let next = (root + 1n) / 2n;
  while (next < root) {
    root = next;
    next = (root + value / root) / 2n;
  }
  return root;
}

/** Sums of a manager's totals, for who has the totals themselves. */
export function sumsOf(totals: readonly Rational[]): { readonly sum: Rational; readonly sumOfSquares: Rational } {
  return {
    sum: sum(totals),
    sumOfSquares: totals.reduce((squares, total) => add(squares, multiply(total, total)), ZERO),
  };
}
