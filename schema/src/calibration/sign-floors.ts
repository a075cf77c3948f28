import { parseRational, type Rational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';

/**
 * Below what nothing is said, and from where something is shown. PEOPLE: scored by one manager in one comparable group; MANAGERS: of that
 * group who scored as many, himself counted; NEWCOMERS: newcomers, and leavers, of a manager; SITTING_SHEETS confirmed within
 * SITTING_SECONDS; SPLIT_TASKS: parts of one person and one product; SPLIT_SHARE: the most that a part has of a whole product;
 * EQUAL_PEOPLE: of a unit with one score; DISTANCE: in standard deviations; CONTRADICTION_MEMBERS and _SHARE: of a unit whose result says
 * other than its members' levels.
 */
export const SIGN_FLOOR_NAMES = [
  'PEOPLE',
  'MANAGERS',
  'NEWCOMERS',
  'SITTING_SHEETS',
  'SITTING_SECONDS',
  'SPLIT_TASKS',
  'SPLIT_SHARE',
  'EQUAL_PEOPLE',
  'DISTANCE',
  'CONTRADICTION_MEMBERS',
  'CONTRADICTION_SHARE',
] as const;
export type SignFloorName = (typeof SIGN_FLOOR_NAMES)[number];

/** One floor as an exact number. */
export interface SignFloor {
  readonly name: SignFloorName;
  readonly value: string;
  readonly source: Source;
}

/** One row of each name. */
export type SignFloorTable = readonly SignFloor[];

/** No text names such floors: all are ours, and an office puts its own in their place. */
const ours: Source = {
  instrument: '335/2025/NĐ-CP',
  clause: null,
  effectiveFrom: null,
  effectiveTo: null,
  url: null,
  certainty: 'ASSUMPTION',
};

const VALUES: Readonly<Record<SignFloorName, string>> = {
  PEOPLE: '5',
  MANAGERS: '3',
  NEWCOMERS: '3',
  SITTING_SHEETS: '10',
  SITTING_SECONDS: '120',
  SPLIT_TASKS: '5',
  SPLIT_SHARE: '1/2',
  EQUAL_PEOPLE: '5',
  DISTANCE: '2',
  CONTRADICTION_MEMBERS: '10',
  CONTRADICTION_SHARE: '95/100',
};

/** The floors until an office publishes its own. */
export const SIGN_FLOOR_TABLE: SignFloorTable = SIGN_FLOOR_NAMES.map((name) => ({
  name,
  value: VALUES[name],
  source: ours,
}));

/** A floor of a table by its name; one that a table leaves out is the built-in one. */
export function getFloor(table: SignFloorTable, name: SignFloorName): SignFloor {
  return table.find((row) => row.name === name) ?? { name, value: VALUES[name], source: ours };
}

/** The floor as a number. A table was read by its shape, so each value is one. */
export function floorValue(table: SignFloorTable, name: SignFloorName): Rational {
  return expectOk(parseRational(getFloor(table, name).value));
}
