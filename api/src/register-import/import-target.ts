import type { Transaction } from '@congvu/prisma/database';
import type { FieldError } from '@congvu/schema/errors';
import type { SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Result } from '@congvu/schema/primitives/result';
import type { ImportAction, ImportRecord, ImportRegister } from '@congvu/schema/registers';
import type { Context } from '../context.ts';

/** A unit a file names. */
export interface FoundUnit {
  readonly id: string;
  readonly code: string;
  readonly path: string;
}

/** A person a file names, with the place held on the day asked for; null columns where there was none. */
export interface FoundPerson {
  readonly id: string;
  readonly code: string;
  readonly unit: FoundUnit | null;
  readonly subjectType: SubjectType | null;
  readonly isLeader: boolean;
}

/** Whom a record names, and on which day the place counts. */
export interface NamedPerson {
  readonly code: string;
  readonly on: LocalDate;
}

/** What the records of a batch name, as far as the importing person may see it. */
export interface Found {
  readonly person: (named: NamedPerson) => FoundPerson | null;
  readonly unit: (code: string) => FoundUnit | null;
  /** Whether the importing person keeps this register there, inside the unit he imports for. */
  readonly isKept: (unit: FoundUnit) => boolean;
  /** Himself: nobody writes his own record. */
  readonly self: string | null;
  readonly today: LocalDate;
}

/** A record ready to be stored. */
export interface Planned {
  readonly line: number;
  readonly id: string;
  /** Its number in the register, or the code it is known by; null where the database gives it one. */
  readonly number: string | null;
  /** CREATED unless it says otherwise. */
  readonly action?: ImportAction;
  /** Columns by name, as jsonb_to_recordset() reads them. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** What is stored already under a record's key. */
interface Known {
  readonly key: string;
  /** What it is known by. */
  readonly number: string;
}

/** A row that an import wrote, as its undoing finds it again. */
export interface WrittenRow {
  readonly line: number;
  /** The table's name. */
  readonly entity: string;
  /** The row's key. */
  readonly rowId: string;
  readonly action: ImportAction;
  /** The columns that were changed, as they were, by their names; only of a row that was changed. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The revision it was left at, where the table has one. */
  readonly revisionAfter?: number;
}

/** What may stand in a file once; `says` is what it is known by. */
export interface RowKey {
  readonly path: string;
  readonly key: string;
  readonly says: string;
}

/** A record as its line says it. */
export interface ReadRow<Register extends ImportRegister = ImportRegister> {
  readonly line: number;
  readonly record: ImportRecord<Register>;
}

/** What a record comes to: what is wrong with it, or what is to be stored; null where all of it is there already. */
export type RowOutcome =
  | { readonly line: number; readonly errors: readonly FieldError[] }
  | { readonly line: number; readonly planned: Planned | null };

/** How a kind of file is taken in, a batch at a time: a fixed number of statements, however many rows a batch has. */
export interface BatchTarget<Register extends ImportRegister = ImportRegister> {
  readonly register: Register;
  readonly keysOf: (record: ImportRecord<Register>) => readonly RowKey[];
  /** Told of records an earlier run went through, for those whose rows depend on one another. */
  readonly remember?: (record: ImportRecord<Register>) => void;
  /** In the order of the rows; reads and writes nothing. */
  readonly plan: (tx: Transaction, rows: readonly ReadRow<Register>[]) => Promise<readonly RowOutcome[]>;
  /** As the actor, under the row policies and the guards. */
  readonly insert: (tx: Transaction, planned: readonly Planned[]) => Promise<readonly WrittenRow[]>;
}

/** What is the same for every row of a file. */
export interface ImportSetting {
  readonly context: Context;
  /** The unit it is imported for. */
  readonly unit: FoundUnit;
  readonly isKept: Found['isKept'];
  readonly recordedBy: { readonly id: string; readonly name: string };
}

/** How one register takes in records that each stand alone. */
export interface ImportTarget<Register extends ImportRegister = ImportRegister> {
  readonly register: Register;
  readonly people: (record: ImportRecord<Register>) => readonly NamedPerson[];
  readonly units: (record: ImportRecord<Register>) => readonly string[];
  /** A record in all but its key, or what is wrong with it. */
  readonly plan: (record: ImportRecord<Register>, line: number, found: Found) => Result<Planned, readonly FieldError[]>;
  /** Two rows of one key are one record. Its column is where a second one is told. */
  readonly keyOf: (planned: Planned) => string;
  readonly keyPath: string;
  readonly findKnown: (tx: Transaction, planned: readonly Planned[]) => Promise<readonly Known[]>;
  /** As the actor, under the row policies and the guards. */
  readonly insert: (tx: Transaction, planned: readonly Planned[]) => Promise<void>;
}

/** The rows of a batch as one JSON value. */
export function toJson(planned: readonly Planned[]): string {
  return JSON.stringify(planned.map(({ id, row }) => ({ id, ...row })));
}
