import sql, { join, raw, type Sql } from 'sql-template-tag';

// Text is only ever written by us and values never become text. `raw` is for text known when the program was written (a
// column, a direction): never give it anything from a request.
export { raw, type Sql, sql };

/** Conditions joined by `and`; `true` where there are none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : join(conditions, ' and ');
}

/** The statement as the driver takes it: numbered parameters in the order of their appearance. */
export function toStatement(piece: Sql): { readonly text: string; readonly values: readonly unknown[] } {
  return { text: piece.text, values: piece.values };
}
