import { expect, it } from 'vitest';
import { narrowingWords } from './narrowing-words.ts';

const narrowing = {
  level: ['OUTSTANDING', 'GOOD'],
  state: ['CONFIRMED'],
  spans: { total: { min: '70', max: '89.5' }, general: { min: '27', max: '' }, quality: { min: '', max: '99.5' } },
} as const;

it('says what the list is narrowed to, with the decimal mark of the language', () => {
  expect(narrowingWords(narrowing, 'vi')).toEqual([
    'mức HTXS, HTT',
    'phiếu: Đã xác nhận',
    'Tổng điểm (0–100) 70–89,5',
    'Tiêu chí chung (0–30) từ 27',
    'Chất lượng b, % đến 99,5',
  ]);
  expect(narrowingWords(narrowing, 'en')).toContain('Total (0–100) 70–89.5');
  expect(narrowingWords({ level: [], state: [], spans: {} }, 'vi')).toEqual([]);
});
