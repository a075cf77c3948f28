import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

// The phòng of the demonstration's manager: quanly heads it, chuyenvien works in it.
const UNIT = 'H99.01.01';
const OTHER_UNIT = 'H99.02.01';

let office: ApiOffice;
let staffCode: string;
let managerCode: string;
let foreignCode: string;

beforeAll(async () => {
  office = await openApiOffice();
  staffCode = await codeOf("u.user_name = 'chuyenvien'");
  managerCode = await codeOf("u.user_name = 'quanly'");
  foreignCode = await codeOf(`n.code = '${OTHER_UNIT}' and a.post = 'STAFF'`);
});
afterAll(() => office?.close());

async function codeOf(condition: string): Promise<string> {
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id
     join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
     where ${condition} order by e.code limit 1`,
  );
  return rows[0]?.code ?? 'none';
}

const REFUSALS = `
  __typename
  ... on DomainError { code message }
  ... on InvalidInputError { fields { path code message } }
  ... on StaleRevisionError { expected actual }
  ... on WrongStateError { state }
  ... on PeriodClosedError { period }
  ... on UnitClosedError { unit closedOn }`;
const TASK = `... on Task {
  id revision outcome origin units period deadline submittedOn acceptedOn errors delays canConfirm canClaim
  employee { code } product { code }
  documents { number url }
  events { id kind undone exempt objectiveCause { id state decidedBy } } }`;

function mutation(name: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation M($input: ${type}!) { ${name}(input: $input) { ${REFUSALS} ${TASK} } }`;
}

async function act(userName: string, name: string, input: object) {
  const answer = await office.as(userName)(mutation(name), { input: { idempotencyKey: newKey(), ...input } });
  return { ...answer, result: answer.data?.[name] };
}

function assignment(changes: object = {}) {
  return {
    employee: staffCode,
    product: 'DC.02',
    quantity: '2',
    deadline: '2026-11-20',
    responsibility: 'LEAD',
    ...changes,
  };
}

async function assigned(changes: object = {}) {
  const { result, errors } = await act('quanly', 'assignTask', assignment(changes));
  expect(errors).toEqual([]);
  return result;
}

