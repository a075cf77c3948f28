/**
 * Why closing a month leaves somebody open, or a year a person's classification.
 *
 * NO_SHEET and ABSENT_WHOLE_MONTH hold nothing up: there is nothing to score. All others keep the unit's month open until
 * they are put right and the month is closed again. UNIT_RESULT_DIFFERS: a leader's confirmed figure for the unit is no longer
 * what his subordinates' confirmed scores say (NĐ 335/2025 art. 15(3)). INPUTS_CHANGED: the stored score is not what its own
 * tasks and points give.
 */
export const LEFT_OPEN_REASONS = [
  'NO_SHEET',
  'ABSENT_WHOLE_MONTH',
  'NOT_SELF_SCORED',
  'NOT_CONFIRMED',
  'CAUSES_UNDECIDED',
  'SUBORDINATES_PENDING',
  'UNIT_RESULT_DIFFERS',
  'INPUTS_CHANGED',
  'SEGMENT_PENDING',
  'RULE_SET_INCOMPLETE',
  'CHANGED_MEANWHILE',
  'NOT_IN_ROUND',
  'LEVEL_UNDECIDED',
  'NOT_NOTIFIED',
  'NOT_PUBLISHED',
  'PETITION_OPEN',
] as const;
export type LeftOpenReason = (typeof LEFT_OPEN_REASONS)[number];

/** Whether the month of the unit must stay open for it. */
export function holdsMonthOpen(reason: LeftOpenReason): boolean {
  return reason !== 'NO_SHEET' && reason !== 'ABSENT_WHOLE_MONTH';
}
