import { isPeriod, previous } from '@congvu/schema/primitives/period';

/** The periods that can be ranked, the newest first: this year and the two before, then the last twelve months. No quarters: nothing is scored by quarters. */
export function rankedPeriods(today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const months = Array.from({ length: 12 }, (_, back) => {
    // Months since year 0, so that January's predecessor is the December before.
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return [`${year}`, `${year - 1}`, `${year - 2}`, ...months];
}

/** Whether a period is a year: decided levels; a month is provisional. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}

/** The one before, of the same kind; null where the text is no period. */
export function periodBefore(period: string): string | null {
  return isPeriod(period) ? previous(period) : null;
}
