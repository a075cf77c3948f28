import { domainError } from '@congvu/schema/errors';
import type { Delegate, RevokeDelegation } from '@congvu/schema/evaluation';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertOpenOn } from '../staff/transfer.service.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, getUnit } from '../unit/unit.store.ts';
import { delegationById, findAccount } from './delegation.store.ts';

/**
 * A head hands on what he may do in his very unit (DELEGATION), or puts somebody in charge of a unit of his (ACTING_HEAD),
 * between two days, by a document. Only from today on: what was decided before stays what it was. What is handed on cannot
 * be handed on again. Answers the grant's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED; INVALID_INPUT for a day that is past, for oneself, and for a person without
 * an assignment or account. Source: Nghị định 335/2025/NĐ-CP art. 10.
 */
export async function delegate(context: Context, input: Delegate): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  const isHandedOn = (paths: readonly string[]) =>
    input.kind === 'DELEGATION' ? paths.includes(unit.pathText) : covers(paths, unit.pathText);
  if (!isHandedOn((await loadAuthority(context, 'DELEGATE')).unitPaths)) throw forbidden(context.locale, 'DELEGATE');
  if (input.classifies && !isHandedOn((await loadAuthority(context, 'CLASSIFICATION_DECIDE')).unitPaths))
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  assertOpenOn(unit, input.from);
  if (input.from < context.today)
    throw invalidField('/from', domainError('OUT_OF_RANGE', { given: input.from, minimum: context.today }));
  const actor = getActor(context);
  if (employee.id === actor.employeeId)
    throw invalidField('/employee', domainError('INCONSISTENT', { reason: 'SAME_PERSON' }));
  const userId = employee.assignment === null ? null : await findAccount(context, employee.id);
  if (userId === null)
    throw invalidField('/employee', domainError('NO_ASSIGNMENT', { employee: employee.code, on: context.today }));
  return change(context, 'delegate', input, async (tx) => {
    const { id } = await tx.grant.create({
      data: {
        userId,
        kind: input.kind,
        role: input.classifies ? 'AUTHORITY' : 'MANAGER',
        unitId: unit.id,
        validFrom: toDateColumn(input.from),
        validTo: input.to === null ? null : toDateColumn(input.to),
        document: input.document,
        delegatedById: actor.userId,
      },
      select: { id: true },
    });
    const payload = {
      unit: unit.code,
      employee: employee.code,
      kind: input.kind,
      classifies: input.classifies,
      from: input.from,
      to: input.to,
      document: input.document,
    };
    return { entity: 'Grant', id, employeeId: employee.id, payload };
  });
}

/** Ends a delegation today; from today on it gives nothing. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
export async function revokeDelegation(context: Context, input: RevokeDelegation): Promise<string> {
  const id = rowId(context, 'Delegation', input.delegation);
  const delegation = assertVisible(await loadOne(context, delegationById, id), context);
  const unit = await getUnit(context, delegation.unitId);
  if (!covers((await loadAuthority(context, 'DELEGATE')).unitPaths, unit.pathText))
    throw forbidden(context.locale, 'DELEGATE');
  return change(context, 'revokeDelegation', input, async (tx) => {
    const { count } = await tx.grant.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: context.now } });
    if (count === 0) throw wrongState('REVOKED');
    return { entity: 'Grant', id, employeeId: delegation.employeeId, payload: { unit: unit.code, revoked: true } };
  });
}
