import { compare, multiply, type Rational, whole, ZERO } from '../primitives/rational.ts';
import type { ScoreInput } from '../scoring/period-score.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import type { MinWorkedDays, YearRules } from '../scoring/year-rules.ts';
import { type Figures, meanFigures } from './figures.ts';

/** One person's time in one unit and post within a month, with what it was scored from. */
export interface MonthSegment {
  readonly ruleSet: RuleSet;
  /** Working days present; whole, at least 0. */
  readonly workedDays: number;
  /** What the segment was scored from; null where that is not at hand, and then items cannot be pooled. */
  readonly input: ScoreInput | null;
  /** Null: INSUFFICIENT_DATA. */
  readonly figures: Figures | null;
}

export type SplitMethod = YearRules['splitPeriod']['value'];

export interface MergedMonth {
  /** BELOW_MINIMUM: fewer days worked than the least; the month is left out like one without data, but for another reason. */
  readonly state: 'SCORED' | 'INSUFFICIENT_DATA' | 'BELOW_MINIMUM';
  readonly figures: Figures | null;
  readonly workedDays: number;
  /** How it was merged; null for a month of one segment. Differs from the rule set's where that could not be done. */
  readonly method: SplitMethod | null;
  /** The positions of the segments that made the figure. */
  readonly counted: readonly number[];
}

/**
 * One figure for a month spent in several units, segments in order of time.
 *
 * WEIGHT_BY_WORKING_DAYS: the mean by days worked of the segments that have a figure. POOL_ITEMS: all items scored as one
 * month, general points by days, the leader's figures those of the last segment; only where rule set, role and parameters are
 * one, else by days. LAST_UNIT: the last segment's figure alone.
 *
 * Source: domain.md 3.15 `splitPeriod`, `period.minWorkedDays`; our reading, the decree does not say.
 */
export function mergeMonth(
  rules: Pick<YearRules, 'splitPeriod' | 'minWorkedDays'>,
  segments: readonly MonthSegment[],
  workingDaysOfMonth: number,
): MergedMonth {
  const workedDays = segments.reduce((days, segment) => days + segment.workedDays, 0);
  const method = segments.length > 1 ? methodFor(rules.splitPeriod.value, segments) : null;
  if (!hasWorkedEnough(rules.minWorkedDays.value, workedDays, workingDaysOfMonth)) {
    return { state: 'BELOW_MINIMUM', figures: null, workedDays, method, counted: [] };
  }
  const { figures, counted } = merge(method, segments);
  const state = figures === null ? 'INSUFFICIENT_DATA' : 'SCORED';
  return { state, figures, workedDays, method, counted: figures === null ? [] : counted };
}

/** Whether enough days of a month were worked for it to be scored. Source: domain.md 3.15 `period.minWorkedDays`. */
export function hasWorkedEnough(minimum: MinWorkedDays, workedDays: number, workingDaysOfMonth: number): boolean {
  if (minimum.kind === 'DAYS') return workedDays >= minimum.days;
  return compare(whole(workedDays), multiply(minimum.share, whole(workingDaysOfMonth))) >= 0;
}

function methodFor(wanted: SplitMethod, segments: readonly MonthSegment[]): SplitMethod {
  return wanted === 'POOL_ITEMS' && !canPool(segments) ? 'WEIGHT_BY_WORKING_DAYS' : wanted;
}

/** Scores of two rule sets, or of a leader and not, are not of one kind; their items have no common sum. */
function canPool(segments: readonly MonthSegment[]): boolean {
  const kindOf = ({ ruleSet, input }: MonthSegment) =>
    input === null
      ? null
      : `${ruleSet.code} ${ruleSet.version} ${input.role} ${JSON.stringify(input.parameters ?? {})}`;
  const kinds = new Set(segments.map(kindOf));
  return kinds.size === 1 && !kinds.has(null);
}

function merge(
  method: SplitMethod | null,
  segments: readonly MonthSegment[],
): { readonly figures: Figures | null; readonly counted: readonly number[] } {
  switch (method) {
    case null:
      return { figures: segments[0]?.figures ?? null, counted: [0] };
    case 'LAST_UNIT':
      return { figures: segments.at(-1)?.figures ?? null, counted: [segments.length - 1] };
    case 'POOL_ITEMS':
      return { figures: pool(segments), counted: segments.map((_, position) => position) };
    case 'WEIGHT_BY_WORKING_DAYS': {
      const parts = segments.flatMap(({ figures, workedDays }, position) =>
        figures === null || workedDays === 0 ? [] : [{ figures, weight: workedDays, position }],
      );
      return { figures: meanFigures(parts), counted: parts.map(({ position }) => position) };
    }
    default:
      return method satisfies never;
  }
}

function pool(segments: readonly MonthSegment[]): Figures | null {
  const inputs = segments.flatMap(({ input }) => (input === null ? [] : [input]));
  const last = inputs.at(-1);
  const ruleSet = segments.at(-1)?.ruleSet;
  if (last === undefined || ruleSet === undefined) return null;
  const items = inputs.flatMap((input) => input.items);
  const score = scorePeriod(ruleSet, { ...last, general: generalByDays(segments), items });
  if (score.state === 'INSUFFICIENT_DATA') return null;
  const delays = items.reduce((count, item) => count + item.delays, 0);
  return { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays };
}

function generalByDays(segments: readonly MonthSegment[]): Rational {
  const parts = segments.map(({ input, workedDays }) => ({
    figures: { total: input?.general ?? ZERO, resultPoints: ZERO, quality: ZERO, delays: 0 },
    weight: workedDays,
  }));
  // Without a day worked no mean exists; such a month is below any minimum but 0.
  return meanFigures(parts)?.total ?? ZERO;
}
