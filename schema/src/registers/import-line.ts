import { z } from 'zod';
import type { FieldError } from '../errors/error-payloads.ts';
import { DISCIPLINE_FORMS } from '../evaluation/discipline-input.ts';
import { codeShape, nameShape, optional, optionalTextShape, textShape } from '../evaluation/input-field.ts';
import { parseInput } from '../evaluation/parse-input.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { type Cell, type CellKind, type DayCount, readCell } from './cell-value.ts';
import { registerYearShape } from './commendation-input.ts';
import type { ImportColumn } from './import-column.ts';
import { IMPORT_COLUMNS } from './import-columns.ts';
import { CELL_WORDS } from './import-words.ts';
import { inconsistent, inOrder, missing, personOrUnit } from './input-checks.ts';
import {
  assignmentRowShape,
  catalogueRowShape,
  earlierLevelRowShape,
  employeeRowShape,
  planningRowShape,
  taskRowShape,
  unitResultRowShape,
  unitRowShape,
} from './office-rows.ts';
import {
  FEEDBACK_KINDS,
  FEEDBACK_OUTCOMES,
  FINDING_TOPICS,
  type ImportRegister,
  INFLUENCES,
  INITIATIVE_KINDS,
  INITIATIVE_LEVELS,
} from './register-words.ts';

const disciplineShape = z
  .strictObject({
    employee: codeShape,
    unit: optional(codeShape),
    actFrom: localDateShape,
    actTo: optional(localDateShape),
    discoveredOn: localDateShape,
    relatedToDuty: z.boolean(),
    degradation: z.boolean(),
    corruption: z.boolean(),
    summary: textShape,
    form: z.enum(DISCIPLINE_FORMS),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    effectiveFrom: localDateShape,
    effectiveTo: optional(localDateShape),
    issuer: nameShape,
  })
  .superRefine((row, context) => {
    inOrder(context, ['actTo'], row.actFrom, row.actTo);
    inOrder(context, ['discoveredOn'], row.actFrom, row.discoveredOn);
    inOrder(context, ['effectiveTo'], row.effectiveFrom, row.effectiveTo);
    const actOn = row.actTo ?? row.actFrom;
    if (row.decidedOn < actOn)
      context.addIssue({
        code: 'custom',
        message: 'DECISION_BEFORE_ACT',
        path: ['decidedOn'],
        params: { actOn, decidedOn: row.decidedOn },
      });
  });

const commendationShape = z
  .strictObject({
    employee: optional(codeShape),
    unit: optional(codeShape),
    titleCode: optional(codeShape),
    form: nameShape,
    title: nameShape,
    kind: nameShape,
    year: optional(registerYearShape),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    issuer: nameShape,
    reason: optionalTextShape,
  })
  .superRefine(({ unit, employee }, context) => personOrUnit(context, ['unit', unit], ['employee', employee]));

/** All that a recognition says, or none of it. */
const initiativeShape = z
  .strictObject({
    code: codeShape,
    title: nameShape,
    summary: optionalTextShape,
    unit: codeShape,
    year: registerYearShape,
    kind: z.enum(INITIATIVE_KINDS),
    authors: z.array(codeShape).min(1).max(20).readonly(),
    level: optional(z.enum(INITIATIVE_LEVELS)),
    influence: optional(z.enum(INFLUENCES)),
    applied: z.boolean(),
    decisionNumber: optional(nameShape),
    recognisedOn: optional(localDateShape),
  })
  .superRefine((row, context) => {
    const twice = row.authors.some((author, index) => row.authors.indexOf(author) !== index);
    if (twice) inconsistent(context, ['authors'], 'DUPLICATE_CODE');
    const parts = ['level', 'influence', 'decisionNumber', 'recognisedOn'] as const;
    if (parts.every((part) => row[part] === null)) return;
    for (const part of parts) if (row[part] === null) missing(context, [part]);
  });

const feedbackShape = z
  .strictObject({
    unit: codeShape,
    employee: optional(codeShape),
    kind: z.enum(FEEDBACK_KINDS),
    channel: nameShape,
    topic: optional(z.enum(FINDING_TOPICS)),
    receivedOn: localDateShape,
    content: textShape,
    dueOn: localDateShape,
    senderName: optionalTextShape,
    senderContact: optionalTextShape,
    answeredOn: optional(localDateShape),
    answerDocument: optional(nameShape),
    outcome: optional(z.enum(FEEDBACK_OUTCOMES)),
  })
  .superRefine((row, context) => {
    inOrder(context, ['dueOn'], row.receivedOn, row.dueOn);
    inOrder(context, ['answeredOn'], row.receivedOn, row.answeredOn);
    const parts = ['answeredOn', 'answerDocument', 'outcome'] as const;
    if (parts.every((part) => row[part] === null)) return;
    for (const part of parts) if (row[part] === null) missing(context, [part]);
  });

const SHAPES = {
  DISCIPLINE: disciplineShape,
  COMMENDATION: commendationShape,
  INITIATIVE: initiativeShape,
  FEEDBACK: feedbackShape,
  UNIT: unitRowShape,
  EMPLOYEE: employeeRowShape,
  ASSIGNMENT: assignmentRowShape,
  CATALOGUE: catalogueRowShape,
  TASK: taskRowShape,
  UNIT_RESULT: unitResultRowShape,
  PLANNING: planningRowShape,
  EARLIER_LEVEL: earlierLevelRowShape,
} as const satisfies Record<ImportRegister, z.ZodType>;