describe('assignTask', () => {
  test('makes a task of a document, with units converted and its origin told', async () => {
    const document = {
      number: '125/SNV-CCVC',
      issuer: 'Sở Nội vụ',
      date: '2026-11-10',
      host: 'localhost:4100',
      path: '/van-ban/125',
      adapter: 'ioffice@1',
      handlers: [{ name: 'Lý Văn Lực', role: 'XLC' }],
    };
    const task = await assigned({ document });
    expect(task).toMatchObject({
      __typename: 'Task',
      units: '10',
      origin: 'UNPLANNED',
      outcome: 'OPEN',
      period: '2026-11',
      employee: { code: staffCode },
      documents: [{ number: '125/SNV-CCVC', url: 'http://localhost:4100/van-ban/125' }],
      canConfirm: true,
      canClaim: false,
    });
    const found = await office.as('quanly')(
      'query Q($documents: [DocumentKeyInput!]!) { documentTasks(documents: $documents) { number tasks { id } } }',
      {
        documents: [
          { number: 'Số: 125/SNV-CCVC', issuer: 'sở nội vụ', date: '2026-11-10', host: 'localhost:4100' },
          { number: '1/X', host: 'y' },
        ],
      },
    );
    expect(found.data.documentTasks).toEqual([
      { number: 'Số: 125/SNV-CCVC', tasks: [{ id: task.id }] },
      { number: '1/X', tasks: [] },
    ]);
  });

  test('answers a repeated call with the same task and changes nothing', async () => {
    const input = { idempotencyKey: newKey(), ...assignment() };
    const first = await act('quanly', 'assignTask', input);
    const again = await act('quanly', 'assignTask', input);
    expect(again.result).toEqual(first.result);
    const { rows } = await office.ownerPool.query('select from congvu.audit_entry where idempotency_key = $1', [
      input.idempotencyKey,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('refuses the same key with another input', async () => {
    const idempotencyKey = newKey();
    await act('quanly', 'assignTask', { ...assignment(), idempotencyKey });
    const other = await act('quanly', 'assignTask', { ...assignment({ quantity: '3' }), idempotencyKey });
    expect(other.result).toMatchObject({ __typename: 'IdempotencyConflictError', code: 'IDEMPOTENCY_CONFLICT' });
  });

  test.each([
    ['0', 'OUT_OF_RANGE'],
    ['-1', 'OUT_OF_RANGE'],
    ['1000000000000', 'OUT_OF_RANGE'],
    ['1,5', 'NOT_A_NUMBER'],
    ['0.0000001', 'OUT_OF_RANGE'],
  ])('refuses the quantity %s with %s', async (quantity, code) => {
    const { result } = await act('quanly', 'assignTask', assignment({ quantity }));
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: '/quantity', code }] });
  });

  test.each([
    [{ deadline: '2020-01-01' }, '/deadline', 'DEADLINE_OUTSIDE_ASSIGNMENT'],
    [{ deadline: '2026-02-30' }, '/deadline', 'NOT_A_DATE'],
    [{ product: 'XX.99' }, '/product', 'PRODUCT_UNKNOWN'],
    [{ title: 'a'.repeat(2_001) }, '/title', 'TOO_LONG'],
    [{ idempotencyKey: 'short' }, '/idempotencyKey', 'NOT_A_KEY'],
  ])('refuses %o at %s with %s', async (changes, path, code) => {
    const { result } = await act('quanly', 'assignTask', assignment(changes));
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path, code }] });
  });

  test('finds nobody outside the units one sees, and nobody unknown', async () => {
    for (const employee of [foreignCode, 'AB9999']) {
      const { errors, data } = await act('quanly', 'assignTask', assignment({ employee }));
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
      expect(data).toBeNull();
    }
  });

  test('forbids giving oneself work, and giving work without the permission', async () => {
    const self = await act('quanly', 'assignTask', assignment({ employee: managerCode }));
    expect(self.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const staff = await act('chuyenvien', 'assignTask', assignment());
    expect(staff.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const personnel = await act('nhansu', 'assignTask', assignment());
    expect(personnel.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('refuses a unit that has been closed', async () => {
    await office.ownerPool.query(`update congvu.unit set valid_to = '2026-11-01' where code = $1`, [UNIT]);
    try {
      const { result } = await act('quanly', 'assignTask', assignment());
      expect(result).toMatchObject({ __typename: 'UnitClosedError', unit: UNIT, closedOn: '2026-11-01' });
    } finally {
      await office.ownerPool.query('update congvu.unit set valid_to = null where code = $1', [UNIT]);
    }
  });

  test('refuses a period that has been closed', async () => {
    await office.ownerPool.query(
      `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2027-01', now() from congvu.unit where code = $1`,
      [UNIT],
    );
    const { result } = await act('quanly', 'assignTask', assignment({ deadline: '2027-01-10' }));
    expect(result).toMatchObject({ __typename: 'PeriodClosedError', period: '2027-01' });
  });
});

describe('the life of a task', () => {
  test('goes from handing in over a delay and its confirmed cause to done', async () => {
    const task = await assigned();
    const submitted = await act('chuyenvien', 'submitTask', {
      task: task.id,
      revision: task.revision,
      submittedOn: '2026-11-21',
    });
    expect(submitted.result).toMatchObject({
      submittedOn: '2026-11-21',
      revision: task.revision + 1,
      canClaim: true,
      canConfirm: false,
    });
    const confirmed = await act('quanly', 'confirmTask', {
      task: task.id,
      revision: submitted.result.revision,
      outcome: 'DONE',
    });
    expect(confirmed.result).toMatchObject({ outcome: 'DONE', delays: 1, acceptedOn: '2026-11-22' });
    const delay = confirmed.result.events.find((event: { kind: string }) => event.kind === 'DELAY');
    const claimed = await act('chuyenvien', 'claimObjectiveCause', {
      event: delay.id,
      revision: confirmed.result.revision,
      reason: 'Chờ ý kiến của đơn vị phối hợp',
    });
    expect(claimed.result).toMatchObject({ delays: 1 });
    const cause = claimed.result.events.find((event: { id: string }) => event.id === delay.id).objectiveCause;
    expect(cause.state).toBe('CLAIMED');
    const decided = await act('quanly', 'decideObjectiveCause', {
      cause: cause.id,
      revision: claimed.result.revision,
      confirm: true,
    });
    expect(decided.result).toMatchObject({ delays: 0 });
    const again = await act('quanly', 'decideObjectiveCause', {
      cause: cause.id,
      revision: decided.result.revision,
      confirm: false,
    });
    expect(again.result).toMatchObject({ __typename: 'WrongStateError', state: 'CONFIRMED' });
  });

  test('counts a major error, takes it back, and moves a deadline and back', async () => {
    const task = await assigned();
    const error = await act('quanly', 'recordTaskEvent', {
      task: task.id,
      revision: 1,
      kind: 'MAJOR_ERROR',
      occurredOn: '2026-11-20',
    });
    expect(error.result).toMatchObject({ errors: 1, delays: 0 });
    const undone = await act('quanly', 'undoTaskEvent', { event: error.result.events[0].id, revision: 2 });
    expect(undone.result).toMatchObject({ errors: 0, events: [{ kind: 'MAJOR_ERROR', undone: true }] });
    const extension = {
      task: task.id,
      revision: 3,
      kind: 'EXTENSION',
      occurredOn: '2026-11-20',
      newDeadline: '2026-12-04',
    };
    const extended = await act('quanly', 'recordTaskEvent', extension);
    expect(extended.result).toMatchObject({ deadline: '2026-12-04', period: '2026-12' });
    const event = extended.result.events.find((each: { kind: string }) => each.kind === 'EXTENSION');
    const restored = await act('quanly', 'undoTaskEvent', { event: event.id, revision: 4 });
    expect(restored.result).toMatchObject({ deadline: '2026-11-20', period: '2026-11' });
  });

  test('ends as not done', async () => {
    const task = await assigned();
    const { result } = await act('quanly', 'confirmTask', { task: task.id, revision: 1, outcome: 'NOT_DONE' });
    expect(result).toMatchObject({ outcome: 'NOT_DONE', submittedOn: null });
    const done = await act('quanly', 'confirmTask', { task: task.id, revision: 2, outcome: 'DONE' });
    expect(done.result).toMatchObject({ __typename: 'WrongStateError', state: 'NOT_DONE' });
  });

  test('refuses a stale revision in every mutation that names one', async () => {
    const task = await assigned();
    const { result: late } = await act('quanly', 'recordTaskEvent', {
      task: task.id,
      revision: 1,
      kind: 'DELAY',
      occurredOn: '2026-11-21',
    });
    const event = late.events[0].id;
    const stale = { __typename: 'StaleRevisionError', expected: 1, actual: 2 };
    expect(
      (await act('chuyenvien', 'submitTask', { task: task.id, revision: 1, submittedOn: '2026-11-21' })).result,
    ).toMatchObject(stale);
    expect((await act('quanly', 'confirmTask', { task: task.id, revision: 1, outcome: 'DONE' })).result).toMatchObject(
      stale,
    );
    expect(
      (await act('quanly', 'recordTaskEvent', { task: task.id, revision: 1, kind: 'DELAY', occurredOn: '2026-11-21' }))
        .result,
    ).toMatchObject(stale);
    expect((await act('quanly', 'undoTaskEvent', { event, revision: 1 })).result).toMatchObject(stale);
    expect((await act('chuyenvien', 'claimObjectiveCause', { event, revision: 1, reason: 'x' })).result).toMatchObject(
      stale,
    );
  });

  test('forbids judging one’s own work and acting in another’s name', async () => {
    const task = await assigned();
    const { result: late } = await act('quanly', 'recordTaskEvent', {
      task: task.id,
      revision: 1,
      kind: 'DELAY',
      occurredOn: '2026-11-21',
    });
    const event = late.events[0].id;
    const refused = [
      await act('chuyenvien', 'confirmTask', { task: task.id, revision: 2, outcome: 'DONE' }),
      await act('chuyenvien', 'recordTaskEvent', {
        task: task.id,
        revision: 2,
        kind: 'DELAY',
        occurredOn: '2026-11-21',
      }),
      await act('quanly', 'submitTask', { task: task.id, revision: 2, submittedOn: '2026-11-21' }),
      await act('quanly', 'claimObjectiveCause', { event, revision: 2, reason: 'x' }),
      await act('nhansu', 'confirmTask', { task: task.id, revision: 2, outcome: 'DONE' }),
    ];
    expect(refused.map((each) => each.errors[0]?.extensions.code)).toEqual(Array(5).fill('FORBIDDEN'));
    expect((await act('chuyenvien', 'undoTaskEvent', { event, revision: 2 })).result).toMatchObject({
      __typename: 'WrongStateError',
    });
    const claimed = await act('chuyenvien', 'claimObjectiveCause', { event, revision: 2, reason: 'x' });
    const cause = claimed.result.events[0].objectiveCause.id;
    const own = await act('chuyenvien', 'decideObjectiveCause', { cause, revision: 3, confirm: true });
    expect(own.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('does not find a task, event or cause of another office', async () => {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      'select t.id from congvu.task t join congvu.unit u on u.id = t.unit_id where u.code = $1 limit 1',
      [OTHER_UNIT],
    );
    const foreign = Buffer.from(`Task:${rows[0]?.id}`).toString('base64');
    for (const task of [foreign, 'nonsense', Buffer.from('Unit:1').toString('base64')]) {
      const { errors } = await act('quanly', 'confirmTask', { task, revision: 1, outcome: 'DONE' });
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  test('chains each change with its key and gives its person the receipt', async () => {
    const task = await assigned();
    const { rows } = await office.ownerPool.query(
      `select ae.action, ae.entity_id, ah.key_id from congvu.audit_entry ae join congvu.audit_head ah using (sequence)
       order by ae.sequence desc limit 1`,
    );
    expect(rows[0]).toMatchObject({
      action: 'assignTask',
      entity_id: Buffer.from(task.id, 'base64').toString().slice(5),
    });
  });
});

test('previews what a task would be and do', async () => {
  const query = `query P($input: TaskPreviewInput!) { taskPreview(input: $input) { __typename ... on InvalidInputError { fields { path code } }
    ... on TaskPreview { origin units period planFixedAt text before { display provisional } afterDone { display } afterNotDone { display total } } } }`;
  const { responsibility: _responsibility, ...input } = assignment();
  const { data, errors } = await office.as('quanly')(query, { input });
  expect(errors).toEqual([]);
  expect(data.taskPreview).toMatchObject({
    origin: 'UNPLANNED',
    units: '10',
    period: '2026-11',
    before: { provisional: true },
  });
  expect(Number(data.taskPreview.afterDone.display)).toBeGreaterThanOrEqual(
    Number(data.taskPreview.afterNotDone.display),
  );
  expect(data.taskPreview.text).toContain('phát sinh');
  const bad = await office.as('quanly')(query, { input: { ...input, quantity: '0' } });
  expect(bad.data.taskPreview).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: '/quantity' }] });
});

describe('fixPeriodPlan', () => {
  const query = `mutation M($input: FixPeriodPlanInput!) { fixPeriodPlan(input: $input) { __typename ... on WrongStateError { state } ... on PeriodPlan { unit { code } period fixedAt fixedBy } } }`;
  const fix = (userName: string, unit: string, period: string) =>
    office.as(userName)(query, { input: { idempotencyKey: newKey(), unit, period } });

  test('fixes a plan once; what is assigned before is planned', async () => {
    const before = await assigned({ deadline: '2026-12-20' });
    expect(before.origin).toBe('PLANNED');
    const fixed = await fix('quanly', UNIT, '2026-12');
    expect(fixed.data.fixPeriodPlan).toMatchObject({
      __typename: 'PeriodPlan',
      period: '2026-12',
      unit: { code: UNIT },
    });
    expect((await fix('quanly', UNIT, '2026-12')).data.fixPeriodPlan).toMatchObject({
      __typename: 'WrongStateError',
      state: 'FIXED',
    });
  });

  test('is for who manages the unit', async () => {
    expect((await fix('chuyenvien', UNIT, '2027-02')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await fix('quanly', OTHER_UNIT, '2027-02')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await fix('quanly', 'H99.77', '2027-02')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await fix('quanly', UNIT, '2026-13')).data.fixPeriodPlan).toMatchObject({
      __typename: 'InvalidInputError',
    });
  });
});
