import type { Transaction } from '@congvu/prisma/database';
import type { OpenedRow } from './opened-row.ts';

/** Columns that opening fills, in the types PostgreSQL reads them from JSON. */
const OPENED = `d(employee_id uuid, unit_id uuid, authority_id uuid, post congvu.post, group_code text,
  subject_type congvu.subject_type, rule_set text, rule_set_version smallint, months jsonb, worked_months smallint,
  leave congvu.leave_kind, mean_numerator numeric, mean_denominator numeric, mean_display text, result_numerator numeric,
  result_denominator numeric, quality_numerator numeric, quality_denominator numeric, delays int)`;

const COLUMNS = `unit_id, authority_id, post, group_code, subject_type, rule_set, rule_set_version, months, worked_months, leave,
  mean_numerator, mean_denominator, mean_display, result_numerator, result_denominator, quality_numerator,
  quality_denominator, delays`;

interface Touched {
  readonly id: string;
  readonly employeeId: string;
}

/** Adds whom the round does not have yet. Somebody whose year another round holds is left alone, and not answered. */
export function addPeople(
  tx: Transaction,
  round: { readonly id: string; readonly agencyId: string; readonly year: number },
  rows: readonly OpenedRow[],
): Promise<Touched[]> {
  // Our own text and no value of a request: the rows travel as one parameter.
  return tx.$queryRawUnsafe(
    `insert into congvu.classification (round_id, agency_id, year, employee_id, ${COLUMNS})
     select $1::uuid, $2::uuid, $3::int, d.employee_id, ${prefixed(COLUMNS)} from jsonb_to_recordset($4::jsonb) as ${OPENED}
     where not exists (select from congvu.classification c where c.employee_id = d.employee_id and c.year = $3::int and c.current)
     on conflict do nothing returning id, employee_id as "employeeId"`,
    round.id,
    round.agencyId,
    round.year,
    JSON.stringify(rows),
  );
}

/** Takes up what changed for whom nobody has decided yet. Rows that would stay as they are are not touched. */
export function refreshPeople(
  tx: Transaction,
  round: { readonly id: string },
  rows: readonly OpenedRow[],
): Promise<Touched[]> {
  return tx.$queryRawUnsafe(
    `update congvu.classification c set (${COLUMNS}) = (select ${prefixed(COLUMNS)}), row_revision = c.row_revision + 1
     from jsonb_to_recordset($2::jsonb) as ${OPENED}
     where c.round_id = $1::uuid and c.current and c.decided_at is null and c.employee_id = d.employee_id
       and (${of('c')}) is distinct from (${prefixed(COLUMNS)})
     returning c.id, c.employee_id as "employeeId"`,
    round.id,
    JSON.stringify(rows),
  );
}

function prefixed(columns: string): string {
  return of('d', columns);
}

function of(alias: string, columns = COLUMNS): string {
  return columns.replaceAll(/\w+/g, `${alias}.$&`);
}
