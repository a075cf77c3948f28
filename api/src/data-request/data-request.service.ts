import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import { dataAnswerClock, dataCarryOutClock, dataExtensionLimit } from '@congvu/schema/calendar';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type {
  AnswerDataRequest,
  CarryOutDataRequest,
  ExtendDataRequest,
  FileDataRequest,
  WithdrawDataRequest,
} from '@congvu/schema/registers';
import { loadCalendar } from '../calendar/calendar.store.ts';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { invalidField, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { type DataRequestAction, isOpenTo } from './data-request.policy.ts';
import { type DataRequestRow, dataRequestById } from './data-request.store.ts';

/**
 * Somebody asks about the data held on him. The answer is due within two working days (Nghị định 356/2025/NĐ-CP).
 * Errors: FORBIDDEN for an account of nobody in service. Answers the request's id.
 */
export async function fileDataRequest(context: Context, input: FileDataRequest): Promise<string> {
  const { employeeId } = getActor(context);
  if (employeeId === null) throw forbidden(context.locale);
  const [calendar, clocks] = await Promise.all([loadCalendar(context), clocksOf(context, employeeId)]);
  const { lastDay } = dataAnswerClock(calendar, context.now, clocks);
  return change(context, 'fileDataRequest', input, async (tx) => {
    const { kind, subject, content, thirdParties } = input;
    const { id } = await tx.dataRequest.create({
      data: {
        employeeId,
        kind,
        subject,
        content,
        thirdParties,
        receivedAt: context.now,
        answerDueOn: toDateColumn(lastDay),
      },
      select: { id: true },
    });
    // What was asked stands in the request alone: it may be erased there one day, and the chain keeps for ever.
    return changeOf(id, employeeId, { kind, state: 'RECEIVED', answerDueOn: lastDay });
  });
}

/** The person takes his own request back. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_REVISION. */
export async function withdrawDataRequest(context: Context, input: WithdrawDataRequest): Promise<string> {
  const row = await findRequest(context, input.request);
  if (row.employeeId !== getActor(context).employeeId) throw forbidden(context.locale);
  return changeRequest(context, 'withdrawDataRequest', 'WITHDRAW', row, input, { state: 'WITHDRAWN' });
}

/**
 * Accepted, it is to be carried out within 10 to 20 days by its kind; refused, it ends with its reason.
 * Errors: NOT_FOUND, FORBIDDEN (also for one's own), WRONG_STATE, STALE_REVISION.
 */
export async function answerDataRequest(context: Context, input: AnswerDataRequest): Promise<string> {
  const row = await findOthers(context, input.request);
  const clocks = await clocksOf(context, row.employeeId);
  const clock = dataCarryOutClock(row.kind, row.thirdParties, context.today, clocks);
  const carryOutDueOn = input.accept ? clock.lastDay : null;
  const state = input.accept ? 'ACCEPTED' : 'REFUSED';
  const data = { state, answer: input.answer, answeredAt: context.now } as const;
  return changeRequest(context, 'answerDataRequest', 'ANSWER', row, input, {
    ...data,
    carryOutDueOn: carryOutDueOn === null ? null : toDateColumn(carryOutDueOn),
  });
}

/** Says what was done. Errors: as of an answer. */
export async function carryOutDataRequest(context: Context, input: CarryOutDataRequest): Promise<string> {
  const row = await findOthers(context, input.request);
  return changeRequest(context, 'carryOutDataRequest', 'CARRY_OUT', row, input, {
    state: 'CARRIED_OUT',
    result: input.result,
    carriedOutAt: context.now,
  });
}

/**
 * More time, once and by fifteen days at most. Errors: as of an answer; EXTENSION_USED at "/to" for a second time,
 * OUT_OF_RANGE for a day before the one that runs or after the limit.
 */
export async function extendDataRequest(context: Context, input: ExtendDataRequest): Promise<string> {
  const row = await findOthers(context, input.request);
  if (row.extendedTo !== null) {
    // A date as PostgreSQL writes it.
    throw invalidField('/to', domainError('EXTENSION_USED', { until: row.extendedTo as LocalDate }));
  }
  if (row.state !== 'ACCEPTED' || row.carryOutDueOn === null) throw wrongState(row.state);
  const { lastDay } = dataExtensionLimit(row.carryOutDueOn as LocalDate, await clocksOf(context, row.employeeId));
  if (input.to <= row.carryOutDueOn || input.to > lastDay) {
    const range = { given: input.to, minimum: row.carryOutDueOn, maximum: lastDay };
    throw invalidField('/to', domainError('OUT_OF_RANGE', range));
  }
  return changeRequest(context, 'extendDataRequest', 'EXTEND', row, input, {
    extendedTo: toDateColumn(input.to),
    extensionReason: input.reason,
  });
}

/** The terms of the person's agency where it published its own, else the law's. */
async function clocksOf(context: Context, employeeId: string) {
  const { assignment } = await getEmployee(context, employeeId);
  return (await loadRegisterTable(context, 'CLOCKS', assignment?.unit.pathText ?? null, context.today)).table;
}

/** A request of somebody else that one protects. Errors: NOT_FOUND, FORBIDDEN for one's own. */
export async function findOthers(context: Context, globalId: string): Promise<DataRequestRow> {
  const row = await findRequest(context, globalId);
  if (row.employeeId === getActor(context).employeeId) throw forbidden(context.locale, 'PRIVACY_MANAGE');
  return row;
}

async function findRequest(context: Context, globalId: string): Promise<DataRequestRow> {
  return assertVisible(await loadOne(context, dataRequestById, rowId(context, 'DataRequest', globalId)), context);
}

/** One step of a request under its revision: seen, open to the action, written, chained without its words. */
function changeRequest(
  context: Context,
  mutation: string,
  action: DataRequestAction,
  row: DataRequestRow,
  input: { readonly idempotencyKey: string; readonly revision: number },
  data: Prisma.DataRequestUpdateInput,
): Promise<string> {
  const { userId, displayName } = getActor(context);
  const handler = action === 'WITHDRAW' ? {} : { handledById: userId, handledByName: displayName };
  return change(context, mutation, input, async (tx) => {
    const locked = await lockRequest(tx, row.id);
    if (locked !== null && locked.revision !== input.revision) throw staleRevision(input.revision, locked.revision);
    if (locked === null || !isOpenTo(action, { ...row, state: locked.state }))
      throw wrongState(locked?.state ?? row.state);
    await tx.dataRequest.update({
      where: { id: row.id },
      data: { ...data, ...handler, revision: locked.revision + 1 },
    });
    const state = typeof data.state === 'string' ? data.state : locked.state;
    return changeOf(row.id, row.employeeId, { kind: row.kind, state, revision: locked.revision + 1 });
  });
}

/** State and revision as they stand, locked until the transaction ends; null where one may not see it any more. */
async function lockRequest(tx: Transaction, id: string) {
  await tx.$executeRaw`select 1 from congvu.data_request where id = ${id}::uuid for update`;
  return tx.dataRequest.findUnique({ where: { id }, select: { state: true, revision: true } });
}

function changeOf(id: string, employeeId: string, payload: Change['payload']): Change {
  return { entity: 'DataRequest', id, employeeId, payload };
}
