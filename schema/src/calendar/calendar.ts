// The door of this domain: what other packages may use of it.
export {
  type Clock,
  classificationClock,
  isInTime,
  petitionFilingClock,
  petitionResolvingClock,
  syncClock,
} from './clocks.ts';
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
