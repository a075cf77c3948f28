import { expect, it } from 'vitest';
import { nextVersion, registerTableItem } from './register-table-item.ts';

const agency = { code: 'H99.01' };

it('names a table by its kind, unit and version', () => {
  expect(registerTableItem({ kind: 'CLOCKS', version: 0, agency: null })).toBe('CLOCKS@*@0');
  expect(registerTableItem({ kind: 'CLOCKS', version: 2, agency })).toBe('CLOCKS@H99.01@2');
});

it('counts versions by kind and unit', () => {
  const tables = [
    { kind: 'CLOCKS', version: 0, agency: null },
    { kind: 'CLOCKS', version: 1, agency },
    { kind: 'CLOCKS', version: 2, agency },
    { kind: 'RETENTION', version: 7, agency },
  ];
  expect(nextVersion(tables, 'CLOCKS', 'H99.01')).toBe(3);
  expect(nextVersion(tables, 'CLOCKS', null)).toBe(1);
  expect(nextVersion(tables, 'RETENTION', 'H99.02')).toBe(1);
});
