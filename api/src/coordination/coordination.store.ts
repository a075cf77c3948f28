import type { CoordinationState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { type DateSpan, isEmployee, isWithin } from '../register-filter.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface CoordinationRow {
  readonly id: string;
  readonly number: string;
  readonly askingUnitId: string;
  readonly askedUnitId: string;
  /** Who is to answer for the asked unit; null where nobody was named. */
  readonly employeeId: string | null;
  readonly documentId: string | null;
  readonly subject: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly answeredOn: string | null;
  readonly answerDocument: string | null;
  /** Whether the answer took a position, as the asking unit judged; null while it did not judge. */
  readonly clear: boolean | null;
  readonly state: CoordinationState;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`cr.id, cr.number, cr.asking_unit_id as "askingUnitId", cr.asked_unit_id as "askedUnitId",
  cr.employee_id as "employeeId", cr.document_id as "documentId", cr.subject, cr.asked_on::text as "askedOn",
  cr.due_on::text as "dueOn", cr.answered_on::text as "answeredOn", cr.answer_document as "answerDocument", cr.clear,
  cr.state, cr.recorded_by_name as "recordedBy", cr.recorded_at as "recordedAt", cr.revision`);

export const coordinationById = batchById<CoordinationRow>(
  'coordinationById',
  COLUMNS,
  raw('congvu.coordination_request cr'),
  'cr.id',
);

const IS_OVERDUE = `(cr.state = 'OPEN' and cr.due_on < clock.today)`;

/** Overdue first, then the newest. */
function listOf({ today }: Pick<Context, 'today'>): ListStatement {
  return {
    columns: COLUMNS,
    from: sql`congvu.coordination_request cr cross join (select ${today}::date as today) clock`,
    conditions: [],
    order: [
      { expression: `${IS_OVERDUE}::int`, type: 'integer' },
      { expression: 'cr.asked_on', type: 'date' },
      { expression: 'cr.id', type: 'uuid' },
    ],
    descending: true,
  };
}

export const COORDINATION_SIDES = ['ASKING', 'ASKED'] as const;
export type CoordinationSide = (typeof COORDINATION_SIDES)[number];

export interface CoordinationFilter {
  readonly unit?: string | null | undefined;
  readonly side?: CoordinationSide | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly state?: readonly CoordinationState[] | null | undefined;
  readonly clear?: boolean | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listCoordination(
  context: Context,
  filter: CoordinationFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<CoordinationRow>> {
  const conditions: Sql[] = [...isWithin('cr.asked_on', span)];
  if (filter.unit) conditions.push(isOfUnit(filter.unit, filter.side ?? null));
  if (filter.employee) conditions.push(isEmployee('cr.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('cr.employee_id', filter.search));
  if (filter.state) conditions.push(sql`cr.state::text = any(${filter.state}::text[])`);
  if (typeof filter.clear === 'boolean') conditions.push(sql`cr.clear = ${filter.clear}`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`${raw(IS_OVERDUE)} = ${filter.overdue}`);
  return listPage<CoordinationRow & PlacedRow>(context, { ...listOf(context), conditions }, args);
}

function isOfUnit(code: string, side: CoordinationSide | null): Sql {
  const asking = isInUnitUnder('cr.asking_unit_id', code);
  const asked = isInUnitUnder('cr.asked_unit_id', code);
  if (side === null) return sql`(${asking} or ${asked})`;
  return side === 'ASKING' ? asking : asked;
}

export function listCoordinationOfEmployee(
  context: Context,
  id: string,
  args: PageArguments,
): Promise<Page<CoordinationRow>> {
  const list = { ...listOf(context), conditions: [raw('cr.employee_id = parent.id')] };
  return childPage<CoordinationRow & PlacedRow>(context, 'coordinationOfEmployee', list, args, id);
}
