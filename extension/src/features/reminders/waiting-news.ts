/** What may wait for somebody, in the order it is told: what has a legal clock first. */
export const WAITING_KINDS = [
  'petitions',
  'decisions',
  'unitResults',
  'exports',
  'violations',
  'recommendations',
  'recommendationsToClose',
  'conclusions',
  'feedback',
  'coordination',
  'dataRequests',
  'retention',
  'commendationsToReview',
  'unitResultsToReview',
  'tasksToConfirm',
  'causesToDecide',
  'sheetsToScore',
  'sheetsToNotify',
  'proposals',
  'ownSheets',
  'ownRatings',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** How many of each kind wait. One's own petitions wait for others, and are not told. */
export type WaitingCounts = Readonly<Record<WaitingKind, number>>;

/**
 * The kinds of which more wait than when they were last told. A notification interrupts: what was told once and only
 * became less, or stayed, is not told again.
 */
export function findNews(told: WaitingCounts | null, now: WaitingCounts): readonly WaitingKind[] {
  return WAITING_KINDS.filter((kind) => now[kind] > (told?.[kind] ?? 0));
}

/** What stands on the icon: nothing, a number, or "99+", which is as much as it has room for. */
export function badgeText(total: number): string {
  if (total === 0) return '';
  return total > 99 ? '99+' : String(total);
}
