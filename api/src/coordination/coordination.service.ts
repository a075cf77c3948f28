import type { Prisma } from '@congvu/prisma/client';
import { domainError } from '@congvu/schema/errors';
import type {
  AnswerCoordination,
  AskCoordination,
  JudgeCoordination,
  WithdrawCoordination,
} from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { documentById } from '../document/document.store.ts';
import { type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { assertNotBefore } from '../inspection/inspection-change.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, unitAt, visibleUnit } from '../unit/open-unit.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { type CoordinationAction, isCoordinationActionPossible, mayActOnCoordination } from './coordination.policy.ts';
import { type CoordinationRow, coordinationById } from './coordination.store.ts';
import { coordinationRights } from './rights.ts';

/**
 * A unit asks another for its opinion by a day. Answers the request's id.
 * Errors: NOT_FOUND, FORBIDDEN; UNIT_CLOSED; INVALID_INPUT for a day gone by and a person who is not in the asked unit.
 */
export async function askCoordination(context: Context, input: AskCoordination): Promise<string> {
  const asking = await visibleUnit(context, input.askingUnit);
  if (!holdsOver(context, 'TASK_ASSIGN', asking.pathText)) throw forbidden(context.locale, 'TASK_ASSIGN');
  const asked = await unitAt(context, '/askedUnit', input.askedUnit);
  assertOpenOn(asking, context.today, '/askingUnit');
  assertOpenOn(asked, context.today, '/askedUnit');
  assertNotBefore('/dueOn', input.dueOn, context.today);
  const employee = input.employee === null ? null : await answererOf(context, input.employee, asked);
  const documentId = input.document === null ? null : rowId(context, 'Document', input.document);
  if (documentId !== null) assertVisible(await loadOne(context, documentById, documentId), context);
  return change(context, 'askCoordination', input, async (tx) => {
    const { id } = await tx.coordinationRequest.create({
      data: {
        askingUnitId: asking.id,
        askedUnitId: asked.id,
        employeeId: employee?.id ?? null,
        documentId,
        subject: input.subject,
        askedOn: toDateColumn(context.today),
        dueOn: toDateColumn(input.dueOn),
        ...recordedBy(context),
      },
      select: { id: true },
    });
    const payload = { asking: asking.code, asked: asked.code, askedOn: context.today, dueOn: input.dueOn };
    return { entity: 'CoordinationRequest', id, employeeId: employee?.id ?? null, payload };
  });
}

/** Somebody of the asked unit or below it; nobody asks himself. Errors: EMPLOYEE_UNKNOWN, SAME_PERSON. */
async function answererOf(context: Context, code: string, asked: UnitRow): Promise<EmployeeRow> {
  const employee = await findEmployeeByCode(context, code);
  const path = employee?.assignment?.unit.pathText;
  if (employee === null || path === undefined || !covers([asked.pathText], path))
    throw invalidField('/employee', domainError('EMPLOYEE_UNKNOWN', { employee: code }));
  if (employee.id === context.actor?.employeeId)
    throw invalidField('/employee', domainError('INCONSISTENT', { reason: 'SAME_PERSON' }));
  return employee;
}

/** The asked unit or person answers. Answers the request's id. Errors: NOT_FOUND, FORBIDDEN, OUT_OF_RANGE, STALE_REVISION, WRONG_STATE. */
export async function answerCoordination(context: Context, input: AnswerCoordination): Promise<string> {
  const row = await findActedOn(context, input.request, 'ANSWER');
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, row.askedOn);
  return changeRequest(context, 'answerCoordination', input, row, {
    action: 'ANSWER',
    data: { state: 'ANSWERED', answeredOn: toDateColumn(input.on), answerDocument: input.document },
    payload: { on: input.on, document: input.document },
  });
}

/** The asking unit says whether the answer took a position. Answers the request's id. Errors: as answerCoordination. */
export async function judgeCoordination(context: Context, input: JudgeCoordination): Promise<string> {
  const row = await findActedOn(context, input.request, 'JUDGE');
  return changeRequest(context, 'judgeCoordination', input, row, {
    action: 'JUDGE',
    data: { clear: input.clear },
    payload: { clear: input.clear },
  });
}

/** The asking unit no longer needs an answer. Answers the request's id. Errors: as answerCoordination. */
export async function withdrawCoordination(context: Context, input: WithdrawCoordination): Promise<string> {
  const row = await findActedOn(context, input.request, 'WITHDRAW');
  return changeRequest(context, 'withdrawCoordination', input, row, {
    action: 'WITHDRAW',
    data: { state: 'WITHDRAWN' },
    payload: { state: 'WITHDRAWN' },
  });
}

/** Read before the transaction. Errors: NOT_FOUND, FORBIDDEN. */
async function findActedOn(context: Context, globalId: string, action: CoordinationAction): Promise<CoordinationRow> {
  const row = assertVisible(
    await loadOne(context, coordinationById, rowId(context, 'CoordinationRequest', globalId)),
    context,
  );
  if (!mayActOnCoordination(action, await coordinationRights(context, row)))
    throw forbidden(context.locale, 'TASK_ASSIGN');
  return row;
}

interface Step {
  readonly action: CoordinationAction;
  readonly data: Prisma.CoordinationRequestUncheckedUpdateInput;
  readonly payload: Change['payload'];
}

function changeRequest(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  row: CoordinationRow,
  { action, data, payload }: Step,
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'CoordinationRequest', row.id);
    const select = { revision: true, state: true };
    const present = asSeen(
      context,
      await tx.coordinationRequest.findUnique({ where: { id: row.id }, select }),
      input.revision,
    );
    if (!isCoordinationActionPossible(action, present.state)) throw wrongState(present.state);
    await tx.coordinationRequest.update({
      where: { id: row.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    return { entity: 'CoordinationRequest', id: row.id, employeeId: row.employeeId, payload };
  });
}
