import { addDays, type LocalDate } from './local-date.ts';
import { fail, ok, type Result } from './result.ts';

declare const period: unique symbol;

/** A month "2026-10", a quarter "2026-Q4" or a year "2026". */
export type Period = string & { readonly [period]: true };

export const PERIOD_KINDS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const WRITTEN = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/;

/** Error: NOT_A_PERIOD. */
export function parsePeriod(text: string): Result<Period, 'NOT_A_PERIOD'> {
  return isPeriod(text) ? ok(text) : fail('NOT_A_PERIOD');
}

export function isPeriod(text: string): text is Period {
  return WRITTEN.test(text);
}

export function kindOf(value: Period): PeriodKind {
  return value.length === 4 ? 'YEAR' : value.charAt(5) === 'Q' ? 'QUARTER' : 'MONTH';
}

/** The month, quarter or year a day lies in. */
export function periodOf(date: LocalDate, kind: PeriodKind = 'MONTH'): Period {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return write(kind, kind === 'MONTH' ? year * 12 + month - 1 : kind === 'QUARTER' ? quarterIndex(year, month) : year);
}

export function firstDay(value: Period): LocalDate {
  const year = value.slice(0, 4);
  const kind = kindOf(value);
  const month = kind === 'YEAR' ? '01' : kind === 'MONTH' ? value.slice(5) : pad(Number(value.charAt(6)) * 3 - 2);
  // The first of an existing month is a day of the calendar.
  return `${year}-${month}-01` as LocalDate;
}

export function lastDay(value: Period): LocalDate {
  return addDays(firstDay(next(value)), -1);
}

export function contains(value: Period, date: LocalDate): boolean {
  return firstDay(value) <= date && date <= lastDay(value);
}

export function previous(value: Period): Period {
  return write(kindOf(value), indexOf(value) - 1);
}

export function next(value: Period): Period {
  return write(kindOf(value), indexOf(value) + 1);
}

/** The months of a period in order: 1, 3 or 12 of them. */
export function months(value: Period): readonly Period[] {
  const kind = kindOf(value);
  if (kind === 'MONTH') return [value];
  const first = indexOf(periodOf(firstDay(value)));
  return Array.from({ length: kind === 'QUARTER' ? 3 : 12 }, (_, offset) => write('MONTH', first + offset));
}

/** Months, quarters or years counted from the year 0, so that neighbours differ by one. */
function indexOf(value: Period): number {
  const year = Number(value.slice(0, 4));
  const kind = kindOf(value);
  if (kind === 'YEAR') return year;
  return kind === 'MONTH' ? year * 12 + Number(value.slice(5)) - 1 : year * 4 + Number(value.charAt(6)) - 1;
}

function quarterIndex(year: number, month: number): number {
  return year * 4 + Math.floor((month - 1) / 3);
}

function write(kind: PeriodKind, index: number): Period {
  const parts = kind === 'YEAR' ? 1 : kind === 'MONTH' ? 12 : 4;
  const year = String(Math.floor(index / parts)).padStart(4, '0');
  const part = (index % parts) + 1;
  // Built from a year and a part that exist.
  return (kind === 'YEAR' ? year : kind === 'MONTH' ? `${year}-${pad(part)}` : `${year}-Q${part}`) as Period;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
