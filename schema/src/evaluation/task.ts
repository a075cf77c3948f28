import { compareLocalDates, daysBetween, type LocalDate } from '../primitives/local-date.ts';

/**
 * PLANNED: assigned before the period's plan was fixed. UNPLANNED: arose after. TAKEN_OVER: another person's task handed on.
 * Only PLANNED counts in what was assigned. Source: NĐ 335/2025 art. 18(1).
 */
export const TASK_ORIGINS = ['PLANNED', 'UNPLANNED', 'TAKEN_OVER'] as const;
export type TaskOrigin = (typeof TASK_ORIGINS)[number];

export const TASK_OUTCOMES = ['OPEN', 'DONE', 'NOT_DONE', 'HANDED_OVER'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** Chủ trì (the main handler, XLC) or phối hợp (PH). */
export const RESPONSIBILITIES = ['LEAD', 'COOPERATE'] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

export const TASK_EVENT_KINDS = ['SUBMISSION', 'ACCEPTANCE', 'MAJOR_ERROR', 'DELAY', 'EXTENSION', 'HAND_OVER'] as const;
export type TaskEventKind = (typeof TASK_EVENT_KINDS)[number];

export const OBJECTIVE_CAUSE_STATES = ['CLAIMED', 'CONFIRMED', 'REFUSED'] as const;
export type ObjectiveCauseState = (typeof OBJECTIVE_CAUSE_STATES)[number];

/**
 * Whether a new task of one's own counts as planned: it was assigned before the plan was fixed, or no plan is fixed yet.
 * A task taken over from another is TAKEN_OVER whenever it comes. Source: NĐ 335/2025 art. 18(1).
 */
export function originOf(assignedAt: Date, planFixedAt: Date | null): 'PLANNED' | 'UNPLANNED' {
  return planFixedAt === null || assignedAt.getTime() < planFixedAt.getTime() ? 'PLANNED' : 'UNPLANNED';
}

/** What of a task's event decides whether it costs anything. */
export interface CostlyEvent {
  readonly kind: TaskEventKind;
  readonly undone: boolean;
  /** The state of the objective cause claimed for it; null where none is claimed. */
  readonly objectiveCause: ObjectiveCauseState | null;
}

/**
 * Counts the major errors and delays that cost points: not undone, and not exempt. Only a *confirmed* objective cause
 * exempts; a claim does not. Source: NĐ 335/2025 art. 14(2)(b)(c).
 */
export function nonExempt(events: Iterable<CostlyEvent>): { readonly errors: number; readonly delays: number } {
  let errors = 0;
  let delays = 0;
  for (const event of events) {
    if (event.undone || event.objectiveCause === 'CONFIRMED') continue;
    if (event.kind === 'MAJOR_ERROR') errors += 1;
    if (event.kind === 'DELAY') delays += 1;
  }
  return { errors, delays };
}

/** `days` is the number of days left or overdue, at least 1, and 0 on the day itself. */
export interface DeadlineStatus {
  readonly kind: 'LEFT' | 'TODAY' | 'OVERDUE';
  readonly days: number;
}

/** How a deadline stands on a day; the deadline's own day is still in time. */
export function deadlineStatus(deadline: LocalDate, today: LocalDate): DeadlineStatus {
  const days = daysBetween(today, deadline);
  if (compareLocalDates(deadline, today) === 0) return { kind: 'TODAY', days: 0 };
  return days > 0 ? { kind: 'LEFT', days } : { kind: 'OVERDUE', days: -days };
}
