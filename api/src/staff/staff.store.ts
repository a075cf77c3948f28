import type { Transaction } from '@congvu/prisma/database';
import type { Post, ScoringRole, SubjectType } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** An assignment as personnel changes it. */
export interface StaffAssignment {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly post: Post;
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly validFrom: string;
  /** Last day, inclusive; null while it lasts. */
  readonly validTo: string | null;
}

/** A new assignment. */
export interface NewAssignment {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly post: Post;
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** One change of a person's or unit's assignments at a time. */
export async function lockStaff(tx: Transaction, names: readonly string[]): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(lock) from (
    select hashtextextended('staff ' || name, 0) as lock from unnest(${names}::text[]) name order by 1) locks`;
}

/** Assignments in a unit itself that last on or after a day, oldest first. */
export function findAssignmentsFrom(tx: Transaction, unitId: string, day: string): Promise<readonly StaffAssignment[]> {
  return tx.$queryRaw`
    select a.id, a.employee_id as "employeeId", e.code as "employeeCode", a.unit_id as "unitId",
      u.path_text as "unitPath", a.post::text as post, a.title, a.group_code as "groupCode",
      a.subject_type::text as "subjectType", a.valid_from::text as "validFrom", a.valid_to::text as "validTo"
    from congvu.assignment a join congvu.unit u on u.id = a.unit_id join congvu.employee e on e.id = a.employee_id
    where a.unit_id = ${unitId}::uuid and coalesce(a.valid_to >= ${day}::date, true)
    order by a.valid_from, a.id`;
}

/** An assignment that ends. */
export interface EndedAssignment {
  readonly id: string;
  /** Last day, inclusive. */
  readonly validTo: string;
}

/** Ends assignments; a person's earlier one always, whether or not it would have ended. */
export async function endAssignments(tx: Transaction, rows: readonly EndedAssignment[]): Promise<void> {
  if (rows.length === 0) return;
  const ended = await tx.$executeRaw`
    update congvu.assignment a set valid_to = r."validTo"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "validTo" date) where a.id = r.id`;
  // A policy hides what one may not end.
  if (ended !== rows.length) throw Object.assign(new Error('An assignment may not be ended.'), { code: '42501' });
}

export async function insertAssignments(tx: Transaction, rows: readonly NewAssignment[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set,
      valid_from, valid_to)
    select r.id, r."employeeId", r."unitId", r.post, r.title, r."groupCode", r."subjectType", r.role, r."ruleSet",
      r."validFrom", r."validTo"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "employeeId" uuid, "unitId" uuid,
      post congvu.post, title text, "groupCode" text, "subjectType" congvu.subject_type, role congvu.scoring_role,
      "ruleSet" text, "validFrom" date, "validTo" date)`;
}

/** The first closed period of these units from one on; null where all of them are open. */
export async function findClosedPeriod(
  tx: Transaction,
  unitIds: readonly string[],
  period: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ period: string }[]>`
    select p.period from congvu.period_plan p
    where p.unit_id = any(${unitIds}::uuid[]) and p.period >= ${period} and p.closed_at is not null
    order by p.period limit 1`;
  return row?.period ?? null;
}

/** Which of these groups of similar work may be compared with in a unit: those of it or of a unit above it. */
export async function findGroupsFor(
  context: Context,
  codes: readonly string[],
  unitPath: string,
): Promise<ReadonlySet<string>> {
  const rows = await query<{ readonly code: string }>(
    context,
    sql`select g.code from congvu.work_group g join congvu.unit u on u.id = g.unit_id
      where g.code = any(${codes}::text[]) and (${unitPath}::text = u.path_text or ${unitPath}::text like u.path_text || '.%')`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** Units directly below one that are open on a day. */
export async function countOpenUnitsBelow(context: Context, unitId: string, day: string): Promise<number> {
  const [row] = await query<{ readonly open: number }>(
    context,
    sql`select count(*)::int as open from congvu.unit u
      where u.parent_id = ${unitId}::uuid and coalesce(u.valid_to >= ${day}::date, true)`,
  );
  return row?.open ?? 0;
}
