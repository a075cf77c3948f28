import { quotaLimit, readQuota } from '@congvu/schema/classification';
import { type DomainError, domainError } from '@congvu/schema/errors';
import type { Level } from '@congvu/schema/evaluation';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import type { DecidableRow, RoundQuota, Tally } from './decide.store.ts';

interface Count {
  pool: number;
  outstanding: number;
  /** Those OUTSTANDING whom no document allows beside the quota. */
  bound: number;
}

/**
 * The quota while decisions are made one after the other: what the database's trigger counts behind, so that each row gets
 * an answer of its own. Pool: those OUTSTANDING or GOOD, decided, or else proposed. Source: NĐ 335/2025 art. 20(5).
 */
export class QuotaCount {
  readonly #registry: RuleSetRegistry;
  readonly #rounds: ReadonlyMap<string, RoundQuota>;
  readonly #counts = new Map<string, Count>();

  constructor(registry: RuleSetRegistry, rounds: readonly RoundQuota[], tallies: readonly Tally[]) {
    this.#registry = registry;
    this.#rounds = new Map(rounds.map((round) => [round.id, round]));
    for (const tally of tallies) {
      add(this.#count(tally.roundId, null), tally);
      add(this.#count(tally.roundId, tally.groupCode), tally);
    }
  }

  /** Takes a decision up, or says which limit it breaks and takes nothing up. `overridden`: a document allows it. */
  take(row: DecidableRow, level: Level | null, overridden: boolean): DomainError | null {
    const round = this.#rounds.get(row.roundId);
    if (round === undefined) throw new Error('A row’s round is read with it.');
    if (row.headOfAgency && !round.includeHead) return null;
    const isOutstanding = level === 'OUTSTANDING';
    const change: Count = {
      pool: Number(isOutstanding || level === 'GOOD') - Number(row.pooled),
      outstanding: Number(isOutstanding) - Number(row.outstanding),
      bound: Number(isOutstanding && !overridden) - Number(row.bound),
    };
    const { year } = this.#registry.getScoring(row.ruleSet, row.ruleSetVersion);
    const reading = readQuota(year.quota, false, round);
    for (const group of reading.perGroup ? [row.groupCode, null] : [null]) {
      const now = this.#count(row.roundId, group);
      const limit = quotaLimit(now.pool + change.pool, reading);
      const outstanding = now.outstanding + change.outstanding;
      const isOver = isOutstanding && outstanding > limit;
      // Who leaves the pool narrows it for those who hold a place in it; whom a document allows need not fit.
      const isNarrowed = change.pool < 0 && limit < quotaLimit(now.pool, reading) && now.bound + change.bound > limit;
      if ((isOver || isNarrowed) && !overridden) return domainError('QUOTA_EXCEEDED', { group, limit, outstanding });
    }
    for (const group of [row.groupCode, null]) add(this.#count(row.roundId, group), change);
    return null;
  }

  #count(roundId: string, group: string | null): Count {
    const key = JSON.stringify([roundId, group]);
    const count = this.#counts.get(key) ?? { pool: 0, outstanding: 0, bound: 0 };
    this.#counts.set(key, count);
    return count;
  }
}

function add(count: Count, other: Readonly<Count>): void {
  count.pool += other.pool;
  count.outstanding += other.outstanding;
  count.bound += other.bound;
}
