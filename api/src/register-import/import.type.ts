import { type DomainError, isErrorCode } from '@congvu/schema/errors';
import {
  IMPORT_COLUMNS,
  IMPORT_FORMATS,
  IMPORT_MODES,
  IMPORT_REGISTERS,
  type ImportRegister,
  readImportHeading,
  TEXT_ENCODINGS,
  type TextEncoding,
  toCellWord,
} from '@congvu/schema/registers';
import { cellKindTexts, describeError, type Locale } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { type ImportRow, importOfJob, listProblems, type ProblemRow } from './import.store.ts';

export const ImportRegisterEnum = builder.enumType('ImportRegister', {
  description:
    'What a file can fill: a register; units with their groups, people with their posts, posts of people who are known; what the catalogue is asked for, tasks, units’ own evaluations of their years, planning (quy hoạch); levels of people’s years before 2026, as they were decided on paper.',
  values: IMPORT_REGISTERS,
});

export const ImportModeEnum = builder.enumType('ImportMode', {
  description:
    'GOOD_ONES: the good rows are taken in. ALL_OR_NONE: nothing is, where one row is bad. PREVIEW: everything is gone through and nothing is taken in.',
  values: IMPORT_MODES,
});

const ImportFormatEnum = builder.enumType('ImportFormat', {
  description: 'How a file is kept together, told by its bytes. CSV: text separated by commas, semicolons or tabs.',
  values: IMPORT_FORMATS,
});

export const TextEncodingEnum = builder.enumType('TextEncoding', {
  description: 'How the text of a file is written. TCVN3: the one-byte encoding of Viet Nam before Unicode.',
  values: {
    UTF_8: { value: 'UTF-8', description: 'Unicode, as every program of today writes it.' },
    WINDOWS_1258: { value: 'WINDOWS-1258', description: 'Vietnamese Windows of before Unicode.' },
    TCVN3: { value: 'TCVN3', description: 'TCVN 5712:1993, fonts “.Vn…”.' },
  } as const satisfies Record<string, { readonly value: TextEncoding; readonly description: string }>,
});

/** A bad row with the file it stands in, whose heading names its column. */
interface NamedProblem extends ProblemRow {
  readonly file: Pick<ImportRow, 'register' | 'columns'>;
}

const NOT_A_DAY: Readonly<Record<Locale, string>> = {
  vi: 'Không phải là ngày hợp lệ; hãy viết như 01/11/2026.',
  en: 'Not a valid date; write it like 01/11/2026.',
};

function messageOf({ path, file, code, detail }: NamedProblem, locale: Locale): string {
  if (!isErrorCode(code)) return code;
  // What the cell held is not kept, and in a file a day is written as people write it, not as the api takes it.
  if (code === 'NOT_A_DATE') return NOT_A_DAY[locale];
  // Stored from an error of this code; what the file says was left out and is shown as dots.
  const payload = { given: '…', ...detail, ...(locale === 'vi' ? allowedWords(file.register, path, detail) : {}) };
  const error = { code, payload } as unknown as DomainError;
  return describeError(error, locale);
}

/** What a cell of words takes, as an office writes it. */
function allowedWords(register: ImportRegister, path: string, detail: ProblemRow['detail']): object {
  const column = IMPORT_COLUMNS[register].find(({ name }) => `/${name}` === path);
  const allowed = detail?.allowed;
  if (column?.kind !== 'WORD' || !Array.isArray(allowed)) return {};
  return { allowed: allowed.map((code) => toCellWord(String(code))) };
}

/** The column as the file's heading writes it, else by its text; null where the row as a whole is refused. */
function columnOf({ path, file }: NamedProblem, locale: Locale): string | null {
  const name = path.slice(1).split('/')[0] ?? '';
  const known = readImportHeading(file.register, file.columns ?? []);
  const place = known.ok ? known.value.findIndex((column) => column?.name === name) : -1;
  const text = IMPORT_COLUMNS[file.register].find((column) => column.name === name)?.text[locale];
  return file.columns?.[place] ?? text ?? null;
}

const ProblemRef = builder.objectRef<NamedProblem>('ImportProblem').implement({
  description: 'A row of a file that was not taken in. Nothing the file says is kept with it.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Line of the file, from 1; the heading is line 1.' }),
    row: t.int({
      description: 'Row of the sheet, from 1, as a spreadsheet program counts it; of a text the same as `line`.',
      resolve: ({ line }) => line,
    }),
    path: t.exposeString('path', {
      description: 'The column, "/decidedOn"; empty where the row as a whole is refused.',
    }),
    column: t.string({
      nullable: true,
      description: 'The column as the heading of the file names it; null where the row as a whole is refused.',
      resolve: (problem, _args, context) => columnOf(problem, context.locale),
    }),
    code: t.exposeString('code', { description: 'Code of the error catalogue.' }),
    message: t.string({
      description: 'What is wrong, in the language of Accept-Language.',
      resolve: (problem, _args, context) => messageOf(problem, context.locale),
    }),
    text: t.string({
      description: 'A whole sentence with row and column, in the language of Accept-Language.',
      resolve: (problem, _args, { locale }) => {
        const column = columnOf(problem, locale);
        const row = locale === 'vi' ? `Dòng ${problem.line}` : `Row ${problem.line}`;
        const place = column === null ? row : `${row}, ${locale === 'vi' ? 'cột' : 'column'} “${column}”`;
        return `${place}: ${messageOf(problem, locale)}`;
      },
    }),
  }),
});
const ProblemConnection = connectionOf('ImportProblem', ProblemRef, 'bad rows');

