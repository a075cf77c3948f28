import { describe, expect, it } from 'vitest';
import { builtInTable, REGISTER_TABLE_KINDS } from '../registers/registers.ts';
import { registerTableRows } from './register-table-text.ts';

describe('a table of the registers in words', () => {
  it.each(REGISTER_TABLE_KINDS)('%s says each row in both languages, with its source', (kind) => {
    const [vi, en] = [
      registerTableRows(kind, builtInTable(kind), 'vi'),
      registerTableRows(kind, builtInTable(kind), 'en'),
    ];
    expect(vi.length).toBeGreaterThanOrEqual(builtInTable(kind).length);
    expect(en).toHaveLength(vi.length);
    vi.forEach((row, index) => {
      expect([row.text === en[index]?.text, row.text !== '', row.source.instrument !== '']).toEqual([
        false,
        true,
        true,
      ]);
      expect(JSON.stringify([row, en[index]])).not.toMatch(/undefined|\[object/);
    });
  });

  it('is read as officials write it', () => {
    const [forms] = registerTableRows('DISCIPLINE_FORMS', builtInTable('DISCIPLINE_FORMS'), 'vi');
    expect(forms).toMatchObject({
      text: 'Công chức, không giữ chức vụ',
      facts: [
        { name: 'Hình thức', value: 'Khiển trách · Cảnh cáo · Buộc thôi việc' },
        { name: 'Từ ngày', value: '01/07/2025' },
      ],
    });
    const titles = registerTableRows('COMMENDATION_TITLES', builtInTable('COMMENDATION_TITLES'), 'vi');
    expect(titles[0]).toMatchObject({ facts: [{ value: '0,3' }], source: { certainty: 'SECONDARY' } });
    const [handling] = registerTableRows('CLOCKS', builtInTable('CLOCKS'), 'vi');
    expect(handling?.facts).toEqual([{ name: 'Thời hạn', value: '90 ngày' }]);
  });
});
