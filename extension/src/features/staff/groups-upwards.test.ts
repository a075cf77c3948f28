import { expect, it } from 'vitest';
import { groupsUpwards } from './groups-upwards.ts';

const own = { code: 'H99.01.01-N', name: 'Nhóm của phòng' };
const agency = { code: 'H99.01-CM', name: 'Chuyên môn' };
const province = { code: 'H99-LD', name: 'Lãnh đạo' };

it('offers a division the groups of its agency and of the province, its own first', () => {
  const above = { groups: [agency], parent: { groups: [province], parent: null } };
  expect(groupsUpwards({ groups: [own], parent: above })).toEqual([own, agency, province]);
  expect(groupsUpwards({ groups: [], parent: above })).toEqual([agency, province]);
});

it('offers none while the unit is not known', () => {
  expect(groupsUpwards(undefined)).toEqual([]);
  expect(groupsUpwards(null)).toEqual([]);
});
