import { expect, it } from 'vitest';
import { readAddress, writeAddress } from '../dashboard/address.ts';
import {
  type RegisterFilter,
  readRegisterFilter,
  someTerm,
  termsOf,
  toRegisterInput,
  writeRegisterFilter,
} from './register-filter.ts';

const nothing: RegisterFilter = {
  unit: 'H99',
  period: '',
  from: '',
  to: '',
  kind: '',
  state: '',
  overdue: false,
  employee: '',
  extra: {},
};

it.each<RegisterFilter>([
  { ...nothing, period: '2026-Q4', kind: 'WARNING', state: 'ACTIVE', overdue: true, employee: 'CV-001' },
  { ...nothing, from: '2026-01-01', to: '2026-06-30', state: 'OPEN' },
  { ...nothing, extra: { topic: 'ATTITUDE' } },
])('reads back through the address what it wrote: %j', (filter) => {
  const address = writeAddress({ path: 'ky-luat', item: null, filters: writeRegisterFilter(filter) });
  const { filters } = readAddress(address);
  expect(readRegisterFilter(filters, { unit: 'X', state: 'OPEN' }, Object.keys(filter.extra))).toEqual(filter);
});

it('asks by a period or by days, never by both', () => {
  const filter = readRegisterFilter({ period: '2026', from: '2026-01-01', to: '2026-02-01' }, { unit: 'H99' });
  expect(toRegisterInput(filter)).toMatchObject({ period: '2026', from: null, to: null });
});

it.each(['2026-Q5', '26', '2026-13', '<b>'])('asks for no period by %s', (period) => {
  expect(readRegisterFilter({ period }, { unit: 'H99' }).period).toBe('');
});

it('begins with the default state, until all are asked for', () => {
  expect(readRegisterFilter({}, { unit: 'H99', state: 'OPEN' }).state).toBe('OPEN');
  expect(readRegisterFilter({ state: 'all' }, { unit: 'H99', state: 'OPEN' }).state).toBe('');
});

it('takes only words of the list', () => {
  expect(termsOf(['A', 'B'], 'B')).toEqual(['B']);
  expect(termsOf(['A', 'B'], 'C')).toBeNull();
  expect(() => someTerm(['A', 'B'], '')).toThrow();
});
