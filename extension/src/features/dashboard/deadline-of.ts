import type { DeadlineStatus } from '@congvu/schema/evaluation';

/** Days left (negative when overdue) as `deadlineText` takes them. */
export function deadlineOf(daysLeft: number): DeadlineStatus {
  if (daysLeft === 0) return { kind: 'TODAY', days: 0 };
  return { kind: daysLeft > 0 ? 'LEFT' : 'OVERDUE', days: Math.abs(daysLeft) };
}
