import { expect, it } from 'vitest';
import { commendedOf, refusedOf } from './commended-rows.ts';

const people = 'AB0001=Lý Văn Lực,AB0002=Võ Thị Giang,AB0003=Trần An';

it('reads people with their names, and units as collectives', () => {
  expect(commendedOf(people, 'PERSON')[1]).toEqual({ employee: 'AB0002', unit: null, name: 'Võ Thị Giang' });
  expect(commendedOf('H99.01.01,H99.01.02', 'COLLECTIVE')).toEqual([
    { employee: null, unit: 'H99.01.01', name: 'H99.01.01' },
    { employee: null, unit: 'H99.01.02', name: 'H99.01.02' },
  ]);
  expect(commendedOf('', 'PERSON')).toEqual([]);
});

it('keeps in the choice who was refused alone, each with every reason', () => {
  const outcomes = [
    { index: 0, errors: [] },
    { index: 1, errors: [{ message: 'Thiếu điều kiện.' }, { message: 'Vượt tỷ lệ.' }] },
    { index: 2, errors: [] },
  ];
  expect(refusedOf(people, outcomes)).toEqual({
    written: 2,
    refused: [{ name: 'Võ Thị Giang', why: 'Thiếu điều kiện. Vượt tỷ lệ.' }],
    left: 'AB0002=Võ Thị Giang',
  });
});
