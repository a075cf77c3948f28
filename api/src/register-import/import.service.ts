import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { type DomainError, domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { type ImportMode, type ImportRecords, type ImportRegister, readImportHeading } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { invalidField, JobRunningError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import type { ReadFile } from '../import-file/read-import-file.ts';
import { NotATable, readTextTable } from '../import-file/read-text-table.ts';
import { packTable, type TableFile } from '../import-file/table-file.ts';
import { missingPermission } from '../job/job.policy.ts';
import { lockJobs } from '../job/job.service.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { importPermissions } from './import.policy.ts';
import { isTakingIn } from './import.store.ts';

/** Bytes a file in a mutation unpacks to at most. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Records in one, without the heading; an uploaded file may have more. */
const MOST_ROWS = 25_000;

/** What a job is asked to take in. */
export interface AskedImport {
  readonly register: ImportRegister;
  readonly mode: ImportMode;
  readonly unit: UnitRow;
  readonly file: Pick<ReadFile, 'format' | 'charset' | 'sheet' | 'content' | 'heading' | 'rows'>;
  /** Of the file as it was sent, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly uploadId: string | null;
  readonly previewId: string | null;
}

/**
 * Asks for a file to be taken in by the worker. What is wrong with the file as a whole is said here, what is wrong with a row
 * by the job. Answers the job's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN without the register's permission over the unit; INVALID_INPUT at /content (no gzip of UTF-8,
 * too large, a column missing, too many rows or none); JOB_RUNNING while one's own file for the same register is taken in.
 */
export async function importRecords(context: Context, input: ImportRecords): Promise<string> {
  const { register, mode } = input;
  const unit = await authoriseImport(context, register, input.unit);
  const text = unpackContent(input.content);
  if (!text.ok) throw invalidField('/content', text.error);
  const packed = await packText(text.value);
  if (!packed.ok) throw invalidField('/content', packed.error);
  assertHeading(register, packed.value.heading, '/content');
  const sha256 = createHash('sha256').update(text.value).digest('hex');
  const file = { ...packed.value, format: 'CSV', charset: 'UTF-8', sheet: null } as const;
  return askForImport(context, 'importRecords', input, {
    register,
    mode,
    unit,
    file,
    sha256,
    uploadId: null,
    previewId: null,
  });
}

/** The unit a file is for. Errors: NOT_FOUND, FORBIDDEN. */
export async function authoriseImport(context: Context, register: ImportRegister, code: string): Promise<UnitRow> {
  const unit = assertVisible(await findUnitByCode(context, code), context);
  const missing = missingPermission(context.actor, importPermissions(register, context.actor), unit.pathText);
  if (missing !== null) throw forbidden(context.locale, missing);
  return unit;
}

/** Errors: INVALID_INPUT with MISSING at `path`, naming every required column that is not there. */
export function assertHeading(register: ImportRegister, heading: readonly string[], path: string): void {
  const columns = readImportHeading(register, heading);
  if (!columns.ok) throw invalidField(path, domainError('MISSING', { key: columns.error.join(', ') }));
}

/** Makes the job and keeps the file with it. Errors: JOB_RUNNING. Answers the job's id. */
export async function askForImport(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  { register, mode, unit, file, sha256, uploadId, previewId }: AskedImport,
): Promise<string> {
  const actor = getActor(context);
  // A year as the calendar has it today.
  const period = context.today.slice(0, 4) as Period;
  const id = await change(context, mutation, input, async (tx) => {
    await lockJobs(tx);
    const isRunning = await isTakingIn(tx, { userId: actor.userId, register });
    if (isRunning) throw new JobRunningError(domainError('JOB_RUNNING', { period }));
    const job = await tx.job.create({
      data: {
        kind: 'IMPORT',
        unitId: unit.id,
        period,
        total: file.rows,
        createdById: actor.userId,
        createdByName: actor.displayName,
        createdAt: context.now,
        ...(actor.tokenScopes === null ? {} : { tokenScopes: [...actor.tokenScopes] as never }),
      },
      select: { id: true },
    });
    await tx.importFile.create({
      data: {
        jobId: job.id,
        register,
        mode,
        content: new Uint8Array(file.content),
        sha256: Buffer.from(sha256, 'hex'),
        rows: file.rows,
        uploadId,
        format: file.format,
        encoding: file.charset,
        sheet: file.sheet,
        columns: [...file.heading],
        previewJobId: previewId,
      },
      select: { jobId: true },
    });
    const payload = { register, mode, unit: unit.code, rows: file.rows, sha256 };
    return { entity: 'Job', id: job.id, employeeId: null, payload };
  });
  wakeWorkers();
  return id;
}

/**
 * The plain text of what a client sends: base64 of gzip of UTF-8.
 *
 * Errors: BAD_REQUEST for what is none of these; BODY_TOO_LARGE beyond 20 MB unpacked.
 */
function unpackContent(content: string): Result<string, DomainError> {
  try {
    // A small file may unpack to a huge one: the limit is kept while unpacking.
    const bytes = gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: MOST_BYTES });
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const isTooLarge = error instanceof RangeError && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE';
    return fail(isTooLarge ? domainError('BODY_TOO_LARGE', { maximumBytes: MOST_BYTES }) : domainError('BAD_REQUEST'));
  }
}

/** Errors: BAD_REQUEST for what is no table; OUT_OF_RANGE for too many rows, or none. */
async function packText(text: string): Promise<Result<TableFile, DomainError>> {
  try {
    const packed = await packTable(readTextTable(text), MOST_ROWS);
    if (packed.ok || packed.error.code !== 'TOO_MANY_ROWS') return packed;
    const bounds = { minimum: '1', maximum: String(MOST_ROWS) };
    return fail(domainError('OUT_OF_RANGE', { given: `> ${MOST_ROWS}`, ...bounds }));
  } catch (error) {
    if (error instanceof NotATable) return fail(domainError('BAD_REQUEST'));
    throw error;
  }
}
