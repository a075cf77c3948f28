import type { Context } from '../context.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface CommendationRow {
  readonly id: string;
  readonly employeeId: string;
  readonly form: string;
  readonly title: string;
  readonly kind: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly reason: string | null;
  readonly revoked: boolean;
}

const COLUMNS =
  raw(`k.id, k.employee_id as "employeeId", k.form, k.title, k.kind, k.decision_number as "decisionNumber",
  k.decided_on::text as "decidedOn", k.issuer, k.reason, k.revoked_on is not null as revoked`);
const FROM = raw('congvu.commendation k');

export const commendationById = batchById<CommendationRow>('commendationById', COLUMNS, FROM, 'k.id');

export interface CommendationFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly year?: number | null | undefined;
}

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: 'k.decided_on', type: 'date' },
    { expression: 'k.id', type: 'uuid' },
  ],
  descending: true,
};

export function listCommendations(
  context: Context,
  filter: CommendationFilter,
  args: PageArguments,
): Promise<Page<CommendationRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('k.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`k.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (typeof filter.year === 'number') conditions.push(sql`extract(year from k.decided_on) = ${filter.year}`);
  return listPage<CommendationRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export const COMMENDATIONS_OF_EMPLOYEE: ListStatement = { ...LIST, conditions: [raw('k.employee_id = parent.id')] };

export function listCommendationsOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<CommendationRow>> {
  return childPage<CommendationRow & PlacedRow>(
    context,
    'commendationsOfEmployee',
    COMMENDATIONS_OF_EMPLOYEE,
    args,
    employeeId,
  );
}
