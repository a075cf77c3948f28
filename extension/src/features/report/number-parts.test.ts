import { expect, it } from 'vitest';
import { numberParts } from './number-parts.ts';

it('leads each number of a sentence to its figure, in their order, and a sum to none', () => {
  const figures = [
    { key: 'inspections.ended', code: null, value: 53 },
    { key: 'inspections.ended', code: 'PUBLIC_DUTY', value: 8 },
    { key: 'inspections.ended', code: 'SPECIALISED', value: 15 },
    { key: 'inspections.ended', code: 'OTHER', value: 6 },
    { key: 'review.people', code: null, value: 6 },
  ];
  const sentence = 'Đã kết thúc 53 cuộc, trong đó 8 cuộc về công vụ, 21 cuộc về lĩnh vực khác; 6 cá nhân theo Điều 20.';
  const parts = numberParts(sentence, figures);
  expect(parts.map(({ text }) => text).join('')).toBe(sentence);
  expect(parts.flatMap(({ text, leadsTo }) => (leadsTo === null ? [] : [[text, leadsTo.key, leadsTo.code]]))).toEqual([
    ['53', 'inspections.ended', null],
    ['8', 'inspections.ended', 'PUBLIC_DUTY'],
    ['6', 'inspections.ended', 'OTHER'],
  ]);
});
