import { expect, it } from 'vitest';
import { inputWords } from './input-words.ts';

it.each([
  ['PeriodSheet', '263/3 GOOD', '87,67 HTT', '87.67 HTT'],
  ['PeriodResult', '90', '90', '90'],
  ['Classification', 'NOT_COMPLETED', 'KHT', 'KHT'],
  ['DisciplineDecision', 'REPRIMAND', 'Khiển trách', 'Reprimand'],
  ['Violation', 'OPEN', 'Đang xem xét, xử lý', 'Being handled'],
  ['Finding', 'REMEDIED', 'đã khắc phục', 'remedied'],
  ['Classification', 'NOT_CLASSIFIED', 'không xếp loại', 'not classified'],
  ['PlanningEntry', '2026-01-01 2030-07-10', '01/01/2026 – 10/07/2030', '01/01/2026 – 10/07/2030'],
  ['Commendation', 'Giải thưởng 2026', 'Giải thưởng 2026', 'Giải thưởng 2026'],
  ['Something', 'NEW_WORD', 'NEW_WORD', 'NEW_WORD'],
])('says of a %s "%s": %s, in English %s', (what, said, vietnamese, english) => {
  expect(inputWords(what, said, 'vi')).toBe(vietnamese);
  expect(inputWords(what, said, 'en')).toBe(english);
});
