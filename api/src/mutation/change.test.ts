import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let employee: string;
beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    "select e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'",
  );
  employee = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

const ASSIGN = 'mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename ... on Task { id } } }';
const input = (idempotencyKey: string) => ({
  input: { idempotencyKey, employee, product: 'DC.02', quantity: '1', deadline: '2026-11-27', responsibility: 'LEAD' },
});

test('two calls at once with one key make one task', async () => {
  const key = newKey();
  const ask = office.as('quanly');
  const answers = await Promise.all([ask(ASSIGN, input(key)), ask(ASSIGN, input(key)), ask(ASSIGN, input(key))]);
  expect(new Set(answers.map((answer) => answer.data?.assignTask?.id)).size).toBe(1);
  expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
});

test('more mutations at once than the pool has connections all end', async () => {
  const ask = office.as('quanly');
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(ASSIGN, input(newKey()))));
  expect(answers.map((answer) => answer.data?.assignTask?.__typename)).toEqual(Array(12).fill('Task'));
});

test('what is refused leaves nothing behind and its key free', async () => {
  const key = newKey();
  const ask = office.as('quanly');
  const counts = async () =>
    (
      await office.ownerPool.query(
        'select (select count(*) from congvu.task) tasks, (select count(*) from congvu.audit_entry) entries',
      )
    ).rows[0];
  const before = await counts();
  await office.ownerPool.query(
    `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2027-03', now() from congvu.unit where code = 'H99.01.01'`,
  );
  const closed = { input: { ...input(key).input, deadline: '2027-03-10' } };
  expect((await ask(ASSIGN, closed)).data.assignTask.__typename).toBe('PeriodClosedError');
  expect(await counts()).toEqual(before);
  await office.ownerPool.query("delete from congvu.period_plan where period = '2027-03'");
  expect((await ask(ASSIGN, closed)).data.assignTask.__typename).toBe('Task');
});
