import { type Transaction, translateDatabaseError } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { type ImportRegister, parseImportLine } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import type { CsvFile, CsvLine } from './csv-file.ts';
import { findPeople, findUnits, keyOfPerson } from './found.store.ts';
import type { ProblemRow } from './import.store.ts';
import type { Found, ImportTarget, Planned } from './import-target.ts';

/** What became of some lines of a file. */
export interface TakenIn {
  readonly stored: readonly Planned[];
  readonly problems: readonly ProblemRow[];
}

/** Reads, checks and stores lines in this transaction; each bad line is named and keeps no other one out. */
export async function takeIn<Register extends ImportRegister>(
  tx: Transaction,
  context: Context,
  target: ImportTarget<Register>,
  file: Pick<CsvFile, 'columns' | 'lines'>,
  isKept: Found['isKept'],
): Promise<TakenIn> {
  const problems: ProblemRow[] = [];
  const planned = await planLines(context, target, file, isKept, problems);
  const fresh = await leaveOutKnown(tx, target, planned, problems);
  const stored = await insertApart(tx, target, fresh, problems);
  return { stored, problems };
}

async function planLines<Register extends ImportRegister>(
  context: Context,
  target: ImportTarget<Register>,
  { columns, lines }: Pick<CsvFile, 'columns' | 'lines'>,
  isKept: Found['isKept'],
  problems: ProblemRow[],
): Promise<readonly Planned[]> {
  const read = lines.flatMap(({ line, cells }: CsvLine) => {
    const record = parseImportLine(target.register, columns, cells);
    if (record.ok) return [{ line, record: record.value }];
    problems.push(...toProblems(line, record.error));
    return [];
  });
  const [people, units] = [
    await findPeople(
      context,
      unique(
        read.flatMap(({ record }) => target.people(record)),
        keyOfPerson,
      ),
    ),
    await findUnits(
      context,
      unique(
        read.flatMap(({ record }) => target.units(record)),
        String,
      ),
    ),
  ];
  const found: Found = {
    person: (named) => people.get(keyOfPerson(named)) ?? null,
    unit: (code) => units.get(code) ?? null,
    isKept,
    self: context.actor?.employeeId ?? null,
    today: context.today,
  };
  return read.flatMap(({ line, record }) => {
    const plan = target.plan(record, line, found);
    if (plan.ok) return [plan.value];
    problems.push(...toProblems(line, plan.error));
    return [];
  });
}

/** A record that is in the register, or twice in the file, is bad where it comes second. */
async function leaveOutKnown(
  tx: Transaction,
  target: Pick<ImportTarget, 'keyOf' | 'keyPath' | 'findKnown'>,
  planned: readonly Planned[],
  problems: ProblemRow[],
): Promise<readonly Planned[]> {
  if (planned.length === 0) return [];
  const known = new Map((await target.findKnown(tx, planned)).map(({ key, number }) => [key, number]));
  return planned.filter((each) => {
    const key = target.keyOf(each);
    const number = known.get(key);
    if (number === undefined) {
      known.set(key, each.number ?? `#${each.line}`);
      return true;
    }
    const error = domainError('DUPLICATE_RECORD', { decisionNumber: number });
    problems.push(...toProblems(each.line, [{ path: target.keyPath, error }]));
    return false;
  });
}

/** Stores rows together; where the database refuses one of them, in halves until it stands alone and is named. */
async function insertApart(
  tx: Transaction,
  target: Pick<ImportTarget, 'insert'>,
  planned: readonly Planned[],
  problems: ProblemRow[],
): Promise<readonly Planned[]> {
  const [first] = planned;
  if (first === undefined) return [];
  const refused = await within(tx, () => target.insert(tx, planned));
  if (refused === null) return planned;
  if (planned.length === 1) {
    problems.push(...toProblems(first.line, [{ path: '', error: refused }]));
    return [];
  }
  const middle = Math.ceil(planned.length / 2);
  return [
    ...(await insertApart(tx, target, planned.slice(0, middle), problems)),
    ...(await insertApart(tx, target, planned.slice(middle), problems)),
  ];
}

/** Carries out work, or undoes it and answers why the database refused it. What it refuses without a meaning is our fault. */
async function within(tx: Transaction, work: () => Promise<void>): Promise<DomainError | null> {
  await tx.$executeRaw`savepoint import_rows`;
  try {
    await work();
    await tx.$executeRaw`release savepoint import_rows`;
    return null;
  } catch (error) {
    const known = translateDatabaseError(error);
    if (known === null || known.code === 'DATABASE_UNREACHABLE') throw error;
    await tx.$executeRaw`rollback to savepoint import_rows`;
    return known;
  }
}

/** Without what the file says: a cell may hold somebody's name in the wrong column. */
function toProblems(line: number, errors: readonly FieldError[]): readonly ProblemRow[] {
  return errors.map(({ path, error }) => {
    const detail = Object.entries(error.payload).filter(([name]) => name !== 'given');
    return { line, path, code: error.code, detail: detail.length === 0 ? null : Object.fromEntries(detail) };
  });
}

function unique<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
