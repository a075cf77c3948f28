/** OPEN: units prepare, hidden from one another. REVEALED: all may see all. LOCKED: nothing changes any more. CANCELLED: as if it had not been. */
export const CALIBRATION_STATES = ['OPEN', 'REVEALED', 'LOCKED', 'CANCELLED'] as const;
export type CalibrationState = (typeof CALIBRATION_STATES)[number];

/**
 * What may be a sign of leniency, severity or gaming. Signs are shown to who calibrates and decide nothing: no score, level, quota or
 * order follows from one.
 */
export const SIGN_KINDS = [
  'LENIENT',
  'SEVERE',
  'NARROW_SPREAD',
  'NEWCOMERS_LAST',
  'LEAVERS_LAST',
  'PRODUCT_SPLIT',
  'EQUAL_SCORES',
  'ONE_SITTING',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/** NOT_ENOUGH_DATA: below the stated floor nothing is said, neither a sign nor none. */
export const SIGN_STATES = ['SIGN', 'NONE', 'NOT_ENOUGH_DATA'] as const;
export type SignState = (typeof SIGN_STATES)[number];
