import type { JobKind, JobState, LeftOpenReason } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, OrderKey, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly unitId: string;
  /** "2026-10" or "2026". */
  readonly period: string;
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly leftOpen: number;
  readonly stopRequested: boolean;
  /** A code, where it failed. */
  readonly error: string | null;
  readonly createdById: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const JOB_COLUMNS =
  raw(`j.id, j.kind, j.unit_id as "unitId", j.period, j.state, j.total, j.done, j.left_open as "leftOpen",
  j.stop_requested as "stopRequested", j.error, j.created_by_id as "createdById", j.created_by_name as "createdBy",
  j.created_at as "createdAt", j.started_at as "startedAt", j.finished_at as "finishedAt"`);

const JOB_FROM = raw('congvu.job j');

export const jobById = batchById<JobRow>('jobById', JOB_COLUMNS, JOB_FROM, 'j.id');

export interface JobFilter {
  readonly unit?: string | null | undefined;
  readonly kind?: readonly JobKind[] | null | undefined;
  readonly state?: readonly JobState[] | null | undefined;
  readonly period?: string | null | undefined;
  readonly own?: boolean | null | undefined;
}

const NEWEST: readonly OrderKey[] = [
  { expression: 'j.created_at', type: 'timestamptz' },
  { expression: 'j.id', type: 'uuid' },
];

export function listJobs(
  context: Context,
  filter: JobFilter,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<JobRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('j.unit_id', filter.unit));
  if (filter.kind) conditions.push(sql`j.kind = any(${filter.kind}::congvu.job_kind[])`);
  if (filter.state) conditions.push(sql`j.state = any(${filter.state}::congvu.job_state[])`);
  if (filter.period) conditions.push(sql`j.period = ${filter.period}`);
  if (typeof filter.own === 'boolean')
    conditions.push(sql`(j.created_by_id = ${context.actor?.userId ?? null}::uuid) = ${filter.own}`);
  const descending = isDescending(direction, true);
  const list: ListStatement = { columns: JOB_COLUMNS, from: JOB_FROM, conditions, order: NEWEST, descending };
  return listPage<JobRow & PlacedRow>(context, list, args);
}

/** Somebody a job left open. */
export interface JobItemRow {
  readonly employeeId: string;
  readonly reason: LeftOpenReason;
}

export function listItemsOfJob(
  context: Context,
  jobId: string,
  reason: LeftOpenReason | null,
  args: PageArguments,
): Promise<Page<JobItemRow>> {
  const conditions = [raw('i.job_id = parent.id'), ...(reason === null ? [] : [sql`i.reason = ${reason}`])];
  const list: ListStatement = {
    columns: raw('i.employee_id as "employeeId", i.reason'),
    from: raw('congvu.job_item i join congvu.employee e on e.id = i.employee_id'),
    conditions,
    order: [
      { expression: 'i.reason', type: 'text' },
      { expression: 'e.sort_key', type: 'text' },
      { expression: 'i.employee_id', type: 'uuid' },
    ],
  };
  return childPage<JobItemRow & PlacedRow>(context, 'itemsOfJob', list, args, jobId);
}

export interface ReasonCountRow {
  readonly reason: LeftOpenReason;
  readonly count: number;
}

export const reasonsByJob = batchByParent<ReasonCountRow & { readonly parent_id: string }>(
  'reasonsByJob',
  (ids) => sql`select i.job_id as parent_id, i.reason, count(*)::integer as count
    from congvu.job_item i where i.job_id = any(${ids}::uuid[]) group by i.job_id, i.reason order by count(*) desc, i.reason`,
);
