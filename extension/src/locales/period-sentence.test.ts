import { expect, it } from 'vitest';
import { periodSentence, periodWithin } from './period-sentence.ts';

it.each([
  ['2026-11', 'Tháng 11/2026'],
  ['2026-Q4', 'Quý IV/2026'],
  ['2026', 'Năm 2026'],
])('says %s as %s', (period, sentence) => {
  expect(periodSentence(period, 'vi')).toBe(sentence);
});

it('begins small within a sentence', () => {
  expect(periodWithin('2026-Q4', 'vi')).toBe('quý IV/2026');
});
