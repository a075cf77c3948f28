/**
 * What a post asks for. PLANNED: in the plan for such a post (quy hoạch). SERVICE_MONTHS: so many months until retirement.
 * LATEST_LEVEL: of the latest decided year. NO_LEVEL: not in the last years. TO_CONFIRM: for people to judge. Source: domain.md 9.6.
 */
export const APPOINTMENT_CONDITION_KINDS = [
  'PLANNED',
  'SERVICE_MONTHS',
  'NO_ACTIVE_DISCIPLINE',
  'NO_PENDING_PROCEDURE',
  'LATEST_LEVEL',
  'NO_LEVEL',
  'TO_CONFIRM',
] as const;
export type AppointmentConditionKind = (typeof APPOINTMENT_CONDITION_KINDS)[number];

/** UNKNOWN: nothing kept here says it, or the asker may not know it; never counted as missing. */
export const CONDITION_STATES = ['MET', 'MISSING', 'UNKNOWN'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** How somebody stands to all conditions of a post, in the order a shortlist shows them. */
export const SHORTLIST_STATES = ['ALL_MET', 'SOMETHING_UNKNOWN', 'SOMETHING_MISSING'] as const;
export type ShortlistState = (typeof SHORTLIST_STATES)[number];
