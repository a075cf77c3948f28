import { importFileShape, importRecordsShape, previewImportShape, undoImportShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { ImportUsedError, JobRunningError } from '../error/refusals.ts';
import { type JobRow, jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { WritingModeEnum } from '../mutation/bulk.type.ts';
import { parsed } from '../mutation/change.ts';
import { mayRead } from '../request-scopes.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { importFile, previewImport } from './file-import.service.ts';
import { SENDING_PERMISSIONS } from './import.policy.ts';
import { importRecords } from './import.service.ts';
import { ImportModeEnum, ImportRegisterEnum, TextEncodingEnum } from './import.type.ts';
import './import-error.type.ts';
import { undoImport } from './undo-import.service.ts';

const ImportRecordsInput = builder.inputType('ImportRecordsInput', {
  description: 'A file of records.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    register: t.field({ type: ImportRegisterEnum, description: 'The register it fills.' }),
    mode: t.field({
      type: ImportModeEnum,
      description: 'What happens where some rows are bad; PREVIEW is for uploaded files alone.',
    }),
    unit: t.string({ description: 'Code of the unit; rows of units outside it are bad.' }),
    content: t.string({
      description:
        'The file, CSV in UTF-8 with a heading, gzipped, in base64: at most 3 MB packed, 20 MB and 25,000 rows.',
    }),
  }),
});

const PreviewImportInput = builder.inputType('PreviewImportInput', {
  description: 'A file to go through.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    register: t.field({ type: ImportRegisterEnum, description: 'What it fills.' }),
    unit: t.string({ description: 'Code of the unit; rows of units outside it are bad.' }),
    upload: t.id({ description: 'Identifier that PUT /files/upload answered.' }),
    sheet: t.string({ required: false, description: 'Name of the workbook’s sheet; the first unless stated.' }),
    encoding: t.field({
      type: TextEncodingEnum,
      required: false,
      description: 'How the text is written; found out unless stated.',
    }),
  }),
});

const ImportFileInput = builder.inputType('ImportFileInput', {
  description: 'A file that was gone through, to be taken in.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    preview: t.id({ description: 'Identifier of the job that went through it.' }),
    mode: t.field({ type: WritingModeEnum, description: 'What happens where some rows are bad.' }),
  }),
});

const UndoImportInput = builder.inputType('UndoImportInput', {
  description: 'An import to take back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    job: t.id({ description: 'Identifier of its job.' }),
  }),
});

/** Who may send a file of some kind; over which unit is asked with the kind. */
function maySend(context: Context): boolean {
  return SENDING_PERMISSIONS.some(
    (permission) =>
      mayRead(context.actor, permission) &&
      (context.actor?.permissions.some((held) => held.permission === permission) ?? false),
  );
}

async function getJob(context: Context, id: string): Promise<JobRow> {
  const job = await loadOne(context, jobById, id);
  if (job === null) throw new Error('A job was asked for that may not be seen.');
  return job;
}

builder.mutationFields((t) => ({
  importRecords: t.field({
    type: JobRef,
    description:
      'Takes a file sent in the mutation itself into its register, as a job; `Job.import` says which rows are bad and why. The same file again finds its records there.',
    authScopes: (_root, _args, context) => maySend(context),
    errors: { types: [...REFUSALS, JobRunningError] },
    args: { input: t.arg({ type: ImportRecordsInput, description: 'The file.' }) },
    resolve: async (_root, { input }, context) =>
      getJob(context, await importRecords(context, parsed(importRecordsShape, input))),
  }),
  previewImport: t.field({
    type: JobRef,
    description:
      'Goes through an uploaded file as an import would and writes nothing, as a job: `Job.import` names every bad row by row and column and says what the others come to. The file is CSV or XLSX with a heading: at most 32 MB, 60,000 rows (a workbook 50,000).',
    authScopes: (_root, _args, context) => maySend(context),
    errors: { types: [...REFUSALS, JobRunningError] },
    args: { input: t.arg({ type: PreviewImportInput, description: 'The file.' }) },
    resolve: async (_root, { input }, context) =>
      getJob(context, await previewImport(context, parsed(previewImportShape, input))),
  }),
  importFile: t.field({
    type: JobRef,
    description: 'Takes in the file of a preview, as a job. The same file again changes nothing.',
    authScopes: (_root, _args, context) => maySend(context),
    errors: { types: [...REFUSALS, JobRunningError] },
    args: { input: t.arg({ type: ImportFileInput, description: 'The preview, and what happens to bad rows.' }) },
    resolve: async (_root, { input }, context) =>
      getJob(context, await importFile(context, parsed(importFileShape, input))),
  }),
  undoImport: t.field({
    type: JobRef,
    description:
      'Takes back a whole import: what it created goes, what it changed is as it was. Refused as a whole once anything was built on one of its rows; of a unit’s year, once it was decided, counted in a quota or frozen in a summary. Decisions of discipline are annulled and stay.',
    authScopes: (_root, _args, context) => maySend(context),
    errors: { types: [...REFUSALS, JobRunningError, ImportUsedError] },
    args: { input: t.arg({ type: UndoImportInput, description: 'The import.' }) },
    resolve: async (_root, { input }, context) =>
      getJob(context, await undoImport(context, parsed(undoImportShape, input))),
  }),
}));
