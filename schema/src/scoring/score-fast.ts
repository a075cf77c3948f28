import type { Level } from '../evaluation/level.ts';
import { greatestCommonDivisor, rational, ZERO } from '../primitives/rational.ts';
import { FastScore } from './fast-score.ts';
import type { PeriodScore, ScoreInput } from './period-score.ts';
import type { ScoringPlan } from './scoring-plan.ts';

/** Keeps `denominator × parts` far from the largest safe integer while items are still being read. */
const LARGEST_DENOMINATOR = 2 ** 30;

/**
 * The same score as `scoreExactly` in whole numbers: all units are brought to one denominator, and every figure is a
 * whole number over a denominator common to its kind. Doubles hold whole numbers exactly up to 2^53; where any figure
 * would pass that, the answer is null and the caller scores exactly.
 *
 * All summands are at least 0, so a sum within the range proves that each part of it was.
 */
export function scoreFast(plan: ScoringPlan, input: ScoreInput): PeriodScore | null {
  const { items, general } = input;
  const { full, step, integers } = plan;
  const unitDenominator = commonDenominator(items);
  if (unitDenominator === 0 || integers === null) return null;
  const generalDenominator = general.smallDenominator;
  if (!(generalDenominator <= LARGEST_DENOMINATOR) || general.smallNumerator < 0) return null;

  const count = items.length;
  const counted = new Array<number>(3 * count);
  let assigned = 0;
  let extra = 0;
  let quantity = 0;
  let quality = 0;
  let progress = 0;
  for (let index = 0; index < count; index += 1) {
    const item = items[index];
    if (item === undefined) return null;
    const { units, outcome } = item;
    const parts = units.smallNumerator * (unitDenominator / units.smallDenominator);
    if (!(parts >= 0)) return null;
    const worth = parts * full;
    const planned = item.origin === 'PLANNED';
    if (outcome === 'DONE') {
      const left = full - step * item.errors;
      const leftInTime = full - step * item.delays;
      const qualityWorth = left > 0 ? parts * left : 0;
      const progressWorth = leftInTime > 0 ? parts * leftInTime : 0;
      counted[index] = worth;
      counted[count + index] = qualityWorth;
      counted[2 * count + index] = progressWorth;
      quantity += worth;
      quality += qualityWorth;
      progress += progressWorth;
      if (planned) assigned += worth;
      else extra += worth;
    } else {
      counted[index] = 0;
      counted[count + index] = 0;
      counted[2 * count + index] = 0;
      if (planned || (plan.countsFailedExtras && outcome !== 'OPEN')) assigned += worth;
    }
  }
  const itemDenominator = unitDenominator * full;
  if (!(assigned <= Number.MAX_SAFE_INTEGER && quantity <= Number.MAX_SAFE_INTEGER)) return null;
  if (assigned === 0) {
    return { state: 'INSUFFICIENT_DATA', extraUnits: extra === 0 ? ZERO : rational(extra, itemDenominator) };
  }

  // A leader's 50 percent is half of `assigned`, which a factor of 2 keeps whole.
  const leader = input.role === 'LEADER';
  const scale = leader ? 2 : 1;
  const base = assigned * scale;
  const limit = plan.capsComponents ? assigned : Number.POSITIVE_INFINITY;
  const a = Math.min(quantity, limit) * scale;
  const b = Math.min(quality, limit) * scale;
  const c = Math.min(progress, limit) * scale;
  const d = leader ? (input.unitResult === 100 ? base : assigned) : 0;
  const dd = leader ? (input.organising === 100 ? base : assigned) : 0;
  const e = leader ? (input.cohesion === 100 ? base : assigned) : 0;

  const pointsDenominator = base * integers.weightDenominator * generalDenominator;
  const generalPoints = general.smallNumerator * base * integers.weightDenominator;
  const [wa = 0, wb = 0, wc = 0, wd = 0, wdd = 0, we = 0] = integers.weights;
  const resultPoints = (wa * a + wb * b + wc * c + wd * d + wdd * dd + we * e) * generalDenominator;
  if (!(integers.largestFactor * pointsDenominator <= Number.MAX_SAFE_INTEGER)) return null;
  if (!(integers.largestFactor * (generalPoints + resultPoints) <= Number.MAX_SAFE_INTEGER)) return null;

  const maximum = integers.resultMaximum * pointsDenominator;
  const usedPoints = Math.min(resultPoints, maximum);
  const total = generalPoints + usedPoints;
  return new FastScore(plan, input, {
    counted,
    itemDenominator,
    extra,
    assigned,
    quantity,
    quality,
    progress,
    a,
    b,
    c,
    d,
    dd,
    e,
    base,
    generalPoints,
    resultPoints,
    usedPoints,
    total,
    pointsDenominator,
    level: levelAt(plan, total, pointsDenominator),
  });
}

/** The smallest common denominator of the items' units; 0 where it or a part of the units is not small. */
function commonDenominator(items: ScoreInput['items']): number {
  let common = 1;
  for (const { units } of items) {
    const denominator = units.smallDenominator;
    // A unit that is not small has NaN here, which no comparison lets pass.
    if (!(denominator <= LARGEST_DENOMINATOR)) return 0;
    if (denominator === 1 || common % denominator === 0) continue;
    common *= denominator / greatestCommonDivisor(common, denominator);
    if (!(common <= LARGEST_DENOMINATOR)) return 0;
  }
  return common;
}

function levelAt(plan: ScoringPlan, total: number, denominator: number): Level {
  for (const { level, atLeast } of plan.thresholds) {
    if (total * atLeast.smallDenominator >= atLeast.smallNumerator * denominator) return level;
  }
  return 'NOT_COMPLETED';
}
