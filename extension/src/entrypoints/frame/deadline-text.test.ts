import { expect, it } from 'vitest';
import { describeDeadline } from './deadline-text.ts';
import { vietnamese } from './frame-texts.ts';

it.each([
  ['2026-11-25', 'LEFT', 'còn 3 ngày'],
  ['2026-11-23', 'LEFT', 'còn 1 ngày'],
  ['2026-11-22', 'TODAY', 'hôm nay'],
  ['2026-11-21', 'OVERDUE', 'quá hạn 1 ngày'],
  ['2027-01-01', 'LEFT', 'còn 40 ngày'],
  [null, 'NONE', 'không có hạn'],
] as const)('on 22/11/2026 a deadline of %s is %s: %s', (deadline, kind, text) => {
  expect(describeDeadline(deadline, '2026-11-22', vietnamese)).toEqual({ kind, text });
});
