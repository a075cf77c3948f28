import type { Transaction } from '@congvu/prisma/database';
import { advanceSheet, isProvisional } from '@congvu/schema/evaluation';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type PeriodScore } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { scoreTasks } from '../score/rescore.ts';
import {
  findSheetsToScore,
  insertSheets,
  lockSheets,
  type ScoredSheet,
  type SheetKey,
  type SheetToScore,
  updateSheets,
} from './sheet-figures.store.ts';

/** Locks one sheet, works it out and stores it; answers its id. */
export async function rescoreSheet(tx: Transaction, context: Context, key: SheetKey): Promise<string> {
  await lockSheets(tx, [key]);
  const [id] = await rescoreSheets(tx, context, [key]);
  if (id === undefined) throw new Error('A sheet is worked out for each key.');
  return id;
}

/**
 * Works out the figures of sheets from their tasks and points and stores them; makes those the period had not. The same
 * number of statements for one as for a whole unit; the caller holds their locks. Answers their ids in the keys' order.
 *
 * No arithmetic here: a score is scorePeriod's, as in the side panel.
 */
export async function rescoreSheets(
  tx: Transaction,
  context: Context,
  keys: readonly SheetKey[],
): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const scored = (await findSheetsToScore(tx, keys)).map((sheet) => ({ ...toScored(sheet), isNew: sheet.isNew }));
  await insertSheets(
    tx,
    scored.filter(({ isNew }) => isNew),
    context.now,
  );
  await updateSheets(
    tx,
    scored.filter(({ isNew }) => !isNew),
    context.now,
  );
  return scored.map(({ id }) => id);
}

function toScored(sheet: SheetToScore): ScoredSheet {
  const ruleSet = getRuleSet(sheet.ruleSet, sheet.ruleSetVersion ?? undefined);
  const points = sheet.general ?? sheet.selfGeneral;
  const unitResult = sheet.role === 'LEADER' ? (sheet.failedSheetIds.length > 0 ? 50 : 100) : null;
  // A rule set without weights of its own waits for the agency's; until then there is no figure.
  const general = points === null || ruleSet.weights === null ? null : exactDecimal(points);
  const figures = { unitResult, organising: sheet.organising, cohesion: sheet.cohesion };
  const score = general === null ? null : scoreTasks(ruleSet, sheet.role, general, sheet.tasks, figures);
  const advanced = advanceSheet(sheet.state, 'ASSIGN');
  const state = advanced.ok && sheet.tasks.length > 0 ? advanced.value : sheet.state;
  return {
    ...toColumns(score),
    id: sheet.id,
    employeeId: sheet.employeeId,
    unitId: sheet.unitId,
    period: sheet.period,
    role: sheet.role,
    ruleSet: ruleSet.code,
    ruleSetVersion: ruleSet.version,
    state,
    unitResult,
    unitResultSheetIds: unitResult === null ? [] : sheet.failedSheetIds,
    provisional: isProvisional(state),
    delays: sheet.tasks.reduce((sum, task) => sum + task.delays, 0),
    taskIds: sheet.tasks.map((task) => task.id),
  };
}

/** A score as the columns that lists are ordered and ranked by. */
function toColumns(score: PeriodScore | null) {
  if (score === null || score.state === 'INSUFFICIENT_DATA') {
    return {
      scoreState: 'INSUFFICIENT_DATA' as const,
      totalNumerator: null,
      totalDenominator: null,
      resultNumerator: null,
      resultDenominator: null,
      qualityNumerator: null,
      qualityDenominator: null,
      level: null,
      display: null,
      explanation: null,
    };
  }
  const [totalNumerator, totalDenominator] = parts(score.total);
  const [resultNumerator, resultDenominator] = parts(score.resultPoints);
  const [qualityNumerator, qualityDenominator] = parts(score.quality);
  return {
    scoreState: 'SCORED' as const,
    totalNumerator,
    totalDenominator,
    resultNumerator,
    resultDenominator,
    qualityNumerator,
    qualityDenominator,
    level: score.level,
    display: score.display,
    explanation: encodeExplanation(score),
  };
}

function parts(value: Rational): readonly [numerator: string, denominator: string] {
  const [numerator = '0', denominator = '1'] = toText(value).split('/');
  return [numerator, denominator];
}
