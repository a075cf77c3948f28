import type { Level, ScoringRole } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

/** A part of a month that several sheets make (a transfer inside the month). */
export interface ResultSegment {
  readonly sheetId: string;
  readonly revision: number;
  readonly workingDays: number;
  readonly total: string | null;
}

/** The frozen figure of a person's closed month: what the year reads. */
export interface PeriodResultRow {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly period: string;
  readonly revision: number;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly scoreState: 'SCORED' | 'INSUFFICIENT_DATA';
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number;
  readonly level: Level | null;
  readonly display: string | null;
  readonly workedDays: number;
  readonly segments: readonly ResultSegment[] | null;
  readonly closedAt: Date;
}

export const PERIOD_RESULT_COLUMNS =
  raw(`r.id, r.employee_id as "employeeId", r.unit_id as "unitId", r.period, r.revision, r.role,
  r.rule_set as "ruleSet", r.rule_set_version as "ruleSetVersion", r.score_state as "scoreState",
  r.total_numerator::text as "totalNumerator", r.total_denominator::text as "totalDenominator",
  r.result_numerator::text as "resultNumerator", r.result_denominator::text as "resultDenominator",
  r.quality_numerator::text as "qualityNumerator", r.quality_denominator::text as "qualityDenominator", r.delays, r.level,
  r.display, r.worked_days as "workedDays", r.segments, r.closed_at as "closedAt"`);

const FROM = raw('congvu.period_result r');

export const periodResultById = batchById<PeriodResultRow>('periodResultById', PERIOD_RESULT_COLUMNS, FROM, 'r.id');

/** The revision that counts of each person's month. */
export function periodResultOf(period: string) {
  return defineBatch(`periodResultOf ${period}`, async (context: Context, employeeIds: readonly string[]) => {
    const rows = await query<PeriodResultRow>(
      context,
      sql`select distinct on (r.employee_id) ${PERIOD_RESULT_COLUMNS} from ${FROM}
        where r.employee_id = any(${employeeIds}::uuid[]) and r.period = ${period}
        order by r.employee_id, r.revision desc`,
    );
    return new Map(rows.map((row) => [row.employeeId, row]));
  });
}
