import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay, type Period, periodOf, previous } from '@congvu/schema/primitives/period';

/** A month of the seed with its working days (Monday to Friday; public holidays are not left out). */
export interface Month {
  readonly period: Period;
  readonly workingDays: readonly [LocalDate, ...LocalDate[]];
  /** The month of `today`: under way, nothing confirmed. */
  readonly isCurrent: boolean;
  /** How many months ago it was. */
  readonly age: number;
  /** The day on which the demonstration stands; nothing of it is later. */
  readonly today: LocalDate;
}

const monthCount = 12;

/** The month of `today` and the eleven before it, oldest first. */
export function monthsUntil(today: LocalDate): readonly Month[] {
  const months: Month[] = [];
  let period = periodOf(today);
  for (let age = 0; age < monthCount; age++, period = previous(period)) {
    months.unshift({ period, workingDays: workingDaysOf(period), isCurrent: age === 0, age, today });
  }
  return months;
}

function workingDaysOf(period: Period): readonly [LocalDate, ...LocalDate[]] {
  const days: LocalDate[] = [];
  for (let day = firstDay(period); day <= lastDay(period); day = addDays(day, 1)) {
    if (isWorkingDay(day)) days.push(day);
  }
  // Every month has twenty working days or more.
  return days as unknown as readonly [LocalDate, ...LocalDate[]];
}

function isWorkingDay(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The working day `days` after (or before) a day, or the next one after that. */
export function workingDayFrom(day: LocalDate, days: number): LocalDate {
  const known = workingDaysFrom.get(day)?.get(days);
  if (known !== undefined) return known;
  let found = addDays(day, days);
  while (!isWorkingDay(found)) found = addDays(found, 1);
  const ofDay = workingDaysFrom.get(day) ?? new Map<number, LocalDate>();
  workingDaysFrom.set(day, ofDay.set(days, found));
  return found;
}

/** A million questions about one year's days: asked once, remembered. */
const workingDaysFrom = new Map<LocalDate, Map<number, LocalDate>>();

/** The day itself, but never one after `today`. */
export function untilToday(day: LocalDate, today: LocalDate): LocalDate {
  return day < today ? day : today;
}

/** An instant by the clock in Viet Nam, as PostgreSQL reads it. */
export function at(day: LocalDate, hour: number, minute = 0): string {
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+07:00`;
}
