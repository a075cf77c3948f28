import { expect, it } from 'vitest';
import { outcomesOf } from './decision-outcomes.ts';

const sent = [{ classification: 'a' }, { classification: 'b' }, { classification: 'c' }];
const refused = { code: 'QUOTA_EXCEEDED', message: 'Đây sẽ là người thứ 5; tối đa 4 người.' };

it('tells of each row whether it was decided, whatever the order of the answer', () => {
  const answered = [
    { index: 2, errors: [] },
    { index: 0, errors: [refused] },
    { index: 1, errors: [] },
  ];
  expect(outcomesOf(sent, answered)).toEqual({ a: refused, b: 'DONE', c: 'DONE' });
});

it('never takes a row that was not answered for decided', () => {
  const outcomes = outcomesOf(sent, [{ index: 0, errors: [] }]);
  expect(outcomes).toMatchObject({ a: 'DONE', b: { code: 'SERVER_FAILED' }, c: { code: 'SERVER_FAILED' } });
});
