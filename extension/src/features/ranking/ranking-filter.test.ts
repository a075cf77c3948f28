import { expect, it } from 'vitest';
import { readFilter, writeFilter } from './ranking-filter.ts';

const defaults = { unit: 'SNV', period: '2026-11' };

const anything = {
  agency: null,
  group: null,
  family: null,
  years: 3,
  view: 'list',
  search: '',
  blocked: null,
} as const;

it.each([
  { ...anything, unit: 'SNV', period: '2026', group: 'CV', search: 'Nguyễn', blocked: true },
  { ...anything, unit: 'A&B', period: '2026', agency: 'H99.01', family: 'ND335-2025/CIVIL_SERVANT', years: 5 },
  { ...anything, unit: 'SNV', period: '2026-10', view: 'plots' as const, blocked: false },
])('reads back what it wrote: %j', (filter) => {
  expect(readFilter(writeFilter(filter), defaults)).toEqual(filter);
});

it.each(['2026-13', '2026-Q4', 'November'])(
  'takes the defaults for what the address lacks or mangles: %s',
  (period) => {
    expect(readFilter({ period, blocked: 'maybe', years: '9', view: 'map' }, defaults)).toEqual({
      ...anything,
      ...defaults,
    });
  },
);
