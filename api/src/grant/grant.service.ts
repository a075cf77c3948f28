import { domainError, type FieldError } from '@congvu/schema/errors';
import type { EndGrant, GiveGrant, ReviewGrants } from '@congvu/schema/evaluation';
import { addDays, addMonths } from '@congvu/schema/primitives/local-date';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { type Change, change, changeAll } from '../mutation/change.ts';
import { findRowId, rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { getUnit } from '../unit/unit.store.ts';
import { mayManage } from './grant.policy.ts';
import { endGrants, findAccountOf, type GrantRow, grantById, keepGrants } from './grant.store.ts';

/** Months after which somebody says again whether a grant is still needed. No law names a term: an assumption of ours. */
const REVIEW_MONTHS = 12;

/**
 * Gives a person a role over a unit and all below it, from a day on, by a document. Answers the grant's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED; INVALID_INPUT for a day that is past, for oneself, for a person without an account.
 */
export async function giveGrant(context: Context, input: GiveGrant): Promise<string> {
  const unit = await visibleUnit(context, input.unit);
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  if (!holdsOver(context, 'GRANT_MANAGE', unit.pathText)) throw forbidden(context.locale, 'GRANT_MANAGE');
  assertOpenOn(unit, input.from, '/from');
  if (input.from < context.today)
    throw invalidField('/from', domainError('OUT_OF_RANGE', { given: input.from, minimum: context.today }));
  const actor = getActor(context);
  const userId = await findAccountOf(context, employee.id);
  if (userId === actor.userId || employee.id === actor.employeeId)
    throw invalidField('/employee', domainError('INCONSISTENT', { reason: 'SAME_PERSON' }));
  if (userId === null)
    throw invalidField('/employee', domainError('NO_ASSIGNMENT', { employee: employee.code, on: context.today }));
  const reviewDueOn = input.reviewDueOn ?? addMonths(input.from, REVIEW_MONTHS);
  return change(context, 'giveGrant', input, async (tx) => {
    const { id } = await tx.grant.create({
      data: {
        userId,
        kind: 'GRANT',
        role: input.role,
        unitId: unit.id,
        validFrom: toDateColumn(input.from),
        validTo: input.to === null ? null : toDateColumn(input.to),
        document: input.document,
        givenById: actor.userId,
        givenByName: actor.displayName,
        reviewDueOn: toDateColumn(reviewDueOn),
      },
      select: { id: true },
    });
    const { role, from, to, document } = input;
    const payload = { unit: unit.code, employee: employee.code, role, from, to, document, reviewDueOn };
    return { entity: 'Grant', id, employeeId: employee.id, payload };
  });
}

/** Ends a grant after a last day, yesterday at the earliest: then it gives nothing from now on. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
export async function endGrant(context: Context, input: EndGrant): Promise<string> {
  const grant = assertVisible(await loadOne(context, grantById, rowId(context, 'Grant', input.grant)), context);
  const unit = await getUnit(context, grant.unitId);
  if (!mayManage(context, grant, unit)) throw forbidden(context.locale, 'GRANT_MANAGE');
  const earliest = addDays(context.today, -1);
  if (input.on < earliest)
    throw invalidField('/on', domainError('OUT_OF_RANGE', { given: input.on, minimum: earliest }));
  return change(context, 'endGrant', input, async (tx) => {
    const ended = await endGrants(tx, [{ id: grant.id, on: input.on, reason: input.reason }], context);
    if (ended.size === 0) throw wrongState('ENDED');
    return changeOf(grant, { unit: unit.code, on: input.on, reason: input.reason });
  });
}

/** What became of each grant that was looked at, in the order given. */
export interface ReviewedRows {
  readonly rows: readonly {
    readonly index: number;
    readonly id: string | null;
    readonly errors: readonly FieldError[];
  }[];
}

/**
 * Says of each grant whether it stays for another year or ends with today. A row that is refused leaves the others standing:
 * NOT_FOUND, FORBIDDEN (also one's own), WRONG_STATE for one that has ended, REASON_REQUIRED for an end without a note.
 */
export async function reviewGrants(context: Context, input: ReviewGrants): Promise<ReviewedRows> {
  const grants = await Promise.all(
    input.rows.map(({ grant }) => {
      const id = findRowId('Grant', grant);
      return id === null ? null : loadOne(context, grantById, id);
    }),
  );
  const units = await Promise.all(grants.map((grant) => (grant === null ? null : getUnit(context, grant.unitId))));
  const actor = getActor(context);
  const refuse = (index: number): FieldError | null => {
    const grant = grants[index] ?? null;
    const path = (field: string) => `/rows/${index}/${field}`;
    if (grant === null) return { path: path('grant'), error: domainError('NOT_FOUND') };
    if (!mayManage(context, grant, units[index] ?? null))
      return { path: path('grant'), error: domainError('FORBIDDEN', { permission: 'GRANT_MANAGE' }) };
    const row = input.rows[index];
    if (row?.outcome === 'END' && row.note === null)
      return { path: path('note'), error: domainError('REASON_REQUIRED') };
    return null;
  };
  return changeAll(context, 'reviewGrants', input, async (tx) => {
    const judged = input.rows.map((row, index) => ({
      ...row,
      index,
      row: grants[index] ?? null,
      refused: refuse(index),
    }));
    const accepted = judged.flatMap(({ row, refused, ...said }) =>
      row === null || refused !== null ? [] : [{ ...said, id: row.id, row }],
    );
    const { today: on } = context;
    const ended = await endGrants(
      tx,
      accepted.filter(({ outcome }) => outcome === 'END').map(({ id, note }) => ({ id, on, reason: note ?? '' })),
      context,
    );
    const kept = await keepGrants(
      tx,
      accepted.filter(({ outcome }) => outcome === 'KEEP'),
      { on, next: addMonths(on, REVIEW_MONTHS), byId: actor.userId, byName: actor.displayName },
    );
    const done = accepted.filter(({ id }) => ended.has(id) || kept.has(id));
    const rows = judged.map(({ index, row, refused }) => {
      const isDone = done.some((each) => each.index === index);
      const late = { path: `/rows/${index}/grant`, error: domainError('WRONG_STATE', { state: 'ENDED' }) };
      const errors = refused === null ? (isDone ? [] : [late]) : [refused];
      return { index, id: isDone ? (row?.id ?? null) : null, errors };
    });
    const changes = done.map(({ row, outcome, note }) => changeOf(row, { on, outcome, note }));
    return { outcome: { rows }, changes };
  });
}

function changeOf(grant: GrantRow, payload: Change['payload']): Change {
  return { entity: 'Grant', id: grant.id, employeeId: grant.employeeId, payload: { role: grant.role, ...payload } };
}
