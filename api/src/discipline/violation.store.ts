import type {
  DeferralKind,
  LimitationException,
  LimitationStart,
  ViolationSeverity,
  ViolationState,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { isEmployee, isWithin, type RegisterFilter, readRegisterFilter } from '../register-filter.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** An act (hành vi), which several decisions may punish. */
export interface ViolationRow {
  readonly id: string;
  readonly employeeId: string;
  /** The unit at the time of the act, whose result it lowers. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly actFrom: string;
  readonly actTo: string | null;
  readonly discoveredOn: string;
  readonly relatedToDuty: boolean;
  readonly degradation: boolean;
  readonly corruption: boolean;
  readonly countedYear: number | null;
  readonly summary: string | null;
  readonly severity: ViolationSeverity | null;
  readonly limitationException: LimitationException | null;
  readonly limitationStart: LimitationStart;
  readonly concludedOn: string | null;
  readonly mitigating: readonly string[];
  readonly aggravating: readonly string[];
  readonly state: ViolationState;
  /** Last day for handling with extension and deferrals; null while a deferral without an end lasts, and in old rows. */
  readonly dueOn: string | null;
  readonly extendedTo: string | null;
  readonly extensionDocument: string | null;
  readonly closedOn: string | null;
  readonly dismissalReason: string | null;
  readonly dismissalDocument: string | null;
  readonly sealed: boolean;
  readonly recommendationId: string | null;
  readonly recordedBy: string | null;
  readonly revision: number;
}

const COLUMNS = raw(`v.id, v.employee_id as "employeeId", v.unit_id as "unitId", u.path_text as "unitPath",
  v.act_from::text as "actFrom", v.act_to::text as "actTo", v.discovered_on::text as "discoveredOn",
  v.related_to_duty as "relatedToDuty", v.degradation, v.corruption, v.counted_year::int as "countedYear", v.summary,
  v.severity, v.limitation_exception as "limitationException", v.limitation_start as "limitationStart",
  v.concluded_on::text as "concludedOn", v.mitigating, v.aggravating, v.state, v.due_on::text as "dueOn",
  v.extended_to::text as "extendedTo", v.extension_document as "extensionDocument", v.closed_on::text as "closedOn",
  v.dismissal_reason as "dismissalReason", v.dismissal_document as "dismissalDocument", v.sealed,
  v.recommendation_id as "recommendationId", v.recorded_by_name as "recordedBy", v.revision`);
const FROM = raw('congvu.violation v join congvu.unit u on u.id = v.unit_id');

export const violationById = batchById<ViolationRow>('violationById', COLUMNS, FROM, 'v.id');

/** The acts under each decision, the main one first. */
export const violationsByDecision = batchByParent<ViolationRow & { readonly parent_id: string }>(
  'violationsByDecision',
  (ids) => sql`select da.decision_id as parent_id, ${COLUMNS} from ${FROM}
    join congvu.discipline_act da on da.violation_id = v.id
    join congvu.discipline_decision dd on dd.id = da.decision_id
    where da.decision_id = any(${ids}::uuid[])
    order by dd.violation_id is distinct from v.id, v.act_from, v.id`,
);

/** The acts opened from each recommendation, the oldest first. */
export const violationsByRecommendation = batchByParent<ViolationRow & { readonly parent_id: string }>(
  'violationsByRecommendation',
  (ids) => sql`select v.recommendation_id as parent_id, ${COLUMNS} from ${FROM}
    where v.recommendation_id = any(${ids}::uuid[]) order by v.act_from, v.id`,
);

export interface ViolationFilter extends RegisterFilter {
  readonly kind?: readonly ViolationSeverity[] | null | undefined;
  readonly state?: readonly ViolationState[] | null | undefined;
}

/** Whether an act waits for its decision beyond its last day. The day is the context's own, never a caller's text. */
function isOverdue({ today }: Context): string {
  return `(v.state = 'OPEN' and coalesce(v.due_on < '${today}'::date, false))`;
}

function listOf(context: Context, conditions: readonly Sql[]): ListStatement {
  return {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: isOverdue(context), type: 'boolean' },
      { expression: 'v.discovered_on', type: 'date' },
      { expression: 'v.id', type: 'uuid' },
    ],
    descending: true,
  };
}

/** The register of acts: overdue ones first, then the newest by their discovery. */
export async function listViolations(
  context: Context,
  filter: ViolationFilter,
  args: PageArguments,
): Promise<Page<ViolationRow>> {
  const conditions = [...isWithin('v.discovered_on', await readRegisterFilter(context, filter))];
  if (filter.unit) conditions.push(isInUnitUnder('v.unit_id', filter.unit));
  if (filter.employee) conditions.push(isEmployee('v.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('v.employee_id', filter.search));
  if (filter.kind) conditions.push(sql`v.severity = any(${filter.kind}::congvu.violation_severity[])`);
  if (filter.state) conditions.push(sql`v.state = any(${filter.state}::congvu.violation_state[])`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`${raw(isOverdue(context))} = ${filter.overdue}`);
  return listPage<ViolationRow & PlacedRow>(context, listOf(context, conditions), args);
}

export function listViolationsOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<ViolationRow>> {
  const list = listOf(context, [raw('v.employee_id = parent.id')]);
  return childPage<ViolationRow & PlacedRow>(context, 'violationsOfEmployee', list, args, employeeId);
}

/** A time in which an act may not be handled. Its kind is data on health or a criminal case: only personnel see the row. */
export interface DeferralRow {
  readonly id: string;
  readonly violationId: string;
  readonly kind: DeferralKind;
  readonly from: string;
  readonly to: string | null;
  readonly document: string;
}

const DEFERRAL_COLUMNS = raw(`f.id, f.violation_id as "violationId", f.kind, f.from_on::text as "from",
  f.to_on::text as "to", f.document`);

export const deferralById = batchById<DeferralRow>(
  'deferralById',
  DEFERRAL_COLUMNS,
  raw('congvu.discipline_deferral f'),
  'f.id',
);

export const deferralsByViolation = batchByParent<DeferralRow & { readonly parent_id: string }>(
  'deferralsByViolation',
  (ids) => sql`select f.violation_id as parent_id, ${DEFERRAL_COLUMNS} from congvu.discipline_deferral f
    where f.violation_id = any(${ids}::uuid[]) order by f.from_on, f.id`,
);
