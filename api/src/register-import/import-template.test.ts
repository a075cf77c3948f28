import { IMPORT_COLUMNS, IMPORT_REGISTERS, readImportHeading } from '@congvu/schema/registers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../import-file/read-workbook.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function get(path: string, language = 'vi') {
  const authorization = `Bearer ${await office.tokenOf('nhansu')}`;
  return fetch(new URL(`/files/import-template/${path}`, office.url), {
    headers: { authorization, 'accept-language': language },
  });
}

describe('a template', () => {
  test.each(IMPORT_REGISTERS)(
    'of %s has a heading that is read again, in both formats and languages',
    async (register) => {
      for (const language of ['vi', 'en']) {
        const workbook = await readWorkbook(
          Buffer.from(await (await get(`${register}.xlsx`, language)).arrayBuffer()),
          null,
        );
        if (!workbook.ok) throw new Error(workbook.error.code);
        const [heading, ...rows] = workbook.value.rows;
        const read = readImportHeading(register, (heading?.cells ?? []).map(String));
        expect(read).toEqual({ ok: true, value: IMPORT_COLUMNS[register] });
        expect(rows).toEqual([]);
        const text = await (await get(`${register.toLowerCase()}.csv`, language)).text();
        const cells = text
          .replace('\uFEFF', '')
          .trim()
          .split(language === 'vi' ? ';' : ',');
        // A heading with a separator in it stands in quotation marks, and is not split here.
        if (!text.includes('"')) expect(readImportHeading(register, cells).ok).toBe(true);
      }
    },
  );

  test('tells on a second sheet what each column takes', async () => {
    const bytes = Buffer.from(await (await get('EMPLOYEE.xlsx')).arrayBuffer());
    const guide = await readWorkbook(bytes, 'Hướng dẫn');
    if (!guide.ok) throw new Error(guide.error.code);
    expect(guide.value.rows[0]?.cells).toEqual(['Cột', 'Bắt buộc', 'Nhận', 'Ví dụ']);
    expect(guide.value.rows.slice(1)).toHaveLength(IMPORT_COLUMNS.EMPLOYEE.length);
  });

  test('of anything else is not there', async () => {
    expect((await get('PAYROLL.csv')).status).toBe(404);
    expect((await get('EMPLOYEE.pdf')).status).toBe(404);
  });
});
