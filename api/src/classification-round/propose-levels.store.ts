import type { Transaction } from '@congvu/prisma/database';
import type { DisciplineForm } from '@congvu/schema/classification';
import type { Level, Post } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { ClassificationState, LeaveKind } from '@congvu/schema/procedure';

/** What the pipeline reads of a person's row. */
export interface CandidateOfYear {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly post: Post;
  readonly groupCode: string;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: ClassificationState;
  /** Exact totals, "94" or "263/3"; null where a month has none. */
  readonly totals: readonly (string | null)[];
  readonly workedMonths: number;
  readonly leave: LeaveKind;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number;
  readonly concludedDegradation: boolean;
  readonly concludedCorruption: boolean;
  readonly decided: boolean;
  /** Of the unit the person heads: its decided level of the year; null while it is not decided, and for who heads none. */
  readonly unitLevel: Level | null;
  /** A head decided above his unit, which no document allows: the unit was decided, or decided anew, after him. */
  readonly aboveUnit: boolean;
}

/** Everybody of a round who holds a row, decided or not, by the order of their rows. */
export function candidatesOfRound(tx: Transaction, roundId: string): Promise<CandidateOfYear[]> {
  return tx.$queryRaw`
    select c.id, c.employee_id as "employeeId", c.unit_id as "unitId", c.post, c.group_code as "groupCode",
      c.rule_set as "ruleSet", c.rule_set_version::int as "ruleSetVersion", c.state,
      (select array_agg(m.value ->> 'total' order by m.place) from jsonb_array_elements(c.months) with ordinality m (value, place))
        as totals,
      c.worked_months::int as "workedMonths", c.leave, c.result_numerator::text as "resultNumerator",
      c.result_denominator::text as "resultDenominator", c.quality_numerator::text as "qualityNumerator",
      c.quality_denominator::text as "qualityDenominator", c.delays, c.concluded_degradation as "concludedDegradation",
      c.concluded_corruption as "concludedCorruption", c.decided_at is not null as decided,
      r.decided_level as "unitLevel",
      coalesce(c.post = 'HEAD' and c.override_document is null and c.decided_level < r.decided_level, false) as "aboveUnit"
    from congvu.classification c
    left join congvu.unit_result r on r.unit_id = c.unit_id and r.year = c.year and r.current and r.decided_at is not null
    where c.round_id = ${roundId}::uuid and c.current order by c.id`;
}

/** A decision in force on an act; a decision without an act of its own in the register is its own act. */
export interface DecisionOnAct {
  readonly employeeId: string;
  readonly decisionId: string;
  readonly decisionNumber: string;
  readonly actId: string;
  readonly violationId: string | null;
  readonly form: DisciplineForm;
  readonly decidedOn: LocalDate;
  /** The agency the act was done in; ELSEWHERE where it lies beyond what one may see; null where its unit is of none. */
  readonly agencyId: string | null;
  /** The agency he served on the day of the decision; ELSEWHERE where he had left and one may not see whither; null: not known. */
  readonly servedAt: string | null;
  readonly actFrom: LocalDate;
  readonly actTo: LocalDate | null;
  readonly relatedToDuty: boolean;
  readonly degradation: boolean;
  readonly countedYear: number | null;
}

/**
 * Decisions on the people of a round that were made by the end of its year, or later on an act that ended in it, and not annulled;
 * earliest first.
 */
export function disciplinesOfRound(
  tx: Transaction,
  roundId: string,
  employeeIds: readonly string[] | null,
): Promise<DecisionOnAct[]> {
  return tx.$queryRaw`
    select dd.employee_id as "employeeId", dd.id as "decisionId", dd.decision_number as "decisionNumber",
      coalesce(da.violation_id, dd.violation_id, dd.id) as "actId", v.id as "violationId", dd.form,
      dd.decided_on::text as "decidedOn", coalesce(v.act_from, dd.decided_on)::text as "actFrom", v.act_to::text as "actTo",
      coalesce(v.related_to_duty, dd.related_to_duty) as "relatedToDuty",
      coalesce(v.degradation, dd.degradation) as degradation, v.counted_year::int as "countedYear",
      case when dd.violation_id is not null and v.id is null then 'ELSEWHERE' else (select a.id::text
        from congvu.unit a, congvu.unit u where u.id = coalesce(v.unit_id, dd.unit_id) and u.path <@ a.path
        and a.kind in ('USING_AGENCY', 'MANAGING_AGENCY') order by nlevel(a.path) desc limit 1) end as "agencyId",
      case when served.unit_id is not null then (select a.id::text from congvu.unit a, congvu.unit u where u.id = served.unit_id
          and u.path <@ a.path and a.kind in ('USING_AGENCY', 'MANAGING_AGENCY') order by nlevel(a.path) desc limit 1)
        when exists (select 1 from congvu.assignment s where s.employee_id = dd.employee_id and s.valid_to < dd.decided_on)
          then 'ELSEWHERE' end as "servedAt"
    from congvu.classification c
    join congvu.discipline_decision dd on dd.employee_id = c.employee_id and dd.annulled_on is null
    left join congvu.discipline_act da on da.decision_id = dd.id
    left join congvu.violation v on v.id = coalesce(da.violation_id, dd.violation_id)
    left join lateral (select s.unit_id from congvu.assignment s where s.employee_id = dd.employee_id
      and s.valid_from <= dd.decided_on and coalesce(s.valid_to >= dd.decided_on, true) order by s.valid_from desc limit 1) served
      on true
    where (extract(year from dd.decided_on) <= c.year or extract(year from coalesce(v.act_to, v.act_from)) = c.year)
      and c.round_id = ${roundId}::uuid and c.current
      and (${employeeIds}::uuid[] is null or c.employee_id = any(${employeeIds}::uuid[]))
    order by dd.decided_on, dd.id`;
}

