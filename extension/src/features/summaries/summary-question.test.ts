import { expect, it } from 'vitest';
import { readQuestion } from './summary-question.ts';

it('reads the question that another screen asked, under its own name', () => {
  const question = { unit: 'H99.01', period: '2026-10' };
  expect(readQuestion({ freeze: 'UNITS', question: JSON.stringify(question) })).toEqual({
    kind: 'UNITS',
    question: { units: question },
    purpose: 'STATISTICS',
  });
});

it.each([
  [{}],
  [{ freeze: 'EVERYTHING', question: '{}' }],
  [{ freeze: 'UNITS', question: '{' }],
  [{ freeze: 'UNITS', question: '[]' }],
  [{ freeze: 'UNITS' }],
])('%j is no question', (filters) => {
  expect(readQuestion(filters)).toBeNull();
});
