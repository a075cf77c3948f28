import type { Influence, InitiativeKind, InitiativeLevel, InitiativeState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { isWithin, type RegisterFilter, readRegisterFilter } from '../register-filter.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface InitiativeAuthor {
  readonly employeeId: string;
  readonly main: boolean;
}

export interface InitiativeRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly summary: string | null;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly kind: InitiativeKind;
  readonly level: InitiativeLevel | null;
  readonly influence: Influence | null;
  readonly applied: boolean;
  readonly state: InitiativeState;
  readonly decisionNumber: string | null;
  readonly recognisedOn: string | null;
  /** Why it was refused or revoked. */
  readonly reason: string | null;
  readonly findingId: string | null;
  readonly protectedDocument: string | null;
  /** The main author first. */
  readonly authors: readonly InitiativeAuthor[];
  readonly recordedBy: string | null;
  readonly revision: number;
}

const COLUMNS =
  raw(`i.id, i.code, i.title, i.summary, i.unit_id as "unitId", u.path_text as "unitPath", i.year::int as year,
  i.kind, i.level, i.influence, i.applied, i.state, i.decision_number as "decisionNumber",
  i.recognised_on::text as "recognisedOn", i.reason, i.finding_id as "findingId", i.protected_document as "protectedDocument",
  coalesce((select json_agg(json_build_object('employeeId', ia.employee_id, 'main', ia.main)
      order by ia.main desc, ia.employee_id)
    from congvu.initiative_author ia where ia.initiative_id = i.id), '[]') as authors,
  i.recorded_by_name as "recordedBy", i.revision`);
const FROM = raw('congvu.initiative i join congvu.unit u on u.id = i.unit_id');

export const initiativeById = batchById<InitiativeRow>('initiativeById', COLUMNS, FROM, 'i.id');

export const initiativesByCommendation = batchByParent<InitiativeRow & { readonly parent_id: string }>(
  'initiativesByCommendation',
  (ids) => sql`select ki.commendation_id as parent_id, ${COLUMNS} from congvu.commendation_initiative ki
    join ${FROM} on i.id = ki.initiative_id where ki.commendation_id = any(${ids}::uuid[]) order by i.year, i.code`,
);

export interface InitiativeFilter extends RegisterFilter {
  readonly year?: number | null | undefined;
  readonly kind?: readonly InitiativeKind[] | null | undefined;
  readonly state?: readonly InitiativeState[] | null | undefined;
}

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: 'i.year', type: 'integer' },
    { expression: 'i.code', type: 'text' },
    { expression: 'i.id', type: 'uuid' },
  ],
  descending: true,
};

/** Initiatives of the newest year first. One not recognised has no date: it is in no span of days. */
export async function listInitiatives(
  context: Context,
  filter: InitiativeFilter,
  args: PageArguments,
): Promise<Page<InitiativeRow>> {
  const conditions: Sql[] = [...isWithin('i.recognised_on', await readRegisterFilter(context, filter))];
  if (filter.unit) conditions.push(isInUnitUnder('i.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`exists (select 1 from congvu.initiative_author ia join congvu.employee who on who.id = ia.employee_id
      where ia.initiative_id = i.id and who.code = ${filter.employee})`);
  }
  if (filter.search) {
    conditions.push(sql`exists (select 1 from congvu.initiative_author ia
      where ia.initiative_id = i.id and ${isFoundBy('ia.employee_id', filter.search)})`);
  }
  if (typeof filter.year === 'number') conditions.push(sql`i.year = ${filter.year}`);
  if (filter.kind) conditions.push(sql`i.kind = any(${filter.kind}::congvu.initiative_kind[])`);
  if (filter.state) conditions.push(sql`i.state = any(${filter.state}::congvu.initiative_state[])`);
  // An initiative has no clock: nothing of it is ever late.
  if (filter.overdue === true) conditions.push(raw('false'));
  return listPage<InitiativeRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export function listInitiativesOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<InitiativeRow>> {
  const isAuthor = raw(
    'exists (select 1 from congvu.initiative_author ia where ia.initiative_id = i.id and ia.employee_id = parent.id)',
  );
  const list = { ...LIST, conditions: [isAuthor] };
  return childPage<InitiativeRow & PlacedRow>(context, 'initiativesOfEmployee', list, args, employeeId);
}
