import { domainError, type FieldError } from '@congvu/schema/errors';
import type { SetCharges } from '@congvu/schema/evaluation';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { type AssignmentRow, assignmentsByEmployee, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { lockStaff } from '../staff/staff.store.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { toDay } from '../task/task-change.ts';
import { findField } from './charge.store.ts';

/**
 * States a deputy's whole field from a day on: what he had before ends the day before; nothing stated, and he answers for
 * the whole unit. Answers the deputy's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT where he is no deputy that day, for units and people outside his unit, and
 * for a day not after the beginning of the present field. Source: Nghị định 335/2025/NĐ-CP art. 15(4).
 */
export async function setCharges(context: Context, input: SetCharges): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const assignment = await findAssignmentOn(context, employee.id, input.from);
  const { unitPaths, employeeId } = await loadAuthority(context, 'STAFF_MANAGE');
  if (assignment === null)
    throw invalidField('/from', domainError('NO_ASSIGNMENT', { employee: employee.code, on: input.from }));
  if (employeeId === employee.id || !covers(unitPaths, assignment.unit.pathText))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  if (assignment.post !== 'DEPUTY')
    throw invalidField('/employee', domainError('INCONSISTENT', { reason: 'NOT_A_DEPUTY' }));
  const field = await findField(context, assignment.unit.pathText, input.units, input.people, input.from);
  const errors: FieldError[] = [
    ...input.units.flatMap((unit, index) =>
      field.units.has(unit) ? [] : [{ path: `/units/${index}`, error: domainError('UNIT_UNKNOWN', { unit }) }],
    ),
    ...input.people.flatMap((person, index) =>
      field.people.has(person)
        ? []
        : [{ path: `/people/${index}`, error: domainError('EMPLOYEE_UNKNOWN', { employee: person }) }],
    ),
  ];
  if (errors.length > 0) throw invalidInput(...errors);
  await change(context, 'setCharges', input, async (tx) => {
    await lockStaff(tx, [employee.id]);
    const present = await tx.charge.findMany({
      where: { assignmentId: assignment.id, OR: [{ validTo: null }, { validTo: { gte: toDateColumn(input.from) } }] },
      orderBy: { validFrom: 'desc' },
    });
    const newest = present[0] === undefined ? null : toDay(present[0].validFrom);
    if (newest !== null && newest >= input.from)
      throw invalidField('/from', domainError('OUT_OF_RANGE', { given: input.from, minimum: addDays(newest, 1) }));
    await tx.charge.updateMany({
      where: { id: { in: present.map(({ id }) => id) } },
      data: { validTo: toDateColumn(addDays(input.from, -1)) },
    });
    const validFrom = toDateColumn(input.from);
    const validTo = assignment.validTo === null ? null : toDateColumn(assignment.validTo as LocalDate);
    const common = { assignmentId: assignment.id, validFrom, validTo };
    await tx.charge.createMany({
      data: [
        ...[...field.units.values()].map((unitId) => ({ ...common, unitId })),
        ...[...field.people.values()].map((person) => ({ ...common, employeeId: person })),
      ],
    });
    const payload = { from: input.from, units: input.units, people: input.people };
    return { entity: 'Assignment', id: assignment.id, employeeId: employee.id, payload };
  });
  return employee.id;
}

async function findAssignmentOn(context: Context, employeeId: string, day: string): Promise<AssignmentRow | null> {
  const rows = (await loadOne(context, assignmentsByEmployee, employeeId)) ?? [];
  const found = rows.find(
    ({ assignment: { validFrom, validTo } }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  return found?.assignment ?? null;
}
