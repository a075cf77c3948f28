import type { Level, Post, ScoringRole, SheetState, SubjectType } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { type FigureRanges, figureConditions } from '../period-sheet/figure-range.ts';
import { defineBatch, loadOne } from '../sql/batch.ts';
import { batchByParent, childPage, listPage, query } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, OrderKey, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { all, raw, type Sql, sql } from '../sql/sql.ts';
import { isUnder, UNIT_JSON, type UnitRow } from '../unit/unit.store.ts';
import { isFoundBy } from './person-search.ts';

export interface AssignmentRow {
  readonly id: string;
  readonly unit: UnitRow;
  readonly post: Post;
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly validFrom: string;
  /** Last day, inclusive; null while it lasts. */
  readonly validTo: string | null;
}

export interface EmployeeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly userName: string | null;
  readonly email: string | null;
  /** The assignment on the day of the request; it comes with the person, who is seldom shown without it. */
  readonly assignment: AssignmentRow | null;
}

const ASSIGNMENT_JSON = `json_build_object('id', a.id, 'unit', ${UNIT_JSON}, 'post', a.post, 'title', a.title,
  'groupCode', a.group_code, 'subjectType', a.subject_type, 'role', a.role, 'ruleSet', a.rule_set,
  'validFrom', a.valid_from, 'validTo', a.valid_to)`;

const ASSIGNMENT_FROM = 'congvu.assignment a join congvu.unit u on u.id = a.unit_id';

/** Employees `e` with their assignment `current` on a day (null columns where there is none). */
export function employeesOn(day: string): Sql {
  return sql`congvu.employee e left join lateral (
    select ${raw(ASSIGNMENT_JSON)} as assignment, a.post, a.subject_type, a.group_code, u.path, u.path_text
    from ${raw(ASSIGNMENT_FROM)}
    where a.employee_id = e.id and a.valid_from <= ${day}::date and coalesce(a.valid_to >= ${day}::date, true)
    limit 1) current on true`;
}

export const EMPLOYEE_COLUMNS = raw('e.id, e.code, e.name, e.user_name as "userName", e.email, current.assignment');

