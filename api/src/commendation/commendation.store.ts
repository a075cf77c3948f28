import { COMMENDATION_TITLE_TABLE, type CommendationState, type RevocationGround } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { isEmployee, isWithin, type RegisterFilter, readRegisterFilter } from '../register-filter.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface CommendationRow {
  readonly id: string;
  /** Null: the collective of the unit. */
  readonly employeeId: string | null;
  readonly unitId: string;
  readonly unitPath: string;
  readonly form: string;
  readonly title: string;
  readonly kind: string;
  /** Code of a title of the table; null for a form outside it, and in old rows. */
  readonly titleCode: string | null;
  /** The evaluation year it rests on; null: on the spot, and in old rows. */
  readonly year: number | null;
  readonly achievedFrom: string | null;
  readonly achievedTo: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly reason: string | null;
  readonly roundId: string | null;
  readonly recommendationId: string | null;
  /** Multiple of the base salary, a decimal as PostgreSQL writes it. */
  readonly bonusMultiple: string | null;
  /** đồng. */
  readonly bonusAmount: string | null;
  readonly revokedOn: string | null;
  readonly revocation: RevocationGround | null;
  readonly revocationDocument: string | null;
  readonly revocationReason: string | null;
  readonly bonusReturned: boolean | null;
  /** Left out where a card brings the list: it is worked out when it is asked for. */
  readonly state?: CommendationState;
  readonly revision: number;
}

const OF_LEVEL = ['LEVEL', 'LEVEL_OR_INITIATIVE', 'LEVEL_AND_INITIATIVE'] as const;

/** The levels the titles of the built-in table ask for, written as an office writes its own. */
const BUILT_IN_TITLES = JSON.stringify(
  COMMENDATION_TITLE_TABLE.map(({ code, conditions }) => ({
    code,
    conditions: conditions.flatMap((each) => ('levels' in each ? [{ kind: each.kind, levels: each.levels }] : [])),
  })),
);

/** The titles a commendation was given by: its round's table, else the nearest agency's in force that day, else the built-in one. */
const TITLES = `coalesce(
  case when k.round_id is not null
    then (select rt.body from congvu.commendation_round cr join congvu.register_table rt on rt.id = cr.titles_table_id
      where cr.id = k.round_id)
    else (select rt.body from congvu.register_table rt left join congvu.unit ru on ru.id = rt.agency_id
      where rt.kind = 'COMMENDATION_TITLES' and (rt.agency_id is null or u.path <@ ru.path)
        and rt.effective_from <= k.decided_on and coalesce(k.decided_on <= rt.effective_to, true)
      order by coalesce(nlevel(ru.path), 0) desc, rt.version desc limit 1)
  end, '${BUILT_IN_TITLES}'::jsonb)`;

/**
 * What a title rested on changed after it was given: the year's level was decided anew below what the title asks, or an act
 * of the year was disciplined. As far as the reader sees levels and decisions; whoever gave it sees both.
 */
const IS_TO_REVIEW = `(k.revoked_on is null and k.year is not null and k.employee_id is not null and (
  exists (select 1 from congvu.classification c
    where c.employee_id = k.employee_id and c.year = k.year and c.current and c.supersedes_id is not null
      and c.decided_on >= k.decided_on and c.decided_level is not null
      and exists (select 1 from jsonb_array_elements(${TITLES}) title(body), jsonb_array_elements(title.body->'conditions') needed(body)
        where title.body->>'code' = k.title_code and needed.body->>'kind' in ('${OF_LEVEL.join("', '")}')
          and not (needed.body->'levels' @> to_jsonb(c.decided_level::text))
          and not (needed.body->>'kind' = 'LEVEL_OR_INITIATIVE' and exists
            (select 1 from congvu.commendation_initiative ki where ki.commendation_id = k.id))))
  or exists (select 1 from congvu.discipline_act da
    join congvu.violation v on v.id = da.violation_id
    join congvu.discipline_decision dd on dd.id = da.decision_id and dd.annulled_on is null
    where v.employee_id = k.employee_id and dd.decided_on >= k.decided_on
      and daterange(v.act_from, coalesce(v.act_to, v.act_from), '[]') && daterange(
        coalesce(k.achieved_from, make_date(k.year, 1, 1)), coalesce(k.achieved_to, make_date(k.year, 12, 31)), '[]'))))`;

