import { type DomainError, isErrorCode } from '@congvu/schema/errors';
import { IMPORT_COLUMNS, IMPORT_MODES, IMPORT_REGISTERS, type ImportRegister } from '@congvu/schema/registers';
import { describeError } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { JobRef } from '../job/job.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { type ImportRow, importOfJob, listProblems, type ProblemRow } from './import.store.ts';

export const ImportRegisterEnum = builder.enumType('ImportRegister', {
  description: 'A register that a file can fill.',
  values: IMPORT_REGISTERS,
});

export const ImportModeEnum = builder.enumType('ImportMode', {
  description: 'GOOD_ONES: the good rows are taken in. ALL_OR_NONE: nothing is, where one row is bad.',
  values: IMPORT_MODES,
});

const ProblemRef = builder.objectRef<ProblemRow>('ImportProblem').implement({
  description: 'A row of a file that was not taken in. Nothing the file says is kept with it.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Line of the file, from 1; the heading is line 1.' }),
    path: t.exposeString('path', {
      description: 'The column, "/decidedOn"; empty where the row as a whole is refused.',
    }),
    code: t.exposeString('code', { description: 'Code of the error catalogue.' }),
    message: t.string({
      description: 'What is wrong, in the language of Accept-Language.',
      resolve: ({ code, detail }, _args, context) => {
        if (!isErrorCode(code)) return code;
        // Stored from an error of this code; what the file says was left out and is shown as dots.
        const error = { code, payload: { given: '…', ...detail } } as unknown as DomainError;
        return describeError(error, context.locale);
      },
    }),
  }),
});
const ProblemConnection = connectionOf('ImportProblem', ProblemRef, 'bad rows');

const ColumnRef = builder.objectRef<(typeof IMPORT_COLUMNS)[ImportRegister][number]>('ImportColumn').implement({
  description: 'A column of a file to be taken in.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name; a heading may hold it or its text in either language.' }),
    kind: t.exposeString('kind', {
      description:
        'TEXT, DATE (2026-11-25 or 25/11/2026), YES_NO, YEAR, WORD (code or Vietnamese), CODES (by semicolons).',
    }),
    required: t.exposeBoolean('required', { description: 'Whether the file is refused without it.' }),
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
    rows: t.exposeInt('rows', { description: 'Rows of the file, without the heading.' }),
    good: t.int({
      description: 'Rows without a fault, of those gone through.',
      resolve: ({ done, bad }) => done - bad,
    }),
    bad: t.exposeInt('bad', { description: 'Rows with a fault, of those gone through.' }),
    committed: t.int({
      description: 'Rows in the register now.',
      resolve: ({ mode, done, bad }) => (mode === 'ALL_OR_NONE' && bad > 0 ? 0 : done - bad),
    }),
    problems: t.field({
      type: ProblemConnection,
      description: 'The bad rows, in the order of the file.',
      args: t.arg.connectionArgs(),
      resolve: ({ id }, args, context) => listProblems(context, id, args),
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
