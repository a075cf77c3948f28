import type { Transaction } from '@congvu/prisma/database';
import type { InitiativeKind } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A person named as an author, with the unit he serves in today. */
export interface Author {
  readonly id: string;
  readonly code: string;
  readonly unitId: string | null;
}

/** People by their codes, as far as they may be seen. */
export async function findAuthors(context: Context, codes: readonly string[]): Promise<ReadonlyMap<string, Author>> {
  const rows = await query<Author>(
    context,
    sql`select e.id, e.code, (select a.unit_id from congvu.assignment a where a.employee_id = e.id
        and a.valid_from <= ${context.today}::date and coalesce(a.valid_to >= ${context.today}::date, true)
        limit 1) as "unitId"
      from congvu.employee e where e.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Whether a finding that may be seen is a good practice. */
export async function isGoodPractice(context: Context, findingId: string): Promise<boolean> {
  const rows = await query(context, sql`select 1 from congvu.finding f where f.id = ${findingId}::uuid and f.positive`);
  return rows.length > 0;
}

export interface NewInitiative {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly summary: string | null;
  readonly unitId: string;
  readonly year: number;
  readonly kind: InitiativeKind;
  readonly findingId: string | null;
  readonly protectedDocument: string | null;
  readonly recordedById: string;
  readonly recordedByName: string;
}

/**
 * Inserts a proposed initiative; false where its number is in use, also by one that may not be seen. Nothing is read back: who
 * proposes his own sees it only once he stands among its authors.
 */
export async function insertInitiative(tx: Transaction, row: NewInitiative): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    insert into congvu.initiative (id, code, title, summary, unit_id, year, kind, finding_id, protected_document,
      recorded_by_id, recorded_by_name)
    values (${row.id}::uuid, ${row.code}, ${row.title}, ${row.summary}, ${row.unitId}::uuid, ${row.year},
      ${row.kind}::congvu.initiative_kind, ${row.findingId}::uuid, ${row.protectedDocument}, ${row.recordedById}::uuid,
      ${row.recordedByName})
    on conflict (code) do nothing`;
  return inserted === 1;
}
