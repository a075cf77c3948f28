import { expect, it } from 'vitest';
import { readFilter, toFilterInput, writeFilter } from './ranking-filter.ts';

const defaults = { unit: 'SNV', period: '2026-11' };

const anything = {
  agency: null,
  group: null,
  family: null,
  years: 3,
  view: 'list',
  search: '',
  blocked: null,
  narrowing: { level: [], state: [], spans: {} },
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

it('asks for everybody where nothing narrows it, and for what is chosen together with the name', () => {
  const filter = { ...anything, ...defaults };
  expect(toFilterInput(filter)).toBeNull();
  const narrowing = { level: ['GOOD'], state: [], spans: { total: { min: '70', max: '' } } } as const;
  expect(toFilterInput({ ...filter, search: 'Hà', narrowing })).toEqual({
    search: 'Hà',
    blocked: null,
    level: ['GOOD'],
    total: { min: '70', max: null },
  });
});
