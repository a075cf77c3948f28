import type { Transaction } from '@congvu/prisma/database';
import { advanceSheet, isProvisional } from '@congvu/schema/evaluation';
import { firstDay, type Period } from '@congvu/schema/primitives/period';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { type AnyRuleSet, withStored } from '@congvu/schema/rulesets';
import { encodeExplanation, type PeriodScore } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { knownRuleSetIds, readPublished } from '../rule-set/rule-set.store.ts';
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
  return (await rescore(tx, context, keys)).map(({ id }) => id);
}

/** The same, answering what the sheets now say. */
export async function rescore(
  tx: Transaction,
  context: Context,
  keys: readonly SheetKey[],
): Promise<readonly ScoredSheet[]> {
  if (keys.length === 0) return [];
  const found = await findSheetsToScore(tx, keys, knownRuleSetIds(context));
  const scored = found.map((sheet) => ({ ...toScored(sheet, ruleSetOf(context, sheet)), isNew: sheet.isNew }));
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
  return scored;
}

/**
 * The version a sheet was opened with, for ever; a new one takes what is in force on its period's first day, in the nearest
 * unit that has its own. Where nothing that scores is, the one the assignment names.
 */
function ruleSetOf(context: Context, sheet: SheetToScore): AnyRuleSet {
  const stored = sheet.published.map(({ agency, ...row }) => ({ ruleSet: readPublished(context, row), agency }));
  const registry = withStored(stored);
  if (sheet.ruleSetVersion !== null) return registry.get(sheet.ruleSet, sheet.ruleSetVersion);
  const lineage = stored.flatMap(({ agency }) => (agency === null ? [] : [agency]));
  // Stored by us from a Period.
  const day = firstDay(sheet.period as Period);
  const inForce = sheet.subjectType === null ? null : registry.findFor(sheet.subjectType, day, lineage);
  return inForce?.kind === 'PERSON'
    ? inForce
    : (registry.findScoring(sheet.ruleSet) ?? inForce ?? registry.get(sheet.ruleSet));
}

function toScored(sheet: SheetToScore, ruleSet: AnyRuleSet): ScoredSheet {
  const points = sheet.general ?? sheet.selfGeneral;
  const unitResult = sheet.role === 'LEADER' ? (sheet.failedSheetIds.length > 0 ? 50 : 100) : null;
  const figures = { unitResult, organising: sheet.organising, cohesion: sheet.cohesion };
  // A rule set without weights waits for the office's own, one of levels has no figure at all.
  const score =
    points === null || ruleSet.kind !== 'PERSON' || ruleSet.weights === null
      ? null
      : scoreTasks(ruleSet, sheet.role, exactDecimal(points), sheet.tasks, figures);
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
      quantityNumerator: null,
      quantityDenominator: null,
      progressNumerator: null,
      progressDenominator: null,
      level: null,
      display: null,
      explanation: null,
    };
  }
  const [totalNumerator, totalDenominator] = parts(score.total);
  const [resultNumerator, resultDenominator] = parts(score.resultPoints);
  const [qualityNumerator, qualityDenominator] = parts(score.quality);
  const [quantityNumerator, quantityDenominator] = parts(score.quantity);
  const [progressNumerator, progressDenominator] = parts(score.progress);
  return {
    scoreState: 'SCORED' as const,
    totalNumerator,
    totalDenominator,
    resultNumerator,
    resultDenominator,
    qualityNumerator,
    qualityDenominator,
    quantityNumerator,
    quantityDenominator,
    progressNumerator,
    progressDenominator,
    level: score.level,
    display: score.display,
    explanation: encodeExplanation(score),
  };
}

function parts(value: Rational): readonly [numerator: string, denominator: string] {
  const [numerator = '0', denominator = '1'] = toText(value).split('/');
  return [numerator, denominator];
}
