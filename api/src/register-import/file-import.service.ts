import { domainError } from '@congvu/schema/errors';
import type { Result } from '@congvu/schema/primitives/result';
import { type ImportFile, type PreviewImport, TEXT_ENCODINGS } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { readApart } from '../import-file/read-apart.ts';
import type { FileProblem, ReadFile } from '../import-file/read-import-file.ts';
import { type JobRow, jobById } from '../job/job.store.ts';
import { findRowId, rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { findUpload } from '../upload/upload.store.ts';
import { askForImport, assertHeading, authoriseImport } from './import.service.ts';
import { findImportFile, findUploadOf, type ImportRow, importOfJob } from './import.store.ts';

/**
 * Goes through an uploaded file as an import would and writes nothing; the job names every bad row and says what the others
 * would come to. Answers the job's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT at /upload (FILE_UNREADABLE,
 * ARCHIVE_TOO_LARGE, TOO_MANY_ROWS, MERGED_CELLS, MISSING), /sheet, /encoding; JOB_RUNNING.
 */
export async function previewImport(context: Context, input: PreviewImport): Promise<string> {
  const { register } = input;
  const unit = await authoriseImport(context, register, input.unit);
  const uploadId = findRowId('Upload', input.upload);
  const upload = uploadId === null ? null : await findUpload(context, uploadId);
  if (upload === null) throw invalidField('/upload', domainError('NOT_FOUND'));
  const read = await readApart(upload.content, { sheet: input.sheet, charset: input.encoding });
  if (!read.ok) throw invalidField(read.error.path, read.error.error);
  assertHeading(register, read.value.heading, '/upload');
  return askForImport(context, 'previewImport', input, {
    register,
    mode: 'PREVIEW',
    unit,
    file: read.value,
    sha256: upload.sha256,
    uploadId: upload.id,
    previewId: null,
  });
}

/**
 * Takes in the file of a preview that has ended. Answers the job's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN; WRONG_STATE where the preview has not ended or is none; INVALID_INPUT at /preview where the
 * file is no longer kept, or is another than was gone through; JOB_RUNNING.
 */
export async function importFile(context: Context, input: ImportFile): Promise<string> {
  const job = await getImportJob(context, input.preview);
  const { register, mode, sheet, encoding } = job.taken;
  const unit = await authoriseImport(context, register, (await getUnit(context, job.unitId)).code);
  if (mode !== 'PREVIEW') throw wrongState(mode);
  if (job.state !== 'DONE') throw wrongState(job.state);
  const previewed = await findImportFile(context, job.id);
  const uploadId = await findUploadOf(context, job.id);
  const upload = uploadId === null ? null : await findUpload(context, uploadId);
  if (upload === null || previewed === null) throw invalidField('/preview', domainError('NOT_FOUND'));
  if (upload.sha256 !== previewed.sha256)
    throw invalidField('/preview', domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
  const read = await readAgain(upload.content, sheet, encoding);
  if (!read.ok) throw invalidField('/preview', read.error.error);
  return askForImport(context, 'importFile', input, {
    register,
    mode: input.mode,
    unit,
    file: read.value,
    sha256: upload.sha256,
    uploadId: upload.id,
    previewId: job.id,
  });
}

/** By the charset that is found out where it is the preview's, else by the one that was stated then. */
async function readAgain(
  content: Buffer,
  sheet: string | null,
  encoding: string | null,
): Promise<Result<ReadFile, FileProblem>> {
  const found = await readApart(content, { sheet, charset: null });
  const stated = TEXT_ENCODINGS.find((each) => each === encoding) ?? null;
  return (found.ok && found.value.charset === stated) || stated === null
    ? found
    : readApart(content, { sheet, charset: stated });
}

/** An import of one's own. Errors: NOT_FOUND. */
export async function getImportJob(
  context: Context,
  globalId: string,
): Promise<JobRow & { readonly taken: ImportRow }> {
  const job = assertVisible(await loadOne(context, jobById, rowId(context, 'Job', globalId)), context);
  const taken = assertVisible(await loadOne(context, importOfJob, job.id), context);
  return { ...job, taken };
}
