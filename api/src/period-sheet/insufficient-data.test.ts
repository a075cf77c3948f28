import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const PERIOD = '2027-01';
let office: ApiOffice;

beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function mutate(userName: string, name: string, fields: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${fields} } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name];
}

test('a person to whom nothing was planned has neither 0 nor 100, whatever arose and was done', async () => {
  await mutate('quanly', 'fixPeriodPlan', '', { unit: 'H99.01.01', period: PERIOD });
  const { rows } = await office.ownerPool.query(
    "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'chuyenvien'",
  );
  const [{ code }] = rows;
  const task = await mutate('quanly', 'assignTask', '... on Task { id revision origin }', {
    employee: code,
    product: 'DC.02',
    quantity: '1',
    deadline: '2027-01-20',
    responsibility: 'LEAD',
  });
  expect(task.origin).toBe('UNPLANNED');
  await mutate('quanly', 'confirmTask', '', { task: task.id, revision: task.revision, outcome: 'DONE' });
  const criteria = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((each) => ({
    code: each,
    points: '2',
  }));
  const sheet = await mutate(
    'chuyenvien',
    'selfScore',
    '... on PeriodSheet { state score { state total display level general extraUnits explanation { step } } }',
    { period: PERIOD, revision: 1, criteria },
  );
  expect(sheet).toMatchObject({
    state: 'SELF_SCORED',
    score: {
      state: 'INSUFFICIENT_DATA',
      total: null,
      display: null,
      level: null,
      general: '20',
      extraUnits: '5',
      explanation: [],
    },
  });
});
