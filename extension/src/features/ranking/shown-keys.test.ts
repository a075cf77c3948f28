import { expect, it } from 'vitest';
import { shownKey, shownKeys } from './shown-keys.ts';

it.each([
  ['TOTAL', '263/3', '87,67', '87,67'],
  ['RESULT_POINTS', '201355/3042', '201355/3042', '66,19'],
  ['RESULT_POINTS', '70', '70', '70,00'],
  ['QUALITY', '1', '1', '100,00 %'],
  ['QUALITY', '321/338', '321/338', '94,97 %'],
  ['QUALITY', null, '—', '—'],
  ['YEARS', '7/2', '7/2', '3,5'],
  ['AWARDS', '4', '4', '4'],
  ['DELAYS', '2', '2', '2'],
] as const)('shows %s of %s as a person reads it', (key, value, text, shown) => {
  expect(shownKey({ key, value, text, decides: false }, 'vi')).toBe(shown);
});

it('leaves the level to its own column', () => {
  expect(shownKeys(['LEVEL', 'YEARS', 'DELAYS'])).toEqual(['YEARS', 'DELAYS']);
});
