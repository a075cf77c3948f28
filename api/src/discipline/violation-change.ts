import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { handlingClock } from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { type InvalidInputError, invalidField, staleRevision } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import type { Change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { type ViolationRow, violationById } from './violation.store.ts';
import type { Clocks } from './violation-clock.ts';

/** An act the actor keeps. Errors: NOT_FOUND, FORBIDDEN. */
export function findKept(context: Context, globalId: string): Promise<ViolationRow> {
  return findKeptRow(context, rowId(context, 'Violation', globalId));
}

export async function findKeptRow(context: Context, id: string): Promise<ViolationRow> {
  const row = assertVisible(await loadOne(context, violationById, id), context);
  if (!mayKeep(registrarOf(context.actor), row.unitPath, row.employeeId))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  return row;
}

/** State and revision as they are now. Errors: STALE_REVISION where the caller saw another. */
export async function readFresh(tx: Transaction, context: Context, id: string, revision: number | null) {
  const fresh = await tx.violation.findUnique({ where: { id }, select: { state: true, revision: true } });
  if (fresh === null) throw notFound(context.locale);
  if (revision !== null && fresh.revision !== revision) throw staleRevision(revision, fresh.revision);
  return fresh;
}

type Columns = Parameters<Transaction['violation']['updateMany']>[0]['data'];

/** Whoever changes it at the same time is one revision further. Errors: STALE_REVISION. */
export async function updateViolation(tx: Transaction, id: string, revision: number, data: Columns): Promise<void> {
  const { count } = await tx.violation.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw staleRevision(revision, revision + 1);
}

export interface Deferral {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export async function deferralsOf(tx: Transaction, violationId: string): Promise<readonly Deferral[]> {
  const rows = await tx.disciplineDeferral.findMany({
    where: { violationId },
    select: { fromOn: true, toOn: true },
    orderBy: { fromOn: 'asc' },
  });
  return rows.map(({ fromOn, toOn }) => ({ from: toDay(fromOn), to: toOn === null ? null : toDay(toOn) }));
}

/** The day a date column holds; Prisma gives it as midnight UTC. */
function toDay(column: Date): LocalDate {
  return column.toISOString().slice(0, 10) as LocalDate;
}

/** The last day as it counts; null while a deferral without an end lasts. */
export function dueOf(
  context: Context,
  row: ViolationRow,
  extendedTo: LocalDate | null,
  deferrals: readonly Deferral[],
  clocks: Clocks,
): LocalDate | null {
  if (deferrals.some(({ to }) => to === null)) return null;
  return handlingClock({ discoveredOn: row.discoveredOn as LocalDate, extendedTo, deferrals }, context.today, clocks)
    .dueOn;
}

export function reversed(path: string): InvalidInputError {
  return invalidField(path, domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }));
}

/** The audit entry of an act: of a sealed one it names nobody and says nothing but its id. */
export function changeOf(
  act: { readonly id: string; readonly employeeId: string; readonly sealed: boolean },
  payload: Change['payload'],
): Change {
  return act.sealed
    ? { entity: 'Violation', id: act.id, employeeId: null, payload: {} }
    : { entity: 'Violation', id: act.id, employeeId: act.employeeId, payload };
}
