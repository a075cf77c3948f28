import { batchById, batchByParent } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly deadline: string | null;
  readonly host: string;
  readonly path: string | null;
  readonly adapter: string | null;
}

const COLUMNS = raw(
  `d.id, d.number, d.issuer, d.date::text as date, d.deadline::text as deadline, d.host, d.path, d.adapter`,
);

export const documentById = batchById<DocumentRow>('documentById', COLUMNS, raw('congvu.document d'), 'd.id');

export const documentsByTask = batchByParent<DocumentRow & { readonly parent_id: string }>(
  'documentsByTask',
  (taskIds) => sql`select td.task_id as parent_id, ${COLUMNS}
    from congvu.task_document td join congvu.document d on d.id = td.document_id
    where td.task_id = any(${taskIds}::uuid[]) order by d.date desc nulls last, d.id`,
);
