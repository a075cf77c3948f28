import { EXPORT_FORMATS } from '@congvu/schema/registers';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { builder } from '../builder.ts';
import { JobRef } from '../job/job.type.ts';
import { loadOne } from '../sql/batch.ts';
import { type ExportRow, exportById } from './export.store.ts';
import { EXPORTED_LISTS } from './exported-lists.ts';

/** "periodSheets" as PERIOD_SHEETS. */
const wordOf = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

export const ExportedListEnum = builder.enumType('ExportedList', {
  description: 'A list that leaves as a file: the query of this name, in capitals.',
  values: Object.fromEntries(EXPORTED_LISTS.map(({ field }) => [wordOf(field), { value: field }])),
});

export const ExportFormatEnum = builder.enumType('ExportFormat', {
  description:
    'JSONL: one object a line by the names of GraphQL, days and instants as ISO. CSV: UTF-8 with its mark, the separator of the language; no cell begins with what a spreadsheet would run. XLSX: at most 50,000 rows.',
  values: EXPORT_FORMATS,
});

const ListExportRef = builder.objectRef<ExportRow>('ListExport').implement({
  description: 'The file an export makes.',
  fields: (t) => ({
    list: t.expose('list', { type: ExportedListEnum, description: 'The list.' }),
    variables: t.string({
      description: 'What it was asked with, as JSON.',
      resolve: ({ asked }) => JSON.stringify(asked.variables),
    }),
    format: t.expose('format', { type: ExportFormatEnum, description: 'Its format.' }),
    rows: t.exposeInt('rows', { description: 'Rows in it so far.' }),
    hidden: t.exposeInt('hidden', { description: 'Rows left out: their people restricted exports.' }),
    bytes: t.exposeInt('bytes', { description: 'Its length; 0 until it is whole.' }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'SHA-256 of the file as it is fetched, 64 hexadecimal digits; null until it is whole.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when it can be fetched, a day; null until it is whole.',
    }),
    expired: t.boolean({
      description: 'Whether it is past that.',
      resolve: ({ expiresAt }, _args, context) => expiresAt !== null && expiresAt <= context.now,
    }),
    fetched: t.exposeInt('fetched', { description: 'How often it was fetched.' }),
    url: t.string({
      nullable: true,
      description:
        'Where to fetch it, with the bearer token of who asked for it: a path below the api. `x-checksum-sha256` is its checksum; 410 once it is past its end. Null until it is whole.',
      resolve: ({ id, sha256, format }) =>
        sha256 === null ? null : `/files/export/${encodeGlobalID('Job', id)}.${format.toLowerCase()}`,
    }),
  }),
});

builder.objectField(JobRef, 'export', (t) =>
  t.field({
    type: ListExportRef,
    nullable: true,
    description: 'What it exports; null for other jobs.',
    resolve: (job, _args, context) => (job.kind === 'EXPORT' ? loadOne(context, exportById, job.id) : null),
  }),
);
