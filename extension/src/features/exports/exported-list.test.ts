import { expect, test } from 'vitest';
import { exportOfRegister, offeredVariables } from './exported-list.ts';

test('asks for a register with the very filter of its screen', () => {
  expect(exportOfRegister('visits', { unit: 'H99.01', from: null, state: ['DONE'] })).toEqual({
    list: 'VISITS',
    variables: '{"filter":{"unit":"H99.01","state":["DONE"]}}',
  });
  expect(exportOfRegister('candidates', { unit: 'H99.01', year: 2026, title: 'LDTT', search: undefined })).toEqual({
    list: 'CANDIDATES',
    variables: '{"unit":"H99.01","year":2026,"title":"LDTT"}',
  });
});

test('narrows a list by what it can be narrowed by alone', () => {
  expect(offeredVariables('EMPLOYEES', 'H99.01', '2026-10')).toBe('{"filter":{"unit":"H99.01","period":"2026-10"}}');
  expect(offeredVariables('UNITS', 'H99.01', '2026-10')).toBe('{"filter":{"under":"H99.01"}}');
  expect(offeredVariables('CLASSIFICATIONS', '', '2026-10')).toBe('{}');
});
