import { expect, it } from 'vitest';
import { readFilter, writeFilter } from './ranking-filter.ts';

const defaults = { unit: 'SNV', period: '2026-11' };

it.each([
  { unit: 'SNV', period: '2026-Q4', group: 'CV', search: 'Nguyễn', blocked: true },
  { unit: 'A&B', period: '2026', group: null, search: '', blocked: false },
  { unit: 'SNV', period: '2026-10', group: null, search: '', blocked: null },
])('reads back what it wrote: %j', (filter) => {
  expect(readFilter(writeFilter(filter), defaults)).toEqual(filter);
});

it('takes the defaults for what the address lacks or mangles', () => {
  expect(readFilter({ period: '2026-13', blocked: 'maybe' }, defaults)).toEqual({
    ...defaults,
    group: null,
    search: '',
    blocked: null,
  });
});
