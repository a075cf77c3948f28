import type { DisciplineForm } from '@congvu/schema/evaluation';
import type { Certainty } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface DisciplineRow {
  readonly id: string;
  readonly employeeId: string;
  readonly form: DisciplineForm;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly effectiveFrom: string;
  /** Last day of effect, inclusive. */
  readonly effectiveTo: string;
  readonly issuer: string;
  readonly relatedToDuty: boolean;
  readonly summary: string | null;
  readonly sourceCertainty: Certainty;
  readonly annulled: boolean;
  /** The act it punishes; null where none is recorded. */
  readonly violationId: string | null;
}

const COLUMNS = raw(`dd.id, dd.employee_id as "employeeId", dd.form, dd.decision_number as "decisionNumber",
  dd.decided_on::text as "decidedOn", dd.effective_from::text as "effectiveFrom", dd.effective_to::text as "effectiveTo",
  dd.issuer, dd.related_to_duty as "relatedToDuty", dd.summary, dd.source_certainty as "sourceCertainty",
  dd.annulled_on is not null as annulled, dd.violation_id as "violationId"`);
const FROM = raw('congvu.discipline_decision dd');

export const disciplineById = batchById<DisciplineRow>('disciplineById', COLUMNS, FROM, 'dd.id');

export interface DisciplineFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly activeOn?: string | null | undefined;
}

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: 'dd.decided_on', type: 'date' },
    { expression: 'dd.id', type: 'uuid' },
  ],
  descending: true,
};

export function listDisciplineDecisions(
  context: Context,
  filter: DisciplineFilter,
  args: PageArguments,
): Promise<Page<DisciplineRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('dd.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`dd.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (filter.activeOn) {
    conditions.push(
      sql`${filter.activeOn}::date between dd.effective_from and dd.effective_to and dd.annulled_on is null`,
    );
  }
  return listPage<DisciplineRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export const DISCIPLINE_OF_EMPLOYEE: ListStatement = { ...LIST, conditions: [raw('dd.employee_id = parent.id')] };

export function listDisciplineOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<DisciplineRow>> {
  return childPage<DisciplineRow & PlacedRow>(
    context,
    'disciplineOfEmployee',
    DISCIPLINE_OF_EMPLOYEE,
    args,
    employeeId,
  );
}
