import type { Quota, QuotaBasis } from '../scoring/quota-rules.ts';
import type { QuotaChoices, QuotaLimit } from './agency-year.ts';

/** How a quota is read for one agency and year. */
export interface QuotaReading {
  /** Whole percent: 20, or 25 where the organisation's results are outstanding. */
  readonly ratePercent: number;
  readonly basis: QuotaBasis;
  readonly perGroup: boolean;
  readonly minOne: boolean;
  readonly includeHead: boolean;
}

/** The rule set's quota with what the agency chose. */
export function readQuota(rules: Quota, isOutstanding: boolean, choices: QuotaChoices = {}): QuotaReading {
  const rate = isOutstanding ? rules.rateOutstandingPercent : rules.ratePercent;
  return {
    ratePercent: choices.ratePercent ?? rate.value,
    basis: choices.basis ?? rules.basis.value,
    perGroup: rules.perGroup.value,
    minOne: choices.minOne ?? rules.minOne.value,
    includeHead: choices.includeHead ?? rules.includeHead.value,
  };
}

/**
 * The most of a pool of N who may be OUTSTANDING: floor(r·N/(100+r)), the greatest x with x ≤ r % of the N − x left GOOD; or
 * floor(r·N/100) where the rate is of all N. Whole numbers throughout.
 *
 * Source: NĐ 335/2025 art. 20(5); domain.md 3.10. The rounding down and the choice of basis are readings.
 *
 * @example quotaLimit(12, { ratePercent: 20, basis: 'LITERAL_HTT_ONLY', minOne: false }) // 2
 */
export function quotaLimit(pool: number, reading: Pick<QuotaReading, 'ratePercent' | 'basis' | 'minOne'>): number {
  const { ratePercent, basis, minOne } = reading;
  const share = ratePercent * pool;
  const parts = basis === 'LITERAL_HTT_ONLY' ? 100 + ratePercent : 100;
  const limit = (share - (share % parts)) / parts;
  return minOne && pool > 0 && limit < 1 ? 1 : limit;
}

/** The others of a pool, without the person one looks at. */
export interface QuotaCount {
  readonly pool: number;
  readonly outstanding: number;
}

export interface QuotaStanding extends QuotaLimit {
  /** The others who are OUTSTANDING now. */
  readonly outstanding: number;
  /** The person would be OUTSTANDING number `place`. */
  readonly place: number;
  readonly isExceeded: boolean;
}

export interface LiveQuota {
  /** Null where the rule set has no limit by group. */
  readonly group: QuotaStanding | null;
  readonly agency: QuotaStanding;
  readonly isExceeded: boolean;
}

/**
 * How the quota would stand if one more person were OUTSTANDING: "3 of 4 in this group, this would be the 4th". Counts are of
 * the others; the person joins the pools. Somebody outside the quota (a head, without `includeHead`) is not asked about.
 */
export function liveQuota(
  reading: QuotaReading,
  counts: { readonly group: QuotaCount; readonly agency: QuotaCount },
): LiveQuota {
  const group = reading.perGroup ? standing(reading, counts.group) : null;
  const agency = standing(reading, counts.agency);
  return { group, agency, isExceeded: agency.isExceeded || (group?.isExceeded ?? false) };
}

function standing(reading: QuotaReading, others: QuotaCount): QuotaStanding {
  const pool = others.pool + 1;
  const limit = quotaLimit(pool, reading);
  const place = others.outstanding + 1;
  return { pool, limit, outstanding: others.outstanding, place, isExceeded: place > limit };
}
