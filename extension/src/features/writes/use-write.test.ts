import { expect, it } from 'vitest';
import { readOutcome } from './use-write.ts';

it('takes a success type for done, and hands it on', () => {
  const answer = { __typename: 'Task', id: 't1' };
  expect(readOutcome({ assignTask: answer })).toEqual({ state: 'DONE', answer });
});

it('tells which inputs were wrong', () => {
  const error = {
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message: 'Có ô nhập chưa đúng.',
    fields: [{ path: '/quantity', code: 'OUT_OF_RANGE', message: 'Từ 1 đến 999.' }],
  };
  expect(readOutcome({ assignTask: error })).toEqual({
    state: 'REFUSED',
    code: 'INVALID_INPUT',
    message: 'Có ô nhập chưa đúng.',
    fields: { '/quantity': 'OUT_OF_RANGE' },
    messages: { '/quantity': 'Từ 1 đến 999.' },
  });
});

it('tells which input states what is missing, where one does', () => {
  const error = {
    __typename: 'EvidenceRequiredError',
    code: 'EVIDENCE_REQUIRED',
    message: 'Hãy nêu văn bản xác minh.',
  };
  expect(readOutcome({ decideUnitResult: { ...error, path: '/verification' } })).toMatchObject({
    code: 'EVIDENCE_REQUIRED',
    fields: { '/verification': 'EVIDENCE_REQUIRED' },
    messages: { '/verification': 'Hãy nêu văn bản xác minh.' },
  });
  expect(readOutcome({ closeRecommendation: { ...error, path: null } })).toMatchObject({ fields: {} });
});

it('takes an answer without an outcome for a failure of the server', () => {
  expect(readOutcome({})).toMatchObject({ state: 'REFUSED', code: 'SERVER_FAILED' });
});
