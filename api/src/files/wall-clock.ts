import { toLocalDate } from '@congvu/schema/primitives/local-date';

/** 1980, before which the format knows no time, and 2099. */
const FIRST = Date.parse('1980-01-02T00:00:00Z');
const LAST = Date.parse('2099-12-30T00:00:00Z');

/**
 * An instant as the ZIP format keeps times: by the clock on the wall in Viet Nam, wherever the process runs.
 *
 * The library writes a Date's fields in the process's own zone, so the Date is made to have the wall's fields there.
 */
export function wallClock(instant: Date): Date {
  const kept = new Date(Math.min(LAST, Math.max(FIRST, instant.getTime())));
  const [year = 1980, month = 1, day = 1] = toLocalDate(kept).split('-').map(Number);
  const inVietNam = new Date(kept.getTime() + 7 * 3_600_000);
  return new Date(year, month - 1, day, inVietNam.getUTCHours(), inVietNam.getUTCMinutes(), inVietNam.getUTCSeconds());
}
