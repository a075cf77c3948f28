// The door of this domain: what other packages may use of it.
export {
  CLOCK_TABLE,
  type ClockTable,
  getTerm,
  TERM_NAMES,
  TERM_UNITS,
  type Term,
  type TermName,
  type TermUnit,
} from './clock-table.ts';
export {
  type Clock,
  classificationClock,
  isInTime,
  petitionFilingClock,
  petitionResolvingClock,
  syncClock,
} from './clocks.ts';
export {
  conclusionClock,
  dataAnswerClock,
  dataCarryOutClock,
  dataExtensionLimit,
  followUpClock,
  implementingClock,
  type SourcedClock,
} from './register-clocks.ts';
export {
  addDaysOf,
  addWorkingDays,
  CALENDAR_DAY_KINDS,
  type CalendarDay,
  type CalendarDayKind,
  calendarDayShape,
  countWorkingDays,
  isWorkingDay,
  listWorkingDays,
  makeCalendar,
  unlistedYears,
  type WorkCalendar,
} from './work-calendar.ts';
