import { domainError } from '@congvu/schema/errors';
import type { IssueFindings, RecordFinding } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { assignmentsByEmployee, type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import type { InspectionRow } from '../inspection/inspection.store.ts';
import { assertNotBefore, assertPossible, findManaged } from '../inspection/inspection-change.ts';
import { assertMayInspect } from '../inspection/visit.service.ts';
import { visitById } from '../inspection/visit.store.ts';
import { lockRow } from '../mutation/as-seen.ts';
import { change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { getUnit, type UnitRow } from '../unit/unit.store.ts';

/**
 * The team writes down what it found, good or bad, about a unit or a person in it; a draft until it is issued. Answers its id.
 * The chain tells nobody of a draft whom it is about.
 *
 * Errors: NOT_FOUND, FORBIDDEN (also about oneself and about one's own agency), WRONG_STATE; UNIT_CLOSED; INVALID_INPUT for a
 * visit to another unit, a person not in the unit on that day, a day to come or before the inspection.
 */
export async function recordFinding(context: Context, input: RecordFinding): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  const unit = await visibleUnit(context, input.unit);
  await assertMayInspect(context, inspection, unit);
  assertPossible('RECORD_FINDING', inspection);
  assertPast(context, '/foundOn', input.foundOn);
  assertNotBefore('/foundOn', input.foundOn, inspection.startedOn);
  assertOpenOn(unit, input.foundOn, '/foundOn');
  const visitId = await visitOf(context, input, inspection, unit);
  const employee = input.employee === null ? null : await personOf(context, input.employee, unit, input.foundOn);
  if (employee !== null && employee.id === context.actor?.employeeId)
    throw forbidden(context.locale, 'INSPECTION_MANAGE');
  const { topic, positive, description, quantity, severity, evidence, foundOn } = input;
  return change(context, 'recordFinding', input, async (tx) => {
    const { id } = await tx.finding.create({
      data: {
        inspectionId: inspection.id,
        visitId,
        unitId: unit.id,
        employeeId: employee?.id ?? null,
        topic,
        positive,
        description,
        quantity,
        severity,
        evidence,
        foundOn: toDateColumn(foundOn),
        ...recordedBy(context),
      },
      select: { id: true },
    });
    return { entity: 'Finding', id, employeeId: null, payload: { inspection: inspection.id } };
  });
}

async function visitOf(
  context: Context,
  input: RecordFinding,
  inspection: InspectionRow,
  unit: UnitRow,
): Promise<string | null> {
  if (input.visit === null) return null;
  const visit = assertVisible(await loadOne(context, visitById, rowId(context, 'Visit', input.visit)), context);
  const visited = await getUnit(context, visit.unitId);
  if (visit.inspectionId !== inspection.id || !covers([visited.pathText], unit.pathText))
    throw invalidField('/visit', domainError('UNIT_UNKNOWN', { unit: unit.code }));
  if (visit.state !== 'DONE') throw wrongState('NOT_VISITED');
  return visit.id;
}

/** The person, who was in the unit or below it on the day. Errors: EMPLOYEE_UNKNOWN, NO_ASSIGNMENT. */
async function personOf(
  context: Context,
  code: string,
  unit: UnitRow,
  on: RecordFinding['foundOn'],
): Promise<EmployeeRow> {
  const employee = await findEmployeeByCode(context, code);
  if (employee === null) throw invalidField('/employee', domainError('EMPLOYEE_UNKNOWN', { employee: code }));
  const assignments = (await loadOne(context, assignmentsByEmployee, employee.id)) ?? [];
  const wasThere = assignments.some(
    ({ assignment: { unit: place, validFrom, validTo } }) =>
      validFrom <= on && (validTo === null || on <= validTo) && covers([unit.pathText], place.pathText),
  );
  if (!wasThere) throw invalidField('/employee', domainError('NO_ASSIGNMENT', { employee: code, on }));
  return employee;
}

/**
 * Tells the units what was found: all drafts of an inspection, at once. From now on the unit and the person see them, and the
 * chain names the person. Answers the inspection's id. Errors: NOT_FOUND, FORBIDDEN, OUT_OF_RANGE; WRONG_STATE where there
 * is no draft.
 */
export async function issueFindings(context: Context, input: IssueFindings): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  assertPossible('ISSUE_FINDINGS', inspection);
  assertPast(context, '/on', input.on);
  return changeAll(context, 'issueFindings', input, async (tx) => {
    await lockRow(tx, 'Inspection', inspection.id);
    const drafts = await tx.finding.findMany({
      where: { inspectionId: inspection.id, issuedOn: null },
      select: {
        id: true,
        employeeId: true,
        foundOn: true,
        topic: true,
        positive: true,
        unit: { select: { code: true } },
      },
      orderBy: [{ foundOn: 'desc' }, { id: 'asc' }],
    });
    if (drafts[0] === undefined) throw wrongState('NO_DRAFTS');
    assertNotBefore('/on', input.on, drafts[0].foundOn.toISOString().slice(0, 10));
    await tx.finding.updateMany({
      where: { id: { in: drafts.map(({ id }) => id) } },
      data: { issuedOn: toDateColumn(input.on), revision: { increment: 1 } },
    });
    return {
      outcome: inspection.id,
      changes: drafts.map(({ id, employeeId, topic, positive, unit }) => ({
        entity: 'Finding' as const,
        id,
        employeeId,
        payload: { inspection: inspection.id, unit: unit.code, topic, positive, on: input.on },
      })),
    };
  });
}
