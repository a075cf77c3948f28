import type { PetitionOutcome, PetitionState } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { batchById, batchByParent, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

export interface PetitionRow {
  readonly id: string;
  readonly classificationId: string;
  readonly employeeId: string;
  readonly authorityId: string;
  readonly filedAt: Date;
  readonly receivedOn: string;
  /** Last day for an answer. */
  readonly dueOn: string;
  readonly content: string;
  readonly state: PetitionState;
  readonly outcome: PetitionOutcome | null;
  readonly resolution: string | null;
  readonly documentNumber: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly replacementId: string | null;
}

const COLUMNS = raw(`p.id, p.classification_id as "classificationId", p.employee_id as "employeeId",
  p.authority_id as "authorityId", p.filed_at as "filedAt", p.received_on::text as "receivedOn", p.due_on::text as "dueOn",
  p.content, p.state, p.outcome, p.resolution, p.document_number as "documentNumber", p.resolved_at as "resolvedAt",
  p.resolved_by_name as "resolvedBy", p.replacement_id as "replacementId"`);
const FROM = raw('congvu.petition p');

export const petitionById = batchById<PetitionRow>('petitionById', COLUMNS, FROM, 'p.id');

/** The petitions against a decision and against those it replaced: an upheld one explains the decision that followed it. */
export const petitionsByClassification = batchByParent<PetitionRow & { readonly parent_id: string }>(
  'petitionsByClassification',
  (ids) => sql`select c.id as parent_id, ${COLUMNS} from congvu.classification c
    join congvu.classification earlier
      on earlier.employee_id = c.employee_id and earlier.year = c.year and earlier.revision <= c.revision
    join ${FROM} on p.classification_id = earlier.id
    where c.id = any(${ids}::uuid[]) order by p.filed_at, p.id`,
);

export interface PetitionFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly state?: readonly PetitionState[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

/** Petitions one may see; whose answer is due first stands first. */
export function listPetitions(
  context: Context,
  filter: PetitionFilter,
  args: PageArguments,
): Promise<Page<PetitionRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) {
    conditions.push(sql`p.classification_id in (select c.id from congvu.classification c join congvu.unit u on u.id = c.unit_id
      where u.path <@ (select root.path from congvu.unit root where root.code = ${filter.unit}))`);
  }
  if (filter.employee) {
    conditions.push(sql`p.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (filter.search) conditions.push(isFoundBy('p.employee_id', filter.search));
  if (typeof filter.year === 'number') {
    conditions.push(
      sql`p.classification_id in (select c.id from congvu.classification c where c.year = ${filter.year})`,
    );
  }
  if (filter.state) conditions.push(sql`p.state = any(${filter.state}::congvu.petition_state[])`);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`(p.state = 'FILED' and p.due_on < ${context.today}::date) = ${filter.overdue}`);
  }
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 'p.due_on', type: 'date' },
      { expression: 'p.id', type: 'uuid' },
    ],
  };
  return listPage<PetitionRow & PlacedRow>(context, list, args);
}
