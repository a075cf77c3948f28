import { expect, it } from 'vitest';
import { readShortlistFilter, writeShortlistFilter } from './shortlist-filter.ts';

const today = '2026-11-22';
const defaults = { unit: 'H99.01.02', today };

it.each([
  { unit: 'H99.01.02', post: 'HEAD', on: today, within: '', state: '', search: '' },
  { unit: 'A&B', post: 'DEPUTY', on: '2027-01-01', within: 'H99', state: 'SOMETHING_MISSING', search: 'Trần' },
] as const)('reads back what it wrote: %j', (filter) => {
  expect(readShortlistFilter(writeShortlistFilter(filter, today), defaults)).toEqual(filter);
});

it('takes the defaults for what is absent or mangled', () => {
  expect(readShortlistFilter({ post: 'STAFF', on: 'soon', state: 'GOOD' }, defaults)).toEqual({
    unit: 'H99.01.02',
    post: 'HEAD',
    on: today,
    within: '',
    state: '',
    search: '',
  });
});

it('leaves today out of a kept address', () => {
  const filter = readShortlistFilter({}, defaults);
  expect(writeShortlistFilter(filter, today)).not.toHaveProperty('on');
});
