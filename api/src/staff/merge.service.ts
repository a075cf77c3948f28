import { randomUUID } from 'node:crypto';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { type MergeUnits, scoringRoleOf } from '@congvu/schema/evaluation';
import { addDays } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput, PeriodClosedError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import {
  countOpenUnitsBelow,
  endAssignments,
  findAssignmentsFrom,
  findClosedPeriod,
  findGroupsFor,
  insertAssignments,
  lockStaff,
  type NewAssignment,
  type StaffAssignment,
} from './staff.store.ts';
import { assertOpenOn } from './transfer.service.ts';
import { placeSheetsFrom } from './transfer.store.ts';

type Place = MergeUnits['places'][number];

/**
 * Closes a unit into its successor on a day, also in the middle of a month: everybody of it has an assignment there from
 * that day on, with the post, title and group he had unless `places` says otherwise. Sheets and tasks of the days before
 * stay with the unit that was; open sheets stand where he does now. Answers the successor's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED, PERIOD_CLOSED; INVALID_INPUT where the unit still has units below it, where
 * the successor would have two heads, and for people whose group belongs to another agency.
 */
export async function mergeUnits(context: Context, input: MergeUnits): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const successor = assertVisible(await findUnitByCode(context, input.successor), context);
  const { unitPaths } = await loadAuthority(context, 'STAFF_MANAGE');
  if (!covers(unitPaths, unit.pathText) || !covers(unitPaths, successor.pathText))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  if (unit.id === successor.id)
    throw invalidField('/successor', domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
  assertOpenOn(unit, input.on);
  assertOpenOn(successor, input.on);
  if ((await countOpenUnitsBelow(context, unit.id, input.on)) > 0)
    throw invalidField('/unit', domainError('INCONSISTENT', { reason: 'UNIT_HAS_UNITS' }));
  const [registry, lineage] = await Promise.all([loadRuleSets(context), lineageOf(context, successor.id)]);
  await changeAll<string>(context, 'mergeUnits', input, async (tx) => {
    await lockStaff(tx, [unit.id, successor.id].toSorted());
    const moved = await findAssignmentsFrom(tx, unit.id, input.on);
    const there = await findAssignmentsFrom(tx, successor.id, input.on);
    const closed = await findClosedPeriod(tx, [unit.id, successor.id], periodOf(input.on));
    // Stored by us from a Period.
    if (closed !== null) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: closed as Period }));
    const placed = moved.map((each) => ({ before: each, ...toPlace(each, input.places) }));
    const groups = await findGroupsFor(context, [...new Set(placed.map(({ group }) => group))], successor.pathText);
    const errors = findErrors(input, moved, placed, there, groups);
    if (errors.length > 0) throw invalidInput(...errors);
    const rows: NewAssignment[] = placed.map(({ before, post, title, group }) => ({
      id: randomUUID(),
      employeeId: before.employeeId,
      unitId: successor.id,
      post,
      title,
      groupCode: group,
      subjectType: before.subjectType,
      role: scoringRoleOf(post),
      ruleSet: registry.findFor(before.subjectType, input.on, lineage)?.code ?? '',
      validFrom: input.on,
      validTo: before.validTo,
    }));
    const without = rows.findIndex(({ ruleSet }) => ruleSet === '');
    if (without >= 0) {
      const ruleSet = rows[without]?.subjectType ?? '';
      throw invalidField('/unit', domainError('RULE_SET_UNKNOWN', { ruleSet }));
    }
    await endAssignments(
      tx,
      moved.map(({ id }) => ({ id, validTo: addDays(input.on, -1) })),
    );
    await insertAssignments(tx, rows);
    await placeSheetsFrom(
      tx,
      rows.map(({ employeeId }) => ({ employeeId, period: periodOf(input.on) })),
    );
    await tx.unit.update({
      where: { id: unit.id },
      data: { validTo: toDateColumn(addDays(input.on, -1)), successorId: successor.id },
      select: { id: true },
    });
    const payload = { unit: unit.code, successor: successor.code, on: input.on, document: input.document };
    const changes: Change[] = [
      { entity: 'Unit', id: unit.id, employeeId: null, payload: { ...payload, people: moved.length } },
      ...placed.map(({ before, post, group }) => ({
        entity: 'Assignment' as const,
        id: before.id,
        employeeId: before.employeeId,
        payload: { ...payload, post, group },
      })),
    ];
    return { outcome: successor.id, changes };
  });
  return successor.id;
}

function toPlace(assignment: StaffAssignment, places: readonly Place[]) {
  const place = places.find(({ employee }) => employee === assignment.employeeCode);
  return {
    post: place?.post ?? assignment.post,
    title: place?.title ?? assignment.title,
    group: place?.group ?? assignment.groupCode,
  };
}

function findErrors(
  input: MergeUnits,
  moved: readonly StaffAssignment[],
  placed: readonly { readonly before: StaffAssignment; readonly post: string; readonly group: string }[],
  there: readonly StaffAssignment[],
  groups: ReadonlySet<string>,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const inconsistent = (path: string, reason: Parameters<typeof domainError<'INCONSISTENT'>>[1]['reason']) =>
    errors.push({ path, error: domainError('INCONSISTENT', { reason }) });
  const codes = new Set(moved.map(({ employeeCode }) => employeeCode));
  for (const [index, { employee }] of input.places.entries()) {
    if (codes.has(employee)) continue;
    errors.push({ path: `/places/${index}/employee`, error: domainError('EMPLOYEE_UNKNOWN', { employee }) });
  }
  if (moved.some(({ validFrom }) => validFrom >= input.on)) inconsistent('/on', 'OVERLAPPING_ASSIGNMENT');
  const heads = [...placed, ...there.filter(({ validFrom }) => validFrom <= input.on)].filter(
    ({ post }) => post === 'HEAD',
  );
  if (heads.length > 1) inconsistent('/places', 'MORE_THAN_ONE_HEAD');
  if (placed.some(({ group }) => !groups.has(group))) inconsistent('/places', 'GROUP_OF_OTHER_UNIT');
  return errors;
}
