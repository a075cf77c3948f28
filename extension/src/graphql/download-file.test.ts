import { expect, it } from 'vitest';
import { nameOf } from './download-file.ts';

it.each([
  [`attachment; filename="Mau 02.docx"; filename*=UTF-8''M%E1%BA%ABu%2002.docx`, 'Mẫu 02.docx'],
  [`attachment; filename="Mau 02.docx"; filename*=UTF-8''M%E1%BA`, 'Mau 02.docx'],
  ['attachment; filename="dossier.zip"', 'dossier.zip'],
  ['attachment', null],
  [null, null],
])('reads the name of a file from %j', (header, name) => {
  expect(nameOf(header)).toBe(name);
});
