import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '../dashboard/address.ts';
import { readYearFilter, writeYearFilter } from './year-filter.ts';

const defaults = { unit: 'H99.01', year: 2026 };

it('reads back through the address what it wrote', () => {
  const filter = {
    unit: 'H99.01.01',
    year: 2027,
    group: 'CV',
    state: 'DECIDED',
    level: 'GOOD',
    search: 'Nguyễn',
  } as const;
  const { filters } = readAddress(writeAddress({ path: 'nam', item: null, filters: writeYearFilter(filter) }));
  expect(readYearFilter(filters, defaults)).toEqual(filter);
});

it('takes the defaults for what the address lacks or mangles', () => {
  expect(readYearFilter({ year: '1999', state: 'LOST', level: 'BEST' }, defaults)).toEqual({
    ...defaults,
    group: '',
    state: '',
    level: '',
    search: '',
  });
});
