import { addDays, type LocalDate, startOfDay, toLocalDate } from '../primitives/local-date.ts';
import { next, type Period } from '../primitives/period.ts';
import type { YearRules } from '../scoring/year-rules.ts';
import { addDaysOf, unlistedYears, type WorkCalendar } from './work-calendar.ts';

/** A time limit: its last day, and the instant at which it has run out (midnight in Viet Nam after that day). */
export interface Clock {
  readonly lastDay: LocalDate;
  readonly endsAt: Date;
  /** Years it runs through of which no holiday is known: the day may be later. */
  readonly unlistedYears: readonly number[];
}

type PetitionRules = YearRules['petition'];

/**
 * Until when a petition against a result may be filed, from the day of its notice or publication; null where the law sets no
 * limit. A limit that ends on a day off is not moved: no source read says so.
 *
 * Source: `petition.filingDays`; for public employees Luật 129/2025/QH15 art. 27.
 */
export function petitionFilingClock(rules: PetitionRules, calendar: WorkCalendar, notifiedOn: LocalDate): Clock | null {
  const days = rules.filingDays.value;
  return days === null ? null : clock(rules.filingDayKind.value, calendar, notifiedOn, days);
}

/**
 * By when a petition is resolved, from the instant it came in. It is received on that day in Viet Nam, be it a holiday, and the
 * first day counted is the next one of the kind.
 *
 * Source: `petition.resolveDays`; for civil servants NĐ 335/2025 art. 22.
 */
export function petitionResolvingClock(rules: PetitionRules, calendar: WorkCalendar, receivedAt: Date): Clock {
  return clock(rules.resolveDayKind.value, calendar, toLocalDate(receivedAt), rules.resolveDays.value);
}

/** By when a result is in the national database, from the day it exists. Source: NĐ 335/2025 art. 26(1)(d). */
export function syncClock(rules: YearRules, resultOn: LocalDate): Clock {
  return toClock(addDays(resultOn, rules.syncDays.value), []);
}

/**
 * The last day on which a year's classification is still in time: the day before the one the law names, in the year itself or,
 * for a special agency, in the next. Source: NĐ 335/2025 art. 19, 9.
 */
export function classificationClock(
  deadlines: YearRules['deadlines'],
  year: Period,
  agency: 'ORDINARY' | 'SPECIAL' = 'ORDINARY',
): Clock {
  const named = agency === 'ORDINARY' ? `${year}-${deadlines.year.value}` : `${next(year)}-${deadlines.special.value}`;
  // A year and a day that every year has.
  return toClock(addDays(named as LocalDate, -1), []);
}

/** Whether an instant is within a limit; where there is none, every instant is. One on the stroke of midnight is late. */
export function isInTime(limit: Clock | null, at: Date): boolean {
  return limit === null || at.getTime() < limit.endsAt.getTime();
}

function clock(
  kind: YearRules['petition']['filingDayKind']['value'],
  calendar: WorkCalendar,
  from: LocalDate,
  days: number,
): Clock {
  const last = addDaysOf(kind, calendar, from, days);
  return toClock(last, kind === 'WORKING' ? unlistedYears(calendar, addDays(from, 1), last) : []);
}

function toClock(last: LocalDate, years: readonly number[]): Clock {
  return { lastDay: last, endsAt: startOfDay(addDays(last, 1)), unlistedYears: years };
}
