import { type Transaction, translateRowError } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { type DayCount, type ImportColumn, type ImportRegister, parseImportCells } from '@congvu/schema/registers';
import { type TableRow, toCell } from '../import-file/table-row.ts';
import type { ProblemRow } from './import.store.ts';
import type { BatchTarget, Planned, ReadRow, WrittenRow } from './import-target.ts';

/** How the cells of a file are read. */
export interface TableHead {
  /** In the order of the cells; null for a column that is none of the register's. */
  readonly columns: readonly (ImportColumn | null)[];
  readonly days: DayCount;
}

/** What became of some rows of a file. */
export interface TakenIn {
  readonly stored: readonly Planned[];
  readonly written: readonly WrittenRow[];
  /** Rows that were there already as the file has them. */
  readonly unchanged: number;
  readonly problems: readonly ProblemRow[];
}

/** What the file said so far under each key: a second record of a key is bad, in whichever batch it comes. */
export type FileMemory = Map<string, string>;

/**
 * Reads, checks and stores rows in this transaction; each bad row is named and keeps no other one out. `refused`: what is wrong
 * with rows already, by their line.
 */
export async function takeIn<Register extends ImportRegister>(
  tx: Transaction,
  target: BatchTarget<Register>,
  head: TableHead,
  rows: readonly TableRow[],
  memory: FileMemory,
  refused: ReadonlyMap<number, readonly FieldError[]> = new Map(),
): Promise<TakenIn> {
  const problems: ProblemRow[] = [];
  const open = rows.filter(({ line }) => !refused.has(line));
  for (const { line } of rows) problems.push(...toProblems(line, refused.get(line) ?? []));
  const read = readRows(target, head, open, problems).filter((row) => isFirst(target, row, memory, problems));
  const planned: Planned[] = [];
  let unchanged = 0;
  for (const outcome of read.length === 0 ? [] : await target.plan(tx, read)) {
    if ('errors' in outcome) problems.push(...toProblems(outcome.line, outcome.errors));
    else if (outcome.planned === null) unchanged += 1;
    else planned.push(outcome.planned);
  }
  const { stored, written } = await insertApart(tx, target, planned, problems);
  return { stored, written, unchanged, problems };
}

/** What an earlier run of the job went through, so that a later row is told as it would have been then. */
export function rememberRows<Register extends ImportRegister>(
  target: BatchTarget<Register>,
  head: TableHead,
  rows: readonly TableRow[],
  memory: FileMemory,
): void {
  const problems: ProblemRow[] = [];
  for (const row of readRows(target, head, rows, problems)) {
    isFirst(target, row, memory, problems);
    target.remember?.(row.record);
  }
}

function readRows<Register extends ImportRegister>(
  target: BatchTarget<Register>,
  { columns, days }: TableHead,
  rows: readonly TableRow[],
  problems: ProblemRow[],
): readonly ReadRow<Register>[] {
  return rows.flatMap(({ line, cells }) => {
    const record = parseImportCells(target.register, columns, cells.map(toCell), days);
    if (record.ok) return [{ line, record: record.value }];
    problems.push(...toProblems(line, record.error));
    return [];
  });
}

function isFirst<Register extends ImportRegister>(
  target: BatchTarget<Register>,
  { line, record }: ReadRow<Register>,
  memory: FileMemory,
  problems: ProblemRow[],
): boolean {
  const keys = target.keysOf(record);
  const second = keys.find(({ key }) => memory.has(key));
  if (second !== undefined) {
    const error = domainError('DUPLICATE_RECORD', { decisionNumber: second.says });
    problems.push(...toProblems(line, [{ path: second.path, error }]));
    return false;
  }
  for (const { key, says } of keys) memory.set(key, says);
  return true;
}

interface Inserted {
  readonly stored: readonly Planned[];
  readonly written: readonly WrittenRow[];
}

/** Stores rows together; where the database refuses one of them, in halves until it stands alone and is named. */
async function insertApart(
  tx: Transaction,
  target: Pick<BatchTarget, 'insert'>,
  planned: readonly Planned[],
  problems: ProblemRow[],
): Promise<Inserted> {
  const [first] = planned;
  if (first === undefined) return { stored: [], written: [] };
  const inserted = await within(tx, () => target.insert(tx, planned));
  if ('written' in inserted) return { stored: planned, written: inserted.written };
  if (planned.length === 1) {
    problems.push(...toProblems(first.line, [{ path: '', error: inserted.refused }]));
    return { stored: [], written: [] };
  }
  const middle = Math.ceil(planned.length / 2);
  const left = await insertApart(tx, target, planned.slice(0, middle), problems);
  const right = await insertApart(tx, target, planned.slice(middle), problems);
  return { stored: [...left.stored, ...right.stored], written: [...left.written, ...right.written] };
}

/**
 * Carries out work, or undoes it and answers why the database refused it. What is usually checked at the end of a transaction
 * is checked here, where the row is still known. What the database refuses without a meaning is our fault.
 */
async function within(
  tx: Transaction,
  work: () => Promise<readonly WrittenRow[]>,
): Promise<{ readonly written: readonly WrittenRow[] } | { readonly refused: DomainError }> {
  await tx.$executeRaw`savepoint import_rows`;
  try {
    const written = await work();
    await tx.$executeRaw`set constraints all immediate`;
    await tx.$executeRaw`set constraints all deferred`;
    await tx.$executeRaw`release savepoint import_rows`;
    return { written };
  } catch (error) {
    const known = translateRowError(error);
    if (known === null || known.code === 'DATABASE_UNREACHABLE') throw error;
    await tx.$executeRaw`rollback to savepoint import_rows`;
    return { refused: known };
  }
}

/** A code as registers and personnel write them; anything else a cell may hold could be somebody's name in the wrong column. */
const IS_CODE = /^[A-Za-zĐđ0-9./_:-]{1,64}$/;

/** Without what the file says, but for codes, dates and figures. */
export function toProblems(line: number, errors: readonly FieldError[]): readonly ProblemRow[] {
  return errors.map(({ path, error }) => {
    const detail = Object.entries(error.payload).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'given') return [];
      return [[name, typeof value === 'string' && !IS_CODE.test(value) ? '…' : value]];
    });
    return { line, path, code: error.code, detail: detail.length === 0 ? null : Object.fromEntries(detail) };
  });
}