export const employeeById = defineBatch('employeeById', async (context, ids: readonly string[]) => {
  const rows = await query<EmployeeRow>(
    context,
    sql`select ${EMPLOYEE_COLUMNS} from ${employeesOn(context.today)} where e.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
});

export async function findEmployeeByCode(context: Context, code: string): Promise<EmployeeRow | null> {
  const [row] = await query<EmployeeRow>(
    context,
    sql`select ${EMPLOYEE_COLUMNS} from ${employeesOn(context.today)} where e.code = ${code}`,
  );
  return row ?? null;
}

/** Names of groups of similar work. Seldom asked for with a person, of whom each read would join them. */
export const workGroupNames = defineBatch('workGroupNames', async (context, codes: readonly string[]) => {
  const rows = await query<{ readonly code: string; readonly name: string }>(
    context,
    sql`select g.code, g.name from congvu.work_group g where g.code = any(${codes}::text[])`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
});

/** The person of a row that names him. A policy that shows a row shows its person, so his absence is a fault of ours. */
export async function getEmployee(context: Context, id: string): Promise<EmployeeRow> {
  const row = await loadOne(context, employeeById, id);
  if (row === null) throw new Error('A record is visible whose person is not.');
  return row;
}

export const assignmentsByEmployee = batchByParent<{ readonly parent_id: string; readonly assignment: AssignmentRow }>(
  'assignmentsByEmployee',
  (ids) => sql`select a.employee_id as parent_id, ${raw(ASSIGNMENT_JSON)} as assignment from ${raw(ASSIGNMENT_FROM)}
    where a.employee_id = any(${ids}::uuid[]) order by a.valid_from desc`,
);

export interface EmployeeFilter {
  readonly unit?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly post?: Post | null | undefined;
  readonly subjectType?: SubjectType | null | undefined;
  readonly group?: string | null | undefined;
  /** Of the sheet of `period`, which is given with any of these. */
  readonly period?: string | null | undefined;
  readonly level?: readonly Level[] | null | undefined;
  readonly state?: readonly SheetState[] | null | undefined;
  readonly ranges?: FigureRanges;
  readonly overdue?: boolean | null | undefined;
  /** First day of the first assignment, from this one on. */
  readonly from?: string | null | undefined;
}
export const EMPLOYEE_ORDERS = ['NAME', 'CODE', 'UNIT', 'JOINED'] as const;
export type EmployeeOrder = (typeof EMPLOYEE_ORDERS)[number];

// Of the assignments one may see; whoever has none of them has not joined yet.
const JOINED_ON = '(select min(first.valid_from) from congvu.assignment first where first.employee_id = e.id)';

const ID: OrderKey = { expression: 'e.id', type: 'uuid' };
const NAME: OrderKey = { expression: 'e.sort_key', type: 'text' };
const ORDERS: Readonly<Record<EmployeeOrder, readonly OrderKey[]>> = {
  NAME: [NAME, ID],
  CODE: [{ expression: 'e.code', type: 'text' }, ID],
  UNIT: [{ expression: "coalesce(current.path_text, '')", type: 'text' }, NAME, ID],
  JOINED: [{ expression: `coalesce(${JOINED_ON}, 'infinity')`, type: 'date' }, ID],
};

/** The sheet of a period that a filter asks for by its own words; null where it asks for none. */
function sheetCondition({ period, level, state, ranges }: EmployeeFilter): Sql | null {
  if (!period) return null;
  const conditions: Sql[] = [sql`s.period = ${period}`, ...figureConditions(ranges ?? {})];
  if (level) conditions.push(sql`s.level = any(${level}::congvu.level[])`);
  if (state) conditions.push(sql`s.state = any(${state}::congvu.sheet_state[])`);
  return sql`exists (select 1 from congvu.period_sheet s where s.employee_id = e.id and ${all(conditions)})`;
}

function employeeList(
  context: Context,
  filter: EmployeeFilter,
  order: EmployeeOrder,
  direction?: OrderDirection | null,
): ListStatement {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isUnder('current', filter.unit));
  if (filter.search) conditions.push(isFoundBy('e.id', filter.search));
  if (filter.post) conditions.push(sql`current.post = ${filter.post}::congvu.post`);
  if (filter.subjectType) conditions.push(sql`current.subject_type = ${filter.subjectType}::congvu.subject_type`);
  if (filter.group) conditions.push(sql`current.group_code = ${filter.group}`);
  const ofSheet = sheetCondition(filter);
  if (ofSheet !== null) conditions.push(ofSheet);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`exists (select 1 from congvu.task late where late.employee_id = e.id and late.outcome = 'OPEN'
      and late.deadline < ${context.today}::date) = ${filter.overdue}`);
  }
  if (filter.from) conditions.push(sql`${raw(JOINED_ON)} >= ${filter.from}::date`);
  return {
    columns: EMPLOYEE_COLUMNS,
    from: employeesOn(context.today),
    conditions,
    order: ORDERS[order],
    descending: isDescending(direction, false),
  };
}

export function listEmployees(
  context: Context,
  filter: EmployeeFilter,
  order: EmployeeOrder,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<EmployeeRow>> {
  return listPage<EmployeeRow & PlacedRow>(context, employeeList(context, filter, order, direction), args);
}

/** People whose present assignment is in this unit itself or below it. */
export function listEmployeesOfUnit(context: Context, unitId: string, args: PageArguments): Promise<Page<EmployeeRow>> {
  const list = employeeList(context, {}, 'NAME');
  const conditions = [all([sql`current.path <@ (select root.path from congvu.unit root where root.id = parent.id)`])];
  return childPage<EmployeeRow & PlacedRow>(context, 'employeesOfUnit', { ...list, conditions }, args, unitId);
}
