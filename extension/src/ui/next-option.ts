/** How far the page keys move. */
const LEAP = 10;

/** The option that a key leads to from the active one, among `count` of them; null for a key that moves nothing. */
export function nextOption(key: string, active: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: LEAP, PageUp: -LEAP }[key];
  if (step === undefined) return null;
  return Math.max(0, Math.min(active + step, count - 1));
}
