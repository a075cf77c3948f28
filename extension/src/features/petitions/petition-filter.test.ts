import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '../dashboard/address.ts';
import { readPetitionFilter, writePetitionFilter } from './petition-filter.ts';

it.each([
  { unit: 'H99.01', year: 2026, state: 'RESOLVED' },
  { unit: 'H99', year: null, state: '' },
] as const)('reads back through the address what it wrote: %j', (filter) => {
  const address = writeAddress({ path: 'kien-nghi', item: null, filters: writePetitionFilter(filter) });
  expect(readPetitionFilter(readAddress(address).filters, { unit: 'X' })).toEqual(filter);
});

it('begins with what waits for an answer', () => {
  expect(readPetitionFilter({}, { unit: 'H99' })).toEqual({ unit: 'H99', year: null, state: 'FILED' });
});
