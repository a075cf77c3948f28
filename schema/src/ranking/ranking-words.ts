/**
 * Why somebody of a comparable group has no place in its order. NO_SCORE: no confirmed score of the month. MOVED_IN_MONTH: two
 * sheets of a month that is not closed, so neither is the month's. NOT_CLASSIFIED: decided so. NOT_DECIDED: no decision of the year
 * yet. Source: domain.md 9.2, 9.4.
 */
export const APART_REASONS = ['NO_SCORE', 'MOVED_IN_MONTH', 'NOT_CLASSIFIED', 'NOT_DECIDED'] as const;
export type ApartReason = (typeof APART_REASONS)[number];

/** How several years of a group are put together. MEAN of the years' means; LEVEL_POINTS where regimes differ. Source: domain.md 9.3. */
export const YEARS_BASES = ['MEAN', 'LEVEL_POINTS'] as const;
export type YearsBasis = (typeof YEARS_BASES)[number];

/** What keeps people from being of one comparable group. Source: domain.md 9.1. */
export const GROUP_DIFFERENCES = ['AGENCY', 'GROUP', 'FAMILY', 'PERIOD'] as const;
export type GroupDifference = (typeof GROUP_DIFFERENCES)[number];

/** What a unit's result and its members' levels do not say alike. Source: domain.md 4.5, 9.5. */
export const CONTRADICTION_KINDS = ['UNIT_BELOW_MEMBERS', 'MEMBERS_BELOW_UNIT', 'HEAD_ABOVE_UNIT'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];
