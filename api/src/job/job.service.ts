import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { Permission } from '@congvu/schema/permission';
import type { Period } from '@congvu/schema/primitives/period';
import type { CloseMonth, CloseYear, JobCommand, JobKind } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { JobRunningError, RoundNotOpenError, wrongState } from '../error/refusals.ts';
import { forbidden, notFound, requestError } from '../error/request-error.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { LIMITS } from '../limits/limits.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { importPermissions } from '../register-import/import.policy.ts';
import { type ImportRow, importOfJob, isTakingIn } from '../register-import/import.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, getUnit, type UnitRow } from '../unit/unit.store.ts';
import { canCommand, MONTH_PERMISSIONS, missingPermission, YEAR_PERMISSIONS } from './job.policy.ts';
import { type JobRow, jobById } from './job.store.ts';

/** Errors: NOT_FOUND, FORBIDDEN, JOB_RUNNING. Answers the job's id. */
export async function closeMonth(context: Context, input: CloseMonth): Promise<string> {
  return start(context, 'CLOSE_MONTH', 'closeMonth', input, input.period);
}

/** Errors: NOT_FOUND, FORBIDDEN, JOB_RUNNING, ROUND_NOT_OPEN. Answers the job's id. */
export async function closeYear(context: Context, input: CloseYear): Promise<string> {
  // A whole year of four digits by its shape.
  const period = String(input.year) as Period;
  return start(context, 'CLOSE_YEAR', 'closeYear', input, period, async (tx, unit) => {
    const round = await tx.classificationRound.findFirst({ where: { agencyId: unit.id, year: input.year } });
    if (round !== null && round.state !== 'CLOSED') return;
    throw new RoundNotOpenError(domainError('ROUND_NOT_OPEN', { unit: unit.code, year: input.year }));
  });
}

async function start(
  context: Context,
  kind: JobKind,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly unit: string },
  period: Period,
  check: (tx: Transaction, unit: UnitRow) => Promise<void> = async () => {},
): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  assertHeld(context, closingPermissions(kind), unit);
  const actor = getActor(context);
  const id = await change(context, mutation, input, async (tx) => {
    await lockJobs(tx);
    await assertNoneUnderWay(tx, kind, unit, period, null);
    await check(tx, unit);
    const data = {
      kind,
      unitId: unit.id,
      period,
      createdById: actor.userId,
      createdByName: actor.displayName,
      createdAt: context.now,
      // A token gives no more to the job than to the request that asked for it.
      ...(actor.tokenScopes === null ? {} : { tokenScopes: [...actor.tokenScopes] as never }),
    };
    const job = await tx.job.create({ data, select: { id: true } });
    return { entity: 'Job', id: job.id, employeeId: null, payload: { kind, unit: unit.code, period } };
  });
  wakeWorkers();
  return id;
}

/** Stops a job after the batch in hand; one that no process works on stands still at once. */
export async function stopJob(context: Context, input: JobCommand): Promise<string> {
  const job = await authoriseJob(context, input.job);
  return change(context, 'stopJob', input, async (tx) => {
    await lockJobs(tx);
    const seen = await getJob(tx, context, job.id);
    if (!canCommand(seen, 'STOP')) throw wrongState(seen.state);
    const isAtWork = seen.state === 'RUNNING' && seen.leaseUntil !== null && seen.leaseUntil > new Date();
    await tx.job.update({
      where: { id: job.id },
      data: isAtWork ? { stopRequested: true } : { state: 'STOPPED', stopRequested: false, leaseUntil: null },
    });
    return { entity: 'Job', id: job.id, employeeId: null, payload: { done: seen.done, total: seen.total } };
  });
}

