/** "4,5" or "4.5" as typed → "4.5" as the api reads it; null where the text is no such number. No grouping marks. */
export function parseExact(text: string): string | null {
  const match = /^(\d{1,12})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, top = '', decimals] = match;
  return decimals === undefined ? top : `${top}.${decimals}`;
}

/** An exact text as a length on a screen, where a rounding is harmless; 0 for null. */
export function toLength(exact: string | null | undefined): number {
  const [top = '0', bottom = '1'] = (exact ?? '0').split('/');
  return Number(top) / Number(bottom);
}
