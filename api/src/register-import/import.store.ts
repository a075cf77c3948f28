import type { Transaction } from '@congvu/prisma/database';
import type { ImportFormat, ImportMode, ImportRegister } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import type { SheetKey } from '../period-sheet/sheet-figures.store.ts';
import { batchById, childPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import type { WrittenRow } from './import-target.ts';

/** What a job takes in; `id` is the job's. Seen by who asked for it. */
export interface ImportRow {
  readonly id: string;
  readonly register: ImportRegister;
  readonly mode: ImportMode;
  readonly format: ImportFormat;
  readonly encoding: string | null;
  readonly sheet: string | null;
  /** The headings as read; null for a file of before they were kept. */
  readonly columns: readonly string[] | null;
  readonly rows: number;
  readonly done: number;
  readonly bad: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly previewId: string | null;
  readonly undoneAt: Date | null;
}

export const importOfJob = batchById<ImportRow>(
  'importOfJob',
  raw(`f.job_id as id, f.register, f.mode, f.format, f.encoding, f.sheet, f.columns, f.rows, j.done, j.left_open as bad,
    f.unchanged, f.changed, f.preview_job_id as "previewId", f.undone_at as "undoneAt"`),
  raw('congvu.import_file f join congvu.job j on j.id = f.job_id'),
  'f.job_id',
);

/** A file that waits for its job, with the unit it is taken in for. */
export interface WaitingFile {
  readonly register: ImportRegister;
  readonly mode: ImportMode;
  /** Null once the job is over. */
  readonly content: Buffer | null;
  readonly columns: readonly string[] | null;
  /** 64 lower-case hex digits, of the file as it was sent. */
  readonly sha256: string;
  readonly rows: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitPath: string;
}

export async function findImportFile(context: Context, jobId: string): Promise<WaitingFile | null> {
  const [row] = await query<WaitingFile>(
    context,
    sql`select f.register, f.mode, f.content, f.columns, encode(f.sha256, 'hex') as sha256, f.rows, u.id as "unitId",
        u.code as "unitCode", u.path_text as "unitPath"
      from congvu.import_file f join congvu.job j on j.id = f.job_id join congvu.unit u on u.id = j.unit_id
      where f.job_id = ${jobId}::uuid`,
  );
  return row ?? null;
}

/** The upload a job's file came from; null where it did not, or where the upload is no longer kept. */
export async function findUploadOf(context: Context, jobId: string): Promise<string | null> {
  const [row] = await query<{ readonly uploadId: string | null }>(
    context,
    sql`select f.upload_id as "uploadId" from congvu.import_file f where f.job_id = ${jobId}::uuid`,
  );
  return row?.uploadId ?? null;
}

/** Whether one's own file for the register is waiting or being taken in, by another job than `except`. */
export async function isTakingIn(
  tx: Transaction,
  {
    userId,
    register,
    except,
  }: { readonly userId: string; readonly register: ImportRegister; readonly except?: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from congvu.job j join congvu.import_file f on f.job_id = j.id
    where j.kind = 'IMPORT' and j.created_by_id = ${userId}::uuid and j.state in ('QUEUED', 'RUNNING')
      and f.register = ${register}::congvu.import_register and j.id is distinct from ${except ?? null}::uuid`;
  return rows.length > 0;
}

/** A row that was not taken in. `detail` is the payload of its code without what the file says. */
export interface ProblemRow {
  readonly line: number;
  readonly path: string;
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export function listProblems(context: Context, jobId: string, args: PageArguments): Promise<Page<ProblemRow>> {
  const list: ListStatement = {
    columns: raw('p.line, p.path, p.code, p.detail'),
    from: raw('congvu.import_problem p'),
    conditions: [raw('p.job_id = parent.id')],
    order: [
      { expression: 'p.line', type: 'integer' },
      { expression: 'p.path', type: 'text' },
    ],
  };
  return childPage<ProblemRow & PlacedRow>(context, 'problemsOfImport', list, args, jobId);
}

/** Keeps what is wrong with rows: the first of each column, which its reader repairs first. */
export async function insertProblems(tx: Transaction, jobId: string, problems: readonly ProblemRow[]): Promise<void> {
  if (problems.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.import_problem (job_id, line, path, code, detail)
    select distinct on (g.line, g.path) ${jobId}::uuid, g.line, g.path, g.code, g.detail
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) g (line integer, path text, code text, detail jsonb)
    order by g.line, g.path`;
}

/** Keeps what was written, for an undoing. */
export async function insertWritten(tx: Transaction, jobId: string, written: readonly WrittenRow[]): Promise<void> {
  if (written.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.import_row (job_id, line, entity, row_id, action, before, revision_after)
    select ${jobId}::uuid, g.line, g.entity, g."rowId", g.action, g.before, g."revisionAfter"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) g (line integer, entity text, "rowId" text,
      action congvu.import_action, before jsonb, "revisionAfter" integer)`;
}

/** Counts rows that were there already, and rows of which something was changed. */
export async function countRows(
  tx: Transaction,
  jobId: string,
  { unchanged, changed }: { readonly unchanged: number; readonly changed: number },
): Promise<void> {
  if (unchanged === 0 && changed === 0) return;
  await tx.$executeRaw`
    update congvu.import_file set unchanged = unchanged + ${unchanged}, changed = changed + ${changed}
    where job_id = ${jobId}::uuid`;
}

/** The job's state; UNDONE where it was taken back before. */
export async function findUndone(tx: Transaction, jobId: string): Promise<string> {
  const [row] = await tx.$queryRaw<readonly { readonly state: string }[]>`
    select case when f.undone_at is null then j.state::text else 'UNDONE' end as state
    from congvu.import_file f join congvu.job j on j.id = f.job_id where f.job_id = ${jobId}::uuid`;
  return row?.state ?? 'UNDONE';
}

/** Places of a month follow those of the people who were moved into it. */
export async function placeSheets(tx: Transaction, people: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for (const [period, ids] of people) await tx.$executeRaw`select congvu.place_sheets(${[...ids]}::uuid[], ${period})`;
}

/** The sheets that the tasks of an import stand on. */
export function sheetsOfImport(tx: Transaction, jobId: string): Promise<readonly SheetKey[]> {
  return tx.$queryRaw`
    select distinct t.employee_id as "employeeId", t.unit_id as "unitId", t.period
    from congvu.import_row r join congvu.task t on t.id = r.row_id::uuid
    where r.job_id = ${jobId}::uuid and r.entity = 'task'
    order by 1, 2, 3`;
}

/** The years of the units' recognisers in which an import wrote. */
export function yearsOfImport(
  tx: Transaction,
  jobId: string,
): Promise<readonly { readonly unitId: string; readonly year: number }[]> {
  return tx.$queryRaw`
    select distinct y.authority_id as "unitId", y.year
    from congvu.import_row r join congvu.unit_result y on y.id = r.row_id::uuid
    where r.job_id = ${jobId}::uuid and r.entity = 'unit_result'`;
}

/** Takes back every row of an import; answers of how many lines, null where it may not be. The database refuses with IMPORT_USED. */
export async function undoRows(tx: Transaction, jobId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<readonly { readonly undone: number | null }[]>`
    select congvu.undo_import(${jobId}::uuid) as undone`;
  return row?.undone ?? null;
}
