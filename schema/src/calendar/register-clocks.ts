import { addDays, addMonths, type LocalDate, startOfDay, toLocalDate } from '../primitives/local-date.ts';
import type { Source } from '../primitives/source.ts';
import { CLOCK_TABLE, type ClockTable, getTerm, type TermName } from './clock-table.ts';
import type { Clock } from './clocks.ts';
import { addWorkingDays, unlistedYears, type WorkCalendar } from './work-calendar.ts';

/** A time limit with where its length stands. */
export interface SourcedClock extends Clock {
  readonly source: Source;
}

/**
 * When an inspection's conclusion is due, from the day its draft came in: 15 days, of the Government Inspectorate 30. The day
 * itself is not counted, here and below (our reading). Source: Luật 84/2025/QH15, art. n/a.
 */
export function conclusionClock(draftReceivedOn: LocalDate, byGovernment: boolean, table = CLOCK_TABLE): SourcedClock {
  return count(draftReceivedOn, byGovernment ? 'CONCLUSION_GOVERNMENT' : 'CONCLUSION', table);
}

/** When the implementing document is due, from the day the conclusion came in. Source: Luật 84/2025/QH15 art. 53(1). */
export function implementingClock(receivedOn: LocalDate, byGovernment: boolean, table = CLOCK_TABLE): SourcedClock {
  return count(receivedOn, byGovernment ? 'IMPLEMENTING_GOVERNMENT' : 'IMPLEMENTING', table);
}

/** When a recommendation of a duty check is to be followed, where it names no day: no law is known (RECALLED). */
export function followUpClock(issuedOn: LocalDate, table = CLOCK_TABLE): SourcedClock {
  return count(issuedOn, 'FOLLOW_UP', table);
}

/** When a request about personal data is answered, from the instant it came in. Source: NĐ 356/2025/NĐ-CP, art. n/a. */
export function dataAnswerClock(calendar: WorkCalendar, receivedAt: Date, table = CLOCK_TABLE): SourcedClock {
  return count(toLocalDate(receivedAt), 'DATA_ANSWER', table, calendar);
}

/**
 * When an accepted request is carried out, from the day of the answer: 20 days where data of others are touched, 15 for a
 * restriction or withdrawal, else 10. Source: NĐ 356/2025/NĐ-CP, art. n/a; from which day and of which kind is our reading.
 */
export function dataCarryOutClock(
  kind: 'ACCESS' | 'CORRECTION' | 'RESTRICTION' | 'OBJECTION' | 'WITHDRAWAL',
  thirdParties: boolean,
  answeredOn: LocalDate,
  table = CLOCK_TABLE,
): SourcedClock {
  if (thirdParties) return count(answeredOn, 'DATA_CARRY_OUT_THIRD_PARTIES', table);
  const narrow = kind === 'RESTRICTION' || kind === 'WITHDRAWAL';
  return count(answeredOn, narrow ? 'DATA_CARRY_OUT_RESTRICTION' : 'DATA_CARRY_OUT', table);
}

/** The last day one extension may reach. */
export function dataExtensionLimit(dueOn: LocalDate, table = CLOCK_TABLE): SourcedClock {
  return count(dueOn, 'DATA_EXTENSION', table);
}

/**
 * A term counted from a day, which itself is not counted. Only working days need the calendar; where an office's table makes a
 * term working days and no calendar is at hand, weekends alone are left out.
 */
function count(
  from: LocalDate,
  name: TermName,
  table: ClockTable,
  calendar: WorkCalendar = { exceptions: new Map() },
): SourcedClock {
  const { count: length, unit, source } = getTerm(table, name);
  const lastDay =
    unit === 'MONTH'
      ? addMonths(from, length)
      : unit === 'DAY'
        ? addDays(from, length)
        : addWorkingDays(calendar, from, length);
  const years = unit === 'WORKING_DAY' ? unlistedYears(calendar, addDays(from, 1), lastDay) : [];
  return { lastDay, endsAt: startOfDay(addDays(lastDay, 1)), unlistedYears: years, source };
}
