import type { Transaction } from '@congvu/prisma/database';
import type { ImportMode, ImportRegister } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { batchById, childPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';

/** What a job takes in; `id` is the job's. Seen by who asked for it. */
export interface ImportRow {
  readonly id: string;
  readonly register: ImportRegister;
  readonly mode: ImportMode;
  readonly rows: number;
  readonly done: number;
  readonly bad: number;
}

export const importOfJob = batchById<ImportRow>(
  'importOfJob',
  raw('f.job_id as id, f.register, f.mode, f.rows, j.done, j.left_open as bad'),
  raw('congvu.import_file f join congvu.job j on j.id = f.job_id'),
  'f.job_id',
);

/** The file itself, with the unit it is taken in for; null once the job is over. */
export async function findImportFile(context: Context, jobId: string) {
  const [row] = await query<{
    readonly register: ImportRegister;
    readonly mode: ImportMode;
    readonly content: Buffer | null;
    readonly sha256: string;
    readonly unitPath: string;
  }>(
    context,
    sql`select f.register, f.mode, f.content, encode(f.sha256, 'hex') as sha256, u.path_text as "unitPath"
      from congvu.import_file f join congvu.job j on j.id = f.job_id join congvu.unit u on u.id = j.unit_id
      where f.job_id = ${jobId}::uuid`,
  );
  return row ?? null;
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
