import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import { findProduct, type ProductRow } from '../catalogue/product.store.ts';
import type { Context } from '../context.ts';
import { type AssignmentRow, type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { assertVisible } from '../query-arguments.ts';

export interface Assignable {
  readonly employee: EmployeeRow;
  readonly assignment: AssignmentRow;
}

/**
 * The person to be given a task, with his assignment today. Errors: NOT_FOUND where the actor may not see him, FORBIDDEN
 * where he may not assign him work, DEADLINE_OUTSIDE_ASSIGNMENT.
 */
export async function findAssignable(context: Context, code: string, deadline: LocalDate): Promise<Assignable> {
  const employee = assertVisible(await findEmployeeByCode(context, code), context);
  const { assignment } = employee;
  if (assignment === null) throw forbidden(context.locale, 'TASK_ASSIGN');
  const subject = { employeeId: employee.id, post: assignment.post, unitPath: assignment.unit.pathText };
  if (!mayDecideOn(await loadAuthority(context, 'TASK_ASSIGN'), subject))
    throw forbidden(context.locale, 'TASK_ASSIGN');
  // Written by the database from date columns.
  const from = assignment.validFrom as LocalDate;
  const to = assignment.validTo as LocalDate | null;
  if (deadline < from || (to !== null && to < deadline)) {
    throw invalidField('/deadline', domainError('DEADLINE_OUTSIDE_ASSIGNMENT', { from, to }));
  }
  return { employee, assignment };
}

/** Errors: PRODUCT_UNKNOWN at "/product". */
export async function findProductInForce(context: Context, code: string): Promise<ProductRow> {
  const product = await findProduct(context, code, context.today);
  if (product === null) throw invalidField('/product', domainError('PRODUCT_UNKNOWN', { product: code }));
  return product;
}

/** What happened lies not in the future. Errors: OUT_OF_RANGE. */
export function assertPast(context: Context, path: string, day: LocalDate): void {
  if (day > context.today)
    throw invalidField(path, domainError('OUT_OF_RANGE', { given: day, maximum: context.today }));
}
