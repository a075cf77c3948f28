/** The periods one asks for most: this year and the two before, this year's quarters and months so far, the newest first. */
export function offeredPeriods(today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarters = Array.from({ length: Math.ceil(month / 3) }, (_, at) => `${year}-Q${at + 1}`).reverse();
  const months = Array.from({ length: month }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).reverse();
  return [`${year}`, `${year - 1}`, `${year - 2}`, ...quarters, ...months];
}
