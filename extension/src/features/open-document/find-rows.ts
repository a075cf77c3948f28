import type { PageRow } from '@congvu/schema/page-reading';
import { toSearchKey } from '@congvu/schema/person-name';

/** The rows whose number, issuer or handler holds what was typed, tones and capitals aside; all of them for an empty text. */
export function findRows(rows: readonly PageRow[], typed: string): readonly PageRow[] {
  const wanted = toSearchKey(typed);
  if (wanted === '') return rows;
  return rows.filter(({ number, issuer, handlers }) =>
    [number, issuer, ...handlers.flatMap(({ name, code }) => [name, code])].some(
      (text) => text !== null && toSearchKey(text).includes(wanted),
    ),
  );
}
