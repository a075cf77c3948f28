import { toSearchKey } from '@congvu/schema/person-name';
import { raw, type Sql, sql } from './sql.ts';

/** Of each plain letter all that a search key writes so: "d" is d, D, đ and Đ. Every letter of Vietnamese is among them. */
const LETTERS = new Map<string, string>();
for (let point = 0x41; point < 0x1f00; point += 1) {
  const letter = String.fromCodePoint(point);
  const plain = toSearchKey(letter);
  if (/^[a-z]$/.test(plain)) LETTERS.set(plain, (LETTERS.get(plain) ?? '') + letter);
}

/** Letters of a search that count: no title has more that tell it from another. */
const LONGEST = 100;

/** A pattern for `like` and `ilike` in which the reader's own % and _ are letters. */
export function contains(text: string): string {
  return `%${text.normalize('NFC').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/**
 * Whether a text of the database holds what is searched for, with or without tones and letter marks, in any case. `column` is text of
 * ours. For texts that keep no search key beside them: it reads every row that is left, as `ilike` would, and makes no text of it.
 */
export function isWritten(column: string, search: string): Sql {
  const letters = [...toSearchKey(search)].slice(0, LONGEST);
  const pattern = letters.map((letter) => {
    const all = LETTERS.get(letter);
    return all === undefined ? letter.replace(/[^\p{L}\p{N}\s]/u, String.raw`\$&`) : `[${all}]`;
  });
  return sql`${raw(column)} ~ ${pattern.join('')}`;
}
