import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import type { EmployeeRow } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { assertVisible } from '../query-arguments.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/**
 * The recommendation an act is opened from: to consider disciplining this very person. Errors: NOT_FOUND, EMPLOYEE_UNKNOWN for
 * one about somebody else, INCONSISTENT for one of another kind.
 */
export async function findRecommended(context: Context, id: string, employee: EmployeeRow): Promise<string> {
  const [found] = await query<{ readonly isOfPerson: boolean }>(
    context,
    sql`select coalesce(r.target_employee_id = ${employee.id}::uuid, false) and r.kind = 'CONSIDER_DISCIPLINE' as "isOfPerson"
      from congvu.recommendation r where r.id = ${id}::uuid`,
  );
  const { isOfPerson } = assertVisible(found ?? null, context);
  if (!isOfPerson) throw invalidField('/recommendation', domainError('EMPLOYEE_UNKNOWN', { employee: employee.code }));
  return id;
}
