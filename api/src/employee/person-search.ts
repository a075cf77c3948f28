import { toSearchKey } from '@congvu/schema/person-name';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** People a search answers at most; whoever is beyond needs more letters. */
const MOST_FOUND = 200;

/** What a filter says of its search, the same everywhere. */
export const SEARCH_DESCRIPTION =
  'Part of the person’s name, with or without tones, or the staff code; at most 200 people are found.';

/** Whether the person of a column is one whom a search by name, staff code, user name or address finds. `column` is text of ours. */
export function isFoundBy(column: string, search: string): Sql {
  return sql`${raw(column)} in (select found.id from congvu.search_employees(${toSearchKey(search)}, ${MOST_FOUND}) found)`;
}
