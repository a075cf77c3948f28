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
  ['2026-11-25T08:00', 'yyyy-MM-dd', '2026-11-25'],
  ['11/25/2026', 'MM/dd/yyyy', '2026-11-25'],
  ['25/11/2026', 'MM/dd/yyyy', null],
  ['Dec 10, 2026', 'MMM d, yyyy', '2026-12-10'],
  ['December 10, 2026 9:05 AM', 'MMM d, yyyy', '2026-12-10'],
  ['Sept. 3, 2026', 'MMM d, yyyy', '2026-09-03'],
  ['Thg 12 10, 2026', 'MMM d, yyyy', null],
  ['Feb 30, 2026', 'MMM d, yyyy', null],
  ['3 days ago', 'MMM d, yyyy', null],
  ['còn 3 ngày', 'dd/MM/yyyy', null],
] as const)('reads %s as %s: %s', (text, format, date) => {
  expect(parseDate(text, format)).toBe(date);
});
