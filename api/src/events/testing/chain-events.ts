import { appendAudits } from '@congvu/prisma/audit';
import type { ApiOffice } from '../../testing/api-office.ts';

/** What a sheet, year or petition is known by. */
export interface Subject {
  readonly entity: 'PeriodSheet' | 'Classification' | 'Petition';
  readonly id: string;
  readonly employeeId: string;
}

/** Chains entries as their mutations do, as an account of the office: for many events without as many acts. */
export async function chainEvents(
  office: ApiOffice,
  userName: string,
  action: string,
  subjects: readonly Subject[],
  payload: object = { period: '2026-10', state: 'CONFIRMED' },
): Promise<void> {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    'select id from congvu.user_account where user_name = $1',
    [userName],
  );
  const userId = rows[0]?.id ?? '';
  const actor = { userId, tokenScopes: null, purpose: 'EVALUATE', requestId: 'chain-events' };
  await office.database.runAs(actor, () =>
    office.database.withActor((tx) =>
      appendAudits(
        tx,
        subjects.map(({ entity, id, employeeId }) => ({
          action,
          entity,
          entityId: id,
          employeeId,
          payload,
          idempotencyKey: null,
        })),
      ),
    ),
  );
}

/** The sheets of a month in a unit and below, by staff code. */
export async function sheetsOf(office: ApiOffice, unit: string, period = '2026-10'): Promise<readonly Subject[]> {
  const { rows } = await office.ownerPool.query<{ id: string; employee_id: string }>(
    `select s.id, s.employee_id from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
       join congvu.employee e on e.id = s.employee_id
     where (u.code = $1 or u.code like $1 || '.%') and s.period = $2 order by e.code`,
    [unit, period],
  );
  return rows.map((row) => ({ entity: 'PeriodSheet', id: row.id, employeeId: row.employee_id }));
}

/** The opened year of an account’s person. */
export async function yearOf(office: ApiOffice, userName: string): Promise<Subject> {
  const { rows } = await office.ownerPool.query<{ id: string; employee_id: string }>(
    `select c.id, c.employee_id from congvu.classification c
     join congvu.user_account a on a.employee_id = c.employee_id where a.user_name = $1`,
    [userName],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The year of ${userName} is not opened.`);
  return { entity: 'Classification', id: row.id, employeeId: row.employee_id };
}
