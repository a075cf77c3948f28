import { z } from 'zod';
import { sourced } from './law-values.ts';

/**
 * LITERAL_HTT_ONLY: at most r percent of those rated GOOD, x ≤ r·(N − x). HTT_AND_ABOVE: of those rated GOOD or better,
 * x ≤ r·N. N is the pool, x the OUTSTANDING in it. Source: NĐ 335/2025 art. 20(5); domain.md 3.10.
 */
export const QUOTA_BASES = ['LITERAL_HTT_ONLY', 'HTT_AND_ABOVE'] as const;
export type QuotaBasis = (typeof QUOTA_BASES)[number];

const percentShape = z.int().min(0).max(100);

/** How many may be OUTSTANDING. */
export const quotaShape = z.strictObject({
  ratePercent: sourced(percentShape),
  /** Where the organisation itself has outstanding results. */
  rateOutstandingPercent: sourced(percentShape),
  basis: sourced(z.enum(QUOTA_BASES)),
  /** Whether each group of similar work has its own limit, before the agency's. */
  perGroup: sourced(z.boolean()),
  /** At least one where the pool is not empty. */
  minOne: sourced(z.boolean()),
  /** Whether the head, whom a higher body classifies, is in the pool. */
  includeHead: sourced(z.boolean()),
});

export type Quota = z.output<typeof quotaShape>;
