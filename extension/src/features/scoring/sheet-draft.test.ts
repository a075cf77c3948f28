import { expect, it } from 'vitest';
import { countMissing, draftOf, pointsOf, pointsSoFar, problemOf, toCriteria, toDecimal } from './sheet-draft.ts';

const criterion = (
  code: string,
  maximum: string,
  selfPoints: string | null,
  confirmedPoints: string | null = null,
) => ({
  __typename: 'SheetCriterion' as const,
  code,
  name: code,
  group: 'I',
  maximum,
  selfPoints,
  confirmedPoints,
  remark: null,
});
const criteria = [criterion('I.1', '5', '9/2'), criterion('II.1', '5/2', '2', '1.5')];

it('starts from the confirmed points, else from the self-score, with the language’s mark', () => {
  expect(draftOf(criteria, ',')).toEqual({ 'I.1': '4,5', 'II.1': '1,5' });
});

it('sends exact points in the order of the criteria', () => {
  expect(toCriteria(criteria, { 'I.1': '4,5', 'II.1': '2.5' })).toEqual([
    { code: 'I.1', points: '4.5' },
    { code: 'II.1', points: '2.5' },
  ]);
});

it.each([
  ['just below the maximum', '2,499999', null],
  ['at the maximum', '2,5', null],
  ['just above the maximum', '2,500001', 'POINTS_ABOVE_MAXIMUM'],
  ['no number', 'hai', 'NOT_A_NUMBER'],
  ['nothing yet', '', null],
] as const)('judges points %s', (_name, typed, code) => {
  const [, second] = criteria;
  expect(second && problemOf(second, { 'II.1': typed })).toBe(code);
});

it('sends nothing while one criterion is missing', () => {
  expect(pointsOf(criteria, { 'I.1': '5' })).toEqual(['5', null]);
  expect(toCriteria(criteria, { 'I.1': '5' })).toBeNull();
});

it.each([
  ['9/2', '4.5'],
  ['5', '5'],
  ['1/8', '0.125'],
  ['1/3', '1/3'],
])('writes %s as %s', (exact, decimal) => {
  expect(toDecimal(exact)).toBe(decimal);
});

it('counts what is not typed yet as 0 in the figure so far, and says how many', () => {
  expect(pointsSoFar(criteria, { 'I.1': '4,5' })).toEqual(['4.5', '0']);
  expect(countMissing(criteria, { 'I.1': '4,5' })).toBe(1);
  expect(pointsSoFar(criteria, { 'I.1': 'hai', 'II.1': '2' })).toEqual([null, '2']);
});
