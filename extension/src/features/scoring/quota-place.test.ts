import { expect, it } from 'vitest';
import { placeLines } from './quota-place.ts';

const group = { limit: 4, outstanding: 3, place: 4, isExceeded: false };
const agency = { limit: 9, outstanding: 5, place: 6, isExceeded: false };

it('counts the others, and gives the person the next place while the figure is outstanding', () => {
  expect(placeLines({ group, agency }, 'OUTSTANDING', 'vi')).toEqual([
    { scope: 'group', sentence: 'Xuất sắc trong nhóm: 3 / 4 · người này thứ 4', isAbove: false },
  ]);
});

it('says which place it would be while the figure is another level, or there is none yet', () => {
  for (const level of ['GOOD', null] as const) {
    const [line] = placeLines({ group, agency }, level, 'vi');
    expect(line?.sentence).toBe('Xuất sắc trong nhóm: 3 / 4 · nếu xuất sắc, người này thứ 4');
  }
});

it('says of the fifth of four that it is above, and warns of it while the figure is outstanding', () => {
  const full = { limit: 4, outstanding: 4, place: 5, isExceeded: true };
  expect(placeLines({ group: full, agency }, 'OUTSTANDING', 'vi')[0]).toMatchObject({
    sentence: 'Xuất sắc trong nhóm: 4 / 4 · người này thứ 5 · vượt tỷ lệ',
    isAbove: true,
  });
  expect(placeLines({ group: full, agency }, 'GOOD', 'vi')[0]).toMatchObject({
    sentence: 'Xuất sắc trong nhóm: 4 / 4 · nếu xuất sắc, người này thứ 5 · vượt tỷ lệ',
    isAbove: false,
  });
});

it('names the agency where it is tighter than the group, and where there is no group', () => {
  const full = { limit: 5, outstanding: 5, place: 6, isExceeded: true };
  expect(placeLines({ group, agency: full }, 'OUTSTANDING', 'vi').map(({ scope }) => scope)).toEqual([
    'group',
    'agency',
  ]);
  expect(placeLines({ group: null, agency }, 'OUTSTANDING', 'en').map(({ sentence }) => sentence)).toEqual([
    'Outstanding in the agency: 5 / 9 · this person no. 6',
  ]);
});