/** One record of a file, by its register. */
export type ImportRecord<Register extends ImportRegister = ImportRegister> = z.output<(typeof SHAPES)[Register]>;

/**
 * The columns of a heading, in its order; null for a column that is none of the register's, which is not read.
 *
 * A heading names columns by their names or their texts, in any case. Error: the names of required columns that are not there.
 */
export function readImportHeading(
  register: ImportRegister,
  cells: readonly string[],
): Result<readonly (ImportColumn | null)[], readonly string[]> {
  const columns = IMPORT_COLUMNS[register];
  const found = cells.map((cell) => columns.find((each) => isNamed(each, cell)) ?? null);
  const absent = columns.filter((each) => each.required && !found.includes(each)).map(({ name }) => name);
  return absent.length > 0 ? fail(absent) : ok(found);
}

function isNamed({ name, text }: ImportColumn, cell: string): boolean {
  const wanted = plain(cell);
  return [name, text.vi, text.en].some((each) => plain(each) === wanted);
}

/** Without the blanks and the mark of a required column that a template or a person puts around a heading. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/ ?\(?\*\)? ?$/, '')
    .trim()
    .toLowerCase();
}

/**
 * A line of a file as a record. `cells` stand in the order of `columns`; cells beyond them are not read, absent ones are empty.
 *
 * Errors: every bad field with its column as path, as of the mutation that records one of them.
 */
export function parseImportLine<Register extends ImportRegister>(
  register: Register,
  columns: readonly (ImportColumn | null)[],
  cells: readonly string[],
): Result<ImportRecord<Register>, readonly FieldError[]> {
  const input: Record<string, unknown> = {};
  for (const { name, kind } of IMPORT_COLUMNS[register]) input[name] = ABSENT[kind];
  columns.forEach((column, index) => {
    if (column !== null) input[column.name] = readText(column.kind, cells[index] ?? '');
  });
  const parsed = parseInput(SHAPES[register], input);
  // The shape is the register's, so what it reads is its record.
  return parsed.ok ? ok(parsed.value as ImportRecord<Register>) : fail(parsed.error.payload.fields);
}

/**
 * The same for cells as a workbook or a CSV holds them. A cell that cannot be read, or may not, is an error of its column beside
 * the other bad fields of the line.
 */
export function parseImportCells<Register extends ImportRegister>(
  register: Register,
  columns: readonly (ImportColumn | null)[],
  cells: readonly Cell[],
  days: DayCount = '1900',
): Result<ImportRecord<Register>, readonly FieldError[]> {
  const unread: FieldError[] = [];
  const texts = columns.map((column, index) => {
    const cell = cells[index];
    if (column === null || cell === undefined) return '';
    const read = readCell(column.kind, cell, days);
    if (read.ok) return read.value;
    unread.push({ path: `/${column.name}`, error: read.error });
    return '';
  });
  const line = parseImportLine(register, columns, texts);
  if (unread.length === 0) return line;
  const named = new Set(unread.map(({ path }) => path));
  return fail([...unread, ...(line.ok ? [] : line.error.filter(({ path }) => !named.has(path)))]);
}

const ABSENT: Readonly<Record<CellKind, unknown>> = {
  TEXT: null,
  DATE: null,
  YES_NO: false,
  YEAR: null,
  WORD: null,
  CODES: null,
  NUMBER: null,
  COUNT: null,
  GROUPS: null,
};

const YES = new Set(['có', 'x', '1', 'true', 'yes', 'đúng']);
const NO = new Set(['không', '', '0', 'false', 'no', 'sai']);
const WRITTEN_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function readText(kind: CellKind, cell: string): unknown {
  const text = cell.normalize('NFC').trim();
  if (kind === 'YES_NO') return YES.has(text.toLowerCase()) || (NO.has(text.toLowerCase()) ? false : text);
  if (text === '') return null;
  switch (kind) {
    case 'DATE':
      return toIso(text);
    case 'YEAR':
      return /^\d{1,4}$/.test(text) ? Number(text) : text;
    case 'COUNT':
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case 'NUMBER':
      // "2,5" as it is written in Viet Nam; thousands are not marked, since "1.500" would be two numbers.
      return text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
    case 'WORD':
      return CELL_WORDS[text.toLowerCase()] ?? text.toUpperCase();
    case 'CODES':
      return text
        .split(';')
        .map((code) => code.trim())
        .filter((code) => code !== '');
    case 'GROUPS':
      return text
        .split(';')
        .map((group) => group.split(':'))
        .filter(([code = '', name = '']) => code.trim() !== '' || name.trim() !== '')
        .map(([code = '', ...name]) => ({ code, name: name.join(':') }));
    case 'TEXT':
      return text;
  }
}

/** "25/11/2026" as "2026-11-25"; anything else as it is, for the shape to refuse. */
function toIso(text: string): string {
  const [, day, month, year] = WRITTEN_DATE.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
