import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { scoringRoleOf, type TransferEmployeeRow } from '@congvu/schema/evaluation';
import { addDays } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import type { EmployeeRow } from '../employee/employee.store.ts';
import { invalidField, PeriodClosedError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import type { Change } from '../mutation/change.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import {
  type EndedAssignment,
  endAssignments,
  insertAssignments,
  lockStaff,
  type NewAssignment,
} from './staff.store.ts';
import { findClosedMonthsOf, findHeldAssignments, type HeldAssignment, placeSheetsFrom } from './transfer.store.ts';

/** A transfer one may carry out, as it was seen before the transaction. */
export interface AskedTransfer {
  readonly index: number;
  readonly input: TransferEmployeeRow;
  readonly employee: EmployeeRow;
  readonly unit: UnitRow;
  readonly ruleSet: string;
}

/** A transfer in order: the assignment it opens, and those it ends. */
export interface JudgedTransfer extends AskedTransfer {
  readonly assignment: HeldAssignment;
  readonly ended: readonly HeldAssignment[];
}

/**
 * Locks the people and judges row by row, as if each were a call of its own: a second row about a person meets the assignment
 * that the first one opened. Errors, given to `refuse` with their row: INVALID_INPUT for a second assignment at once, FORBIDDEN,
 * PERIOD_CLOSED.
 */
export async function lockAndJudge(
  tx: Transaction,
  context: Context,
  unitPaths: readonly string[],
  rows: readonly AskedTransfer[],
  refuse: (row: AskedTransfer, error: unknown) => void,
): Promise<readonly JudgedTransfer[]> {
  if (rows.length === 0) return [];
  const people = [...new Set(rows.map(({ employee }) => employee.id))];
  await lockStaff(tx, people);
  const all = await findHeldAssignments(tx, people);
  const held = Map.groupBy(all, ({ employeeId }) => employeeId);
  const units = new Set([...all, ...rows.map(({ unit }) => ({ unitId: unit.id }))].map(({ unitId }) => unitId));
  const closed = Map.groupBy(await findClosedMonthsOf(tx, [...units]), ({ unitId }) => unitId);
  return rows.flatMap((row) => {
    try {
      const { employee, unit, input } = row;
      const before = held.get(employee.id) ?? [];
      const present = before.filter(({ validTo }) => validTo === null || validTo >= input.from);
      assertTransferable(context, unitPaths, row, present);
      const months = [unit.id, ...present.map(({ unitId }) => unitId)].flatMap((id) => closed.get(id) ?? []);
      assertMonthsOpen(
        months.map(({ period }) => period),
        input,
      );
      const ended = present.map((each) => ({ ...each, validTo: addDays(input.from, -1) }));
      const assignment: HeldAssignment = {
        id: randomUUID(),
        employeeId: employee.id,
        unitId: unit.id,
        unitPath: unit.pathText,
        validFrom: input.from,
        validTo: null,
      };
      held.set(employee.id, [...before.filter((each) => !present.includes(each)), ...ended, assignment]);
      return [{ ...row, assignment, ended }];
    } catch (error) {
      refuse(row, error);
      return [];
    }
  });
}

/** Errors: INVALID_INPUT, FORBIDDEN. */
function assertTransferable(
  context: Context,
  unitPaths: readonly string[],
  { input }: AskedTransfer,
  present: readonly HeldAssignment[],
): void {
  // The one that lasts is ended; one that begins later, or on the day, would stand beside the new one.
  if (present.some(({ validFrom }) => validFrom >= input.from))
    throw invalidField('/from', domainError('INCONSISTENT', { reason: 'OVERLAPPING_ASSIGNMENT' }));
  if (present.some(({ unitPath }) => !covers(unitPaths, unitPath))) throw forbidden(context.locale, 'STAFF_MANAGE');
}

/** Errors: PERIOD_CLOSED with the first month from the transfer on that is closed. */
function assertMonthsOpen(closed: readonly string[], { from }: TransferEmployeeRow): void {
  const [first] = closed.filter((period) => period >= periodOf(from)).toSorted();
  // Stored by us from a Period.
  if (first !== undefined) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: first as Period }));
}

/** Writes transfers, places the sheets of open months anew, and answers the change of each for the chain. */
export async function carryOut(tx: Transaction, judged: readonly JudgedTransfer[]): Promise<readonly Change[]> {
  if (judged.length === 0) return [];
  const opened = new Set(judged.map(({ assignment }) => assignment.id));
  // What a later row of the call ended is what stands.
  const endedOn = new Map(judged.flatMap(({ ended }) => ended.map(({ id, validTo }) => [id, validTo ?? ''] as const)));
  const ended: readonly EndedAssignment[] = [...endedOn].map(([id, validTo]) => ({ id, validTo }));
  await endAssignments(
    tx,
    ended.filter(({ id }) => !opened.has(id)),
  );
  await insertAssignments(
    tx,
    judged.map((row) => toAssignment(row, endedOn.get(row.assignment.id) ?? null)),
  );
  await placeSheetsFrom(
    tx,
    judged.map(({ employee, input }) => ({ employeeId: employee.id, period: periodOf(input.from) })),
  );
  return judged.map(toChange);
}

function toAssignment({ assignment, input, ruleSet }: JudgedTransfer, validTo: string | null): NewAssignment {
  return {
    id: assignment.id,
    employeeId: assignment.employeeId,
    unitId: assignment.unitId,
    post: input.post,
    title: input.title,
    groupCode: input.group,
    subjectType: input.subjectType,
    role: scoringRoleOf(input.post),
    ruleSet,
    validFrom: input.from,
    validTo,
  };
}

function toChange({ assignment, employee, unit, input, ruleSet, ended }: JudgedTransfer): Change {
  const payload = {
    employee: employee.code,
    unit: unit.code,
    post: input.post,
    group: input.group,
    subjectType: input.subjectType,
    ruleSet,
    from: input.from,
    document: input.document,
    ended: ended.map(({ id }) => id),
  };
  return { entity: 'Assignment', id: assignment.id, employeeId: employee.id, payload };
}
