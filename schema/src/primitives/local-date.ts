import { fail, ok, type Result } from './result.ts';

declare const localDate: unique symbol;

/** A day of the calendar in Asia/Ho_Chi_Minh, written YYYY-MM-DD. Sorted as text, it is sorted by time. */
export type LocalDate = string & { readonly [localDate]: true };

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MILLISECONDS = 86_400_000;
/** Viet Nam is seven hours ahead of UTC all year round and has been since 1975. */
const OFFSET_MILLISECONDS = 7 * 3_600_000;

/** Reads "2026-11-25". Error: NOT_A_DATE, also for a day no calendar has (2026-02-29), and for the year 0000. */
export function parseLocalDate(text: string): Result<LocalDate, 'NOT_A_DATE'> {
  return isLocalDate(text) ? ok(text) : fail('NOT_A_DATE');
}

export function isLocalDate(text: string): text is LocalDate {
  if (!WRITTEN.test(text) || text.startsWith('0000')) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Date.parse moves 30 February on to March in some engines; writing it back shows that.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/** -1, 0 or 1, as `left` is before, the same as or after `right`. */
export function compareLocalDates(left: LocalDate, right: LocalDate): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `days` may be negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/**
 * The corresponding day `months` later, which ends a period of so many months: 10/03/2026 and 12 months give 10/03/2027. A day the
 * month does not have is its last: 31/01 and one month give 28/02.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  const month = String((count % 12) + 1).padStart(2, '0');
  const first = `${year}-${month}-01`;
  const corresponding = `${year}-${month}-${date.slice(8, 10)}`;
  // The first of a month exists; its last day is the one before the next first.
  return isLocalDate(corresponding) ? corresponding : addDays(addMonths(first as LocalDate, 1), -1);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The day it is in Viet Nam at an instant, given as a Date or as milliseconds since 1970 UTC. */
export function toLocalDate(instant: Date | number): LocalDate {
  const milliseconds = typeof instant === 'number' ? instant : instant.getTime();
  return fromEpochDay(Math.floor((milliseconds + OFFSET_MILLISECONDS) / DAY_MILLISECONDS));
}

/** The instant at which a day begins in Viet Nam. */
export function startOfDay(date: LocalDate): Date {
  return new Date(toEpochDay(date) * DAY_MILLISECONDS - OFFSET_MILLISECONDS);
}

/** "25/11/2026", as forms in Viet Nam write it. */
export function toVietnameseDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function toEpochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MILLISECONDS;
}

function fromEpochDay(day: number): LocalDate {
  // A written ISO day is a LocalDate by its form; days come from LocalDates or instants, so they exist.
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10) as LocalDate;
}
