import { domainError, type FieldError } from '@congvu/schema/errors';
import type { Post, SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Place } from './place-book.ts';

/** An assignment that is there already. */
export interface HeldAssignment {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly post: Post;
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly from: LocalDate;
  /** Last day, inclusive; null while it lasts. */
  readonly to: LocalDate | null;
}

/** The days of an assignment, both included; `to` null is open. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export function overlap(a: Span, b: Span): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

export function overlapError({ from, to }: Span): FieldError {
  return { path: '/from', error: domainError('ASSIGNMENT_OVERLAPS', { from, to }) };
}

/** Whether somebody has this very place already. */
export function isSamePlace(held: HeldAssignment, place: Place & Pick<Span, 'to'>): boolean {
  return (
    held.unitId === place.unitId &&
    held.post === place.post &&
    held.title === place.title &&
    held.groupCode === place.groupCode &&
    held.subjectType === place.subjectType &&
    held.from === place.from &&
    held.to === place.to
  );
}

/** Errors: PERIOD_CLOSED for a post that begins in a settled month. */
export function closedError({ closed }: Place): readonly FieldError[] {
  return closed === null ? [] : [{ path: '/from', error: domainError('PERIOD_CLOSED', { period: closed }) }];
}
