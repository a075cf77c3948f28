import type { Prisma } from '@congvu/prisma/client';
import type { RemedyFinding, SpreadFinding } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { inspectionById } from '../inspection/inspection.store.ts';
import { assertNotBefore } from '../inspection/inspection-change.ts';
import { assertMayInspect } from '../inspection/visit.service.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getUnit } from '../unit/unit.store.ts';
import { type FindingAction, isFindingActionPossible } from './finding.policy.ts';
import { type FindingRow, findingById } from './finding.store.ts';

/**
 * A finding was remedied, and by what that is proved: it no longer keeps the unit from OUTSTANDING. Answers its id.
 * Errors: NOT_FOUND, FORBIDDEN, OUT_OF_RANGE, STALE_REVISION; WRONG_STATE where it is not told, good, or remedied already.
 * Source: Nghị định 335/2025/NĐ-CP art. 8(1)(c).
 */
export async function remedyFinding(context: Context, input: RemedyFinding): Promise<string> {
  const finding = await findInspected(context, input.finding);
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, finding.foundOn);
  return changeFinding(context, 'remedyFinding', input, finding, {
    action: 'REMEDY',
    data: { remediedOn: toDateColumn(input.on), remedyProof: input.proof },
    payload: { on: input.on },
  });
}

/** A good practice was spread (nhân rộng). Answers its id. Errors: as remedyFinding. */
export async function spreadFinding(context: Context, input: SpreadFinding): Promise<string> {
  const finding = await findInspected(context, input.finding);
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, finding.foundOn);
  return changeFinding(context, 'spreadFinding', input, finding, {
    action: 'SPREAD',
    data: { spreadOn: toDateColumn(input.on) },
    payload: { on: input.on },
  });
}

/** Nobody acts on what was found about himself or in his own agency. Errors: NOT_FOUND, FORBIDDEN. */
async function findInspected(context: Context, globalId: string): Promise<FindingRow> {
  const finding = assertVisible(await loadOne(context, findingById, rowId(context, 'Finding', globalId)), context);
  const inspection = await loadOne(context, inspectionById, finding.inspectionId);
  const isOwn = finding.employeeId !== null && finding.employeeId === context.actor?.employeeId;
  if (inspection === null || isOwn) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  await assertMayInspect(context, inspection, await getUnit(context, finding.unitId));
  return finding;
}

interface Step {
  readonly action: FindingAction;
  readonly data: Prisma.FindingUncheckedUpdateInput;
  readonly payload: Change['payload'];
}

function changeFinding(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  finding: FindingRow,
  { action, data, payload }: Step,
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'Finding', finding.id);
    const select = { revision: true, positive: true, issuedOn: true, remediedOn: true, spreadOn: true };
    const present = asSeen(context, await tx.finding.findUnique({ where: { id: finding.id }, select }), input.revision);
    const facts = {
      positive: present.positive,
      issued: present.issuedOn !== null,
      remedied: present.remediedOn !== null,
      spread: present.spreadOn !== null,
    };
    if (!isFindingActionPossible(action, facts)) throw wrongState(stateOf(facts));
    await tx.finding.update({
      where: { id: finding.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    // Possible only once it was issued: the person knows of it.
    return { entity: 'Finding', id: finding.id, employeeId: finding.employeeId, payload };
  });
}

function stateOf(facts: { readonly issued: boolean; readonly positive: boolean; readonly remedied: boolean }): string {
  if (!facts.issued) return 'NOT_ISSUED';
  if (facts.remedied) return 'REMEDIED';
  return facts.positive ? 'GOOD_PRACTICE' : 'OPEN';
}
