import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { ExportFormat } from '@congvu/schema/registers';
import type { Locale } from '@congvu/schema/texts';
import type { Purpose } from '../access/purpose.ts';
import type { Context } from '../context.ts';
import { batchById, query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';
import type { ListVariables } from './list-page.ts';

/** What a file was asked with; kept as JSON beside it. */
export interface AskedList {
  readonly variables: ListVariables;
  readonly purpose: Purpose;
  readonly locale: Locale;
}

export interface ExportRow {
  /** The job's. */
  readonly id: string;
  readonly list: string;
  readonly asked: AskedList;
  readonly format: ExportFormat;
  readonly rows: number;
  /** Of the file as it is fetched. */
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits; null until the file is whole. */
  readonly sha256: string | null;
  /** Rows left out: their people restricted exports. */
  readonly hidden: number;
  readonly expiresAt: Date | null;
  readonly fetched: number;
}

const COLUMNS = raw(`f.job_id as id, f.list, f.variables as asked, f.format, f.rows, f.bytes::float8 as bytes,
  encode(f.sha256, 'hex') as sha256, f.hidden, f.expires_at as "expiresAt", f.fetched`);

export const exportById = batchById<ExportRow>('exportById', COLUMNS, raw('congvu.export_file f'), 'f.job_id');

/** The file as it stands now, whatever the request has read before. */
export async function findExport(context: Context, jobId: string): Promise<ExportRow | null> {
  const [row] = await query<ExportRow>(
    context,
    sql`select ${COLUMNS} from congvu.export_file f where f.job_id = ${jobId}::uuid`,
  );
  return row ?? null;
}

export async function insertExport(
  tx: Transaction,
  file: { readonly jobId: string; readonly list: string; readonly format: ExportFormat; readonly asked: AskedList },
): Promise<void> {
  const { jobId, list, format, asked } = file;
  // Plain JSON: variables were parsed from a text.
  await tx.exportFile.create({ data: { jobId, list, format, variables: asked as unknown as Prisma.InputJsonValue } });
}

/** Places of a workbook's own bytes stand behind those of the rows it is made of. */
export const WORKBOOK_PLACE = 1_000_000;

export async function insertChunk(tx: Transaction, jobId: string, place: number, content: Uint8Array): Promise<void> {
  await tx.$executeRaw`insert into congvu.export_chunk (job_id, place, content) values (${jobId}::uuid, ${place}, ${content})`;
}

export async function countRows(
  tx: Transaction,
  jobId: string,
  { rows, hidden }: { readonly rows: number; readonly hidden: number },
): Promise<void> {
  await tx.$executeRaw`update congvu.export_file set rows = rows + ${rows}, hidden = hidden + ${hidden}
    where job_id = ${jobId}::uuid`;
}

export async function settleExport(
  tx: Transaction,
  jobId: string,
  whole: { readonly bytes: number; readonly sha256: string; readonly expiresAt: Date },
): Promise<void> {
  await tx.$executeRaw`update congvu.export_file set bytes = ${whole.bytes}, sha256 = decode(${whole.sha256}, 'hex'),
    expires_at = ${whole.expiresAt} where job_id = ${jobId}::uuid`;
}

export async function countFetch(tx: Transaction, jobId: string): Promise<void> {
  await tx.$executeRaw`update congvu.export_file set fetched = fetched + 1 where job_id = ${jobId}::uuid`;
}

/** A part of the file from a place on, with its own place; null behind the last. Parts are read one by one. */
export async function findChunk(
  context: Context,
  jobId: string,
  from: number,
): Promise<{ readonly place: number; readonly content: Buffer } | null> {
  const [chunk] = await query<{ readonly place: number; readonly content: Buffer }>(
    context,
    sql`select c.place, c.content from congvu.export_chunk c
      where c.job_id = ${jobId}::uuid and c.place >= ${from} order by c.place limit 1`,
  );
  return chunk ?? null;
}

/** Notes what was read in a step, in the transaction that keeps it: one is not without the other. */
export async function insertNotes(
  tx: Transaction,
  context: Context,
  by: { readonly purpose: Purpose; readonly readBy: string; readonly userId: string },
): Promise<void> {
  const notes = context.access.notes();
  if (notes.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.access_entry (user_id, read_by, employee_id, purpose, kind, screen, request_id)
    select ${by.userId}::uuid, ${by.readBy}, n.employee_id, ${by.purpose}::congvu.purpose, n.kind, 'export', ${context.requestId}
    from unnest(${notes.map(({ employeeId }) => employeeId)}::uuid[], ${notes.map(({ kind }) => kind)}::text[])
      as n (employee_id, kind)`;
}
