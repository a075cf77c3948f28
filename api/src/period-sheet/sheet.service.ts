import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { SelfScore } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { type Change, change } from '../mutation/change.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { getActor } from '../task/task-change.ts';
import { rescoreSheet } from './sheet.recompute.ts';
import { assertPlanOpen, findUnitsOfSheets, type LockedSheet, lockSheet } from './sheet-change.store.ts';
import { toChange } from './sheet-change.ts';
import { advance, assertCriteria, assertRevision } from './sheet-confirmation.ts';
import { decimalSum } from './sheet-points.ts';
import { keepCriteria, keepRevisions } from './sheet-revision.store.ts';

/** The person scores the general criteria of his own sheet, again until it is confirmed. */
export async function selfScore(context: Context, input: SelfScore): Promise<string> {
  const { employeeId } = getActor(context);
  const rules = await loadRuleSets(context);
  return change(context, 'selfScore', input, async (tx) => {
    if (employeeId === null) throw notFound(context.locale);
    const sheet = await lockSheet(tx, await ownKey(tx, context, employeeId, input));
    if (sheet === null) throw notFound(context.locale);
    await assertMayChange(tx, sheet, input.revision);
    const state = advance(sheet, 'SELF_SCORE');
    assertCriteria(rules, sheet, input.criteria);
    await keepCriteria(tx, [{ sheetId: sheet.id, criteria: input.criteria }], 'selfPoints');
    await tx.periodSheet.update({
      where: { id: sheet.id },
      data: {
        state,
        selfGeneral: decimalSum(input.criteria),
        strengths: input.strengths,
        limitations: input.limitations,
        selfScoredAt: context.now,
        revision: sheet.revision + 1,
      },
    });
    return finish(tx, context, sheet);
  });
}

/** Which of one's sheets of a period is meant. Errors: NOT_FOUND; REQUIRED at "/unit" where there are several. */
async function ownKey(tx: Transaction, context: Context, employeeId: string, { period, unit }: SelfScore) {
  const units = (await findUnitsOfSheets(tx, employeeId, period)).filter(({ code }) => unit === null || code === unit);
  const [only, another] = units;
  if (only === undefined) throw notFound(context.locale);
  if (another !== undefined) throw invalidField('/unit', domainError('REQUIRED'));
  return { employeeId, unitId: only.id, period };
}

async function assertMayChange(tx: Transaction, sheet: LockedSheet, revision: number): Promise<void> {
  assertRevision(sheet, revision);
  await assertPlanOpen(tx, sheet.unitId, sheet.period);
}

/** Works the score out, keeps what the sheet now says as a revision, and answers the change for the chain. */
async function finish(tx: Transaction, context: Context, before: LockedSheet): Promise<Change> {
  await rescoreSheet(tx, context, before);
  const kept = [{ sheetId: before.id, reason: null }];
  const [after] = await keepRevisions(tx, kept, { actor: getActor(context), at: context.now });
  if (after === undefined) throw new Error('A sheet that was scored says something.');
  return toChange(after, null);
}
