import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Values by their SQL names. */
export type Columns = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One row as the owner writes it, past the api and its checks; answers its id. */
export async function insertRow(owner: pg.Pool, table: string, columns: Columns): Promise<string> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  const { rows } = await owner.query<{ id: string }>(
    `insert into congvu.${table} (${names.join(', ')}) values (${places.join(', ')}) returning id`,
    Object.values(columns),
  );
  const [row] = rows;
  if (!row) throw new Error('INSERT … RETURNING answers one row');
  return row.id;
}

/** The id that the statement finds by a name; throws where there is none. */
export async function idOf(owner: pg.Pool, statement: string, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(statement, [name]);
  const [row] = rows;
  if (!row) throw new Error(`there is no ${name}`);
  return row.id;
}

/** A number of a series that no other row has. */
export function uniqueNumber(series: string): string {
  return `${randomUUID().slice(0, 8)}/${series}`;
}
