import { expect, it } from 'vitest';
import { unitsOfAgency } from './units-of-agency.ts';

const unit = (code: string, level: number, agency: string | null) => ({
  code,
  name: code,
  level,
  agency: agency === null ? null : { code: agency },
});

it('offers the units of one agency, each under the one it belongs to', () => {
  const units = [unit('A', 1, 'A'), unit('A.1', 2, 'A'), unit('A.2', 2, 'A.2'), unit('A.3', 2, null)];
  expect(unitsOfAgency(units, 'A')).toEqual([
    { value: 'A', label: 'A' },
    { value: 'A.1', label: '– A.1' },
  ]);
  expect(unitsOfAgency(units, null)).toEqual([]);
});
