import { daysBetween, type LocalDate } from '../primitives/local-date.ts';
import type { DelayUnit, YearRules } from '../scoring/year-rules.ts';

/** A new deadline given on a day: asked for in good time, or for a rework. */
export interface NewDeadline {
  readonly givenOn: LocalDate;
  readonly deadline: LocalDate;
}

/** The dates of one task that decide how often it was late. */
export interface TaskDates {
  readonly deadline: LocalDate;
  /** In order of `givenOn`. */
  readonly extensions: readonly NewDeadline[];
  /** Null while it is not submitted. */
  readonly firstSubmittedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
}

/**
 * How many delays the dates of a task make, as a proposal to whoever confirms it; objective causes are not in it. A task that has
 * no stamp yet is measured to `today`. The deadline's own day is in time.
 *
 * An extension given on or before the deadline moves it and, by COUNTS_AS_DELAY, is itself a delay. One given after it comes too
 * late: the deadline before was missed, and the new one can be missed again.
 *
 * Source: domain.md 3.15 `timeliness.stamp`, `extension.approvedBeforeDue`, `delay.unit`; our reading of NĐ 335/2025 art. 14(2)(c).
 */
export function delaysOf(
  rules: Pick<YearRules, 'timeliness' | 'extension' | 'delayUnit'>,
  task: TaskDates,
  today: LocalDate,
): number {
  const unit = rules.delayUnit.value;
  const stamp = rules.timeliness.value === 'ACCEPTED' ? task.acceptedOn : task.firstSubmittedOn;
  let { deadline } = task;
  let delays = 0;
  for (const extension of task.extensions) {
    const daysMissed = daysBetween(deadline, extension.givenOn);
    if (daysMissed > 0) delays += countDelays(unit, daysMissed);
    else if (rules.extension.value === 'COUNTS_AS_DELAY') delays += 1;
    deadline = extension.deadline;
  }
  return delays + countDelays(unit, daysBetween(deadline, stamp ?? today));
}

/**
 * How many delays a missed deadline is. `daysLate` whole; 0 or less is in time.
 *
 * Source: NĐ 335/2025 art. 14(2)(c) does not define "mỗi lần chậm"; domain.md 3.15 `delay.unit`.
 */
export function countDelays(unit: DelayUnit, daysLate: number): number {
  if (daysLate <= 0) return 0;
  switch (unit.unit) {
    case 'PER_MISSED_DEADLINE':
      return 1;
    case 'PER_N_DAYS':
      return Math.ceil(daysLate / unit.days);
    case 'PER_BAND': {
      // The highest band reached; bands may be written in any order.
      const reached = unit.bands.filter(({ fromDays }) => fromDays <= daysLate);
      return reached.reduce((most, { delays }) => Math.max(most, delays), 0);
    }
    default:
      return unit satisfies never;
  }
}
