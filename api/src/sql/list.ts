import type { Context } from '../context.ts';
import { type Batch, defineBatch, loadOne, prime } from './batch.ts';
import {
  type ListStatement,
  type Page,
  type PageArguments,
  type PageWindow,
  type PlacedRow,
  pageStatement,
  parsePage,
  toPage,
} from './page.ts';
import { raw, type Sql, sql, toStatement } from './sql.ts';

/** Runs a statement as the current actor; nothing runs before he is named. */
export async function query<Row>(context: Context, piece: Sql): Promise<readonly Row[]> {
  const { text, values } = toStatement(piece);
  // The statement's text and Row stand side by side in a store and are tested against PostgreSQL.
  const answer = await context.database.pool.query(text, [...values]);
  return answer.rows as readonly unknown[] as readonly Row[];
}

/** One page of a root list. */
export async function listPage<Row extends PlacedRow>(
  context: Context,
  list: ListStatement,
  args: PageArguments,
): Promise<Page<Row>> {
  const window = parsePage(context, args, list.order);
  return toPage(await query<Row>(context, pageStatement(list, window)), window);
}

/**
 * One page of a list below a parent. The parents of one turn share one statement: a lateral join over their ids, so
 * that fifty parents cost one statement with fifty short index scans. `list` is built with `parent.id` in scope.
 */
export function childPage<Row extends PlacedRow>(
  context: Context,
  name: string,
  list: ListStatement,
  args: PageArguments,
  parentId: string,
): Promise<Page<Row>> {
  const window = parsePage(context, args, list.order);
  const batch = childBatch<Row>(pageKey(name, list, window), list, window);
  return loadOne(context, batch, parentId).then((page) => page ?? toPage<Row>([], window));
}

/** Puts in a page that a wider statement (a card) brought along. */
export function primeChildPage<Row extends PlacedRow>(
  context: Context,
  name: string,
  list: ListStatement,
  args: PageArguments,
  parentId: string,
  rows: readonly Row[],
): void {
  const window = parsePage(context, args, list.order);
  prime(context, childBatch<Row>(pageKey(name, list, window), list, window), parentId, toPage(rows, window));
}

function pageKey(name: string, list: ListStatement, window: PageWindow): string {
  const values = list.conditions.flatMap((condition) => condition.values);
  return `${name} ${JSON.stringify([window, values])}`;
}

function childBatch<Row extends PlacedRow>(
  key: string,
  list: ListStatement,
  window: PageWindow,
): Batch<string, Page<Row>> {
  return defineBatch(key, async (context, parentIds) => {
    const rows = await query<Row & { readonly parent_id: string }>(
      context,
      sql`select parent.id as parent_id, page.* from unnest(${parentIds}::uuid[]) as parent(id)
        cross join lateral (${pageStatement(list, window)}) page`,
    );
    const byParent = Map.groupBy(rows, (row) => row.parent_id);
    return new Map(parentIds.map((id) => [id, toPage<Row>(byParent.get(id) ?? [], window)]));
  });
}

/** A batch that reads rows of one table by their ids. */
export function batchById<Row extends { readonly id: string }>(
  name: string,
  columns: Sql,
  from: Sql,
  id: string,
): Batch<string, Row> {
  return defineBatch(name, async (context, ids) => {
    const rows = await query<Row>(context, sql`select ${columns} from ${from} where ${raw(id)} = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

/** A batch that reads the rows belonging to each parent id; a parent without rows has an empty list. */
export function batchByParent<Row extends { readonly parent_id: string }>(
  name: string,
  statement: (parentIds: readonly string[]) => Sql,
): Batch<string, readonly Row[]> {
  return defineBatch(name, async (context, parentIds) => {
    const byParent = Map.groupBy(await query<Row>(context, statement(parentIds)), (row) => row.parent_id);
    return new Map(parentIds.map((id) => [id, byParent.get(id) ?? []]));
  });
}
