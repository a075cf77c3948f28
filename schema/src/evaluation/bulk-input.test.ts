import { describe, expect, test } from 'vitest';
import { assignTaskRowShape, assignTasksShape, handOverTaskShape, MOST_TASK_ROWS } from './bulk-input.ts';
import { parseInput } from './parse-input.ts';

const call = { idempotencyKey: 'key-00000001', unit: 'H99.01.01', rows: [{}] };
const row = { employee: 'AB0001', product: 'DC.02', quantity: '2', deadline: '2026-11-28', responsibility: 'LEAD' };

describe('a call that assigns many tasks', () => {
  test('leaves its rows unread and lands the good ones unless asked otherwise', () => {
    const read = parseInput(assignTasksShape, call);
    expect(read).toMatchObject({ ok: true, value: { atomic: false, rows: [{}] } });
  });

  test.each([
    ['no row', [], 'REQUIRED'],
    ['more rows than a call may have', Array(MOST_TASK_ROWS + 1).fill(row), 'OUT_OF_RANGE'],
  ])('refuses %s', (_name, rows, code) => {
    const read = parseInput(assignTasksShape, { ...call, rows });
    expect(read).toMatchObject({ ok: false, error: { payload: { fields: [{ path: '/rows', error: { code } }] } } });
  });

  test.each([
    [{ deadline: '2026-02-30' }, '/deadline', 'NOT_A_DATE'],
    [{ quantity: '0' }, '/quantity', 'OUT_OF_RANGE'],
    [{ responsibility: 'WATCH' }, '/responsibility', 'UNKNOWN_VALUE'],
    [{ employee: ' ' }, '/employee', 'REQUIRED'],
  ])('refuses a row with %o', (changes, path, code) => {
    const read = parseInput(assignTaskRowShape, { ...row, ...changes });
    expect(read).toMatchObject({ ok: false, error: { payload: { fields: [{ path, error: { code } }] } } });
  });
});

test('a hand-over names its day, and the day must exist', () => {
  const input = { idempotencyKey: 'key-00000001', task: 'x', revision: 1, to: 'AB0002', occurredOn: '2026-02-30' };
  const read = parseInput(handOverTaskShape, input);
  expect(read).toMatchObject({
    ok: false,
    error: { payload: { fields: [{ path: '/occurredOn', error: { code: 'NOT_A_DATE' } }] } },
  });
});
