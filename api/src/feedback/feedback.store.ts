import type { FeedbackKind, FeedbackOutcome, FeedbackState, FindingTopic } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { type DateSpan, isEmployee, isWithin } from '../register-filter.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** Who sent it stands in a table of its own and in no row of this one. */
export interface FeedbackRow {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly employeeId: string | null;
  readonly kind: FeedbackKind;
  readonly channel: string;
  readonly topic: FindingTopic | null;
  readonly receivedOn: string;
  readonly content: string;
  readonly dueOn: string;
  readonly assignedUnitId: string | null;
  readonly handlerId: string | null;
  readonly assignedOn: string | null;
  readonly answeredOn: string | null;
  readonly answerDocument: string | null;
  readonly outcome: FeedbackOutcome | null;
  readonly state: FeedbackState;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`fb.id, fb.number, fb.unit_id as "unitId", fb.employee_id as "employeeId", fb.kind, fb.channel,
  fb.topic, fb.received_on::text as "receivedOn", fb.content, fb.due_on::text as "dueOn",
  fb.assigned_unit_id as "assignedUnitId", fb.handler_id as "handlerId", fb.assigned_on::text as "assignedOn",
  fb.answered_on::text as "answeredOn", fb.answer_document as "answerDocument", fb.outcome, fb.state,
  fb.recorded_by_name as "recordedBy", fb.recorded_at as "recordedAt", fb.revision`);

export const feedbackById = batchById<FeedbackRow>('feedbackById', COLUMNS, raw('congvu.feedback fb'), 'fb.id');

const IS_OVERDUE = '(fb.answered_on is null and fb.due_on < clock.today)';

/** Overdue first, then the newest. */
function listOf({ today }: Pick<Context, 'today'>): ListStatement {
  return {
    columns: COLUMNS,
    from: sql`congvu.feedback fb cross join (select ${today}::date as today) clock`,
    conditions: [],
    order: [
      { expression: `${IS_OVERDUE}::int`, type: 'integer' },
      { expression: 'fb.received_on', type: 'date' },
      { expression: 'fb.id', type: 'uuid' },
    ],
    descending: true,
  };
}

export interface FeedbackFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly kind?: readonly FeedbackKind[] | null | undefined;
  readonly state?: readonly FeedbackState[] | null | undefined;
  readonly outcome?: readonly FeedbackOutcome[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listFeedback(
  context: Context,
  filter: FeedbackFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<FeedbackRow>> {
  const conditions: Sql[] = [...isWithin('fb.received_on', span)];
  if (filter.unit) {
    conditions.push(
      sql`(${isInUnitUnder('fb.unit_id', filter.unit)} or ${isInUnitUnder('fb.assigned_unit_id', filter.unit)})`,
    );
  }
  if (filter.employee) conditions.push(isEmployee('fb.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('fb.employee_id', filter.search));
  if (filter.kind) conditions.push(sql`fb.kind::text = any(${filter.kind}::text[])`);
  if (filter.state) conditions.push(sql`fb.state::text = any(${filter.state}::text[])`);
  if (filter.outcome) conditions.push(sql`fb.outcome::text = any(${filter.outcome}::text[])`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`${raw(IS_OVERDUE)} = ${filter.overdue}`);
  return listPage<FeedbackRow & PlacedRow>(context, { ...listOf(context), conditions }, args);
}

export function listFeedbackOfEmployee(context: Context, id: string, args: PageArguments): Promise<Page<FeedbackRow>> {
  const list = { ...listOf(context), conditions: [raw('fb.employee_id = parent.id')] };
  return childPage<FeedbackRow & PlacedRow>(context, 'feedbackOfEmployee', list, args, id);
}
