import { expect, it } from 'vitest';
import { allToggled, type Decidable, isDecidable, stepsBefore, toggled } from './chosen-rows.ts';

const staff = (id: string, state: Decidable['state'], proposal = 'LEVEL'): Decidable => ({
  id,
  state,
  post: 'STAFF',
  proposal,
});

it('lets a sheet be decided when its steps are taken, and says which are missing', () => {
  expect(isDecidable(staff('a', 'MEETING_HELD'))).toBe(true);
  expect(isDecidable({ ...staff('a', 'MEETING_HELD'), post: 'HEAD' })).toBe(false);
  expect(stepsBefore({ ...staff('a', 'MEETING_HELD'), post: 'HEAD' })).toEqual(['PARTY_OPINION', 'SYNTHESISED']);
  expect(stepsBefore(staff('a', 'SELF_RATED'))).toEqual(['MEETING_HELD']);
  expect(stepsBefore(staff('a', 'PUBLISHED'))).toEqual([]);
});

it('asks no step of somebody proposed as not classified', () => {
  expect(isDecidable(staff('a', 'OPEN', 'NOT_CLASSIFIED'))).toBe(true);
  expect(isDecidable(staff('a', 'DECIDED', 'NOT_CLASSIFIED'))).toBe(false);
});

it('never chooses a row that cannot be decided', () => {
  expect([...toggled(new Set(), staff('a', 'OPEN'))]).toEqual([]);
  expect([...toggled(new Set(['a']), staff('a', 'MEETING_HELD'))]).toEqual([]);
});

it('chooses all that can be decided, then none of them, and keeps the others', () => {
  const rows = [staff('a', 'MEETING_HELD'), staff('b', 'OPEN'), staff('c', 'MEETING_HELD')];
  const all = allToggled(new Set(['x', 'a']), rows);
  expect([...all].toSorted()).toEqual(['a', 'c', 'x']);
  expect([...allToggled(all, rows)]).toEqual(['x']);
});
