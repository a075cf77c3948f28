import { expect, it } from 'vitest';
import { fromChoice, groupToOpen, needsFamily, type OfferedGroup, toChoice } from './group-choice.ts';

const group = (agency: string, code: string, family: string, people: number): OfferedGroup => ({
  agency: { code: agency, shortName: agency },
  group: { code, name: code },
  family: { code: family, name: family },
  people,
  scored: people,
});
const groups = [group('H99.01', 'CV', '335', 12), group('H99.01', 'CV', '233', 30), group('H99.02', 'LD', '335', 7)];
const anything = { agency: null, group: null, family: null };

it('opens the largest where none is asked for, and the largest of those that answer', () => {
  expect(groupToOpen(groups, anything)).toBe(groups[1]);
  expect(groupToOpen(groups, { ...anything, agency: 'H99.02' })).toBe(groups[2]);
  expect(groupToOpen(groups, { agency: 'H99.01', group: 'CV', family: '335' })).toBe(groups[0]);
});

it('opens nothing in the place of a group that is not there', () => {
  expect(groupToOpen(groups, { ...anything, group: 'XX' })).toBeNull();
  expect(groupToOpen([], anything)).toBeNull();
});

it('reads back the choice it wrote', () => {
  for (const each of groups) expect(groupToOpen(groups, fromChoice(toChoice(each)))).toBe(each);
  expect(fromChoice('')).toEqual(anything);
});

it('names the rule sets where one group is scored by two families', () => {
  expect(groups.map((each) => needsFamily(groups, each))).toEqual([true, true, false]);
});
