import type { Level } from '@congvu/schema/evaluation';
import type { Rational } from '@congvu/schema/primitives/rational';
import { decodeExplanation, type ExplanationLine, type PeriodScore, type RuleSet } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { explanationBySheet, type SheetCore, type SheetRow, wholeSheet } from '../period-sheet/sheet.store.ts';
import { getScoringRuleSet } from '../rule-set/rule-set.store.ts';
import { optionalDecimal, optionalExact } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { rescoreStored } from './rescore.ts';

interface Explanation {
  readonly lines: readonly ExplanationLine[];
  /** The tasks behind the items' indexes. */
  readonly taskIds: readonly string[];
}

/** A score as the api answers it: stored with a sheet, or just worked out for a preview. */
export interface ScoreView {
  readonly state: 'SCORED' | 'INSUFFICIENT_DATA';
  readonly provisional: boolean;
  readonly ruleSet: (context: Context) => Promise<RuleSet>;
  readonly general: Rational | null;
  readonly resultPoints: Rational | null;
  readonly total: Rational | null;
  readonly display: string | null;
  readonly level: Level | null;
  readonly explain: (context: Context) => Promise<Explanation>;
  /** The score with what is not stored: the components before their cap and the units of extra work. */
  readonly full: (context: Context) => Promise<PeriodScore>;
}

/** The stored score of a sheet; null while there are no points for the general criteria, neither own nor confirmed. */
export function toStoredView(sheet: SheetCore | SheetRow): ScoreView | null {
  const general = optionalDecimal(sheet.general ?? sheet.selfGeneral);
  if (general === null) return null;
  const ruleSet = (context: Context) => getScoringRuleSet(context, sheet.ruleSet, sheet.ruleSetVersion);
  let explanation: Promise<Explanation> | null = null;
  return {
    state: sheet.scoreState,
    provisional: sheet.provisional,
    ruleSet,
    general,
    resultPoints: optionalExact(sheet.resultNumerator, sheet.resultDenominator),
    total: optionalExact(sheet.totalNumerator, sheet.totalDenominator),
    display: sheet.display,
    level: sheet.level,
    // Read and expanded only where it is asked for, once for all fields that need it.
    explain: (context) => {
      explanation ??= ruleSet(context).then((found) => explainStored(context, found, sheet.id));
      return explanation;
    },
    full: async (context) => rescoreStored(context, await wholeSheet(context, sheet), await ruleSet(context)),
  };
}

async function explainStored(context: Context, ruleSet: RuleSet, sheetId: string): Promise<Explanation> {
  const stored = await loadOne(context, explanationBySheet, sheetId);
  if (stored === null || stored.explanation === null) return { lines: [], taskIds: [] };
  const lines = decodeExplanation(ruleSet, stored.explanation);
  if (!lines.ok) throw new Error(`The stored explanation of sheet ${sheetId} is damaged: ${lines.error}.`);
  return { lines: lines.value, taskIds: stored.taskIds };
}

/** A score that was just worked out and is stored nowhere. */
export function toPreviewView(
  ruleSet: RuleSet,
  general: Rational,
  score: PeriodScore,
  taskIds: readonly string[],
): ScoreView {
  const isScored = score.state === 'SCORED';
  return {
    state: score.state,
    provisional: true,
    ruleSet: async () => ruleSet,
    general,
    resultPoints: isScored ? score.resultPoints : null,
    total: isScored ? score.total : null,
    display: isScored ? score.display : null,
    level: isScored ? score.level : null,
    explain: async () => ({ lines: isScored ? score.explanation : [], taskIds }),
    full: async () => score,
  };
}
