import { domainError } from '@congvu/schema/errors';
import { scoringRoleOf, type TransferEmployee } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, PeriodClosedError, UnitClosedError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { findRuleSetInForce } from '../rule-set/rule-set.store.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import {
  endAssignments,
  findAssignmentsFrom,
  findClosedPeriod,
  findGroupsFor,
  insertAssignments,
  lockStaff,
} from './staff.store.ts';

/**
 * Ends a person's assignment the day before and opens another: another unit, post or kind of service. The month then has
 * two segments, with a sheet each where the units differ; what was assigned stays with the unit that assigned it. Also the
 * first assignment of who had none. Answers the person's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also for oneself), UNIT_CLOSED, PERIOD_CLOSED; INVALID_INPUT for a group of another
 * agency, a kind of service without a rule set, and a second assignment at once.
 */
export async function transferEmployee(context: Context, input: TransferEmployee): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const { unitPaths, employeeId } = await loadAuthority(context, 'STAFF_MANAGE');
  if (employeeId === employee.id || !covers(unitPaths, unit.pathText)) throw forbidden(context.locale, 'STAFF_MANAGE');
  assertOpenOn(unit, input.from);
  if (!(await findGroupsFor(context, [input.group], unit.pathText)).has(input.group))
    throw invalidField('/group', domainError('INCONSISTENT', { reason: 'GROUP_OF_OTHER_UNIT' }));
  const ruleSet = await findRuleSetInForce(context, input.subjectType, unit.id, input.from);
  if (ruleSet === null)
    throw invalidField('/subjectType', domainError('RULE_SET_UNKNOWN', { ruleSet: input.subjectType }));
  await change(context, 'transferEmployee', input, async (tx) => {
    await lockStaff(tx, [employee.id]);
    const present = await findAssignmentsFrom(tx, { employeeId: employee.id, unitId: null }, input.from);
    // The one that lasts is ended; one that begins later, or on the day, would stand beside the new one.
    if (present.some(({ validFrom }) => validFrom >= input.from))
      throw invalidField('/from', domainError('INCONSISTENT', { reason: 'OVERLAPPING_ASSIGNMENT' }));
    if (present.some(({ unitPath }) => !covers(unitPaths, unitPath))) throw forbidden(context.locale, 'STAFF_MANAGE');
    const closed = await findClosedPeriod(tx, [unit.id, ...present.map(({ unitId }) => unitId)], periodOf(input.from));
    // Stored by us from a Period.
    if (closed !== null) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: closed as Period }));
    await endAssignments(
      tx,
      present.map(({ id }) => id),
      input.from,
    );
    const [assignment] = await insertAssignments(tx, [
      {
        employeeId: employee.id,
        unitId: unit.id,
        post: input.post,
        title: input.title,
        groupCode: input.group,
        subjectType: input.subjectType,
        role: scoringRoleOf(input.post),
        ruleSet: ruleSet.code,
        validFrom: input.from,
        validTo: null,
      },
    ]);
    const payload = {
      employee: employee.code,
      unit: unit.code,
      post: input.post,
      group: input.group,
      subjectType: input.subjectType,
      ruleSet: ruleSet.code,
      from: input.from,
      document: input.document,
      ended: present.map(({ id }) => id),
    };
    return { entity: 'Assignment', id: assignment ?? '', employeeId: employee.id, payload };
  });
  return employee.id;
}

/** Errors: UNIT_CLOSED. */
export function assertOpenOn(unit: UnitRow, day: LocalDate): void {
  if (unit.validTo === null || day <= unit.validTo) return;
  // Written by the database from a date column.
  throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo as LocalDate }));
}
