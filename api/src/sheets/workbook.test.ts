import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toXlsx } from './workbook.ts';

const at = new Date('2026-11-22T01:00:00Z');

async function partsOf(...sheets: Parameters<typeof toXlsx>[0]) {
  const parts = unzipSync(await toXlsx(sheets, at));
  return (path: string) => strFromU8(parts[path] ?? new Uint8Array());
}

const columns = [
  { title: 'Số quyết định', width: 18 },
  { title: 'Ngày', width: 12 },
  { title: 'Số lượng', width: 10 },
];

describe('toXlsx', () => {
  it('keeps text as text, days as dates and figures as numbers', async () => {
    const part = await partsOf({ name: 'Kỷ luật', columns, rows: [['=HYPERLINK("x")', { date: '2026-11-22' }, 53]] });
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(part('xl/sharedStrings.xml')).toContain('<t>=HYPERLINK("x")</t>');
    expect(sheet).not.toContain('<f>');
    // 46348 days after 1899-12-30.
    expect(sheet).toMatch(/<c r="B2" s="\d+"><v>46348<\/v>/);
    expect(sheet).toMatch(/<c r="C2" s="\d+"><v>53<\/v>/);
    expect(part('xl/styles.xml')).toContain('dd/mm/yyyy');
  });

  it('freezes the head and filters all columns and rows', async () => {
    const part = await partsOf({
      name: 'A',
      columns,
      rows: [
        ['1', null, null],
        ['2', null, 3],
      ],
    });
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:C3"/>');
  });

  it('has the default style that readers look for, at its place', async () => {
    const styles = (await partsOf({ name: 'A', columns, rows: [] }))('xl/styles.xml');
    expect(styles).toMatch(
      /<\/borders><cellStyleXfs .*<\/cellStyleXfs><cellXfs .*<\/cellXfs><cellStyles .*name="Normal"/,
    );
  });

  it('names every sheet apart, within what the format allows', async () => {
    const long = 'Khen thưởng [theo đơn vị]: hình thức và danh hiệu';
    const part = await partsOf({ name: long, columns, rows: [] }, { name: long, columns, rows: [] });
    const names = [...part('xl/workbook.xml').matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:]/);
    }
  });

  it('leaves out letters that XML does not know', async () => {
    const part = await partsOf({ name: 'A', columns, rows: [['a\u0001b & <c>', null, null]] });
    expect(part('xl/sharedStrings.xml')).toContain('ab &amp; &lt;c&gt;');
  });

  it('makes the same bytes of the same data', async () => {
    const sheet = { name: 'A', columns, rows: [['1', { date: '2026-01-02' }, 1]] };
    const [first, second] = [await toXlsx([sheet], at), await toXlsx([sheet], at)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
