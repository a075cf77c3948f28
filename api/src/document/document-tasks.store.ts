import type { Transaction } from '@congvu/prisma/database';
import { issuerKey, looseDocumentNumber } from '@congvu/schema/document-number';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** What a page shows of a document; a list often shows neither issuer nor date. */
export interface ShownDocument {
  readonly number: string;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly host: string;
}

/**
 * The stored documents that those shown are, by their places: on the same host, of the same number ("/" and "-" alike), with
 * issuer and year equal where both sides know them. One known by all three is that one; else the only one that fits.
 * Where several fit none is taken: a task of another document would be shown as this one's. `among` narrows `d`.
 */
function takenDocuments(documents: readonly ShownDocument[], among: Sql = raw('true')): Sql {
  // NUL, which no column can hold, is left out: the rest of the page is answered.
  const column = (value: (document: ShownDocument) => string) =>
    documents.map((document) => value(document).replaceAll('\0', '\uFFFD'));
  return sql`select place, id from (
    select fit.*, bool_or(certain) over same as "isKnown", min(identity) over same = max(identity) over same as "isOnly"
    from (
      select asked.place, d.id, stored.issuer || '|' || stored.year as identity,
        asked.issuer <> '' and asked.year <> '' and stored.issuer = asked.issuer and stored.year = asked.year as certain
      from unnest(${column((each) => looseDocumentNumber(each.number))}::text[],
          ${column((each) => issuerKey(each.issuer))}::text[], ${column((each) => String(each.year ?? ''))}::text[],
          ${column((each) => each.host)}::text[]) with ordinality as asked(number, issuer, year, host, place)
      join congvu.document d on d.host = asked.host and d.loose_number = asked.number
      cross join lateral (
        select regexp_replace(d.key, '[|][^|]*[|][^|]*$', '') as issuer, substring(d.key from '[|]([^|]*)[|][^|]*$') as year
      ) stored
      where ${among} and (asked.issuer = '' or stored.issuer = '' or stored.issuer = asked.issuer)
        and (asked.year = '' or stored.year = '' or stored.year = asked.year)
    ) fit window same as (partition by place)
  ) judged where certain or (not "isKnown" and "isOnly")`;
}

/** The ids of the tasks that rest on each document, in the documents' order. */
export async function findTasksOfDocuments(
  context: Context,
  documents: readonly ShownDocument[],
): Promise<readonly (readonly string[])[]> {
  const rows = await query<{ readonly place: number; readonly taskId: string }>(
    context,
    sql`select distinct taken.place::int as place, td.task_id as "taskId"
      from (${takenDocuments(documents)}) taken join congvu.task_document td on td.document_id = taken.id
      order by 1, 2`,
  );
  const byPlace = Map.groupBy(rows, (row) => row.place);
  return documents.map((_document, index) => (byPlace.get(index + 1) ?? []).map((row) => row.taskId));
}

/** The document as this unit has stored it already; null where it has not, or several could be meant. */
export async function findDocumentOfUnit(
  tx: Transaction,
  unitId: string,
  document: ShownDocument,
): Promise<string | null> {
  const taken = takenDocuments([document], sql`d.unit_id = ${unitId}::uuid`);
  const statement = sql`select d.id::text as id from (${taken}) taken join congvu.document d on d.id = taken.id
    order by d.recorded_at, d.id limit 1`;
  const [row] = await tx.$queryRawUnsafe<{ readonly id: string }[]>(statement.text, ...statement.values);
  return row?.id ?? null;
}