const STATE = `case when k.revoked_on is not null then 'REVOKED' when ${IS_TO_REVIEW} then 'TO_REVIEW' else 'GIVEN' end`;

const COLUMNS =
  raw(`k.id, k.employee_id as "employeeId", k.unit_id as "unitId", u.path_text as "unitPath", k.form, k.title,
  k.kind, k.title_code as "titleCode", k.year::int as year, k.achieved_from::text as "achievedFrom",
  k.achieved_to::text as "achievedTo", k.decision_number as "decisionNumber", k.decided_on::text as "decidedOn", k.issuer,
  k.reason, k.round_id as "roundId", k.recommendation_id as "recommendationId", k.bonus_multiple::text as "bonusMultiple",
  k.bonus_amount::text as "bonusAmount", k.revoked_on::text as "revokedOn", k.revocation,
  k.revocation_document as "revocationDocument", k.revocation_reason as "revocationReason",
  k.bonus_returned as "bonusReturned", k.revision`);
const WITH_STATE = sql`${COLUMNS}, ${raw(STATE)} as state`;
const FROM = raw('congvu.commendation k join congvu.unit u on u.id = k.unit_id');

/** Commendations to be looked at again, at the units where the actor keeps the register; never his own. */
export function commendationsToReview(): Sql {
  return sql`select k.id, k.employee_id, k.title, k.year, k.recorded_at from ${FROM}
    where ${raw(IS_TO_REVIEW)} and u.path <@ (select congvu.scopes('STAFF_MANAGE'))
      and k.employee_id is distinct from congvu.actor_employee()`;
}

export const commendationById = batchById<CommendationRow>('commendationById', WITH_STATE, FROM, 'k.id');

export interface CommendationFilter extends RegisterFilter {
  /** Year of the decision. */
  readonly year?: number | null | undefined;
  readonly kind?: readonly string[] | null | undefined;
  readonly state?: readonly CommendationState[] | null | undefined;
  readonly collective?: boolean | null | undefined;
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

export async function listCommendations(
  context: Context,
  filter: CommendationFilter,
  args: PageArguments,
): Promise<Page<CommendationRow>> {
  const conditions: Sql[] = [...isWithin('k.decided_on', await readRegisterFilter(context, filter))];
  if (filter.unit) conditions.push(isInUnitUnder('k.unit_id', filter.unit));
  if (filter.employee) conditions.push(isEmployee('k.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('k.employee_id', filter.search));
  if (typeof filter.year === 'number') conditions.push(sql`extract(year from k.decided_on) = ${filter.year}`);
  if (filter.kind) conditions.push(sql`k.title_code = any(${filter.kind}::text[])`);
  if (filter.state) conditions.push(sql`${raw(STATE)} = any(${filter.state}::text[])`);
  if (typeof filter.collective === 'boolean') conditions.push(sql`(k.employee_id is null) = ${filter.collective}`);
  // A commendation has no clock: nothing of it is ever late.
  if (filter.overdue === true) conditions.push(raw('false'));
  return listPage<CommendationRow & PlacedRow>(context, { ...LIST, columns: WITH_STATE, conditions }, args);
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

/** A title with the table its round gives by; null: the built-in one, or no round. */
export type HeldTitle = CommendationRow & { readonly titlesTableId: string | null };

/** All titles with a year that the person, or the collective, of each commendation holds, oldest first. */
export const titlesBesideCommendation = batchByParent<HeldTitle & { readonly parent_id: string }>(
  'titlesBesideCommendation',
  (ids) => sql`select given.id as parent_id, ${COLUMNS},
      (select cr.titles_table_id from congvu.commendation_round cr where cr.id = k.round_id) as "titlesTableId"
    from congvu.commendation given
    join ${FROM} on k.id <> given.id and k.year is not null and k.title_code is not null and k.revoked_on is null
      and k.year >= given.year and (k.employee_id = given.employee_id
        or (k.employee_id is null and given.employee_id is null and k.unit_id = given.unit_id))
    where given.id = any(${ids}::uuid[]) order by k.year, k.decided_on, k.id`,
);
