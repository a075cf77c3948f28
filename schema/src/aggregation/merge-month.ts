import { compare, divide, multiply, type Rational, sum, whole, ZERO } from '../primitives/rational.ts';
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
  const last = segments.at(-1);
  const pooled = toPooled(segments);
  const method = segments.length > 1 ? methodFor(rules.splitPeriod.value, pooled) : null;
  if (last === undefined || !hasWorkedEnough(rules.minWorkedDays.value, workedDays, workingDaysOfMonth)) {
    return { state: 'BELOW_MINIMUM', figures: null, workedDays, method, counted: [] };
  }
  const { figures, counted } = merge(method, segments, last, pooled);
  const state = figures === null ? 'INSUFFICIENT_DATA' : 'SCORED';
  return { state, figures, workedDays, method, counted: figures === null ? [] : counted };
}

/** Whether enough days of a month were worked for it to be scored. Source: domain.md 3.15 `period.minWorkedDays`. */
export function hasWorkedEnough(minimum: MinWorkedDays, workedDays: number, workingDaysOfMonth: number): boolean {
  if (minimum.kind === 'DAYS') return workedDays >= minimum.days;
  return compare(whole(workedDays), multiply(minimum.share, whole(workingDaysOfMonth))) >= 0;
}

interface PooledPart {
  readonly input: ScoreInput;
  readonly workedDays: number;
}

/** Scores of two rule sets, or of a leader and not, are not of one kind and their items have no common sum: null for those. */
function toPooled(segments: readonly MonthSegment[]): readonly PooledPart[] | null {
  const parts = segments.flatMap(({ input, workedDays }) => (input === null ? [] : [{ input, workedDays }]));
  const kindOf = ({ ruleSet, input }: MonthSegment) =>
    `${ruleSet.code} ${ruleSet.version} ${input?.role} ${JSON.stringify(input?.parameters ?? {})}`;
  return parts.length === segments.length && new Set(segments.map(kindOf)).size === 1 ? parts : null;
}

function methodFor(wanted: SplitMethod, pooled: readonly PooledPart[] | null): SplitMethod {
  return wanted === 'POOL_ITEMS' && pooled === null ? 'WEIGHT_BY_WORKING_DAYS' : wanted;
}

function merge(
  method: SplitMethod | null,
  segments: readonly MonthSegment[],
  last: MonthSegment,
  pooled: readonly PooledPart[] | null,
): { readonly figures: Figures | null; readonly counted: readonly number[] } {
  switch (method) {
    case null:
    case 'LAST_UNIT':
      return { figures: last.figures, counted: [segments.length - 1] };
    case 'POOL_ITEMS':
      return { figures: pool(last.ruleSet, pooled ?? []), counted: segments.map((_, position) => position) };
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

function pool(ruleSet: RuleSet, parts: readonly PooledPart[]): Figures | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const items = parts.flatMap(({ input }) => input.items);
  const score = scorePeriod(ruleSet, { ...last.input, general: generalByDays(parts), items });
  if (score.state === 'INSUFFICIENT_DATA') return null;
  const delays = items.reduce((count, item) => count + item.delays, 0);
  return { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays };
}

/** 0 where nobody worked a day, which only a least of 0 days lets happen. */
function generalByDays(parts: readonly PooledPart[]): Rational {
  const days = parts.reduce((count, { workedDays }) => count + workedDays, 0);
  const weighed = sum(parts.map(({ input, workedDays }) => multiply(input.general, whole(workedDays))));
  return days === 0 ? ZERO : divide(weighed, whole(days));
}
