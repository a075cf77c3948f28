import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

// The phòng of the demonstration's manager: quanly heads it, chuyenvien works in it.
const UNIT = 'H99.01.01';
const PERIOD = '2027-01';

let office: ApiOffice;
let giver: string;
let receiver: string;
let foreign: string;

beforeAll(async () => {
  office = await openApiOffice();
  const code = async (condition: string) => {
    const { rows } = await office.ownerPool.query<{ code: string }>(
      `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
       where ${condition} order by e.code limit 1`,
    );
    return rows[0]?.code ?? '';
  };
  giver = await code("u.user_name = 'chuyenvien'");
  receiver = await code(`n.code = '${UNIT}' and a.post = 'STAFF' and u.user_name is distinct from 'chuyenvien'`);
  foreign = await code("n.code = 'H99.02.01' and a.post = 'STAFF'");
});
afterAll(() => office?.close());

const TASK =
  'id revision origin outcome units period deadline takenOverFrom { id outcome } takenOverBy { id } employee { code } events { id kind undone }';

async function act(userName: string, name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename
    ... on DomainError { code message } ... on InvalidInputError { fields { path code } } ... on WrongStateError { state }
    ... on Task { ${TASK} } } }`;
  const answer = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } });
  return { ...answer, result: answer.data?.[name] };
}

async function newTask() {
  const input = { employee: giver, product: 'DC.02', quantity: '2', deadline: '2027-01-15', responsibility: 'LEAD' };
  const { result, errors } = await act('quanly', 'assignTask', input);
  expect(errors).toEqual([]);
  return result;
}

const handOver = (task: { id: string; revision: number }, changes: object = {}, userName = 'quanly') =>
  act(userName, 'handOverTask', {
    task: task.id,
    revision: task.revision,
    to: receiver,
    occurredOn: '2026-11-22',
    ...changes,
  });

async function sheetTasks(code: string): Promise<number> {
  const { rows } = await office.ownerPool.query(
    `select cardinality(s.task_ids) as n from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id
     where e.code = $1 and s.period = $2`,
    [code, PERIOD],
  );
  return rows[0]?.n ?? 0;
}

test('is one event with two effects, scored on both sheets in one transaction, with an entry for either person', async () => {
  const task = await newTask();
  const idempotencyKey = newKey();
  const { result, errors } = await handOver(task, { idempotencyKey, deadline: '2027-01-20', note: 'Nghỉ ốm' });
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    origin: 'TAKEN_OVER',
    outcome: 'OPEN',
    units: '10',
    deadline: '2027-01-20',
    employee: { code: receiver },
    takenOverFrom: { id: task.id, outcome: 'HANDED_OVER' },
  });
  expect([await sheetTasks(giver), await sheetTasks(receiver)]).toEqual([1, 1]);
  const again = await handOver(task, { idempotencyKey, deadline: '2027-01-20', note: 'Nghỉ ốm' });
  expect(again.result.id).toBe(result.id);
  const { rows } = await office.ownerPool.query(
    `select e.code from congvu.audit_entry a join congvu.employee e on e.id = a.employee_id
     where a.idempotency_key = $1 order by a.sequence`,
    [idempotencyKey],
  );
  expect(rows.map((row) => row.code)).toEqual([giver, receiver]);
  const { result: late } = await handOver({ id: task.id, revision: task.revision + 1 });
  expect(late).toMatchObject({ __typename: 'WrongStateError', state: 'HANDED_OVER' });
});

test('is undone until the receiver’s result is confirmed; then the giver goes on and nothing of it counts', async () => {
  const task = await newTask();
  const { result: taken } = await handOver(task);
  const { data } = await office.as('quanly')(
    'query Q($id: ID!) { node(id: $id) { ... on Task { revision outcome takenOverBy { id } events { id kind } } } }',
    { id: task.id },
  );
  expect(data.node).toMatchObject({ outcome: 'HANDED_OVER', takenOverBy: { id: taken.id } });
  const event = data.node.events.find((each: { kind: string }) => each.kind === 'HAND_OVER').id;
  const before = await sheetTasks(receiver);
  const { result: undone } = await act('quanly', 'undoTaskEvent', { event, revision: data.node.revision });
  expect(undone).toMatchObject({ id: task.id, outcome: 'OPEN', takenOverBy: null });
  expect(await sheetTasks(receiver)).toBe(before - 1);
  // Handed over anew and done: now it stays.
  const { result: second } = await handOver(undone);
  await act('quanly', 'confirmTask', { task: second.id, revision: second.revision, outcome: 'DONE' });
  const { data: now } = await office.as('quanly')(
    'query Q($id: ID!) { node(id: $id) { ... on Task { revision events { id kind undone } } } }',
    { id: task.id },
  );
  const open = now.node.events.find(
    (each: { kind: string; undone: boolean }) => each.kind === 'HAND_OVER' && !each.undone,
  );
  const { result: refused } = await act('quanly', 'undoTaskEvent', { event: open.id, revision: now.node.revision });
  expect(refused).toMatchObject({ __typename: 'WrongStateError', state: 'DONE' });
});

test('refuses who may not, to whom one may not, and days that cannot be', async () => {
  const task = await newTask();
  expect((await handOver(task, {}, 'chuyenvien')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await handOver(task, {}, 'nhansu')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await handOver(task, { to: foreign })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await handOver(task, { to: giver })).result).toMatchObject({
    fields: [{ path: '/to', code: 'INCONSISTENT' }],
  });
  expect((await handOver(task, { occurredOn: '2026-11-23' })).result).toMatchObject({
    fields: [{ path: '/occurredOn', code: 'OUT_OF_RANGE' }],
  });
  expect((await handOver(task, { occurredOn: '2026-02-30' })).result).toMatchObject({
    fields: [{ path: '/occurredOn', code: 'NOT_A_DATE' }],
  });
  expect((await handOver({ ...task, revision: 7 })).result).toMatchObject({ __typename: 'StaleRevisionError' });
});
