import { createHash } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import type { ImportRecords } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { invalidField, JobRunningError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { missingPermission } from '../job/job.policy.ts';
import { lockJobs } from '../job/job.service.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { readCsv, unpackContent } from './csv-file.ts';
import { importPermissions } from './import.policy.ts';
import { isTakingIn } from './import.store.ts';

/**
 * Asks for a file to be taken in by the worker. What is wrong with the file as a whole is said here, what is wrong with a row
 * by the job. Answers the job's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN without the register's permission over the unit; INVALID_INPUT at /content (no gzip of UTF-8,
 * too large, a column missing, too many rows or none); JOB_RUNNING while one's own file for the same register is taken in.
 */
export async function importRecords(context: Context, input: ImportRecords): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const missing = missingPermission(context.actor, importPermissions(input.register), unit.pathText);
  if (missing !== null) throw forbidden(context.locale, missing);
  const text = unpackContent(input.content);
  if (!text.ok) throw invalidField('/content', text.error);
  const file = readCsv(input.register, text.value);
  if (!file.ok) throw invalidField('/content', file.error);
  const content = Buffer.from(text.value, 'utf8');
  const rows = file.value.lines.length;
  const actor = getActor(context);
  // A year as the calendar has it today.
  const period = context.today.slice(0, 4) as Period;
  const id = await change(context, 'importRecords', input, async (tx) => {
    await lockJobs(tx);
    const isRunning = await isTakingIn(tx, { userId: actor.userId, register: input.register });
    if (isRunning) throw new JobRunningError(domainError('JOB_RUNNING', { period }));
    const job = await tx.job.create({
      data: {
        kind: 'IMPORT',
        unitId: unit.id,
        period,
        total: rows,
        createdById: actor.userId,
        createdByName: actor.displayName,
        createdAt: context.now,
        ...(actor.tokenScopes === null ? {} : { tokenScopes: [...actor.tokenScopes] as never }),
      },
      select: { id: true },
    });
    const sha256 = createHash('sha256').update(content).digest();
    const { register, mode } = input;
    await tx.importFile.create({ data: { jobId: job.id, register, mode, content, sha256, rows } });
    const payload = { register, mode, unit: unit.code, rows, sha256: sha256.toString('hex') };
    return { entity: 'Job', id: job.id, employeeId: null, payload };
  });
  wakeWorkers();
  return id;
}
