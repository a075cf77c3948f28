import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import {
  type ChangeViolation,
  type DismissViolation,
  handlingClock,
  type OpenViolation,
} from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findService } from './act-subject.ts';
import { findRecommended } from './recommended-act.store.ts';
import type { ViolationRow } from './violation.store.ts';
import { changeOf, deferralsOf, dueOf, findKept, readFresh, reversed, updateViolation } from './violation-change.ts';
import { type Clocks, clocksOf } from './violation-clock.ts';

/**
 * An act whose handling begins: from now on it blocks like a decision in force. A sealed one is kept from the person himself.
 * Answers its id. Errors: NOT_FOUND, FORBIDDEN (also for oneself), NO_ASSIGNMENT, UNIT_UNKNOWN.
 */
export async function openViolation(context: Context, input: OpenViolation): Promise<string> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const { assignment } = await findService(context, {
    employeeId: employee.id,
    employee: employee.code,
    day: input.actFrom,
    unit: input.unit,
    dayPath: '/actFrom',
    unitPath: '/unit',
  });
  if (!mayKeep(registrarOf(context.actor), assignment.unit.pathText, employee.id))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/actTo', input.actTo ?? input.actFrom);
  assertPast(context, '/discoveredOn', input.discoveredOn);
  assertPast(context, '/concludedOn', input.concludedOn ?? input.discoveredOn);
  const recommendationId =
    input.recommendation === null
      ? null
      : await findRecommended(context, rowId(context, 'Recommendation', input.recommendation), employee);
  const { discoveredOn } = input;
  const clocks = await clocksOf(context, { unitPath: assignment.unit.pathText, discoveredOn });
  const { dueOn } = handlingClock({ discoveredOn, extendedTo: null, deferrals: [] }, context.today, clocks);
  const actor = getActor(context);
  return change(context, 'openViolation', input, async (tx) => {
    const { id } = await tx.violation.create({
      data: {
        employeeId: employee.id,
        unitId: assignment.unit.id,
        actFrom: toDateColumn(input.actFrom),
        actTo: input.actTo === null ? null : toDateColumn(input.actTo),
        discoveredOn: toDateColumn(input.discoveredOn),
        concludedOn: input.concludedOn === null ? null : toDateColumn(input.concludedOn),
        limitationStart: input.limitationStart,
        limitationException: input.limitationException,
        relatedToDuty: input.relatedToDuty,
        degradation: input.degradation,
        corruption: input.corruption,
        severity: input.severity,
        summary: input.summary,
        mitigating: [...input.mitigating],
        aggravating: [...input.aggravating],
        sealed: input.sealed,
        state: 'OPEN',
        dueOn: toDateColumn(dueOn),
        recommendationId,
        recordedById: actor.userId,
        recordedByName: actor.displayName,
        recordedAt: context.now,
      },
      select: { id: true },
    });
    const payload = { actFrom: input.actFrom, actTo: input.actTo, discoveredOn: input.discoveredOn, dueOn };
    return changeOf({ id, employeeId: employee.id, sealed: input.sealed }, payload);
  });
}

/**
 * Circumstances, severity, seal and the one extension of the handling time. Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION;
 * WRONG_STATE of one dismissed, and for seal or extension of one decided; EXTENSION_USED.
 */
export async function changeViolation(context: Context, input: ChangeViolation): Promise<string> {
  const row = await findKept(context, input.violation);
  const clocks = await clocksOf(context, row);
  return change(context, 'changeViolation', input, async (tx) => {
    const fresh = await readFresh(tx, context, row.id, input.revision);
    const isOfHandling = input.extendedTo !== null || input.sealed === true;
    if (fresh.state === 'DISMISSED' || (isOfHandling && fresh.state !== 'OPEN')) throw wrongState(fresh.state);
    const due = input.extendedTo === null ? null : await extended(tx, context, row, clocks, input.extendedTo);
    await updateViolation(tx, row.id, input.revision, {
      ...(input.mitigating === null ? {} : { mitigating: [...input.mitigating] }),
      ...(input.aggravating === null ? {} : { aggravating: [...input.aggravating] }),
      ...(input.severity === null ? {} : { severity: input.severity }),
      ...(input.sealed === null ? {} : { sealed: input.sealed }),
      ...(input.extendedTo === null
        ? {}
        : {
            extendedTo: toDateColumn(input.extendedTo),
            extensionDocument: input.extensionDocument,
            dueOn: due === null ? null : toDateColumn(due),
          }),
    });
    // What is sealed, or becomes so, names nobody; the entry that unseals it is the first the person may read.
    const sealed = input.sealed ?? row.sealed;
    return changeOf({ ...row, sealed }, { severity: input.severity, sealed, extendedTo: input.extendedTo });
  });
}

/** Closed without discipline, by a document. Errors: as above; WRONG_STATE of one that is not open. */
export async function dismissViolation(context: Context, input: DismissViolation): Promise<string> {
  const row = await findKept(context, input.violation);
  assertPast(context, '/on', input.on);
  if (input.on < row.discoveredOn) throw reversed('/on');
  return change(context, 'dismissViolation', input, async (tx) => {
    const fresh = await readFresh(tx, context, row.id, input.revision);
    if (fresh.state !== 'OPEN') throw wrongState(fresh.state);
    await updateViolation(tx, row.id, input.revision, {
      state: 'DISMISSED',
      closedOn: toDateColumn(input.on),
      dismissalReason: input.reason,
      dismissalDocument: input.document,
    });
    return changeOf(row, { state: 'DISMISSED', on: input.on });
  });
}

/** Errors: EXTENSION_USED beyond the last day there may be, or where it was extended before; INCONSISTENT for an earlier day. */
async function extended(
  tx: Transaction,
  context: Context,
  row: ViolationRow,
  clocks: Clocks,
  to: LocalDate,
): Promise<LocalDate | null> {
  const deferrals = await deferralsOf(tx, row.id);
  const clock = handlingClock(
    { discoveredOn: row.discoveredOn as LocalDate, extendedTo: null, deferrals },
    context.today,
    clocks,
  );
  const until = (row.extendedTo as LocalDate | null) ?? clock.latest;
  if (row.extendedTo !== null || to > until)
    throw invalidField('/extendedTo', domainError('EXTENSION_USED', { until }));
  if (to < addDays(clock.dueOn, 1)) throw reversed('/extendedTo');
  return dueOf(context, row, to, deferrals, clocks);
}
