import { expect, test } from 'vitest';
import { citation } from './citation.ts';

const instrument = '335/2025/NĐ-CP';

test.each([
  ['art. 14(2)(b)(c)', 'vi', 'Điều 14(2)(b)(c) Nghị định 335/2025/NĐ-CP'],
  ['art. 14(2)(b)(c)', 'en', '335/2025/NĐ-CP, art. 14(2)(b)(c)'],
  ['art. 12(2), Annex I, Annex II Form 01', 'vi', 'Điều 12(2), Phụ lục I, Phụ lục II Mẫu 01 Nghị định 335/2025/NĐ-CP'],
  [null, 'vi', 'Nghị định 335/2025/NĐ-CP'],
  [null, 'en', instrument],
] as const)('cites %s in %s', (clause, locale, expected) => {
  expect(citation({ instrument, clause }, locale)).toBe(expected);
});
