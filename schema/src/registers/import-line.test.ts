import { describe, expect, it } from 'vitest';
import type { ImportColumn } from './import-column.ts';
import { IMPORT_COLUMNS } from './import-columns.ts';
import { parseImportLine, readImportHeading } from './import-line.ts';
import type { ImportRegister } from './register-words.ts';

function columnsOf(register: ImportRegister, heading: string): readonly (ImportColumn | null)[] {
  const read = readImportHeading(register, heading.split('|'));
  if (!read.ok) throw new Error(`columns are missing: ${read.error.join(', ')}`);
  return read.value;
}

const HEADING =
  'Mã cán bộ|Ngày vi phạm|discoveredOn|Liên quan công vụ|NỘI DUNG VI PHẠM|Hình thức kỷ luật|Số quyết định|Ngày quyết định|Có hiệu lực từ|Cấp quyết định|Ghi chú';
const GOOD =
  'CB001|05/03/2026|2026-03-20|có|Đi muộn nhiều lần|Khiển trách|12/QĐ-SNV|10/04/2026|10/04/2026|Giám đốc Sở|x';

describe('a heading', () => {
  it('names columns by code or by text, in any case, and knows those that are not its own', () => {
    const columns = columnsOf('DISCIPLINE', HEADING);
    expect(columns.map((each) => each?.name ?? null)).toEqual([
      'employee',
      'actFrom',
      'discoveredOn',
      'relatedToDuty',
      'summary',
      'form',
      'decisionNumber',
      'decidedOn',
      'effectiveFrom',
      'issuer',
      null,
    ]);
  });

  it('is refused with the required columns that are not there', () => {
    expect(readImportHeading('FEEDBACK', ['unit', 'kind', 'channel'])).toEqual({
      ok: false,
      error: ['receivedOn', 'content', 'dueOn'],
    });
  });

  it('has no two columns of one name or text', () => {
    for (const columns of Object.values(IMPORT_COLUMNS)) {
      for (const part of [
        (each: ImportColumn) => each.name,
        (each: ImportColumn) => each.text.vi,
        (each: ImportColumn) => each.text.en,
      ])
        expect(new Set(columns.map(part)).size).toBe(columns.length);
    }
  });
});

describe('a line', () => {
  it('is read with dates in either writing and words in Vietnamese', () => {
    const record = parseImportLine('DISCIPLINE', columnsOf('DISCIPLINE', HEADING), GOOD.split('|'));
    expect(record).toMatchObject({
      ok: true,
      value: {
        employee: 'CB001',
        unit: null,
        actFrom: '2026-03-05',
        form: 'REPRIMAND',
        relatedToDuty: true,
        degradation: false,
        effectiveTo: null,
      },
    });
  });

  it.each([
    [
      'a decision before its act',
      '10/04/2026|10/04/2026|Gi',
      '01/02/2026|10/04/2026|Gi',
      '/decidedOn',
      'DECISION_BEFORE_ACT',
    ],
    ['a form nobody knows', 'Khiển trách', 'Mắng', '/form', 'UNKNOWN_VALUE'],
    ['a day that is not in the calendar', '05/03/2026', '30/02/2026', '/actFrom', 'NOT_A_DATE'],
    ['no person', 'CB001', ' ', '/employee', 'REQUIRED'],
    ['neither yes nor no', '|có|', '|có lẽ|', '/relatedToDuty', 'UNKNOWN_VALUE'],
  ])('with %s names the column', (_name, from, to, path, code) => {
    const line = GOOD.replace(from, to);
    expect(line).not.toBe(GOOD);
    const record = parseImportLine('DISCIPLINE', columnsOf('DISCIPLINE', HEADING), line.split('|'));
    expect(record.ok ? [] : record.error.map(({ path: at, error }) => [at, error.code])).toContainEqual([path, code]);
  });

  it('names every bad field, not the first', () => {
    const record = parseImportLine('DISCIPLINE', columnsOf('DISCIPLINE', HEADING), []);
    expect(record.ok ? 0 : record.error.length).toBeGreaterThanOrEqual(8);
  });

  it('of a commendation names a person or a unit, not both', () => {
    const columns = columnsOf('COMMENDATION', 'employee|unit|form|title|kind|decisionNumber|decidedOn|issuer');
    const rest = ['Giấy khen', 'Giấy khen', 'Đột xuất', '1/QĐ', '2026-01-05', 'UBND'];
    expect(parseImportLine('COMMENDATION', columns, ['CB001', '', ...rest]).ok).toBe(true);
    expect(parseImportLine('COMMENDATION', columns, ['', 'H99.01', ...rest]).ok).toBe(true);
    expect(parseImportLine('COMMENDATION', columns, ['CB001', 'H99.01', ...rest])).toMatchObject({
      ok: false,
      error: [{ path: '/employee' }],
    });
    expect(parseImportLine('COMMENDATION', columns, ['', '', ...rest])).toMatchObject({
      ok: false,
      error: [{ path: '/unit' }],
    });
  });

  it('of an initiative says all of a recognition or nothing', () => {
    const columns = columnsOf(
      'INITIATIVE',
      'code|title|unit|year|kind|authors|level|influence|decisionNumber|recognisedOn',
    );
    const start = ['SK-1', 'Rút ngắn thủ tục', 'H99.01', '2026', 'sáng kiến', 'CB001; CB002'];
    expect(parseImportLine('INITIATIVE', columns, start)).toMatchObject({
      ok: true,
      value: { authors: ['CB001', 'CB002'], level: null },
    });
    expect(parseImportLine('INITIATIVE', columns, [...start, 'BASE', 'UNIT', '', '2026-05-01'])).toMatchObject({
      ok: false,
      error: [{ path: '/decisionNumber', error: { code: 'REQUIRED' } }],
    });
    expect(parseImportLine('INITIATIVE', columns, [...start.slice(0, 5), 'CB001;CB001'])).toMatchObject({
      ok: false,
      error: [{ path: '/authors' }],
    });
  });

  it('of feedback is answered with its document and outcome', () => {
    const columns = columnsOf(
      'FEEDBACK',
      'unit|kind|channel|receivedOn|content|dueOn|answeredOn|answerDocument|outcome',
    );
    const start = ['H99.01', 'Phản ánh', 'Đường dây nóng', '01/10/2026', 'Chờ lâu', '15/10/2026'];
    expect(parseImportLine('FEEDBACK', columns, start)).toMatchObject({
      ok: true,
      value: { kind: 'REFLECTION', answeredOn: null },
    });
    expect(parseImportLine('FEEDBACK', columns, [...start, '12/10/2026', '', ''])).toMatchObject({ ok: false });
    expect(parseImportLine('FEEDBACK', columns, [...start, '12/10/2026', '3/CV', 'UPHELD']).ok).toBe(true);
    expect(parseImportLine('FEEDBACK', columns, [...start, '12/09/2026', '3/CV', 'UPHELD'])).toMatchObject({
      ok: false,
      error: [{ path: '/answeredOn' }],
    });
  });
});
