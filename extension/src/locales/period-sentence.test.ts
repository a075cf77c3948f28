import { expect, it } from 'vitest';
import { periodSentence, periodWithin } from './period-sentence.ts';

it.each([
  ['2026-11', 'Tháng 11/2026', 'November 2026'],
  ['2026-01', 'Tháng 01/2026', 'January 2026'],
  ['2026-Q4', 'Quý IV/2026', 'Q4 2026'],
  ['2026', 'Năm 2026', '2026'],
])('says %s as %s, in English as %s', (period, sentence, english) => {
  expect(periodSentence(period, 'vi')).toBe(sentence);
  expect(periodSentence(period, 'en')).toBe(english);
});

it.each(['2026-13', '2026-Q5', ''])('gives back %j, which is no period, as it stands', (written) => {
  expect(periodSentence(written, 'vi')).toBe(written);
  expect(periodSentence(written, 'en')).toBe(written);
});

it('begins small within a sentence', () => {
  expect(periodWithin('2026-Q4', 'vi')).toBe('quý IV/2026');
  expect(periodWithin('2026-10', 'en')).toBe('October 2026');
});
