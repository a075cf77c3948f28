import { expect, it } from 'vitest';
import { parseExact, toLength } from './exact-number.ts';

it.each([
  ['4,5', '4.5'],
  ['4.5', '4.5'],
  [' 2 ', '2'],
  ['0', '0'],
  ['1.234,5', null],
  ['1,', null],
  ['', null],
  ['-1', null],
  ['1e3', null],
  ['1,2345678', null],
])('reads %j as %j', (text, exact) => {
  expect(parseExact(text)).toBe(exact);
});

it('turns a fraction into a length', () => {
  expect(toLength('263/3')).toBeCloseTo(87.667, 3);
  expect(toLength(null)).toBe(0);
});
