import { domainError } from '@congvu/schema/errors';
import type { ReceiveFeedback } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { assignmentsByEmployee, type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import type { UnitRow } from '../unit/unit.store.ts';

/**
 * Feedback of a citizen or body is received; who sent it goes into a table of its own, which no list reads. Answers its id. The
 * chain keeps neither whom it is about nor a word of it until it is answered.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also about oneself); UNIT_CLOSED; INVALID_INPUT for a person who was not in the unit on that
 * day, a day to come, and an answer due before it.
 */
export async function receiveFeedback(context: Context, input: ReceiveFeedback): Promise<string> {
  const unit = await visibleUnit(context, input.unit);
  if (!holdsOver(context, 'FEEDBACK_MANAGE', unit.pathText)) throw forbidden(context.locale, 'FEEDBACK_MANAGE');
  assertPast(context, '/receivedOn', input.receivedOn);
  assertOpenOn(unit, input.receivedOn, '/receivedOn');
  const employee = input.employee === null ? null : await personOf(context, input.employee, unit, input.receivedOn);
  if (employee !== null && employee.id === context.actor?.employeeId)
    throw forbidden(context.locale, 'FEEDBACK_MANAGE');
  const { kind, channel, topic, receivedOn, content, dueOn, sender } = input;
  // The key's hash is of the whole input: it says nothing of who sent it, and the outcome is the id alone.
  return change(context, 'receiveFeedback', input, async (tx) => {
    const { id } = await tx.feedback.create({
      data: {
        unitId: unit.id,
        employeeId: employee?.id ?? null,
        kind,
        channel,
        topic,
        receivedOn: toDateColumn(receivedOn),
        content,
        dueOn: toDateColumn(dueOn),
        ...recordedBy(context),
      },
      select: { id: true },
    });
    // Nothing is read back of it: there is no policy to read it by.
    if (sender !== null) await tx.feedbackSender.createMany({ data: [{ feedbackId: id, ...sender }] });
    return { entity: 'Feedback', id, employeeId: null, payload: { receivedOn, dueOn } };
  });
}

/** The person, who was in the unit or below it on the day or before. Errors: EMPLOYEE_UNKNOWN, NO_ASSIGNMENT. */
async function personOf(
  context: Context,
  code: string,
  unit: UnitRow,
  on: ReceiveFeedback['receivedOn'],
): Promise<EmployeeRow> {
  const employee = await findEmployeeByCode(context, code);
  if (employee === null) throw invalidField('/employee', domainError('EMPLOYEE_UNKNOWN', { employee: code }));
  const assignments = (await loadOne(context, assignmentsByEmployee, employee.id)) ?? [];
  // What a citizen tells may be of some time ago: whoever was there before is meant too.
  const wasThere = assignments.some(
    ({ assignment: { unit: place, validFrom } }) => validFrom <= on && covers([unit.pathText], place.pathText),
  );
  if (!wasThere) throw invalidField('/employee', domainError('NO_ASSIGNMENT', { employee: code, on }));
  return employee;
}
