import type { LocalDate } from '../primitives/local-date.ts';
import type { Certainty, Source } from '../primitives/source.ts';

/** What a term is counted in. A calendar DAY counts weekends and holidays too. */
export const TERM_UNITS = ['DAY', 'WORKING_DAY', 'MONTH'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/** Every term of the registers. Words of an office's own table name the same. */
export const TERM_NAMES = [
  'DISCIPLINE_HANDLING',
  'DISCIPLINE_HANDLING_LATEST',
  'DISCIPLINE_EFFECT',
  'LIMITATION_REPRIMAND',
  'LIMITATION_OTHER',
  'CONCLUSION',
  'CONCLUSION_GOVERNMENT',
  'IMPLEMENTING',
  'IMPLEMENTING_GOVERNMENT',
  'FOLLOW_UP',
  'DATA_ANSWER',
  'DATA_CARRY_OUT',
  'DATA_CARRY_OUT_RESTRICTION',
  'DATA_CARRY_OUT_THIRD_PARTIES',
  'DATA_EXTENSION',
] as const;
export type TermName = (typeof TERM_NAMES)[number];

/** A term: how much of what, and where that stands. */
export interface Term {
  readonly name: TermName;
  readonly count: number;
  readonly unit: TermUnit;
  readonly source: Source;
}

/** One row of each name. */
export type ClockTable = readonly Term[];

function term(
  name: TermName,
  count: number,
  unit: TermUnit,
  [instrument, clause, effectiveFrom]: readonly [string, string | null, string | null],
  certainty: Certainty,
): Term {
  // The days below exist.
  const from = effectiveFrom as LocalDate | null;
  return {
    name,
    count,
    unit,
    source: { instrument, clause, effectiveFrom: from, effectiveTo: null, url: null, certainty },
  };
}

const civilServants = '80/2025/QH15';
const inspection = '84/2025/QH15';
const personalData = ['356/2025/NĐ-CP', null, '2026-01-01'] as const;

/**
 * The built-in terms. Years of limitation are written in months. Source: domain.md 7.3, 10, 13, each with its mark there; that the
 * days of carrying out a request are calendar days is our reading (ASSUMPTION), and so is every row of it.
 */
export const CLOCK_TABLE: ClockTable = [
  term('DISCIPLINE_HANDLING', 90, 'DAY', [civilServants, 'art. 37', '2025-07-01'], 'SECONDARY'),
  term('DISCIPLINE_HANDLING_LATEST', 150, 'DAY', [civilServants, 'art. 37', '2025-07-01'], 'SECONDARY'),
  term('DISCIPLINE_EFFECT', 12, 'MONTH', ['112/2020/NĐ-CP', null, null], 'RECALLED'),
  term('LIMITATION_REPRIMAND', 60, 'MONTH', [civilServants, 'art. 37', '2025-07-01'], 'SECONDARY'),
  term('LIMITATION_OTHER', 120, 'MONTH', [civilServants, 'art. 37', '2025-07-01'], 'SECONDARY'),
  term('CONCLUSION', 15, 'DAY', [inspection, null, null], 'SECONDARY'),
  term('CONCLUSION_GOVERNMENT', 30, 'DAY', [inspection, null, null], 'SECONDARY'),
  term('IMPLEMENTING', 15, 'DAY', [inspection, 'art. 53(1)', null], 'VERIFIED'),
  term('IMPLEMENTING_GOVERNMENT', 30, 'DAY', [inspection, 'art. 53(1)', null], 'VERIFIED'),
  term('FOLLOW_UP', 15, 'DAY', ['Kiểm tra công vụ', null, null], 'RECALLED'),
  term('DATA_ANSWER', 2, 'WORKING_DAY', personalData, 'SECONDARY'),
  term('DATA_CARRY_OUT', 10, 'DAY', personalData, 'ASSUMPTION'),
  term('DATA_CARRY_OUT_RESTRICTION', 15, 'DAY', personalData, 'ASSUMPTION'),
  term('DATA_CARRY_OUT_THIRD_PARTIES', 20, 'DAY', personalData, 'ASSUMPTION'),
  term('DATA_EXTENSION', 15, 'DAY', personalData, 'ASSUMPTION'),
];

/** The row of a name; an office's table has them all, which its parser sees to. */
export function getTerm(table: ClockTable, name: TermName): Term {
  const found = table.find((each) => each.name === name) ?? CLOCK_TABLE.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no term ${name}`);
  return found;
}
