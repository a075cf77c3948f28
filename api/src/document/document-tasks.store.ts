import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** The ids of the tasks that rest on each document; a document is known by its key on its host. */
export async function findTasksOfDocuments(
  context: Context,
  documents: readonly { readonly key: string; readonly host: string }[],
): Promise<readonly (readonly string[])[]> {
  const rows = await query<{ readonly place: number; readonly taskId: string }>(
    context,
    sql`select asked.place::int as place, td.task_id as "taskId"
      from unnest(${documents.map((each) => each.key)}::text[], ${documents.map((each) => each.host)}::text[])
        with ordinality as asked(key, host, place)
      join congvu.document d on d.key = asked.key and d.host = asked.host
      join congvu.task_document td on td.document_id = d.id
      order by asked.place, td.task_id`,
  );
  const byPlace = Map.groupBy(rows, (row) => row.place);
  return documents.map((_document, index) => (byPlace.get(index + 1) ?? []).map((row) => row.taskId));
}
