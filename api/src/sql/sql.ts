/** A piece of SQL with its parameters kept apart: text is only ever written here, values never become text. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'strings' in part && 'values' in part;
}

/**
 * Composes SQL: a value becomes a parameter, another piece of SQL is spliced in.
 *
 * @example sql`select 1 from congvu.unit u where ${condition} and u.code = ${code}`
 */
export function sql(literals: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const strings: string[] = [literals[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string): void => {
    strings[strings.length - 1] += text;
  };
  parts.forEach((part, index) => {
    if (isSql(part)) {
      append(part.strings[0] ?? '');
      part.values.forEach((value, position) => {
        values.push(value);
        strings.push(part.strings[position + 1] ?? '');
      });
    } else {
      values.push(part);
      strings.push('');
    }
    append(literals[index + 1] ?? '');
  });
  return { strings, values };
}

/** Text known when the program was written (a column, a direction). Never give it anything from a request. */
export function raw(text: string): Sql {
  return { strings: [text], values: [] };
}

/** Conditions joined by `and`; `true` where there are none. */
export function all(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return raw('true');
  return conditions.reduce((joined, condition) => sql`${joined} and ${condition}`);
}

/** The statement as the driver takes it: numbered parameters in the order of their appearance. */
export function toStatement(piece: Sql): { readonly text: string; readonly values: readonly unknown[] } {
  let text = piece.strings[0] ?? '';
  for (let index = 1; index < piece.strings.length; index += 1) text += `$${index}${piece.strings[index] ?? ''}`;
  return { text, values: piece.values };
}
