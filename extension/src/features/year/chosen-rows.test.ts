import { expect, it } from 'vitest';
import { allToggled, type Decidable, isDecidable, stepsBefore, toggled } from './chosen-rows.ts';

const sheet = (id: string, part: Partial<Decidable> = {}): Decidable => ({
  id,
  state: 'MEETING_HELD',
  post: 'STAFF',
  proposal: 'LEVEL',
  actions: ['RECORD_MEETING', 'DECIDE', 'DECIDE_NOT_CLASSIFIED'],
  ...part,
});
const open = (id: string) => sheet(id, { state: 'OPEN', actions: ['DECIDE_NOT_CLASSIFIED'] });

it('lets be decided what the api lets', () => {
  expect(isDecidable(sheet('a'))).toBe(true);
  expect(isDecidable(sheet('a', { actions: ['RECORD_MEETING'] }))).toBe(false);
});

it('decides before its steps only that somebody is not classified', () => {
  expect(isDecidable(open('a'))).toBe(false);
  expect(isDecidable({ ...open('a'), proposal: 'NOT_CLASSIFIED' })).toBe(true);
});

it('says which steps are missing, and none of what was decided or is not classified', () => {
  expect(stepsBefore(sheet('a', { post: 'HEAD' }))).toEqual(['PARTY_OPINION', 'SYNTHESISED']);
  expect(stepsBefore(open('a'))).toEqual(['MEETING_HELD']);
  expect(stepsBefore({ ...open('a'), proposal: 'NOT_CLASSIFIED' })).toEqual([]);
  expect(stepsBefore(sheet('a', { state: 'PUBLISHED' }))).toEqual([]);
});

it('never chooses a row that cannot be decided', () => {
  expect([...toggled(new Set(), open('a'))]).toEqual([]);
  expect([...toggled(new Set(['a']), sheet('a'))]).toEqual([]);
});

it('chooses all that can be decided, then none of them, and keeps the others', () => {
  const rows = [sheet('a'), open('b'), sheet('c')];
  const all = allToggled(new Set(['x', 'a']), rows);
  expect([...all].toSorted()).toEqual(['a', 'c', 'x']);
  expect([...allToggled(all, rows)]).toEqual(['x']);
});
