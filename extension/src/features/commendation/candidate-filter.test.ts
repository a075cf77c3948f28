import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '../dashboard/address.ts';
import { type CandidateFilter, readCandidateFilter, writeCandidateFilter } from './candidate-filter.ts';

it('reads back through the address what it wrote', () => {
  const filter: CandidateFilter = { unit: 'H99.01', year: 2026, title: 'LDTT', state: 'MISSING', search: 'Ngọc' };
  const { filters } = readAddress(
    writeAddress({ path: 'khen-thuong', item: null, filters: writeCandidateFilter(filter) }),
  );
  expect(readCandidateFilter(filters, { unit: 'X', year: 2000 })).toEqual(filter);
});

it('begins with the base title of the year and agency given', () => {
  expect(readCandidateFilter({ year: 'x' }, { unit: 'H99.01', year: 2026 })).toEqual({
    unit: 'H99.01',
    year: 2026,
    title: 'CSTDCS',
    state: '',
    search: '',
  });
});

it('keeps collectives in a tab of their own, beginning with their own base title', () => {
  const filter = readCandidateFilter({}, { unit: 'H99.01', year: 2026 }, 'COLLECTIVE');
  expect(filter.title).toBe('TTLDTT');
  expect(writeCandidateFilter(filter, 'COLLECTIVE').tab).toBe('collectives');
  expect(writeCandidateFilter(filter).tab).toBe('candidates');
});
