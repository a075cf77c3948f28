import type { Context } from '../context.ts';
import { type Batch, defineBatch, loadOne, prime } from './batch.ts';
import { childTag, listTag } from './cursor.ts';
import {
  countStatement,
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
  const tag = () => listTag(context, list);
  const window = parsePage(context, args, list.order, tag);
  const rows = await query<Row>(context, pageStatement(list, window));
  return toPage(rows, window, tag, () => countRows(context, list));
}

async function countRows(context: Context, list: ListStatement): Promise<number> {
  const [row] = await query<{ readonly total: number }>(context, countStatement(list));
  return row?.total ?? 0;
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
  const child = childList<Row>(context, name, list, args, parentId);
  return loadOne(context, child.rows, parentId).then((rows) => child.page(rows ?? []));
}

/** Puts in the rows of a page that a wider statement (a card) brought along. */
export function primeChildPage<Row extends PlacedRow>(
  context: Context,
  name: string,
  list: ListStatement,
  args: PageArguments,
  parentId: string,
  rows: readonly Row[],
): void {
  prime(context, childList<Row>(context, name, list, args, parentId).rows, parentId, rows);
}

/** The batches a list below a parent is read by, and the page they make. */
function childList<Row extends PlacedRow>(
  context: Context,
  name: string,
  list: ListStatement,
  args: PageArguments,
  parentId: string,
) {
  const key = `${name} ${listTag(context, list)}`;
  let made: string | undefined;
  const tag = () => {
    made ??= childTag(key, parentId);
    return made;
  };
  const window = parsePage(context, args, list.order, tag);
  return {
    rows: rowsBatch<Row>(`${key} ${JSON.stringify(window)}`, list, window),
    page: (rows: readonly Row[]) =>
      toPage(rows, window, tag, async () => (await loadOne(context, countBatch(key, list), parentId)) ?? 0),
  };
}

function rowsBatch<Row extends PlacedRow>(
  key: string,
  list: ListStatement,
  window: PageWindow,
): Batch<string, readonly Row[]> {
  return batchByParent<Row & { readonly parent_id: string }>(
    key,
    (parentIds) => sql`select parent.id as parent_id, page.* from unnest(${parentIds}::uuid[]) as parent(id)
      cross join lateral (${pageStatement(list, window)}) page`,
  );
}

function countBatch(key: string, list: ListStatement): Batch<string, number> {
  return defineBatch(`${key} total`, async (context, parentIds) => {
    const rows = await query<{ readonly parent_id: string; readonly total: number }>(
      context,
      sql`select parent.id as parent_id, counted.total from unnest(${parentIds}::uuid[]) as parent(id)
        cross join lateral (${countStatement(list)}) counted`,
    );
    return new Map(rows.map((row) => [row.parent_id, row.total]));
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
