/** Whom a yearly meeting brought together. Source: NĐ 335/2025 art. 18, 19; domain.md 3.11. */
export const MEETING_KINDS = ['ALL_STAFF', 'LEADERSHIP', 'WRITTEN'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The leave that matters for the six months of a year. Source: NĐ 335/2025 art. 11, 19; domain.md 3.8. */
export const LEAVE_KINDS = ['NONE', 'UNPAID', 'SICK_OR_MATERNITY'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
