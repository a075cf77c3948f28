import type { z } from 'zod';
import type { Inconsistency } from '../errors/error-payloads.ts';
import type { LocalDate } from '../primitives/local-date.ts';

/** Adds the issue INCONSISTENT with its reason at one field. */
export function inconsistent(context: z.RefinementCtx, path: readonly string[], reason: Inconsistency): void {
  context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [...path], params: { reason } });
}

/** Adds the issue REQUIRED at one field. */
export function missing(context: z.RefinementCtx, path: readonly string[]): void {
  context.addIssue({ code: 'custom', message: 'REQUIRED', path: [...path], params: {} });
}

/** `to` not before `from`, where both are known; the issue stands at `path`. */
export function inOrder(
  context: z.RefinementCtx,
  path: readonly string[],
  from: LocalDate | null,
  to: LocalDate | null,
): void {
  if (from !== null && to !== null && to < from) inconsistent(context, path, 'DATES_REVERSED');
}

/** Exactly one of a unit and a person; none is REQUIRED at the unit's field, both are INCONSISTENT at the person's. */
export function personOrUnit(
  context: z.RefinementCtx,
  [unitPath, unit]: readonly [string, string | null],
  [personPath, person]: readonly [string, string | null],
): void {
  if (unit === null && person === null) missing(context, [unitPath]);
  if (unit !== null && person !== null) inconsistent(context, [personPath], 'PERSON_OR_UNIT');
}
