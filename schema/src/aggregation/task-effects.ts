import { compare, type Rational, subtract, sum, ZERO } from '../primitives/rational.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { ScoreItem } from '../scoring/period-score.ts';
import type { YearRules } from '../scoring/year-rules.ts';

/** What an item counts as in the month it was due, and what enters the next; null where nothing does. */
export interface CarriedItem {
  readonly closing: ScoreItem;
  readonly next: ScoreItem | null;
}

/**
 * An item when its month is closed: one still open is not done in that month, and by CARRY_OVER_WITH_DELAY goes on in the next
 * with one delay more. What was planned stays planned, what was extra stays extra. A finished or handed-over item stays as it is.
 *
 * Source: domain.md 3.15 `lateAcrossPeriod`, golden case G20; our reading.
 */
export function closeItem(item: ScoreItem, rule: YearRules['lateAcrossPeriod']['value']): CarriedItem {
  if (item.outcome !== 'OPEN') return { closing: item, next: null };
  const closing: ScoreItem = { ...item, outcome: 'NOT_DONE' };
  return { closing, next: rule === 'CLOSE_AS_NOT_DONE' ? null : { ...item, delays: item.delays + 1 } };
}

/** One hand-over with its two effects. */
export interface HandOver {
  /** The giver's item: it stays in what was assigned and is not among what was done. */
  readonly given: ScoreItem;
  /** The taker's: outside what was assigned, and adds when done. It begins without the giver's errors and delays. */
  readonly taken: ScoreItem;
}

/** Only an open item is handed over. Source: NĐ 335/2025 art. 18(1) (R-ASG-4, R-ASG-5). */
export function handOver(item: ScoreItem): Result<HandOver, 'WRONG_STATE'> {
  if (item.outcome !== 'OPEN') return fail('WRONG_STATE');
  return ok({
    given: { ...item, outcome: 'HANDED_OVER' },
    taken: { ...item, origin: 'TAKEN_OVER', errors: 0, delays: 0 },
  });
}

/**
 * What is left of a product after its shares: at least 0. Error: OUT_OF_RANGE where a share is not above 0 or the shares pass the
 * product's units.
 *
 * Source: NĐ 335/2025 art. 18(1) (R-ASG-3).
 */
export function remainingUnits(units: Rational, shares: readonly Rational[]): Result<Rational, 'OUT_OF_RANGE'> {
  if (shares.some((share) => compare(share, ZERO) <= 0)) return fail('OUT_OF_RANGE');
  const rest = subtract(units, sum(shares));
  return compare(rest, ZERO) < 0 ? fail('OUT_OF_RANGE') : ok(rest);
}
