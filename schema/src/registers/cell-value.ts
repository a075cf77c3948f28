import { type DomainError, domainError } from '../errors/error-catalogue.ts';
import { addDays, type LocalDate } from '../primitives/local-date.ts';
import { fail, ok, type Result } from '../primitives/result.ts';

/**
 * How a cell is read: dates as 2026-11-25 or 25/11/2026; NUMBER an exact decimal, with a point or a comma; COUNT a whole number;
 * CODES separated by semicolons; GROUPS "code:name" separated by semicolons; WORD a word of ours or its Vietnamese name.
 */
export const CELL_KINDS = ['TEXT', 'DATE', 'YES_NO', 'YEAR', 'WORD', 'CODES', 'NUMBER', 'COUNT', 'GROUPS'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/**
 * A cell as a file holds it. CSV knows texts alone. `number` is the text a workbook keeps of it, such as "2.3999999999999999" or
 * "1E-3"; `merged` the range the cell lies in, such as "B3:B7", where it is not the first of it or its column needs each cell.
 */
export type Cell =
  | { readonly text: string }
  | { readonly number: string }
  | { readonly date: LocalDate }
  | { readonly formula: true }
  | { readonly merged: string };

/** The day from which a workbook counts its dates. */
export type DayCount = '1900' | '1904';

/**
 * A cell as the text a line is read from. A date cell, and in a DATE column a whole number from 20000 to 80000 (1954 to 2119), is
 * that day; a number is its decimal.
 *
 * Errors: FORMULA_IN_CELL, also for a text that a spreadsheet would run; MERGED_CELLS; NOT_A_DATE for a number that is no day;
 * NOT_A_NUMBER.
 */
export function readCell(kind: CellKind, cell: Cell, days: DayCount = '1900'): Result<string, DomainError> {
  if ('formula' in cell) return fail(domainError('FORMULA_IN_CELL'));
  if ('merged' in cell) return fail(domainError('MERGED_CELLS', { range: cell.merged }));
  if ('date' in cell) return ok(cell.date);
  if ('text' in cell) {
    if (kind === 'TEXT' && RUNS.test(cell.text.trim())) return fail(domainError('FORMULA_IN_CELL'));
    return kind === 'DATE' && COUNTED_DAY.test(cell.text.trim()) ? toDay(cell.text.trim(), days) : ok(cell.text);
  }
  const decimal = toDecimal(cell.number);
  if (decimal === null) return fail(domainError('NOT_A_NUMBER', { given: cell.number }));
  return kind === 'DATE' ? toDay(decimal, days) : ok(decimal);
}

/** What a spreadsheet takes for a formula. "+84 912 345 678" is a telephone number, "- việc" an item of a list. */
const RUNS = /^(?:[=@]|\+(?![\d\s().-]*$))/;

const COUNTED_DAY = /^\d{5}$/;
const FIRST_COUNTED = 20_000;
const LAST_COUNTED = 80_000;
/** The day 0: in the count of 1900 two days early, since it holds a 29 February 1900 that never was. */
const DAY_ZERO: Readonly<Record<DayCount, LocalDate>> = {
  '1900': '1899-12-30' as LocalDate,
  '1904': '1904-01-01' as LocalDate,
};

function toDay(given: string, days: DayCount): Result<string, DomainError> {
  const count = COUNTED_DAY.test(given) ? Number(given) : 0;
  if (count < FIRST_COUNTED || count > LAST_COUNTED) return fail(domainError('NOT_A_DATE', { given }));
  return ok(addDays(DAY_ZERO[days], count));
}

const WRITTEN_NUMBER = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/;
/** A workbook keeps binary numbers, whose texts are true to so many digits. */
const TRUE_DIGITS = 15;

/** "2.3999999999999999" as "2.4", "1E-3" as "0.001"; null for what is no number. Digits alone, no binary arithmetic. */
function toDecimal(given: string): string | null {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = WRITTEN_NUMBER.exec(given.trim()) ?? [];
  if (whole === '') return null;
  const shift = Number(exponent);
  let digits = BigInt(whole + decimals);
  let scale = decimals.length - shift;
  const spare = String(digits).length - TRUE_DIGITS;
  if (spare > 0 && scale > 0) {
    const cut = 10n ** BigInt(Math.min(spare, scale));
    digits = (digits + cut / 2n) / cut;
    scale -= Math.min(spare, scale);
  }
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  const text = String(digits).padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '');
  const written = `${scale === 0 ? text : text.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
  return written === '0' ? '0' : `${sign}${written}`;
}
