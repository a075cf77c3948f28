import { listWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { firstDay, lastDay, months, type Period } from '../primitives/period.ts';
import type { LeaveKind } from '../procedure/procedure-terms.ts';
import type { YearRules } from '../scoring/year-rules.ts';
import { hasWorkedEnough } from './merge-month.ts';

/** Both days included; `to` null: still lasting. */
export interface DateSpan {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const ABSENCE_KINDS = ['UNPAID', 'SICK', 'MATERNITY', 'OTHER'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export interface AbsenceSpan extends DateSpan {
  readonly kind: AbsenceKind;
}

/** The working days of one month, in order; the same for everybody, so worked out once. */
export interface WorkingMonth {
  readonly period: Period;
  readonly days: readonly LocalDate[];
}

export interface WorkedMonth {
  readonly period: Period;
  readonly workingDays: number;
  readonly workedDays: number;
  /** Enough days for the month to be scored and to count as worked. */
  readonly isWorked: boolean;
}

export interface ServiceOfYear {
  readonly months: readonly WorkedMonth[];
  readonly workedMonths: number;
  readonly leave: LeaveKind;
}

/** The months of a period with their working days. */
export function workingMonths(calendar: WorkCalendar, period: Period): readonly WorkingMonth[] {
  return months(period).map((month) => ({
    period: month,
    days: listWorkingDays(calendar, firstDay(month), lastDay(month)),
  }));
}

/** How many of some working days were in service and not absent; a day under two assignments or absences counts once. */
export function countWorkedDays(
  workingDays: readonly LocalDate[],
  service: readonly DateSpan[],
  absences: readonly DateSpan[],
): number {
  let count = 0;
  for (const day of workingDays) {
    if (service.some((span) => covers(span, day)) && !absences.some((span) => covers(span, day))) count += 1;
  }
  return count;
}

/**
 * How much of a year a person worked, and which leave explains the rest.
 *
 * A month is worked where it has the least days that also let it be scored (`minWorkedDays`). SICK_OR_MATERNITY holds only where
 * without that leave the months would have reached `notRatedMonths`: a short illness does not lift one who was recruited late.
 * Absence on the day of classification changes nothing.
 *
 * Source: NĐ 335/2025 art. 11, 19 (R-SP-1, 2, 9); how a month is counted is our reading.
 */
export function serviceOfYear(
  rules: Pick<YearRules, 'minWorkedDays' | 'notRatedMonths'>,
  year: readonly WorkingMonth[],
  service: readonly DateSpan[],
  absences: readonly AbsenceSpan[],
): ServiceOfYear {
  const workedWith = (counting: readonly AbsenceSpan[]) =>
    year.map(({ period, days }): WorkedMonth => {
      const workedDays = countWorkedDays(days, service, counting);
      const isWorked = workedDays > 0 && hasWorkedEnough(rules.minWorkedDays.value, workedDays, days.length);
      return { period, workingDays: days.length, workedDays, isWorked };
    });
  const worked = workedWith(absences);
  const excused = absences.filter(({ kind }) => kind === 'SICK' || kind === 'MATERNITY');
  const least = rules.notRatedMonths.value;
  const reachesOtherwise =
    touch(excused, year) && countWorked(workedWith(absences.filter((each) => !excused.includes(each)))) >= least;
  const unpaid = absences.filter(({ kind }) => kind === 'UNPAID');
  return {
    months: worked,
    workedMonths: countWorked(worked),
    leave: reachesOtherwise ? 'SICK_OR_MATERNITY' : touch(unpaid, year) ? 'UNPAID' : 'NONE',
  };
}

function countWorked(worked: readonly WorkedMonth[]): number {
  return worked.filter(({ isWorked }) => isWorked).length;
}

function touch(spans: readonly DateSpan[], year: readonly WorkingMonth[]): boolean {
  return year.some(({ days }) => days.some((day) => spans.some((span) => covers(span, day))));
}

function covers({ from, to }: DateSpan, day: LocalDate): boolean {
  return from <= day && (to === null || day <= to);
}
