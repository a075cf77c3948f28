import { expect, it } from 'vitest';
import { readCalibrationFilter, toCalibrationVariables } from './calibration-filter.ts';

const start = { unit: 'H99.01', year: '2026' };

it('begins with the viewer’s own unit and the year of today', () => {
  expect(readCalibrationFilter({}, start)).toEqual({ unit: 'H99.01', year: '2026', state: '' });
});

it('takes what the address says and leaves out what is no state and no year', () => {
  expect(readCalibrationFilter({ unit: 'H99', year: '2025', state: 'LOCKED' }, start)).toEqual({
    unit: 'H99',
    year: '2025',
    state: 'LOCKED',
  });
  expect(readCalibrationFilter({ year: '20x6', state: 'OVER' }, start)).toMatchObject({ year: '2026', state: '' });
});

it('asks for any state by naming none', () => {
  expect(toCalibrationVariables({ unit: '', year: '2026', state: '' }).filter).toEqual({
    unit: null,
    year: 2026,
    state: null,
  });
});
