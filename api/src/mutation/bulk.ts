import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { type BulkInput, parseInput } from '@congvu/schema/evaluation';
import type { z } from 'zod';
import { Refusal, RowsRefusedError } from '../error/refusals.ts';
import { RequestError, saidBy } from '../error/request-error.ts';

/** What came of one row of a call: the row of the database, or what is wrong with it. */
export interface BulkRow {
  readonly index: number;
  readonly id: string | null;
  readonly errors: readonly FieldError[];
}

/** As it is kept with the idempotency key: an id or null for each row, and errors as JSON by the row's index. */
export type KeptRows = { ids: (string | null)[]; errors: Record<string, string> };

/** A row that could be read. */
export interface ReadRow<Input> {
  readonly index: number;
  readonly input: Input;
}

/**
 * The rows of one call on their way: read one by one, and left out as soon as something is wrong with them. `subject` is the
 * field of a row that names what it is about, where a refusal of the whole row is shown.
 */
export class Rows<Input extends object> {
  readonly #given: BulkInput;
  readonly #subject: string;
  readonly #errors = new Map<number, readonly FieldError[]>();
  readonly #ids = new Map<number, string>();
  readonly read: readonly ReadRow<Input>[];

  constructor(given: BulkInput, shape: z.ZodType<Input>, subject: string) {
    this.#given = given;
    this.#subject = subject;
    this.read = given.rows.flatMap((row, index) => {
      const result = parseInput(shape, row);
      if (result.ok) return [{ index, input: result.value }];
      this.#errors.set(index, result.error.payload.fields);
      return [];
    });
  }

  /**
   * Works on each of these rows at once; one that is refused is out, with the code the mutation of one row would answer.
   * Anything else that is thrown is thrown.
   */
  async each<Row extends { readonly index: number }, Value>(
    rows: readonly Row[],
    work: (row: Row) => Value | Promise<Value>,
  ): Promise<readonly Value[]> {
    const values = await Promise.all(
      rows.map(async (row) => {
        try {
          return [await work(row)];
        } catch (error) {
          this.refuse(row, error);
          return [];
        }
      }),
    );
    return values.flat(1) as readonly Value[];
  }

  /** Leaves a row out for what was thrown about it; throws what is no refusal. */
  refuse({ index }: { readonly index: number }, thrown: unknown): void {
    const said = thrown instanceof Refusal ? thrown.error : thrown instanceof RequestError ? saidBy(thrown) : null;
    if (said === null) throw thrown;
    this.#errors.set(index, this.#fieldsOf(said));
  }

  done({ index }: { readonly index: number }, id: string): void {
    this.#ids.set(index, id);
  }

  /** Throws where nothing is to be written because something is wrong. Errors: ROWS_REFUSED. */
  assertWritable(): void {
    if (this.#given.mode !== 'ALL_OR_NONE' || this.#errors.size === 0) return;
    const rows = [...this.#errors].map(([index, errors]) => ({ index, id: null, errors }));
    throw new RowsRefusedError(
      domainError('ROWS_REFUSED', { count: rows.length }),
      rows.toSorted((left, right) => left.index - right.index),
    );
  }

  /** What is kept with the key. A value that was given is left out: the call repeated gives it again, and it may be a score. */
  kept(): KeptRows {
    const errors = [...this.#errors].map(([index, fields]) => [index, JSON.stringify(fields.map(withoutGiven))]);
    return {
      ids: this.#given.rows.map((_row, index) => this.#ids.get(index) ?? null),
      errors: Object.fromEntries(errors),
    };
  }

  #fieldsOf(error: DomainError): readonly FieldError[] {
    if (error.code === 'INVALID_INPUT') return error.payload.fields;
    return [{ path: error.code === 'STALE_REVISION' ? '/revision' : this.#subject, error }];
  }
}

/** What a call answers, from what was kept in it or in the one it repeats. */
export function toBulkRows(given: BulkInput, kept: KeptRows): readonly BulkRow[] {
  return kept.ids.map((id, index) => {
    const fields = kept.errors[index];
    // Written by `kept` alone.
    const errors = fields === undefined ? [] : (JSON.parse(fields) as FieldError[]);
    return { index, id, errors: errors.map((each) => withGiven(each, given.rows[index])) };
  });
}

/** Shows that a value stood here which is given again. */
const WITHHELD = null;

function withoutGiven({ path, error }: FieldError): FieldError {
  if (!('given' in error.payload)) return { path, error };
  return { path, error: { ...error, payload: { ...error.payload, given: WITHHELD } } as unknown as DomainError };
}

/** `given` of a code is the text that stands at the path of the row. */
function withGiven({ path, error }: FieldError, row: unknown): FieldError {
  if (!('given' in error.payload) || error.payload.given !== WITHHELD) return { path, error };
  const value = path
    .split('/')
    .slice(1)
    .reduce<unknown>((part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : null), row);
  const given = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 40) : '';
  return { path, error: { ...error, payload: { ...error.payload, given } } as DomainError };
}
