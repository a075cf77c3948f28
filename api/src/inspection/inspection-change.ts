import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { type InspectionAction, isPossible } from './inspection.policy.ts';
import { type InspectionRow, inspectionById } from './inspection.store.ts';

/** An inspection the actor manages. Read before the transaction (decisions/0002). Errors: NOT_FOUND, FORBIDDEN. */
export async function findManaged(context: Context, globalId: string): Promise<InspectionRow> {
  const row = assertVisible(await loadOne(context, inspectionById, rowId(context, 'Inspection', globalId)), context);
  const { pathText } = await getUnit(context, row.unitId);
  if (!holdsOver(context, 'INSPECTION_MANAGE', pathText)) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  return row;
}

/** Errors: WRONG_STATE where the inspection is not where the act is possible. */
export function assertPossible(action: InspectionAction, { state }: Pick<InspectionRow, 'state'>): void {
  if (!isPossible(action, state)) throw wrongState(state);
}

/** A step's day: not before another one of the inspection. Errors: OUT_OF_RANGE at `path`. */
export function assertNotBefore(path: string, day: LocalDate, earliest: string | null): void {
  if (earliest !== null && day < earliest)
    throw invalidField(path, domainError('OUT_OF_RANGE', { given: day, minimum: earliest }));
}

interface Step {
  readonly mutation: string;
  readonly action: InspectionAction;
  readonly data: Prisma.InspectionUncheckedUpdateInput;
  readonly payload: Change['payload'];
  /** What else changes with it, under the same lock. */
  readonly also?: (tx: Transaction) => Promise<void>;
}

/**
 * One step of an inspection, under its lock, as its caller saw it. Answers the inspection's id.
 * Errors: NOT_FOUND, STALE_REVISION, WRONG_STATE.
 */
export function takeStep(
  context: Context,
  input: { readonly idempotencyKey: string; readonly revision: number },
  inspection: InspectionRow,
  { mutation, action, data, payload, also }: Step,
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'Inspection', inspection.id);
    const select = { revision: true, state: true };
    const present = asSeen(
      context,
      await tx.inspection.findUnique({ where: { id: inspection.id }, select }),
      input.revision,
    );
    assertPossible(action, present);
    await also?.(tx);
    await tx.inspection.update({
      where: { id: inspection.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    return { entity: 'Inspection', id: inspection.id, employeeId: null, payload };
  });
}
