import { randomUUID } from 'node:crypto';
import { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { Level, ScoringRole, SheetState, SubjectType } from '@congvu/schema/evaluation';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import type { CompactExplanation } from '@congvu/schema/scoring';
import type { ScoredTask } from '../score/rescore.ts';

/** A sheet is one person's in one unit and period: who changes unit inside a month has two. */
export interface SheetKey {
  readonly employeeId: string;
  readonly unitId: string;
  readonly period: string;
}

/** What a sheet is scored from. Where the period has none yet, what the person's assignment says of it. */
export interface SheetToScore extends SheetKey {
  readonly id: string;
  readonly isNew: boolean;
  readonly role: ScoringRole;
  /** The sheet's, or the code the person's assignment names. */
  readonly ruleSet: string;
  /** Null where the sheet is new. */
  readonly ruleSetVersion: number | null;
  readonly subjectType: SubjectType | null;
  /**
   * Of the office's own rule sets the one the sheet stands under; for a new sheet those that may govern it on the
   * period's first day, nearest unit first. `body` null where it was read before.
   */
  readonly published: readonly { readonly id: string; readonly agency: string | null; readonly body: unknown }[];
  readonly state: SheetState;
  /** Decimal texts. */
  readonly selfGeneral: string | null;
  readonly general: string | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
  /** In the order in which the explanation counts them. */
  readonly tasks: readonly ScoredTask[];
  /** Confirmed sheets below 50 of people whom a leader manages; empty for others. */
  readonly failedSheetIds: readonly string[];
}

/** A sheet as it is stored. */
export interface ScoredSheet extends SheetKey {
  readonly id: string;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: SheetState;
  readonly scoreState: 'SCORED' | 'INSUFFICIENT_DATA';
  readonly provisional: boolean;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly quantityNumerator: string | null;
  readonly quantityDenominator: string | null;
  readonly progressNumerator: string | null;
  readonly progressDenominator: string | null;
  readonly level: Level | null;
  readonly display: string | null;
  readonly explanation: CompactExplanation | null;
  readonly unitResult: number | null;
  /** What made it 50. */
  readonly unitResultSheetIds: readonly string[];
  readonly delays: number;
  readonly taskIds: readonly string[];
}

/**
 * Confirmed sheets below 50 of those whom a leader manages: a head in the whole unit, a deputy in his field, without
 * leaders of the same unit; a deputy without a field in the whole unit. In scope: `k` (employee_id, unit_id, period,
 * first_day, last_day) and `a`, his assignment. Source: Nghị định 335/2025/NĐ-CP art. 15(3)(a), (4).
 */
export const FAILED_SHEETS = `select array_agg(sub.id order by sub.id) as failed
  from congvu.period_sheet sub join congvu.unit u on u.id = sub.unit_id
  where sub.period = k.period and sub.employee_id <> k.employee_id
    and sub.level = 'NOT_COMPLETED' and not sub.provisional
    and u.path <@ (select own.path from congvu.unit own where own.id = k.unit_id)
    and (a.post is distinct from 'DEPUTY'
      or exists (select 1 from congvu.charge c left join congvu.unit field on field.id = c.unit_id
        where c.assignment_id = a.id and c.valid_from <= k.last_day and coalesce(c.valid_to >= k.first_day, true)
          and (c.employee_id = sub.employee_id or u.path <@ field.path))
      or (not exists (select 1 from congvu.charge c where c.assignment_id = a.id
            and c.valid_from <= k.last_day and coalesce(c.valid_to >= k.first_day, true))
          and not exists (select 1 from congvu.assignment peer
            where peer.employee_id = sub.employee_id and peer.unit_id = k.unit_id and peer.post <> 'STAFF'
              and peer.valid_from <= k.last_day and coalesce(peer.valid_to >= k.first_day, true))))`;

/** The assignment by which somebody worked in the unit `k` within its period: the last one. */
export const ASSIGNMENT_OF_SHEET = `select a.id, a.role, a.rule_set, a.post, a.subject_type from congvu.assignment a
  where a.employee_id = k.employee_id and a.unit_id = k.unit_id
    and a.valid_from <= k.last_day and coalesce(a.valid_to >= k.first_day, true)
  order by a.valid_from desc limit 1`;

/** Locks sheets until the transaction ends, in one order, so that two calls never wait for each other. */
export async function lockSheets(tx: Transaction, keys: readonly SheetKey[]): Promise<void> {
  const names = [...new Set(keys.map(({ employeeId, period }) => `sheet ${employeeId} ${period}`))];
  await tx.$executeRaw`select pg_advisory_xact_lock(lock) from (
    select hashtextextended(name, 0) as lock from unnest(${names}::text[]) name order by 1) locks`;
}

/** Sheets with all they are scored from, in the keys' order. Throws where one is to be made without an assignment. */
export async function findSheetsToScore(
  tx: Transaction,
  keys: readonly SheetKey[],
  knownRuleSetIds: readonly string[],
): Promise<readonly SheetToScore[]> {
  const periods = keys.map(({ period }) => period as Period);
  const rows = await tx.$queryRaw<readonly (Omit<SheetToScore, 'isNew' | 'id'> & { readonly id: string | null })[]>`
    select s.id, k.employee_id as "employeeId", k.unit_id as "unitId", k.period,
      coalesce(s.role, a.role)::text as role, coalesce(s.rule_set, a.rule_set) as "ruleSet",
      s.rule_set_version::int as "ruleSetVersion", a.subject_type::text as "subjectType",
      coalesce(own.published, '[]') as published, coalesce(s.state, 'ASSIGNED')::text as state,
      s.self_general::text as "selfGeneral", s.general::text as general,
      s.organising::int as organising, s.cohesion::int as cohesion,
      coalesce(work.tasks, '[]') as tasks, coalesce(below.failed, '{}')::text[] as "failedSheetIds"
    from unnest(${keys.map((key) => key.employeeId)}::uuid[], ${keys.map((key) => key.unitId)}::uuid[],
      ${periods}::text[], ${periods.map(firstDay)}::date[], ${periods.map(lastDay)}::date[])
      with ordinality as k (employee_id, unit_id, period, first_day, last_day, place)
    left join congvu.period_sheet s
      on s.employee_id = k.employee_id and s.period = k.period and s.unit_id = k.unit_id
    left join lateral (${Prisma.raw(ASSIGNMENT_OF_SHEET)}) a on true
    left join lateral (
      select json_agg(json_build_object('id', t.id, 'unitsNumerator', t.units_numerator::text,
        'unitsDenominator', t.units_denominator::text, 'origin', t.origin, 'outcome', t.outcome,
        'errors', t.errors, 'delays', t.delays) order by t.assigned_at, t.id) as tasks
      from congvu.task t
      where t.employee_id = k.employee_id and t.period = k.period and t.unit_id = k.unit_id
        -- What was taken over and handed back is nobody's failure.
        and not (t.origin = 'TAKEN_OVER' and t.outcome = 'HANDED_OVER' and not exists (
          select 1 from congvu.task further where further.taken_over_from_id = t.id))) work on true
    left join lateral (
      select json_agg(json_build_object('id', r.id, 'agency', r.agency_id,
          'body', case when r.id = any(${knownRuleSetIds}::uuid[]) then null else r.body end)
        order by agency.level desc nulls last) as published
      from congvu.stored_rule_set r left join congvu.unit agency on agency.id = r.agency_id
      where case when s.id is not null then r.code = s.rule_set and r.version = s.rule_set_version
        else r.subject_type = a.subject_type::text and r.effective_from <= k.first_day
          and coalesce(r.effective_to >= k.first_day, true)
          and (r.agency_id is null or (select own.path from congvu.unit own where own.id = k.unit_id) <@ agency.path)
        end) own on true
    left join lateral (${Prisma.raw(FAILED_SHEETS)}) below on coalesce(s.role, a.role) = 'LEADER'
    order by k.place`;
  return rows.map((row) => {
    if (row.role === null) throw new Error('A sheet is opened for a person with an assignment.');
    return { ...row, id: row.id ?? randomUUID(), isNew: row.id === null };
  });
}

/** Stores sheets that the period had not; by person, since each person's row is held meanwhile and two calls must not meet crosswise. */
export async function insertSheets(tx: Transaction, sheets: readonly ScoredSheet[], at: Date): Promise<void> {
  if (sheets.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.period_sheet (id, employee_id, unit_id, period, role, rule_set, rule_set_version, state,
      score_state, provisional, total_numerator, total_denominator, result_numerator, result_denominator,
      quality_numerator, quality_denominator, quantity_numerator, quantity_denominator, progress_numerator,
      progress_denominator, level, display, explanation, unit_result, unit_result_sheet_ids, delays, task_ids, updated_at)
    select r.id, r."employeeId", r."unitId", r.period, r.role, r."ruleSet", r."ruleSetVersion", r.state,
      r."scoreState", r.provisional, r."totalNumerator", r."totalDenominator", r."resultNumerator",
      r."resultDenominator", r."qualityNumerator", r."qualityDenominator", r."quantityNumerator", r."quantityDenominator",
      r."progressNumerator", r."progressDenominator", r.level, r.display, r.explanation, r."unitResult", r."unitResultSheetIds", r.delays, r."taskIds", ${at}
    from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as r (id uuid, "employeeId" uuid, "unitId" uuid,
      period text, role congvu.scoring_role, "ruleSet" text, "ruleSetVersion" smallint, state congvu.sheet_state,
      "scoreState" congvu.score_state, provisional boolean, "totalNumerator" numeric, "totalDenominator" numeric,
      "resultNumerator" numeric, "resultDenominator" numeric, "qualityNumerator" numeric,
      "qualityDenominator" numeric, "quantityNumerator" numeric, "quantityDenominator" numeric,
      "progressNumerator" numeric, "progressDenominator" numeric, level congvu.level, display text, explanation jsonb, "unitResult" smallint,
      "unitResultSheetIds" uuid[], delays integer, "taskIds" uuid[]) order by r."employeeId", r.period`;
}

/** Stores the figures of sheets that exist; who, where and by which rule set stays as it is. */
export async function updateSheets(tx: Transaction, sheets: readonly ScoredSheet[], at: Date): Promise<void> {
  if (sheets.length === 0) return;
  const updated = await tx.$executeRaw`
    update congvu.period_sheet s set state = r.state, score_state = r."scoreState", provisional = r.provisional,
      total_numerator = r."totalNumerator", total_denominator = r."totalDenominator",
      result_numerator = r."resultNumerator", result_denominator = r."resultDenominator",
      quality_numerator = r."qualityNumerator", quality_denominator = r."qualityDenominator",
      quantity_numerator = r."quantityNumerator", quantity_denominator = r."quantityDenominator",
      progress_numerator = r."progressNumerator", progress_denominator = r."progressDenominator",
      level = r.level, display = r.display, explanation = r.explanation, unit_result = r."unitResult",
      unit_result_sheet_ids = r."unitResultSheetIds", delays = r.delays, task_ids = r."taskIds", updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as r (id uuid, state congvu.sheet_state,
      "scoreState" congvu.score_state, provisional boolean, "totalNumerator" numeric, "totalDenominator" numeric,
      "resultNumerator" numeric, "resultDenominator" numeric, "qualityNumerator" numeric,
      "qualityDenominator" numeric, "quantityNumerator" numeric, "quantityDenominator" numeric,
      "progressNumerator" numeric, "progressDenominator" numeric, level congvu.level, display text, explanation jsonb, "unitResult" smallint,
      "unitResultSheetIds" uuid[], delays integer, "taskIds" uuid[])
    where s.id = r.id`;
  // A policy that hides a row from an update does so silently; a figure that stayed behind would be wrong.
  if (updated !== sheets.length) throw Object.assign(new Error('A sheet may not be changed.'), { code: '42501' });
}
