import type { StatementPool } from '@congvu/prisma/database';
import type { Level, ScoringRole, SheetState } from '@congvu/schema/evaluation';

/** One sheet of a month with all it is scored from, as the database has it now. */
export interface SheetWork {
  readonly sheetId: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly state: SheetState;
  readonly provisional: boolean;
  readonly revision: number;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  /** Decimal text; null while not confirmed. */
  readonly general: string | null;
  readonly unitResult: number | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
  /** The total the sheet says, "263/3" or "94/1"; null where it has none. */
  readonly total: string | null;
  readonly level: Level | null;
  /** Of the month's tasks in the order of the explanation, arrays as PostgreSQL writes them: see task-items.ts. */
  readonly numerators: string | null;
  readonly denominators: string | null;
  readonly marks: string | null;
  /** Whether they are the tasks the sheet was scored from. */
  readonly isSame: boolean | null;
  /** Planned tasks nobody finished. */
  readonly openTasks: readonly string[] | null;
  /** Whether a cause is claimed and not decided; looked for only while the sheet is not confirmed. */
  readonly hasClaims: boolean;
  /** The result kept for the person's month; null where there is none. */
  readonly resultRevision: number | null;
  readonly resultTotal: string | null;
}

/**
 * What a task counts, in one whole number: errors × 2^20 + delays × 16 + origin × 4 + outcome. One number for four columns
 * halves what is sent and read for a million tasks.
 */
const MARK = `t.errors::bigint * 1048576 + t.delays * 16
  + case t.origin when 'PLANNED' then 0 when 'UNPLANNED' then 4 else 8 end
  + case t.outcome when 'DONE' then 0 when 'OPEN' then 1 when 'NOT_DONE' then 2 else 3 end`;

/**
 * One row a sheet, its tasks gathered in arrays in the order of its explanation: the rows that cross are people, not tasks. Unconfirmed sheets are left
 * open, so their tasks are not read. What was taken over and handed back is nobody's (as in sheet-figures.store.ts).
 */
const READ = `
  select s.id as "sheetId", s.employee_id as "employeeId", s.unit_id as "unitId", s.state, s.provisional, s.revision, s.role,
    s.rule_set as "ruleSet", s.rule_set_version as "ruleSetVersion", s.general::text as general,
    s.unit_result as "unitResult", s.organising, s.cohesion,
    s.total_numerator::text || '/' || s.total_denominator::text as total, s.level,
    work.numerators::text as numerators, work.denominators::text as denominators, work.marks::text as marks,
    coalesce(work.ids, '{}') = s.task_ids as "isSame", work.open as "openTasks",
    r.revision as "resultRevision", r.total_numerator::text || '/' || r.total_denominator::text as "resultTotal"
  from congvu.period_sheet s
  left join lateral (
    select array_agg(t.units_numerator) as numerators, array_agg(t.units_denominator) as denominators,
      array_agg(t.mark) as marks, array_agg(t.id) as ids,
      array_agg(t.id) filter (where t.mark & 15 = 1) as open
    from (
      select t.id, t.units_numerator, t.units_denominator, ${MARK} as mark
      from congvu.task t
      where t.employee_id = s.employee_id and t.period = s.period and t.unit_id = s.unit_id
        and not (t.origin = 'TAKEN_OVER' and t.outcome = 'HANDED_OVER' and not exists (
          select 1 from congvu.task further where further.taken_over_from_id = t.id))
      order by array_position(s.task_ids, t.id)) t) work on not s.provisional
  left join lateral (
    select r.revision, r.total_numerator, r.total_denominator from congvu.period_result r
    where r.employee_id = s.employee_id and r.period = s.period order by r.revision desc limit 1) r on true
  where s.employee_id = any($1::uuid[]) and s.period = $2`;

/** Apart from READ: under the row policies of three tables its plan took as long as all the rest of it. */
const CLAIMS = `
  select distinct t.employee_id || ' ' || t.unit_id as key
  from congvu.task t join congvu.task_event e on e.task_id = t.id join congvu.objective_cause c on c.event_id = e.id
  where t.employee_id = any($1::uuid[]) and t.period = $2 and c.state = 'CLAIMED' and e.undone_at is null`;

/** The sheets of some people's month, as far as the actor may see them. */
export async function readMonthWork(
  pool: Pick<StatementPool, 'query'>,
  employeeIds: readonly string[],
  period: string,
): Promise<readonly SheetWork[]> {
  const { rows } = await pool.query<Omit<SheetWork, 'hasClaims'> & object>(READ, [employeeIds, period]);
  const waiting = rows.filter(({ provisional }) => provisional).map(({ employeeId }) => employeeId);
  const claims = new Set<string>();
  if (waiting.length > 0) {
    const claimed = await pool.query<{ readonly key: string }>(CLAIMS, [waiting, period]);
    for (const { key } of claimed.rows) claims.add(key);
  }
  return rows.map((row) => ({ ...row, hasClaims: claims.has(`${row.employeeId} ${row.unitId}`) }));
}
