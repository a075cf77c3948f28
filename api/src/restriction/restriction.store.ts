import type { RestrictionScope } from '@congvu/schema/registers';
import { batchById, batchByParent } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface RestrictionRow {
  readonly id: string;
  readonly employeeId: string;
  readonly requestId: string;
  readonly scope: RestrictionScope;
  readonly from: string;
  /** The day it ended; null while it holds. */
  readonly liftedOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const COLUMNS = raw(`rs.id, rs.employee_id as "employeeId", rs.request_id as "requestId", rs.scope,
  rs.from_on::text as "from", rs.lifted_on::text as "liftedOn", rs.recorded_by_name as "recordedBy",
  rs.recorded_at as "recordedAt"`);
const FROM = raw('congvu.data_restriction rs');

export const restrictionById = batchById<RestrictionRow>('restrictionById', COLUMNS, FROM, 'rs.id');

export const restrictionsByRequest = batchByParent<RestrictionRow & { readonly parent_id: string }>(
  'restrictionsByRequest',
  (ids) => sql`select rs.request_id as parent_id, ${COLUMNS} from ${FROM}
    where rs.request_id = any(${ids}::uuid[]) order by rs.from_on desc, rs.id`,
);

/** A person's restrictions, as far as one may see them, newest first. */
export const restrictionsByEmployee = batchByParent<RestrictionRow & { readonly parent_id: string }>(
  'restrictionsByEmployee',
  (ids) => sql`select rs.employee_id as parent_id, ${COLUMNS} from ${FROM}
    where rs.employee_id = any(${ids}::uuid[]) order by rs.from_on desc, rs.id`,
);
