import type { DisciplineForm } from '@congvu/schema/evaluation';
import type { ComplaintOutcome, DisciplineState, EffectKind } from '@congvu/schema/registers';
import type { Certainty } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { isEmployee, isWithin, type RegisterFilter, readRegisterFilter } from '../register-filter.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, childPage, listPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface DisciplineRow {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly form: DisciplineForm;
  /** Of the Party, not administrative. */
  readonly party: boolean;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly effectiveFrom: string;
  /** Last day of effect, inclusive. */
  readonly effectiveTo: string;
  readonly issuer: string;
  readonly relatedToDuty: boolean;
  readonly summary: string | null;
  readonly reasonForForm: string | null;
  readonly sourceCertainty: Certainty;
  readonly annulledOn: string | null;
  readonly annulDocument: string | null;
  readonly annulReason: string | null;
  /** The decision this one took the place of. */
  readonly supersedesId: string | null;
  /** Whether another took its place. */
  readonly replaced: boolean;
  readonly complaintFiledOn: string | null;
  readonly complaintOutcome: ComplaintOutcome | null;
  readonly complaintDocument: string | null;
  /** The act it punishes, or the main one; null where none is recorded. */
  readonly violationId: string | null;
  readonly revision: number;
}

const COLUMNS =
  raw(`dd.id, dd.employee_id as "employeeId", dd.unit_id as "unitId", u.path_text as "unitPath", dd.form, dd.party,
  dd.decision_number as "decisionNumber", dd.decided_on::text as "decidedOn", dd.effective_from::text as "effectiveFrom",
  dd.effective_to::text as "effectiveTo", dd.issuer, dd.related_to_duty as "relatedToDuty", dd.summary,
  dd.reason_for_form as "reasonForForm", dd.source_certainty as "sourceCertainty", dd.annulled_on::text as "annulledOn",
  dd.annul_document as "annulDocument", dd.annul_reason as "annulReason", dd.supersedes_id as "supersedesId",
  exists (select 1 from congvu.discipline_decision later where later.supersedes_id = dd.id) as replaced,
  dd.complaint_filed_on::text as "complaintFiledOn", dd.complaint_outcome as "complaintOutcome",
  dd.complaint_document as "complaintDocument", dd.violation_id as "violationId", dd.revision`);
const FROM = raw('congvu.discipline_decision dd join congvu.unit u on u.id = dd.unit_id');

export const disciplineById = batchById<DisciplineRow>('disciplineById', COLUMNS, FROM, 'dd.id');

/** The decision that took the place of each. */
export const disciplineBySuperseded = defineBatch('disciplineBySuperseded', async (context, ids: readonly string[]) => {
  const rows = await query<DisciplineRow>(
    context,
    sql`select ${COLUMNS} from ${FROM} where dd.supersedes_id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.supersedesId ?? '', row]));
});

/** The decisions on each act, earliest first, also those no longer in force. */
export const decisionsByViolation = batchByParent<DisciplineRow & { readonly parent_id: string }>(
  'decisionsByViolation',
  (ids) => sql`select da.violation_id as parent_id, ${COLUMNS} from ${FROM}
    join congvu.discipline_act da on da.decision_id = dd.id
    where da.violation_id = any(${ids}::uuid[]) order by dd.decided_on, dd.id`,
);

/** What a decision brings beside its effect, for how long; kept as it was when the decision was recorded. */
export interface EffectRow {
  readonly parent_id: string;
  readonly kind: EffectKind;
  readonly from: string;
  /** Last day, inclusive; null: for ever. */
  readonly to: string | null;
  readonly months: number | null;
  readonly instrument: string;
  readonly clause: string | null;
  readonly certainty: Certainty;
}

export const effectsByDecision = batchByParent<EffectRow>(
  'effectsByDecision',
  (ids) => sql`select x.decision_id as parent_id, x.kind, x.from_on::text as "from", x.to_on::text as "to", x.months,
      x.instrument, x.clause, x.certainty
    from congvu.discipline_effect x where x.decision_id = any(${ids}::uuid[]) order by x.kind, x.from_on`,
);

export interface DisciplineFilter extends RegisterFilter {
  readonly activeOn?: string | null | undefined;
  readonly endingBefore?: string | null | undefined;
  readonly kind?: readonly DisciplineForm[] | null | undefined;
  readonly state?: readonly DisciplineState[] | null | undefined;
}

/** What a decision is on a day, as `decisionState` says it; a condition for each state. */
const STATES: Readonly<Record<DisciplineState, (day: string) => Sql>> = {
  NOT_YET: (day) => sql`(dd.annulled_on is null and ${day}::date < dd.effective_from)`,
  ACTIVE: (day) => sql`(dd.annulled_on is null and ${day}::date between dd.effective_from and dd.effective_to)`,
  LAPSED: (day) => sql`(dd.annulled_on is null and dd.effective_to < ${day}::date)`,
  ANNULLED: () => sql`(dd.annulled_on is not null and not ${IS_REPLACED})`,
  REPLACED: () => sql`${IS_REPLACED}`,
};
const IS_REPLACED = raw('exists (select 1 from congvu.discipline_decision later where later.supersedes_id = dd.id)');

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

export async function listDisciplineDecisions(
  context: Context,
  filter: DisciplineFilter,
  args: PageArguments,
): Promise<Page<DisciplineRow>> {
  const conditions: Sql[] = [...isWithin('dd.decided_on', await readRegisterFilter(context, filter))];
  if (filter.unit) conditions.push(isInUnitUnder('dd.unit_id', filter.unit));
  if (filter.employee) conditions.push(isEmployee('dd.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('dd.employee_id', filter.search));
  if (filter.kind) conditions.push(sql`dd.form = any(${filter.kind}::congvu.discipline_form[])`);
  if (filter.state) conditions.push(anyOf(filter.state.map((state) => STATES[state](context.today))));
  if (filter.activeOn) conditions.push(STATES.ACTIVE(filter.activeOn));
  if (filter.endingBefore) {
    conditions.push(STATES.ACTIVE(context.today), sql`dd.effective_to < ${filter.endingBefore}::date`);
  }
  // A decision has no clock: nothing of it is ever late.
  if (filter.overdue === true) conditions.push(raw('false'));
  return listPage<DisciplineRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

/** Any of these; none of none. */
function anyOf(conditions: readonly Sql[]): Sql {
  return sql`(${conditions.reduce((some, next) => sql`${some} or ${next}`, raw('false'))})`;
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
