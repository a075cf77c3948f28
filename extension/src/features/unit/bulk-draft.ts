import type { AssignTasksRowInput, Responsibility } from '../../../generated/graphql.ts';
import { parseExact } from '../../ui/exact-number.ts';
import type { Product } from '../open-document/ProductPicker.tsx';

/** Whom work is given to. */
export type Assignee = { readonly code: string; readonly name: string };

/** One product for everybody that is checked, as typed. */
export type BulkLine = {
  readonly product: Product | null;
  readonly quantity: string;
  readonly deadline: string;
  readonly responsibility: Responsibility;
};

/** One task to be: a line for one person, with the codes of what the api found wrong with it, by field. */
export type BulkRow = BulkLine & {
  readonly person: Assignee;
  readonly problems: Readonly<Record<string, string>>;
};

export type LineProblems = { readonly [Field in keyof BulkLine]?: string };

/** The most of one call. */
export const rowLimit = 2500;

export const emptyLine: BulkLine = { product: null, quantity: '1', deadline: '', responsibility: 'LEAD' };

/** Codes of what is still missing or wrong in a line; none means it can be sent. The api checks again. */
export function lineProblems({ product, quantity, deadline }: BulkLine): LineProblems {
  const exact = parseExact(quantity);
  return {
    ...(product === null ? { product: 'REQUIRED' } : {}),
    ...(exact === null ? { quantity: 'NOT_A_NUMBER' } : Number(exact) === 0 ? { quantity: 'OUT_OF_RANGE' } : {}),
    ...(deadline === '' ? { deadline: 'REQUIRED' } : {}),
  };
}

/** Everybody × every line: all lines of the first person, then of the next. */
export function rowsOf(people: readonly Assignee[], lines: readonly BulkLine[]): readonly BulkRow[] {
  return people.flatMap((person) => lines.map((line) => ({ ...line, person, problems: {} })));
}

/** The rows of the mutation in their order; null while there is none, one cannot be sent, or they are too many. */
export function toBulkInput(rows: readonly BulkRow[]): AssignTasksRowInput[] | null {
  if (rows.length === 0 || rows.length > rowLimit) return null;
  const ready = rows.flatMap(({ person, product, quantity, deadline, responsibility, ...rest }) => {
    const exact = parseExact(quantity);
    const isWrong = Object.keys(lineProblems({ product, quantity, deadline, responsibility, ...rest })).length > 0;
    if (isWrong || product === null || exact === null) return [];
    return [{ employee: person.code, product: product.code, quantity: exact, deadline, responsibility }];
  });
  return ready.length === rows.length ? ready : null;
}

/** What came back of one row: its place in the call, and what is wrong with it by JSON pointers into it. */
export type RowAnswer = {
  readonly index: number;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
};

/** The rows that were refused, with why, to be put right; those that landed are gone. */
export function refusedRows(rows: readonly BulkRow[], answers: readonly RowAnswer[]): readonly BulkRow[] {
  return answers.flatMap(({ index, errors }) => {
    const row = rows[index];
    if (row === undefined || errors.length === 0) return [];
    return [{ ...row, problems: Object.fromEntries(errors.map(({ path, code }) => [path.slice(1), code])) }];
  });
}
