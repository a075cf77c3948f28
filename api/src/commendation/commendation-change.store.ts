import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A commendation to be kept. */
export interface NewCommendation {
  readonly employeeId: string | null;
  readonly unitId: string;
  readonly form: string;
  readonly title: string;
  readonly kind: string;
  readonly titleCode: string | null;
  readonly year: number | null;
  readonly achievedFrom: string | null;
  readonly achievedTo: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
  readonly reason: string | null;
  readonly roundId: string | null;
  readonly recommendationId: string | null;
  readonly bonusMultiple: string | null;
  /** đồng. */
  readonly bonusAmount: string | null;
  readonly recordedById: string;
  readonly recordedByName: string;
  readonly initiatives: readonly string[];
}

/** Keeps commendations by one statement and their initiatives by another; answers their ids in the order given. */
export async function insertCommendations(
  tx: Transaction,
  commendations: readonly NewCommendation[],
): Promise<readonly string[]> {
  const rows = commendations.map((commendation) => ({ id: randomUUID(), ...commendation }));
  await tx.$executeRaw`
    insert into congvu.commendation (id, employee_id, unit_id, form, title, kind, title_code, year, achieved_from, achieved_to,
      decision_number, decided_on, issuer, reason, round_id, recommendation_id, bonus_multiple, bonus_amount, recorded_by_id,
      recorded_by_name)
    select r.id, r."employeeId", r."unitId", r.form, r.title, r.kind, r."titleCode", r.year, r."achievedFrom", r."achievedTo",
      r."decisionNumber", r."decidedOn", r.issuer, r.reason, r."roundId", r."recommendationId", r."bonusMultiple",
      r."bonusAmount", r."recordedById", r."recordedByName"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "employeeId" uuid, "unitId" uuid, form text, title text,
      kind text, "titleCode" text, year smallint, "achievedFrom" date, "achievedTo" date, "decisionNumber" text,
      "decidedOn" date, issuer text, reason text, "roundId" uuid, "recommendationId" uuid, "bonusMultiple" numeric,
      "bonusAmount" bigint, "recordedById" uuid, "recordedByName" text)`;
  const links = rows.flatMap(({ id, initiatives }) =>
    initiatives.map((initiativeId) => ({ commendationId: id, initiativeId })),
  );
  if (links.length > 0) await tx.commendationInitiative.createMany({ data: links });
  return rows.map(({ id }) => id);
}

/** A person or unit named by a decision. */
export interface Named {
  readonly id: string;
  readonly code: string;
  readonly path: string;
}

/** People by their codes with the unit they serve in today, as far as they may be seen. */
export async function findPeople(context: Context, codes: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await query<Named>(
    context,
    sql`select e.id, e.code, coalesce((select u.path_text from congvu.assignment a join congvu.unit u on u.id = a.unit_id
        where a.employee_id = e.id and a.valid_from <= ${context.today}::date
          and coalesce(a.valid_to >= ${context.today}::date, true) limit 1), '') as path
      from congvu.employee e where e.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Units by their codes. */
export async function findUnits(context: Context, codes: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await query<Named>(
    context,
    sql`select u.id, u.code, u.path_text as path from congvu.unit u where u.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** The agency that classified a person in a year; null where none did, or one may not see it. */
export async function findClassifyingAgency(
  context: Context,
  employeeId: string,
  year: number,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const [found] = await query<{ readonly id: string; readonly code: string }>(
    context,
    sql`select u.id, u.code from congvu.classification c join congvu.unit u on u.id = c.agency_id
      where c.employee_id = ${employeeId}::uuid and c.year = ${year} and c.current`,
  );
  return found ?? null;
}

/** Whether an agency's year is decided: its own result, and everybody's level or that there is none. */
export async function isYearDecided(context: Context, agencyId: string, year: number): Promise<boolean> {
  const [found] = await query<{ readonly decided: boolean }>(
    context,
    sql`select exists (select 1 from congvu.unit_result r
          where r.unit_id = ${agencyId}::uuid and r.year = ${year} and r.current and r.decided_at is not null)
        and exists (select 1 from congvu.classification c where c.agency_id = ${agencyId}::uuid and c.year = ${year} and c.current)
        and not exists (select 1 from congvu.classification c
          where c.agency_id = ${agencyId}::uuid and c.year = ${year} and c.current and c.decided_at is null
            and not c.not_classified) as decided`,
  );
  return found?.decided ?? false;
}

/** Whether a recommendation that may be seen asks to commend. */
export async function isToCommend(context: Context, id: string): Promise<boolean> {
  const rows = await query(
    context,
    sql`select 1 from congvu.recommendation r where r.id = ${id}::uuid and r.kind = 'COMMEND'`,
  );
  return rows.length > 0;
}
