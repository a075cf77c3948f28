import { expect, it } from 'vitest';
import { type BulkLine, emptyLine, lineProblems, refusedRows, rowLimit, rowsOf, toBulkInput } from './bulk-draft.ts';

const product = { __typename: 'Product' as const, id: 'p', code: 'DC.01', name: 'Công văn', coefficient: '1' };
const line: BulkLine = { product, quantity: '2,5', deadline: '2026-11-30', responsibility: 'LEAD' };
const people = [
  { code: 'A1', name: 'An' },
  { code: 'B2', name: 'Bình' },
];

it('makes a row of each line for each person, in one order', () => {
  const rows = rowsOf(people, [line, { ...line, quantity: '1' }]);
  expect(rows.map(({ person, quantity }) => `${person.code} ${quantity}`)).toEqual([
    'A1 2,5',
    'A1 1',
    'B2 2,5',
    'B2 1',
  ]);
});

it('sends exact quantities', () => {
  expect(toBulkInput(rowsOf(people.slice(0, 1), [line]))).toEqual([
    { employee: 'A1', product: 'DC.01', quantity: '2.5', deadline: '2026-11-30', responsibility: 'LEAD' },
  ]);
});

it.each([
  [{ product: null }, { product: 'REQUIRED' }],
  [{ quantity: 'hai' }, { quantity: 'NOT_A_NUMBER' }],
  [{ quantity: '0' }, { quantity: 'OUT_OF_RANGE' }],
  [{ deadline: '' }, { deadline: 'REQUIRED' }],
])('sends nothing with %j', (part, problems) => {
  expect(lineProblems({ ...line, ...part })).toEqual(problems);
  expect(toBulkInput(rowsOf(people, [line, { ...line, ...part }]))).toBeNull();
});

it('sends neither nothing nor more than one call takes', () => {
  expect(toBulkInput(rowsOf([], [line]))).toBeNull();
  const many = Array.from({ length: rowLimit + 1 }, (_each, index) => ({ code: `C${index}`, name: 'Cường' }));
  expect(toBulkInput(rowsOf(many, [line]))).toBeNull();
  expect(toBulkInput(rowsOf(many.slice(1), [line]))).toHaveLength(rowLimit);
});

it('keeps the refused rows with why, as they were typed', () => {
  const rows = rowsOf(people, [line]);
  const refused = refusedRows(rows, [
    { index: 0, errors: [] },
    { index: 1, errors: [{ path: '/deadline', code: 'DEADLINE_OUTSIDE_ASSIGNMENT' }] },
  ]);
  expect(refused).toEqual([{ ...rows[1], problems: { deadline: 'DEADLINE_OUTSIDE_ASSIGNMENT' } }]);
});

it('begins with one piece, led, and what only the person can say missing', () => {
  expect(lineProblems(emptyLine)).toEqual({ product: 'REQUIRED', deadline: 'REQUIRED' });
});
