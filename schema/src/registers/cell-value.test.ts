import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../primitives/local-date.ts';
import { addDays, daysBetween } from '../primitives/local-date.ts';
import { type Cell, type CellKind, type DayCount, readCell } from './cell-value.ts';
import { IMPORT_COLUMNS } from './import-columns.ts';
import { IMPORT_EXAMPLES } from './import-examples.ts';
import { parseImportCells, parseImportLine, readImportHeading } from './import-line.ts';
import { IMPORT_REGISTERS } from './register-words.ts';

function read(kind: CellKind, cell: Cell, days?: DayCount): string {
  const value = readCell(kind, cell, days);
  return value.ok ? value.value : value.error.code;
}

describe('a cell of a workbook', () => {
  it.each([
    ['TEXT', { text: ' Nguyễn Văn An ' }, ' Nguyễn Văn An '],
    ['TEXT', { number: '1234' }, '1234'],
    ['TEXT', { formula: true }, 'FORMULA_IN_CELL'],
    ['TEXT', { text: '=HYPERLINK("http://x")' }, 'FORMULA_IN_CELL'],
    ['TEXT', { text: ' @SUM(A1)' }, 'FORMULA_IN_CELL'],
    ['TEXT', { text: '+1+cmd|calc' }, 'FORMULA_IN_CELL'],
    ['TEXT', { text: '+84 912 345 678' }, '+84 912 345 678'],
    ['TEXT', { text: '- Tham mưu kế hoạch' }, '- Tham mưu kế hoạch'],
    ['TEXT', { merged: 'B3:B7' }, 'MERGED_CELLS'],
    ['DATE', { text: '25/11/2026' }, '25/11/2026'],
    ['DATE', { date: '2026-11-25' as LocalDate }, '2026-11-25'],
    ['DATE', { number: '46351' }, '2026-11-25'],
    ['DATE', { text: '46351' }, '2026-11-25'],
    ['DATE', { number: '20000' }, '1954-10-03'],
    ['DATE', { number: '80000' }, '2119-01-11'],
    ['DATE', { number: '19999' }, 'NOT_A_DATE'],
    ['DATE', { number: '80001' }, 'NOT_A_DATE'],
    ['DATE', { number: '46351.5' }, 'NOT_A_DATE'],
    ['DATE', { number: '-46351' }, 'NOT_A_DATE'],
    ['DATE', { text: '12' }, '12'],
    ['NUMBER', { number: '2.5' }, '2.5'],
    ['NUMBER', { number: '2.3999999999999999' }, '2.4'],
    ['NUMBER', { number: '0.30000000000000004' }, '0.3'],
    ['NUMBER', { number: '1E-3' }, '0.001'],
    ['NUMBER', { number: '1.5E+3' }, '1500'],
    ['NUMBER', { number: '-0.50' }, '-0.5'],
    ['NUMBER', { number: '-0' }, '0'],
    ['NUMBER', { number: '007' }, '7'],
    ['NUMBER', { number: 'NaN' }, 'NOT_A_NUMBER'],
    ['COUNT', { number: '12.0' }, '12'],
  ] as const)('of kind %s, %j, is %s', (kind, cell, expected) => expect(read(kind, cell)).toBe(expected));

  it('counts its days from 1904 where the workbook does', () => {
    expect(read('DATE', { number: '44889' }, '1904')).toBe('2026-11-25');
  });

  it('counts a day more for each number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 79_999 }), (count) => {
        const [first, second] = [count, count + 1].map((each) => read('DATE', { number: String(each) }) as LocalDate);
        if (first === undefined || second === undefined) throw new Error('two days');
        expect(daysBetween(first, second)).toBe(1);
        expect(addDays('1899-12-30' as LocalDate, count)).toBe(first);
      }),
    );
  });

  it('reads a decimal as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }), (digits, scale) => {
        const text = String(digits).padStart(scale + 1, '0');
        const written = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
        const plain = written
          .replace(/^0+(?=\d)/, '')
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, '');
        expect(read('NUMBER', { number: written })).toBe(plain);
      }),
    );
  });
});

describe('a line of cells', () => {
  const heading = readImportHeading('ASSIGNMENT', [
    'Mã cán bộ (*)',
    'Mã  đơn vị',
    'post',
    'title',
    'group',
    'subjectType',
    'from',
  ]);
  if (!heading.ok) throw new Error('the heading can be read');
  const texts = (...cells: readonly string[]): readonly Cell[] => cells.map((text) => ({ text }));

  it('names each bad cell with its column, beside the bad fields of the line', () => {
    const [code, unit] = texts('AB0001', '');
    if (code === undefined || unit === undefined) throw new Error('two cells');
    const cells: readonly Cell[] = [
      code,
      unit,
      { formula: true },
      { merged: 'D2:D4' },
      ...texts('CV', 'vua'),
      { number: '7' },
    ];
    const parsed = parseImportCells('ASSIGNMENT', heading.value, cells);
    expect(parsed.ok ? [] : parsed.error.map(({ path, error }) => `${path} ${error.code}`)).toEqual([
      '/post FORMULA_IN_CELL',
      '/title MERGED_CELLS',
      '/from NOT_A_DATE',
      '/unit REQUIRED',
      '/subjectType UNKNOWN_VALUE',
    ]);
  });

  it('reads a day that is a number', () => {
    const cells = [...texts('AB0001', 'H99.06', 'cấp phó', 'Phó Trưởng phòng', 'CV', 'viên chức'), { number: '46351' }];
    const parsed = parseImportCells('ASSIGNMENT', heading.value, cells);
    expect(parsed.ok ? parsed.value : null).toMatchObject({
      post: 'DEPUTY',
      subjectType: 'PUBLIC_EMPLOYEE',
      from: '2026-11-25',
    });
  });
});

describe('the example of a template', () => {
  it.each(IMPORT_REGISTERS)('of %s has columns of the register and is read', (register) => {
    const example = IMPORT_EXAMPLES[register];
    const names = Object.keys(example);
    const columns = IMPORT_COLUMNS[register];
    expect(names.filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
    expect(columns.filter(({ name, required }) => required && !names.includes(name))).toEqual([]);
    const heading = readImportHeading(register, names);
    if (!heading.ok) throw new Error(`columns are missing: ${heading.error.join()}`);
    const parsed = parseImportLine(register, heading.value, Object.values(example));
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });

  it.each(IMPORT_REGISTERS)('of %s has headings that differ, in both languages', (register) => {
    for (const locale of ['vi', 'en'] as const) {
      const texts = IMPORT_COLUMNS[register].map(({ text }) => text[locale].toLowerCase());
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
