import { expect, it } from 'vitest';
import { linesOf, startSubmit, toPoints } from './submit-draft.ts';

const lines = {
  general: [
    { code: 'I', name: 'Chấp hành' },
    { code: 'II', name: 'Sử dụng cán bộ' },
  ],
  items: [
    { code: 'a', name: 'Cụ thể hóa' },
    { code: 'h', name: 'Kiến nghị (nếu có)' },
  ],
};
const draft = startSubmit(null, ',');

it('asks the decree’s groups and eight items where there is no result yet', () => {
  const { general, items } = linesOf(null, 'vi');
  expect(general.length).toBe(3);
  expect(items.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h']);
});

it('sends decimals with a point, and an item left empty as one that does not apply', () => {
  const points = { I: '9,5', II: '10', a: '60' };
  expect(toPoints(lines, { ...draft, points })).toEqual({
    general: [
      { group: 'I', points: '9.5' },
      { group: 'II', points: '10' },
    ],
    items: [
      { item: 'a', points: '60' },
      { item: 'h', points: null },
    ],
  });
});

it('sends nothing while a group is empty or something is no number', () => {
  expect(toPoints(lines, { ...draft, points: { I: '9', a: '60' } })).toBeNull();
  expect(toPoints(lines, { ...draft, points: { I: '9', II: '10', a: 'nhiều' } })).toBeNull();
});
