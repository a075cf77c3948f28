import { expect, it } from 'vitest';
import { figureText } from './figure-text.ts';
import { english, vietnamese } from './frame-texts.ts';

it.each([
  ['87.67', '87,67', '87.67'],
  ['90', '90', '90'],
  [null, '—', '—'],
])('shows %s as %s in Vietnamese and as %s in English', (display, inVietnamese, inEnglish) => {
  expect(figureText(display, vietnamese)).toBe(inVietnamese);
  expect(figureText(display, english)).toBe(inEnglish);
});