const PreviewRef = builder.objectRef<ImportRow>('ImportPreview').implement({
  description: 'What the rows gone through so far come to.',
  fields: (t) => ({
    created: t.int({
      description: 'Rows that make something new.',
      resolve: ({ done, bad, unchanged, changed }) => done - bad - unchanged - changed,
    }),
    changed: t.exposeInt('changed', { description: 'Rows that change something that is there.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Rows that are there already as the file has them.' }),
    bad: t.exposeInt('bad', { description: 'Rows with a fault.' }),
  }),
});

const ColumnRef = builder.objectRef<(typeof IMPORT_COLUMNS)[ImportRegister][number]>('ImportColumn').implement({
  description: 'A column of a file to be taken in.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name; a heading may hold it or its text in either language.' }),
    kind: t.exposeString('kind', {
      description:
        'TEXT, DATE (2026-11-25, 25/11/2026 or a date cell), YES_NO, YEAR, COUNT, NUMBER, WORD (code or Vietnamese), CODES (by semicolons), GROUPS (code:name, by semicolons).',
    }),
    required: t.exposeBoolean('required', { description: 'Whether the file is refused without it.' }),
    takes: t.string({
      description: 'What its cells may hold, in the language of Accept-Language.',
      resolve: ({ kind }, _args, context) => cellKindTexts[kind][context.locale],
    }),
    text: t.string({
      description: 'Its text, in the language of Accept-Language.',
      resolve: ({ text }, _args, context) => text[context.locale],
    }),
  }),
});

const ImportRef = builder.objectRef<ImportRow>('RegisterImport').implement({
  description: 'What a job takes in, and what became of it so far.',
  fields: (t) => ({
    register: t.expose('register', { type: ImportRegisterEnum, description: 'The register.' }),
    mode: t.expose('mode', { type: ImportModeEnum, description: 'What happens where some rows are bad.' }),
    format: t.expose('format', { type: ImportFormatEnum, description: 'How the file is kept together.' }),
    encoding: t.field({
      type: TextEncodingEnum,
      nullable: true,
      description:
        'How its text was written, as found out or stated. Of a workbook only TCVN3: cells with letters of it were mended.',
      resolve: ({ encoding }) => TEXT_ENCODINGS.find((each) => each === encoding) ?? null,
    }),
    sheet: t.exposeString('sheet', { nullable: true, description: 'The workbook’s sheet that was read.' }),
    rows: t.exposeInt('rows', { description: 'Rows of the file, without the heading.' }),
    good: t.int({
      description: 'Rows without a fault, of those gone through.',
      resolve: ({ done, bad }) => done - bad,
    }),
    bad: t.exposeInt('bad', { description: 'Rows with a fault, of those gone through.' }),
    committed: t.int({
      description: 'Rows that were written: not those that were there already, nor any of an import taken back.',
      resolve: ({ mode, done, bad, unchanged, undoneAt }) =>
        mode === 'PREVIEW' || undoneAt !== null || (mode === 'ALL_OR_NONE' && bad > 0) ? 0 : done - bad - unchanged,
    }),
    preview: t.field({
      type: PreviewRef,
      description: 'What the rows come to: would, of a PREVIEW; did, of an import.',
      resolve: (row) => row,
    }),
    previewedBy: t.field({
      type: JobRef,
      nullable: true,
      description: 'The preview that this import carries out.',
      resolve: ({ previewId }, _args, context) => (previewId === null ? null : loadOne(context, jobById, previewId)),
    }),
    undoneAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the whole of it was taken back.',
      resolve: ({ undoneAt }) => undoneAt,
    }),
    problems: t.field({
      type: ProblemConnection,
      description: 'The bad rows, in the order of the file.',
      args: t.arg.connectionArgs(),
      resolve: async (file, args, context) => {
        const page = await listProblems(context, file.id, args);
        return { ...page, edges: page.edges.map((edge) => ({ ...edge, node: { ...edge.node, file } })) };
      },
    }),
  }),
});

builder.objectField(JobRef, 'import', (t) =>
  t.field({
    type: ImportRef,
    nullable: true,
    description: 'The import, of a job that is one and one’s own.',
    resolve: (job, _args, context) => (job.kind === 'IMPORT' ? loadOne(context, importOfJob, job.id) : null),
  }),
);

builder.queryField('importColumns', (t) =>
  t.field({
    type: [ColumnRef],
    description: 'The columns of a register’s file, in the order of a template.',
    authScopes: { signedIn: true },
    args: { register: t.arg({ type: ImportRegisterEnum, description: 'The register.' }) },
    resolve: (_root, { register }) => [...IMPORT_COLUMNS[register]],
  }),
);