/** People of a round with an open act that is not sealed; what is sealed stands in no row that others read. */
export async function pendingOfRound(tx: Transaction, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ employeeId: string }[]>`
    select distinct v.employee_id as "employeeId" from congvu.violation v
    join congvu.classification c on c.employee_id = v.employee_id and c.round_id = ${roundId}::uuid and c.current
    where v.state = 'OPEN' and not v.sealed`;
  return new Set(rows.map((row) => row.employeeId));
}

/** An act of corruption or waste in the unit somebody leads, decided in the year. */
export interface CorruptionInUnit {
  readonly employeeId: string;
  readonly violationId: string;
  readonly decisionNumber: string;
}

/**
 * Leaders of a round whose directly led unit was handled for corruption or waste in the year (art. 20(4)(d)): a head’s own unit, a
 * deputy’s field on the day of the act, his unit where he has none. The first decision of each.
 */
export async function corruptionOfRound(
  tx: Transaction,
  roundId: string,
): Promise<ReadonlyMap<string, CorruptionInUnit>> {
  const rows = await tx.$queryRaw<CorruptionInUnit[]>`
    with field as (
      select c.employee_id, ch.unit_id, ch.employee_id as person_id, ch.valid_from, ch.valid_to
      from congvu.classification c
      join congvu.assignment a on a.employee_id = c.employee_id and a.unit_id = c.unit_id and a.post = 'DEPUTY'
      join congvu.charge ch on ch.assignment_id = a.id
      where c.round_id = ${roundId}::uuid and c.current and c.post = 'DEPUTY')
    select distinct on (c.employee_id) c.employee_id as "employeeId", v.id as "violationId",
      dd.decision_number as "decisionNumber"
    from congvu.classification c
    join congvu.violation v on v.corruption and v.state = 'DECIDED' and case
      when exists (select 1 from field f where f.employee_id = c.employee_id
        and f.valid_from <= v.act_from and coalesce(f.valid_to >= v.act_from, true))
      then exists (select 1 from field f where f.employee_id = c.employee_id
        and f.valid_from <= v.act_from and coalesce(f.valid_to >= v.act_from, true)
        and (f.unit_id = v.unit_id or f.person_id = v.employee_id))
      else v.unit_id = c.unit_id end
    join congvu.discipline_act da on da.violation_id = v.id
    join congvu.discipline_decision dd on dd.id = da.decision_id and dd.annulled_on is null
      and extract(year from dd.decided_on) = c.year
    where c.round_id = ${roundId}::uuid and c.current and c.post <> 'STAFF'
    order by c.employee_id, dd.decided_on, dd.id`;
  return new Map(rows.map((row) => [row.employeeId, row]));
}

/** A proposal as the columns keep it. */
export interface ProposalRow {
  readonly id: string;
  readonly mean_numerator: string | null;
  readonly mean_denominator: string | null;
  readonly mean_display: string | null;
  readonly score_level: Level | null;
  readonly proposed_level: Level | null;
  readonly proposal: string;
  readonly flags: readonly string[];
  readonly trace: unknown;
}

/** Keeps proposals of whom nobody has decided; answers those that changed. */
export function keepProposals(
  tx: Transaction,
  rows: readonly ProposalRow[],
): Promise<{ readonly id: string; readonly employeeId: string }[]> {
  return tx.$queryRaw`
    update congvu.classification c set mean_numerator = d.mean_numerator, mean_denominator = d.mean_denominator,
      mean_display = d.mean_display, score_level = d.score_level, proposed_level = d.proposed_level, proposal = d.proposal,
      flags = d.flags, trace = d.trace, row_revision = c.row_revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, mean_numerator numeric, mean_denominator numeric,
      mean_display text, score_level congvu.level, proposed_level congvu.level, proposal congvu.proposal_outcome, flags text[],
      trace jsonb)
    where c.id = d.id and c.decided_at is null
      and (c.proposed_level, c.proposal, c.flags, c.trace) is distinct from (d.proposed_level, d.proposal, d.flags, d.trace)
    returning c.id, c.employee_id as "employeeId"`;
}
