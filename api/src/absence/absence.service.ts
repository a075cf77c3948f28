import { domainError } from '@congvu/schema/errors';
import type { RecordAbsence, RevokeAbsence } from '@congvu/schema/evaluation';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import {
  assignmentsByEmployee,
  type EmployeeRow,
  findEmployeeByCode,
  getEmployee,
} from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { absenceById } from './absence.store.ts';

/**
 * Records that a person is away, so that the year is classified on the time worked. Errors: NOT_FOUND, FORBIDDEN (also
 * for oneself), NO_ASSIGNMENT at "/from". Source: Nghị định 335/2025/NĐ-CP art. 11(2).
 */
export async function recordAbsence(context: Context, input: RecordAbsence): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  await assertStaff(context, employee);
  const assignments = (await loadOne(context, assignmentsByEmployee, employee.id)) ?? [];
  const isInService = assignments.some(
    ({ assignment: { validFrom, validTo } }) =>
      validFrom <= (input.to ?? input.from) && (validTo === null || input.from <= validTo),
  );
  if (!isInService)
    throw invalidField('/from', domainError('NO_ASSIGNMENT', { employee: employee.code, on: input.from }));
  const actor = getActor(context);
  return change(context, 'recordAbsence', input, async (tx) => {
    const { id } = await tx.absence.create({
      data: {
        employeeId: employee.id,
        kind: input.kind,
        from: toDateColumn(input.from),
        to: input.to === null ? null : toDateColumn(input.to),
        document: input.document,
        recordedById: actor.userId,
        recordedByName: actor.displayName,
        recordedAt: context.now,
      },
      select: { id: true },
    });
    const payload = { kind: input.kind, from: input.from, to: input.to, document: input.document };
    return { entity: 'Absence', id, employeeId: employee.id, payload };
  });
}

/** Takes an absence back; it stays in the register, marked. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
export async function revokeAbsence(context: Context, input: RevokeAbsence): Promise<string> {
  const id = rowId(context, 'Absence', input.absence);
  const absence = assertVisible(await loadOne(context, absenceById, id), context);
  await assertStaff(context, await getEmployee(context, absence.employeeId));
  return change(context, 'revokeAbsence', input, async (tx) => {
    const { count } = await tx.absence.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: context.now },
    });
    if (count === 0) throw wrongState('REVOKED');
    return { entity: 'Absence', id, employeeId: absence.employeeId, payload: { revoked: true } };
  });
}

/** Personnel over one of the person's units; never oneself. The row policy says which of them at which time. */
async function assertStaff(context: Context, employee: EmployeeRow): Promise<void> {
  const { unitPaths, employeeId } = await loadAuthority(context, 'STAFF_MANAGE');
  const assignments = (await loadOne(context, assignmentsByEmployee, employee.id)) ?? [];
  const isCovered = assignments.some(({ assignment }) => covers(unitPaths, assignment.unit.pathText));
  if (employeeId === employee.id || !isCovered) throw forbidden(context.locale, 'STAFF_MANAGE');
}
