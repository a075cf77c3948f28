import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { listNationalRows, nationalExportById } from './national-export.store.ts';
import { nationalFile } from './national-file.ts';

/**
 * The file of an export, made again of what is stored: given out only where it is, byte by byte, what was recorded.
 *
 * Errors: NOT_FOUND; EXPORT_SUPERSEDED where results changed since, for a file that says otherwise would be passed on under
 * a checksum that is not its own.
 */
export async function downloadNationalExport(context: Context, id = ''): Promise<Download> {
  const made = assertVisible(await loadOne(context, nationalExportById, rowId(context, 'NationalExport', id)), context);
  const unit = await getUnit(context, made.unitId);
  const file = nationalFile(unit.code, made.period, await listNationalRows(context, unit.id, made.period));
  if (file.sha256 !== made.sha256) {
    // Stored by us from a Period.
    throw requestError(domainError('EXPORT_SUPERSEDED', { period: made.period as Period }), context.locale);
  }
  return { fileName: made.fileName, mediaType: 'application/x-ndjson; charset=utf-8', body: file.content };
}
