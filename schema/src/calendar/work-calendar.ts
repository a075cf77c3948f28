import { z } from 'zod';
import { addDays, type LocalDate } from '../primitives/local-date.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { CERTAINTIES } from '../primitives/source.ts';
import type { DayKind } from '../scoring/year-rules.ts';

/** HOLIDAY: a day off in the week. WORKING: a weekend day worked instead. */
export const CALENDAR_DAY_KINDS = ['HOLIDAY', 'WORKING'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

/** A day that differs from the ordinary week, as an office enters it; holidays are data, with how sure they are. */
export const calendarDayShape = z.strictObject({
  date: localDateShape,
  kind: z.enum(CALENDAR_DAY_KINDS),
  name: z.string().trim().min(1).max(200),
  certainty: z.enum(CERTAINTIES),
  source: z.string().trim().min(1).max(300).nullable().default(null),
});
export type CalendarDay = z.output<typeof calendarDayShape>;

/** Which days are worked: Monday to Friday but for the days listed. Make one by `makeCalendar`. */
export interface WorkCalendar {
  readonly exceptions: ReadonlyMap<LocalDate, CalendarDayKind>;
}

/** Of two entries for one day the later holds. */
export function makeCalendar(
  days: Iterable<{ readonly date: LocalDate; readonly kind: CalendarDayKind }>,
): WorkCalendar {
  return { exceptions: new Map(Array.from(days, ({ date, kind }) => [date, kind])) };
}

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  const exception = calendar.exceptions.get(date);
  if (exception !== undefined) return exception === 'WORKING';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The day on which the `count`-th working day after `date` falls; `date` itself, worked or not, is not counted, and is the
 * answer for 0. `count` is whole and at least 0.
 */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** `count` days of a kind after `date`, which itself is not counted. */
export function addDaysOf(kind: DayKind, calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  return kind === 'WORKING' ? addWorkingDays(calendar, date, count) : addDays(date, count);
}

/** The working days from `from` to `to`, both included, in order; none where `to` is earlier. */
export function listWorkingDays(calendar: WorkCalendar, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day);
  return days;
}

export function countWorkingDays(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  return listWorkingDays(calendar, from, to).length;
}

/**
 * The years from `from` to `to` of which the calendar holds no day at all: what was counted across them left out no holiday, so
 * a date worked out of it is not sure.
 */
export function unlistedYears(calendar: WorkCalendar, from: LocalDate, to: LocalDate): readonly number[] {
  const listed = new Set(Array.from(calendar.exceptions.keys(), (date) => Number(date.slice(0, 4))));
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset).filter(
    (year) => !listed.has(year),
  );
}
