import { expect, it } from 'vitest';
import { parseDate } from './read-date.ts';

it.each([
  ['25/11/2026', 'dd/MM/yyyy', '2026-11-25'],
  ['5/1/2026 17:00', 'dd/MM/yyyy', '2026-01-05'],
  ['29/02/2028', 'dd/MM/yyyy', '2028-02-29'],
  ['29/02/2026', 'dd/MM/yyyy', null],
  ['31/02/2026', 'dd/MM/yyyy', null],
  ['99/99/9999', 'dd/MM/yyyy', null],
  ['11/25/2026', 'dd/MM/yyyy', null],
  ['25-11-2026', 'dd/MM/yyyy', null],
  ['25-11-2026', 'dd-MM-yyyy', '2026-11-25'],
  ['2026-11-25', 'yyyy-MM-dd', '2026-11-25'],
  ['còn 3 ngày', 'dd/MM/yyyy', null],
] as const)('reads %s as %s: %s', (text, format, date) => {
  expect(parseDate(text, format)).toBe(date);
});
