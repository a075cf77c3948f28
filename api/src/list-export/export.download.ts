import { domainError } from '@congvu/schema/errors';
import type { ExportFormat } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { notFound, requestError } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { schema } from '../schema.ts';
import { XLSX } from '../sheets/workbook.ts';
import { getActor } from '../task/task-change.ts';
import { countFetch, findExport, WORKBOOK_PLACE } from './export.store.ts';
import { readParts } from './export-job.ts';
import { findExportedList } from './exported-lists.ts';
import { countListed } from './list-page.ts';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX,
  JSONL: 'application/jsonl; charset=utf-8',
};

/**
 * A file that was exported, to who asked for it, for a day. Who fetches it may read the list now: a token without its scope, and
 * whoever lost the right since, may not. Errors: NOT_FOUND, EXPORT_EXPIRED, those of the list.
 */
export async function downloadExport(context: Context, job = '', extension = ''): Promise<Download> {
  const file = assertVisible(await findExport(context, rowId(context, 'Job', job)), context);
  const { id, format, sha256, expiresAt, asked } = file;
  const list = findExportedList(file.list);
  if (list === null || sha256 === null || expiresAt === null || extension !== format.toLowerCase())
    throw notFound(context.locale);
  if (expiresAt <= context.now)
    throw requestError(domainError('EXPORT_EXPIRED', { expiredAt: expiresAt.toISOString() }), context.locale);
  await countListed(context, schema, list, asked.variables);
  await context.database.withActor((tx) => countFetch(tx, id));
  return {
    fileName: `${list.title} ${context.today}.${extension}`,
    mediaType: MEDIA_TYPES[format],
    headers: { 'x-checksum-sha256': sha256, 'content-length': String(file.bytes) },
    body: asActor(context, readParts(context, id, format === 'XLSX' ? WORKBOOK_PLACE : 0)),
  };
}

/** Each part is read as the asker when it is sent: a file of any length never stands in memory. */
async function* asActor(context: Context, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { userId, tokenScopes } = getActor(context);
  const { purpose, requestId, database } = context;
  const next = () => database.runAs({ userId, tokenScopes, purpose, requestId }, () => parts.next());
  for (let part = await next(); !part.done; part = await next()) yield part.value;
}
