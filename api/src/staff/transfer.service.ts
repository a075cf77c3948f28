import { domainError } from '@congvu/schema/errors';
import {
  type BulkInput,
  type TransferEmployee,
  type TransferEmployeeRow,
  transferEmployeeRowShape,
} from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Authority, covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, UnitClosedError } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { type BulkRow, type KeptRows, Rows, toBulkRows } from '../mutation/bulk.ts';
import { change, changeAll } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { findRuleSetInForce } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { employeeByCode, groupPathByCode, unitByCode } from './transfer.store.ts';
import { type AskedTransfer, carryOut, lockAndJudge } from './transfer-set.ts';

/**
 * Ends a person's assignment the day before and opens another: another unit, post or kind of service. The month then has
 * two segments, with a sheet each where the units differ; what was assigned stays with the unit that assigned it, and a sheet
 * of an open month is ranked by the new post and group. Also the first assignment of who had none. Answers the person's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also for oneself), UNIT_CLOSED, PERIOD_CLOSED; INVALID_INPUT for a group of another
 * agency, a kind of service without a rule set, and a second assignment at once.
 */
export async function transferEmployee(context: Context, input: TransferEmployee): Promise<string> {
  const authority = await loadAuthority(context, 'STAFF_MANAGE');
  const asked = await authorise(context, authority, { index: 0, input });
  await change(context, 'transferEmployee', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, authority.unitPaths, [asked], (_row, error) => {
      throw error;
    });
    const [done] = await carryOut(tx, judged);
    if (done === undefined) throw notFound(context.locale);
    return done;
  });
  return asked.employee.id;
}

/**
 * Many transfers in one call, answered row by row with the code the transfer of one would; in a number of statements that
 * does not grow with them. Errors: ROWS_REFUSED where all are to be written or none.
 */
export async function transferEmployees(context: Context, input: BulkInput): Promise<readonly BulkRow[]> {
  const rows = new Rows(input, transferEmployeeRowShape, '/employee');
  const authority = await loadAuthority(context, 'STAFF_MANAGE');
  const asked = await rows.each(rows.read, (row) => authorise(context, authority, row));
  const kept = await changeAll<KeptRows>(context, 'transferEmployees', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, authority.unitPaths, asked, (row, error) => rows.refuse(row, error));
    rows.assertWritable();
    for (const row of judged) rows.done(row, row.employee.id);
    return { outcome: rows.kept(), changes: await carryOut(tx, judged) };
  });
  return toBulkRows(input, kept);
}

/** Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED, INVALID_INPUT. */
async function authorise(
  context: Context,
  { employeeId, unitPaths }: Authority,
  { index, input }: { readonly index: number; readonly input: TransferEmployeeRow },
): Promise<AskedTransfer> {
  const employee = assertVisible(await loadOne(context, employeeByCode, input.employee), context);
  const unit = assertVisible(await loadOne(context, unitByCode, input.unit), context);
  if (employeeId === employee.id || !covers(unitPaths, unit.pathText)) throw forbidden(context.locale, 'STAFF_MANAGE');
  assertOpenOn(unit, input.from);
  const groupPath = await loadOne(context, groupPathByCode, input.group);
  if (groupPath === null || !covers([groupPath], unit.pathText))
    throw invalidField('/group', domainError('INCONSISTENT', { reason: 'GROUP_OF_OTHER_UNIT' }));
  const ruleSet = await findRuleSetInForce(context, input.subjectType, unit.id, input.from);
  if (ruleSet === null)
    throw invalidField('/subjectType', domainError('RULE_SET_UNKNOWN', { ruleSet: input.subjectType }));
  return { index, input, employee, unit, ruleSet: ruleSet.code };
}

/** Errors: UNIT_CLOSED. */
export function assertOpenOn(unit: UnitRow, day: LocalDate): void {
  if (unit.validTo === null || day <= unit.validTo) return;
  // Written by the database from a date column.
  throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo as LocalDate }));
}
