import { expect, it } from 'vitest';
import { exportPath } from './export-path.ts';

it('names the whole register where nothing is asked for', () => {
  expect(exportPath('visits', { unit: null, overdue: undefined })).toBe('/files/register/visits/all.xlsx');
});

it('carries the filter, diacritics too, in a step of the address that reads back', () => {
  const filter = { unit: 'H99.01', kind: ['WARNING'], employee: 'Đỗ Thị Ái' };
  const step = /^\/files\/register\/decisions\/([\w-]+)\.xlsx$/.exec(exportPath('decisions', filter))?.[1];
  expect(JSON.parse(Buffer.from(step ?? '', 'base64url').toString())).toEqual(filter);
});
