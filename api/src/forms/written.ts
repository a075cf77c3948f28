import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { toLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { type Period, parsePeriod } from '@congvu/schema/primitives/period';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { toDisplayIn } from '@congvu/schema/texts';

/** What a form shows where there is nothing yet: a line to write on. */
export const BLANK = '…'.repeat(22);

/** A figure as forms write it: at most two decimals, with a comma; a dash where there is none. */
export function figure(value: Rational | null): string {
  return value === null ? '–' : toDisplayIn(value, 'vi');
}

/** A stored display text "87.67" with a comma; a dash where there is none. */
export function displayed(display: string | null): string {
  return display === null ? '–' : display.replace('.', ',');
}

/** A stored decimal in full, without the column's zeros: "4.500000" is "4,5". */
export function decimal(text: string | null): string {
  return text === null
    ? '–'
    : text
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
        .replace('.', ',');
}

/** The exact value behind a rounded figure, "263/3"; null where two decimals say it all. */
export function exactBehind(value: Rational): string | null {
  return 100n % value.denominator === 0n ? null : toText(value);
}

/** "25/11/2026" of a day or of an instant in Viet Nam; a line to write on where there is none. */
export function day(value: LocalDate | Date | null): string {
  if (value === null) return '……/……/…………';
  return toVietnameseDate(value instanceof Date ? toLocalDate(value) : value);
}

/** "tháng 10 năm 2026", "quý IV năm 2026", "năm 2026". */
export function periodText(period: string): string {
  const read = parsePeriod(period);
  return read.ok ? inWords(read.value) : period;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

function inWords(period: Period): string {
  const year = period.slice(0, 4);
  if (period.length === 4) return `năm ${year}`;
  const part = period.slice(5);
  if (part.startsWith('Q')) return `quý ${QUARTERS[Number(part.slice(1)) - 1]} năm ${year}`;
  return `tháng ${part} năm ${year}`;
}
