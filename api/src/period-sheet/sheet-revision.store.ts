import type { Transaction } from '@congvu/prisma/database';
import type { CriterionPoints, Level, SheetState } from '@congvu/schema/evaluation';
import type { Actor } from '../context.ts';
import { toDecimal } from '../scalar/decimal.ts';

/** Points given on a sheet. */
export interface GivenPoints {
  readonly sheetId: string;
  readonly criteria: readonly CriterionPoints[];
}

/**
 * Keeps points in one of the two columns. The remark is the authority's, who confirms or changes (form 01). One statement; rows
 * that are there are changed and the others added, for `on conflict` would ask the policies and guards of both for each row.
 */
export async function keepCriteria(
  tx: Transaction,
  given: readonly GivenPoints[],
  column: 'selfPoints' | 'confirmedPoints',
): Promise<void> {
  const rows = given.flatMap(({ sheetId, criteria }) =>
    criteria.map(({ code, points, remark }, position) => ({
      sheetId,
      code,
      position,
      points: toDecimal(points),
      remark,
    })),
  );
  if (column === 'selfPoints') {
    await tx.$executeRaw`
      with given as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r ("sheetId" uuid, code text, position smallint, points numeric)),
      changed as (update congvu.sheet_criterion c set self_points = g.points from given g
        where c.sheet_id = g."sheetId" and c.code = g.code returning c.sheet_id, c.code)
      insert into congvu.sheet_criterion (sheet_id, code, position, self_points)
      select g."sheetId", g.code, g.position, g.points from given g
      where (g."sheetId", g.code) not in (select c.sheet_id, c.code from changed c)`;
    return;
  }
  await tx.$executeRaw`
    with given as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r ("sheetId" uuid, code text, position smallint, points numeric, remark text)),
    changed as (update congvu.sheet_criterion c set confirmed_points = g.points, remark = g.remark from given g
      where c.sheet_id = g."sheetId" and c.code = g.code returning c.sheet_id, c.code)
    insert into congvu.sheet_criterion (sheet_id, code, position, confirmed_points, remark)
    select g."sheetId", g.code, g.position, g.points, g.remark from given g
    where (g."sheetId", g.code) not in (select c.sheet_id, c.code from changed c)`;
}

/** What a sheet says at a revision, as the chain keeps it. */
export interface KeptRevision {
  readonly id: string;
  readonly employeeId: string;
  readonly period: string;
  readonly revision: number;
  readonly state: SheetState;
  /** Decimal texts. */
  readonly selfGeneral: string | null;
  readonly general: string | null;
  /** "numerator/denominator" */
  readonly total: string | null;
  readonly level: Level | null;
}

/** Keeps what sheets say now, with the reason of each; answers it. One statement. */
export async function keepRevisions(
  tx: Transaction,
  sheets: readonly { readonly sheetId: string; readonly reason: string | null }[],
  by: { readonly actor: Actor; readonly at: Date },
): Promise<readonly KeptRevision[]> {
  return tx.$queryRaw`
    with given as (
      select g."sheetId" as id, g.reason from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb)
        as g ("sheetId" uuid, reason text)
    ), kept as (
      insert into congvu.sheet_revision (sheet_id, revision, state, total_numerator, total_denominator, display, level,
        snapshot, changed_by_id, changed_by_name, changed_at, reason)
      select s.id, s.revision, s.state, s.total_numerator, s.total_denominator, s.display, s.level,
        jsonb_build_object('explanation', s.explanation, 'taskIds', to_jsonb(s.task_ids), 'criteria', (
          select coalesce(jsonb_agg(jsonb_build_object('code', c.code,
            'selfPoints', trim_scale(c.self_points)::text, 'confirmedPoints', trim_scale(c.confirmed_points)::text,
            'remark', c.remark) order by c.position), '[]')
          from congvu.sheet_criterion c where c.sheet_id = s.id)),
        ${by.actor.userId}::uuid, ${by.actor.displayName}, ${by.at}, given.reason
      from given join congvu.period_sheet s on s.id = given.id
    )
    select s.id, s.employee_id as "employeeId", s.period, s.revision, s.state::text as state,
      trim_scale(s.self_general)::text as "selfGeneral", trim_scale(s.general)::text as general,
      s.total_numerator || '/' || s.total_denominator as total, s.level::text as level
    from given join congvu.period_sheet s on s.id = given.id`;
}
