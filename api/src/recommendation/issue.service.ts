import { followUpClock } from '@congvu/schema/calendar';
import { domainError } from '@congvu/schema/errors';
import type { IssueRecommendation } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type EmployeeRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { findingById } from '../finding/finding.store.ts';
import type { InspectionRow } from '../inspection/inspection.store.ts';
import { assertNotBefore, assertPossible, findManaged } from '../inspection/inspection-change.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, unitAt } from '../unit/open-unit.ts';
import { getUnit, type UnitRow } from '../unit/unit.store.ts';

/**
 * An inspection recommends something to a unit or a person, with who has to act and by when: by the office's table of clocks
 * unless stated. Answers its id. Nothing is recommended about oneself, or on a finding its unit was not told.
 *
 * Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE; UNIT_CLOSED for a unit that is to act and no longer exists; INVALID_INPUT.
 */
export async function issueRecommendation(context: Context, input: IssueRecommendation): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  assertPossible('RECOMMEND', inspection);
  assertPast(context, '/issuedOn', input.issuedOn);
  assertNotBefore('/issuedOn', input.issuedOn, inspection.startedOn);
  const findingId = await findingOf(context, input.finding, inspection);
  const [target, owner] = await Promise.all([
    partyOf(context, { path: '/target', unit: input.targetUnit, employee: input.targetEmployee }),
    partyOf(context, { path: '/owner', unit: input.ownerUnit, employee: input.ownerEmployee }),
  ]);
  if (target.employee !== null && target.employee.id === context.actor?.employeeId)
    throw forbidden(context.locale, 'INSPECTION_MANAGE');
  if (owner.unit !== null) assertOpenOn(owner.unit, input.issuedOn, '/ownerUnit');
  const holder = await getUnit(context, inspection.unitId);
  const clocks = await loadRegisterTable(context, 'CLOCKS', holder.pathText, input.issuedOn);
  const dueOn = input.dueOn ?? followUpClock(input.issuedOn, clocks.table).lastDay;
  const { kind, content, amount, issuedOn } = input;
  return change(context, 'issueRecommendation', input, async (tx) => {
    const { id } = await tx.recommendation.create({
      data: {
        inspectionId: inspection.id,
        findingId,
        kind,
        targetUnitId: target.unit?.id ?? null,
        targetEmployeeId: target.employee?.id ?? null,
        content,
        amount,
        ownerUnitId: owner.unit?.id ?? null,
        ownerEmployeeId: owner.employee?.id ?? null,
        issuedOn: toDateColumn(issuedOn),
        dueOn: toDateColumn(dueOn),
        ...recordedBy(context),
      },
      select: { id: true },
    });
    const payload = { inspection: inspection.id, finding: findingId, kind, issuedOn, dueOn };
    return { entity: 'Recommendation', id, employeeId: target.employee?.id ?? null, payload };
  });
}

async function findingOf(context: Context, globalId: string | null, inspection: InspectionRow): Promise<string | null> {
  if (globalId === null) return null;
  const finding = assertVisible(await loadOne(context, findingById, rowId(context, 'Finding', globalId)), context);
  if (finding.inspectionId !== inspection.id) throw wrongState('OTHER_INSPECTION');
  if (finding.issuedOn === null) throw wrongState('NOT_ISSUED');
  return finding.id;
}

interface NamedParty {
  /** "/target" or "/owner": the fields are "/targetUnit" and "/targetEmployee". */
  readonly path: string;
  readonly unit: string | null;
  readonly employee: string | null;
}

/** The unit or the person of an input; the shape demands exactly one. Errors: UNIT_UNKNOWN, EMPLOYEE_UNKNOWN. */
async function partyOf(
  context: Context,
  { path, unit, employee }: NamedParty,
): Promise<{ readonly unit: UnitRow | null; readonly employee: EmployeeRow | null }> {
  if (unit !== null) return { unit: await unitAt(context, `${path}Unit`, unit), employee: null };
  const person = employee === null ? null : await findEmployeeByCode(context, employee);
  if (person === null)
    throw invalidField(`${path}Employee`, domainError('EMPLOYEE_UNKNOWN', { employee: employee ?? '' }));
  return { unit: null, employee: person };
}
