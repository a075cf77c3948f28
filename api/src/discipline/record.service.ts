import { domainError } from '@congvu/schema/errors';
import type { RecordDisciplineDecision } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { assignmentsByEmployee, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { violationById } from './violation.store.ts';

/**
 * Records a decision of discipline with the act it punishes, or on an act recorded before: one act counts in one year,
 * however many decisions follow, and in the unit where it was done. Answers the decision's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also for oneself); INVALID_INPUT for days to come and a unit the person was not in.
 * Source: Nghị định 335/2025/NĐ-CP art. 11(3)–(7).
 */
export async function recordDisciplineDecision(context: Context, input: RecordDisciplineDecision): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const { unitPaths, employeeId } = await loadAuthority(context, 'STAFF_MANAGE');
  const known =
    input.violation === null
      ? null
      : assertVisible(await loadOne(context, violationById, rowId(context, 'Violation', input.violation)), context);
  if (known !== null && known.employeeId !== employee.id)
    throw invalidField('/violation', domainError('EMPLOYEE_UNKNOWN', { employee: employee.code }));
  const actOn = known?.actFrom ?? input.act?.actFrom ?? input.decidedOn;
  const unit = known === null ? await findUnitOfAct(context, employee.id, input, actOn) : null;
  const unitId = known?.unitId ?? unit?.id ?? '';
  const path = known?.unitPath ?? unit?.pathText ?? '';
  if (employeeId === employee.id || !covers(unitPaths, path)) throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/decidedOn', input.decidedOn);
  if (input.act !== null) {
    assertPast(context, '/act/actFrom', input.act.actFrom);
    assertPast(context, '/act/discoveredOn', input.act.discoveredOn);
  }
  const relatedToDuty = known?.relatedToDuty ?? input.act?.relatedToDuty ?? false;
  const degradation = known?.degradation ?? input.act?.degradation ?? false;
  return change(context, 'recordDisciplineDecision', input, async (tx) => {
    const { act } = input;
    const violation =
      known ??
      (await tx.violation.create({
        data: {
          employeeId: employee.id,
          unitId,
          actFrom: toDateColumn(act?.actFrom ?? input.decidedOn),
          actTo: act?.actTo ? toDateColumn(act.actTo) : null,
          discoveredOn: toDateColumn(act?.discoveredOn ?? input.decidedOn),
          relatedToDuty,
          degradation,
        },
        select: { id: true },
      }));
    const { id } = await tx.disciplineDecision.create({
      data: {
        employeeId: employee.id,
        unitId,
        violationId: violation.id,
        form: input.form,
        decisionNumber: input.decisionNumber,
        decidedOn: toDateColumn(input.decidedOn),
        effectiveFrom: toDateColumn(input.effectiveFrom),
        effectiveTo: toDateColumn(input.effectiveTo),
        issuer: input.issuer,
        relatedToDuty,
        degradation,
        summary: input.summary,
        // The law gives no months of effect: what the office states is its practice.
        sourceCertainty: 'PRACTICE',
      },
      select: { id: true },
    });
    const payload = {
      violation: violation.id,
      form: input.form,
      decisionNumber: input.decisionNumber,
      decidedOn: input.decidedOn,
      actOn,
      relatedToDuty,
      degradation,
    };
    return { entity: 'DisciplineDecision', id, employeeId: employee.id, payload };
  });
}

/** The unit stated, or the one the person was in on the day of the act. Errors: NO_ASSIGNMENT, UNIT_UNKNOWN. */
async function findUnitOfAct(
  context: Context,
  employeeId: string,
  input: RecordDisciplineDecision,
  day: LocalDate | string,
): Promise<{ readonly id: string; readonly pathText: string }> {
  const assignments = (await loadOne(context, assignmentsByEmployee, employeeId)) ?? [];
  const stated = input.act?.unit ?? null;
  if (stated !== null) {
    const unit = await findUnitByCode(context, stated);
    if (unit === null || !assignments.some(({ assignment }) => assignment.unit.id === unit.id))
      throw invalidField('/act/unit', domainError('UNIT_UNKNOWN', { unit: stated }));
    return unit;
  }
  const then = assignments.find(
    ({ assignment: { validFrom, validTo } }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  if (then === undefined) {
    // A LocalDate of the input, or one the database wrote.
    const payload = { employee: input.employee, on: day as LocalDate };
    throw invalidField('/act/actFrom', domainError('NO_ASSIGNMENT', payload));
  }
  return then.assignment.unit;
}
