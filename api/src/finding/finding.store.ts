import type { FindingSeverity, FindingTopic } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { type DateSpan, isEmployee, isWithin } from '../register-filter.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface FindingRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly visitId: string | null;
  readonly unitId: string;
  readonly employeeId: string | null;
  readonly topic: FindingTopic;
  readonly positive: boolean;
  readonly description: string;
  readonly quantity: number | null;
  readonly severity: FindingSeverity | null;
  readonly evidence: string;
  readonly foundOn: string;
  /** When the unit was told; null while it is the team's draft. */
  readonly issuedOn: string | null;
  readonly remediedOn: string | null;
  readonly remedyProof: string | null;
  readonly spreadOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`fi.id, fi.inspection_id as "inspectionId", fi.visit_id as "visitId", fi.unit_id as "unitId",
  fi.employee_id as "employeeId", fi.topic, fi.positive, fi.description, fi.quantity, fi.severity, fi.evidence,
  fi.found_on::text as "foundOn", fi.issued_on::text as "issuedOn", fi.remedied_on::text as "remediedOn",
  fi.remedy_proof as "remedyProof", fi.spread_on::text as "spreadOn", fi.recorded_by_name as "recordedBy",
  fi.recorded_at as "recordedAt", fi.revision`);
const FROM = raw('congvu.finding fi');

export const findingById = batchById<FindingRow>('findingById', COLUMNS, FROM, 'fi.id');

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: 'fi.found_on', type: 'date' },
    { expression: 'fi.id', type: 'uuid' },
  ],
  descending: true,
};

/** Told, not good and not remedied: what keeps a unit from the highest level (Nghị định 335/2025/NĐ-CP art. 8(1)(c)). */
const OPEN = 'not fi.positive and fi.issued_on is not null and fi.remedied_on is null';

export interface FindingFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly kind?: readonly FindingTopic[] | null | undefined;
  readonly topic?: FindingTopic | null | undefined;
  readonly positive?: boolean | null | undefined;
  readonly open?: boolean | null | undefined;
  readonly issued?: boolean | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listFindings(
  context: Context,
  filter: FindingFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<FindingRow>> {
  const conditions: Sql[] = [...isWithin('fi.found_on', span)];
  if (filter.unit) conditions.push(isInUnitUnder('fi.unit_id', filter.unit));
  if (filter.employee) conditions.push(isEmployee('fi.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('fi.employee_id', filter.search));
  if (filter.kind) conditions.push(sql`fi.topic::text = any(${filter.kind}::text[])`);
  if (filter.topic) conditions.push(sql`fi.topic::text = ${filter.topic}`);
  if (typeof filter.positive === 'boolean') conditions.push(sql`fi.positive = ${filter.positive}`);
  if (typeof filter.issued === 'boolean') conditions.push(sql`(fi.issued_on is not null) = ${filter.issued}`);
  if (typeof filter.open === 'boolean') conditions.push(sql`(${raw(OPEN)}) = ${filter.open}`);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`(${raw(OPEN)} and exists (select 1 from congvu.recommendation rc where rc.finding_id = fi.id
      and rc.state in ('NOT_STARTED', 'UNDER_WAY') and rc.due_on < ${context.today}::date)) = ${filter.overdue}`);
  }
  return listPage<FindingRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export function listFindingsOfInspection(context: Context, id: string, args: PageArguments): Promise<Page<FindingRow>> {
  const list = { ...LIST, conditions: [raw('fi.inspection_id = parent.id')] };
  return childPage<FindingRow & PlacedRow>(context, 'findingsOfInspection', list, args, id);
}

/** Also read by a card in one statement with its other lists. */
export const FINDINGS_OF_EMPLOYEE: ListStatement = { ...LIST, conditions: [raw('fi.employee_id = parent.id')] };

export function listFindingsOfEmployee(context: Context, id: string, args: PageArguments): Promise<Page<FindingRow>> {
  return childPage<FindingRow & PlacedRow>(context, 'findingsOfEmployee', FINDINGS_OF_EMPLOYEE, args, id);
}