/** Goes on where the job stands. Errors: FORBIDDEN for another's job, WRONG_STATE, JOB_RUNNING where the same was started anew meanwhile. */
export async function resumeJob(context: Context, input: JobCommand): Promise<string> {
  const job = await authoriseJob(context, input.job);
  // It acts in its creator's name: whoever else wants it done asks for it in his own.
  if (job.createdById !== getActor(context).userId) throw forbidden(context.locale);
  const unit = await getUnit(context, job.unitId);
  const id = await change(context, 'resumeJob', input, async (tx) => {
    await lockJobs(tx);
    const seen = await getJob(tx, context, job.id);
    if (!canCommand(seen, 'RESUME')) throw wrongState(seen.state);
    if (job.kind === 'EXPORT') await assertFewExports(tx, context);
    else if (job.kind === 'IMPORT') await assertNoImport(tx, context, job);
    else await assertNoneUnderWay(tx, job.kind, unit, job.period, job.id);
    const again = { state: 'QUEUED', finishedAt: null, error: null, leaseUntil: null } as const;
    await tx.job.update({
      where: { id: job.id },
      data: { stopRequested: false, ...(seen.state === 'RUNNING' ? {} : again) },
    });
    return { entity: 'Job', id: job.id, employeeId: null, payload: { done: seen.done, total: seen.total } };
  });
  wakeWorkers();
  return id;
}

/** A job that the actor could ask for now. Errors: NOT_FOUND, FORBIDDEN. */
async function authoriseJob(context: Context, globalId: string): Promise<JobRow> {
  const job = assertVisible(await loadOne(context, jobById, rowId(context, 'Job', globalId)), context);
  // Whoever sees an export asked for it; what stands in it is asked of him at each step.
  if (job.kind === 'EXPORT') return job;
  const needed =
    job.kind === 'IMPORT'
      ? importPermissions((await getOwnImport(context, job)).register, context.actor)
      : closingPermissions(job.kind);
  assertHeld(context, needed, await getUnit(context, job.unitId));
  return job;
}

/** What an import takes in; another's is nobody else's. Errors: FORBIDDEN. */
async function getOwnImport(context: Context, job: JobRow): Promise<ImportRow> {
  const taken = await loadOne(context, importOfJob, job.id);
  if (taken === null) throw forbidden(context.locale);
  return taken;
}

function closingPermissions(kind: JobKind): readonly Permission[] {
  return kind === 'CLOSE_YEAR' ? YEAR_PERMISSIONS : MONTH_PERMISSIONS;
}

function assertHeld(context: Context, needed: readonly Permission[], unit: UnitRow): void {
  const missing = missingPermission(context.actor, needed, unit.pathText);
  if (missing !== null) throw forbidden(context.locale, missing);
}

async function getJob(tx: Transaction, context: Context, id: string) {
  const job = await tx.job.findUnique({ where: { id } });
  if (job === null) throw notFound(context.locale);
  return job;
}

/** Starting, stopping and resuming take turns. */
export async function lockJobs(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('jobs', 0))`;
}

/** As when it is asked for: so many of one's own at once. Errors: LIMIT_EXCEEDED (exports). */
export async function assertFewExports(tx: Transaction, context: Context): Promise<void> {
  const createdById = getActor(context).userId;
  const given =
    (await tx.job.count({ where: { kind: 'EXPORT', createdById, state: { in: ['QUEUED', 'RUNNING'] } } })) + 1;
  if (given > LIMITS.exports)
    throw requestError(
      domainError('LIMIT_EXCEEDED', { limit: 'exports', maximum: LIMITS.exports, given }),
      context.locale,
    );
}

/** As when a file is sent: one of a register at a time. Errors: JOB_RUNNING. */
async function assertNoImport(tx: Transaction, context: Context, job: JobRow): Promise<void> {
  const { register } = await getOwnImport(context, job);
  if (!(await isTakingIn(tx, { userId: job.createdById, register, except: job.id }))) return;
  // A year, as it was asked for.
  throw new JobRunningError(domainError('JOB_RUNNING', { period: job.period as Period }));
}

/** Two closings that meet in one unit would do the same people. Errors: JOB_RUNNING. */
async function assertNoneUnderWay(
  tx: Transaction,
  kind: JobKind,
  unit: UnitRow,
  period: string,
  except: string | null,
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from congvu.job j join congvu.unit u on u.id = j.unit_id
    where j.kind = ${kind}::congvu.job_kind and j.period = ${period} and j.state in ('QUEUED', 'RUNNING')
      and (${except}::uuid is null or j.id <> ${except}::uuid)
      and (u.path <@ ${unit.pathText}::ltree or ${unit.pathText}::ltree <@ u.path)`;
  // Written by us from a Period.
  if (rows.length > 0) throw new JobRunningError(domainError('JOB_RUNNING', { period: period as Period }));
}
