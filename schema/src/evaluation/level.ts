/** The four levels, best first. Source: Luật 80/2025/QH15 art. 26, NĐ 335/2025 art. 20. */
export const LEVELS = ['OUTSTANDING', 'GOOD', 'COMPLETED', 'NOT_COMPLETED'] as const;
export type Level = (typeof LEVELS)[number];

/** -1, 0 or 1, as `left` is worse than, equal to or better than `right`. */
export function compareLevels(left: Level, right: Level): -1 | 0 | 1 {
  const difference = LEVELS.indexOf(right) - LEVELS.indexOf(left);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
