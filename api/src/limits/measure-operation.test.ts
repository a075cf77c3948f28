import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { measureOperation } from './measure-operation.ts';

const MUTATION = `mutation M($input: AssignTasksInput!) { assignTasks(input: $input) { __typename
  ... on AssignedTasks { assigned refused rows { index task { id } errors { path code message } } } } }`;

describe('the cost of assigning to a whole unit', () => {
  test('is that of its rows, however they are written', () => {
    const byVariable = measureOperation(parse(MUTATION), 'M', { input: { rows: Array(7).fill({}) } });
    const rows = '[{}, {}, {}, {}, {}, {}, {}]';
    const literal = measureOperation(parse(MUTATION.replace('$input)', `{ unit: "U", rows: ${rows} })`)), 'M', {});
    const byRows = measureOperation(parse(MUTATION.replace('$input)', '{ rows: $rows })')), 'M', {
      rows: Array(7).fill({}),
    });
    expect([literal.cost, byRows.cost]).toEqual([byVariable.cost, byVariable.cost]);
    // One for the mutation, ten for each row.
    expect(byVariable.cost).toBe(1 + 7 * 10);
  });

  test('of 70 people × 30 products is within the limit', () => {
    const { cost } = measureOperation(parse(MUTATION), 'M', { input: { rows: Array(2_100).fill({}) } });
    expect(cost).toBeLessThanOrEqual(LIMITS.cost);
    expect(measureOperation(parse(MUTATION), 'M', {}).cost).toBe(11);
  });
});
