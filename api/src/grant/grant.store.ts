import type { Transaction } from '@congvu/prisma/database';
import type { Role } from '@congvu/schema/permission';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { batchById, listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isWritten } from '../sql/without-tones.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** A role given to a person over a unit and all below it. What a post brings by itself is no grant. */
export interface GrantRow {
  readonly id: string;
  readonly userId: string;
  readonly holder: string;
  readonly userName: string;
  /** Null for an account of nobody in service. */
  readonly employeeId: string | null;
  readonly role: Role;
  readonly unitId: string;
  readonly from: LocalDate;
  /** Last day, inclusive; null without end. */
  readonly to: LocalDate | null;
  readonly document: string;
  readonly givenBy: string | null;
  readonly revokedAt: Date | null;
  readonly endedReason: string | null;
  readonly reviewDueOn: LocalDate | null;
  readonly reviewedOn: LocalDate | null;
  readonly reviewedBy: string | null;
  readonly reviewNote: string | null;
}

const COLUMNS = raw(`g.id, g.user_id as "userId", a.display_name as holder, a.user_name as "userName",
  a.employee_id as "employeeId", g.role, g.unit_id as "unitId", g.valid_from::text as "from", g.valid_to::text as "to",
  g.document, g.given_by_name as "givenBy", g.revoked_at as "revokedAt", g.ended_reason as "endedReason",
  g.review_due_on::text as "reviewDueOn", g.reviewed_on::text as "reviewedOn", g.reviewed_by_name as "reviewedBy",
  g.review_note as "reviewNote"`);

// Who may not see the account of a grant does not see the grant: it says nothing without its holder.
const FROM = raw(`congvu.role_grant g join congvu.user_account a on a.id = g.user_id`);
const IS_GRANT = raw(`g.kind = 'GRANT'`);

export const grantById = batchById<GrantRow>('grantById', COLUMNS, FROM, 'g.id');

/** Which grants; conditions left out do not narrow. */
export interface GrantFilter {
  readonly unit?: string | null | undefined;
  readonly role?: readonly Role[] | null | undefined;
  readonly employeeId?: string | null;
  readonly search?: string | null | undefined;
  readonly activeOn?: LocalDate | null;
  readonly endingBefore?: LocalDate | null;
  readonly reviewDueBefore?: LocalDate | null;
}

/** Whether a grant holds on a day: one revoked on it does not. */
export function isHeldOn(day: LocalDate): Sql {
  return sql`g.valid_from <= ${day}::date and coalesce(g.valid_to, 'infinity') >= ${day}::date
    and (g.revoked_at is null or (g.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date > ${day}::date)`;
}

/** Grants one may see, by the day by which they are to be reviewed. */
export function listGrants(context: Context, filter: GrantFilter, args: PageArguments): Promise<Page<GrantRow>> {
  const conditions: Sql[] = [IS_GRANT];
  const { unit, role, employeeId, search, activeOn, endingBefore, reviewDueBefore } = filter;
  if (unit) conditions.push(isInUnitUnder('g.unit_id', unit));
  if (role) conditions.push(sql`g.role = any(${role}::congvu.role[])`);
  if (employeeId) conditions.push(sql`a.employee_id = ${employeeId}::uuid`);
  if (search) conditions.push(isWritten('a.display_name', search));
  if (activeOn) conditions.push(isHeldOn(activeOn));
  if (endingBefore) conditions.push(sql`g.valid_to < ${endingBefore}::date`);
  if (reviewDueBefore) conditions.push(sql`g.review_due_on < ${reviewDueBefore}::date`);
  return listPage<GrantRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: FROM,
      conditions,
      order: [
        { expression: `coalesce(g.review_due_on, 'infinity')`, type: 'date' },
        { expression: 'g.created_at', type: 'timestamptz' },
        { expression: 'g.id', type: 'uuid' },
      ],
    },
    args,
  );
}

/** The account of a person whose grants one gives; null where there is none or one may not. */
export async function findAccountOf(context: Context, employeeId: string): Promise<string | null> {
  const [row] = await query<{ readonly id: string }>(
    context,
    sql`select a.id from congvu.user_account a where a.employee_id = ${employeeId}::uuid and a.active`,
  );
  return row?.id ?? null;
}

/** How a grant ends: at the end of a day, or at once where that day is over already. */
export interface GrantEnd {
  readonly id: string;
  readonly on: LocalDate;
  readonly reason: string;
}

/**
 * Ends grants that still hold; answers which were. One whose last day would lie before its first is revoked, as is one whose day is
 * over: a revoked grant does not hold on the day of it.
 */
export async function endGrants(
  tx: Transaction,
  ends: readonly GrantEnd[],
  now: { readonly today: LocalDate; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`
    update congvu.role_grant g set ended_reason = e.reason,
      valid_to = case when e.on_date < ${now.today}::date or e.on_date < g.valid_from then g.valid_to else e.on_date end,
      revoked_at = case when e.on_date < ${now.today}::date or e.on_date < g.valid_from then ${now.now}::timestamptz end
    from unnest(${ends.map(({ id }) => id)}::uuid[], ${ends.map(({ on }) => on)}::date[],
      ${ends.map(({ reason }) => reason)}::text[]) as e (id, on_date, reason)
    where g.id = e.id and g.kind = 'GRANT' and g.revoked_at is null
      and coalesce(g.valid_to, 'infinity') >= ${now.today}::date and coalesce(g.valid_to > e.on_date, true)
    returning g.id::text`;
  return new Set(rows.map(({ id }) => id));
}

/** Notes that grants were looked at, in the actor's own name, and when they are to be again. */
export async function keepGrants(
  tx: Transaction,
  kept: readonly { readonly id: string; readonly note: string | null }[],
  review: { readonly on: LocalDate; readonly next: LocalDate; readonly byId: string; readonly byName: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`
    update congvu.role_grant g set reviewed_on = ${review.on}::date, reviewed_by_id = ${review.byId}::uuid,
      reviewed_by_name = ${review.byName}, review_note = k.note, review_due_on = ${review.next}::date
    from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ note }) => note)}::text[]) as k (id, note)
    where g.id = k.id and g.kind = 'GRANT' and g.revoked_at is null
      and coalesce(g.valid_to, 'infinity') >= ${review.on}::date
    returning g.id::text`;
  return new Set(rows.map(({ id }) => id));
}
