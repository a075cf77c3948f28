import type { Prisma } from '@congvu/prisma/client';
import { domainError } from '@congvu/schema/errors';
import type { AnswerFeedback, AssignFeedback, CloseFeedback } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { findingById } from '../finding/finding.store.ts';
import { assertNotBefore } from '../inspection/inspection-change.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, unitAt } from '../unit/open-unit.ts';
import { type FeedbackAction, isFeedbackActionPossible, mayActOnFeedback } from './feedback.policy.ts';
import { type FeedbackRow, feedbackById } from './feedback.store.ts';
import { feedbackRights } from './rights.ts';

/**
 * To a unit, to a person who answers it, or to both; never to the person it is about. Answers the feedback's id.
 * Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE; UNIT_CLOSED, UNIT_UNKNOWN, EMPLOYEE_UNKNOWN, SAME_PERSON.
 */
export async function assignFeedback(context: Context, input: AssignFeedback): Promise<string> {
  const row = await findActedOn(context, input.feedback, 'ASSIGN');
  const unit = input.unit === null ? null : await unitAt(context, '/unit', input.unit);
  if (unit !== null) assertOpenOn(unit, context.today, '/unit');
  const handler = input.handler === null ? null : await handlerOf(context, input.handler, row);
  return changeFeedback(context, 'assignFeedback', input, row, {
    action: 'ASSIGN',
    data: {
      state: 'ASSIGNED',
      assignedUnitId: unit?.id ?? null,
      handlerId: handler?.id ?? null,
      assignedOn: toDateColumn(context.today),
    },
    payload: { unit: unit?.code ?? null, handler: handler?.id ?? null },
  });
}

async function handlerOf(context: Context, code: string, row: FeedbackRow): Promise<EmployeeRow> {
  const handler = await findEmployeeByCode(context, code);
  if (handler === null) throw invalidField('/handler', domainError('EMPLOYEE_UNKNOWN', { employee: code }));
  if (handler.id === row.employeeId)
    throw invalidField('/handler', domainError('INCONSISTENT', { reason: 'SAME_PERSON' }));
  return handler;
}

/**
 * It was answered, and what it came to: from now on the person concerned sees it, and the chain names him; of a denunciation
 * never. Answers the feedback's id. Errors: NOT_FOUND, FORBIDDEN, OUT_OF_RANGE, STALE_REVISION, WRONG_STATE.
 */
export async function answerFeedback(context: Context, input: AnswerFeedback): Promise<string> {
  const row = await findActedOn(context, input.feedback, 'ANSWER');
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, row.receivedOn);
  const finding =
    input.finding === null
      ? null
      : assertVisible(await loadOne(context, findingById, rowId(context, 'Finding', input.finding)), context);
  const { on, document, outcome } = input;
  return changeFeedback(context, 'answerFeedback', input, row, {
    action: 'ANSWER',
    data: {
      state: 'ANSWERED',
      answeredOn: toDateColumn(on),
      answerDocument: document,
      outcome,
      findingId: finding?.id ?? null,
    },
    payload: row.kind === 'DENUNCIATION' ? {} : { on, document, outcome },
    isTold: true,
  });
}

/** Nothing more is to be done with it. Answers the feedback's id. */
export async function closeFeedback(context: Context, input: CloseFeedback): Promise<string> {
  const row = await findActedOn(context, input.feedback, 'CLOSE');
  return changeFeedback(context, 'closeFeedback', input, row, {
    action: 'CLOSE',
    data: { state: 'CLOSED' },
    payload: {},
    isTold: true,
  });
}

/** Read before the transaction. Errors: NOT_FOUND, FORBIDDEN. */
export async function findActedOn(context: Context, globalId: string, action: FeedbackAction): Promise<FeedbackRow> {
  const row = assertVisible(await loadOne(context, feedbackById, rowId(context, 'Feedback', globalId)), context);
  if (!mayActOnFeedback(action, row.kind, await feedbackRights(context, row)))
    throw forbidden(context.locale, 'FEEDBACK_MANAGE');
  return row;
}

interface Step {
  readonly action: FeedbackAction;
  readonly data: Prisma.FeedbackUncheckedUpdateInput;
  readonly payload: Change['payload'];
  /** Whether the person concerned knows of it from now on. */
  readonly isTold?: boolean;
}

function changeFeedback(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  row: FeedbackRow,
  { action, data, payload, isTold = false }: Step,
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'Feedback', row.id);
    const select = { revision: true, state: true };
    const present = asSeen(context, await tx.feedback.findUnique({ where: { id: row.id }, select }), input.revision);
    if (!isFeedbackActionPossible(action, present.state)) throw wrongState(present.state);
    await tx.feedback.update({
      where: { id: row.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    const employeeId = isTold && row.kind !== 'DENUNCIATION' ? row.employeeId : null;
    return { entity: 'Feedback', id: row.id, employeeId, payload };
  });
}
