import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { type BulkInput, type ConfirmPeriodSheet, confirmPeriodSheetRowShape } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import { assertNotFormer, loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { type BulkRow, type KeptRows, Rows, toBulkRows } from '../mutation/bulk.ts';
import { type Change, change, changeAll } from '../mutation/change.ts';
import { correctResults } from '../period-result/correct-result.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { getActor } from '../task/task-change.ts';
import { markConfirmed } from './confirm-sheets.store.ts';
import { rescore } from './sheet.recompute.ts';
import { findClosedMonths, findLeadersToFollow, findLockedSheets, lockConfirmations } from './sheet-change.store.ts';
import { toChange } from './sheet-change.ts';
import {
  authoriseConfirmation,
  type Confirmation,
  type ConfirmationFacts,
  judgeConfirmation,
  type SheetToConfirm,
} from './sheet-confirmation.ts';
import { lockSheets, type ScoredSheet } from './sheet-figures.store.ts';
import { keepCriteria, keepRevisions } from './sheet-revision.store.ts';

/** The authority confirms or changes the points; a confirmed sheet is corrected, with a reason, and the older version stays. */
export async function confirmPeriodSheet(context: Context, input: ConfirmPeriodSheet): Promise<string> {
  await assertNotFormer(context, 'SCORE_CONFIRM');
  const authority = await loadAuthority(context, 'SCORE_CONFIRM');
  const asked = await authoriseConfirmation(context, authority, { index: 0, input });
  const rules = await loadRuleSets(context);
  return change(context, 'confirmPeriodSheet', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, { rules, authority }, [asked], (_row, error) => {
      throw error;
    });
    const [done] = await carryOut(tx, context, judged);
    if (done === undefined) throw notFound(context.locale);
    return done;
  });
}

/**
 * Many sheets in one call, answered row by row with the code the confirmation of one would; in a number of statements that
 * does not grow with them. Whatever their order, they are confirmed from below: a leader's result of his unit follows from
 * the sheets confirmed with it. Errors: ROWS_REFUSED where all are to be written or none.
 */
export async function confirmPeriodSheets(context: Context, input: BulkInput): Promise<readonly BulkRow[]> {
  await assertNotFormer(context, 'SCORE_CONFIRM');
  const rows = new Rows(input, confirmPeriodSheetRowShape, '/sheet');
  const authority = await loadAuthority(context, 'SCORE_CONFIRM');
  const rules = await loadRuleSets(context);
  const asked = await rows.each(rows.read, (row) => authoriseConfirmation(context, authority, row));
  const kept = await changeAll<KeptRows>(context, 'confirmPeriodSheets', input, async (tx) => {
    const facts = { rules, authority };
    const judged = await lockAndJudge(tx, context, facts, asked, (row, error) => rows.refuse(row, error));
    rows.assertWritable();
    for (const row of judged) rows.done(row, row.sheet.id);
    return { outcome: rows.kept(), changes: await carryOut(tx, context, judged) };
  });
  return toBulkRows(input, kept);
}

type Refuse = (row: SheetToConfirm, error: unknown) => void;

/** Locks the sheets and judges each as it stands. One named twice is confirmed once. */
async function lockAndJudge(
  tx: Transaction,
  context: Context,
  given: Omit<ConfirmationFacts, 'closed'>,
  asked: readonly SheetToConfirm[],
  refuse: Refuse,
): Promise<readonly Confirmation[]> {
  const seen = asked.map((row) => row.seen);
  if (seen.length === 0) return [];
  await lockConfirmations(tx, ...seen.map(({ period }) => period));
  await lockSheets(tx, seen);
  const ids = [...new Set(seen.map(({ id }) => id))];
  const sheets = new Map((await findLockedSheets(tx, ids)).map((sheet) => [sheet.id, sheet]));
  const facts = { ...given, closed: await findClosedMonths(tx, seen) };
  const judged = new Map<string, Confirmation>();
  for (const row of asked) {
    const { id } = row.seen;
    const sheet = sheets.get(id);
    try {
      if (sheet === undefined) throw notFound(context.locale);
      const twice = judged.get(id)?.sheet;
      if (twice !== undefined && row.input.revision === twice.revision + 1)
        throw invalidField('/sheet', domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
      judged.set(
        id,
        judgeConfirmation(context, facts, twice ? { ...twice, revision: twice.revision + 1 } : sheet, row),
      );
    } catch (error) {
      refuse(row, error);
    }
  }
  return [...judged.values()];
}

/** Writes the confirmations, works out what follows from them, and answers the change of each for the chain. */
async function carryOut(
  tx: Transaction,
  context: Context,
  confirmations: readonly Confirmation[],
): Promise<readonly Change[]> {
  if (confirmations.length === 0) return [];
  const given = confirmations.map(({ sheet, input }) => ({ sheetId: sheet.id, criteria: input.criteria }));
  await keepCriteria(tx, given, 'confirmedPoints');
  await markConfirmed(
    tx,
    confirmations.map(({ columns }) => columns),
    context.now,
  );
  await rescoreFromBelow(tx, context, confirmations);
  const reasons = confirmations.map(({ sheet, input }) => ({ sheetId: sheet.id, reason: input.reason }));
  const kept = await keepRevisions(tx, reasons, { actor: getActor(context), at: context.now });
  const byPeriod = Map.groupBy(
    confirmations.filter(({ isCorrection }) => isCorrection),
    ({ sheet }) => sheet.period,
  );
  for (const [period, corrected] of byPeriod) {
    // The frozen figure of a closed month takes a correction up as its next revision; an open month has none.
    const people = [...new Set(corrected.map(({ sheet }) => sheet.employeeId))];
    // Stored by us from a Period.
    await correctResults(tx, context, people, period as Period);
  }
  const reasonOf = new Map(reasons.map(({ sheetId, reason }) => [sheetId, reason]));
  return kept.map((sheet) => toChange(sheet, reasonOf.get(sheet.id) ?? null));
}

/**
 * Works the confirmed sheets out, then the leaders above them: a subordinate below 50 halves the leader's figure for his unit
 * (art. 15(3)(d)), and what he sees meanwhile follows. A leader confirmed in the same call may bring down the next above, so
 * leaders are worked out until none of them crosses that line any more.
 */
async function rescoreFromBelow(
  tx: Transaction,
  context: Context,
  confirmations: readonly Confirmation[],
): Promise<void> {
  const keys = confirmations.map(({ sheet: { employeeId, unitId, period } }) => ({ employeeId, unitId, period }));
  let failed = failedOf(await rescore(tx, context, keys));
  // One sheet alone cannot stand above another of its call.
  const own = keys.length === 1 ? [] : keys.filter((_key, index) => confirmations[index]?.sheet.role === 'LEADER');
  const following = await findLeadersToFollow(tx, keys);
  if (following.length > 0) await lockSheets(tx, following);
  const leaders = [...own, ...following];
  // One pass a level of units is enough, and deputies stand below their head.
  for (let pass = 0; pass < MOST_LEVELS && leaders.length > 0; pass += 1) {
    const now = failedOf(await rescore(tx, context, leaders));
    const isSettled = own.length === 0 || now === failed;
    failed = now;
    if (isSettled) return;
  }
}

const MOST_LEVELS = 6;

/** Which confirmed sheets of leaders are below 50, as one text. */
function failedOf(sheets: readonly ScoredSheet[]): string {
  const failed = sheets.filter(
    ({ role, level, provisional }) => role === 'LEADER' && !provisional && level === 'NOT_COMPLETED',
  );
  return failed
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}
