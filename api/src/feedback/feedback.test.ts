import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employeeIdOf, insertCoordination, insertFeedback, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { peopleOfAgency } from '../testing/closed-months.ts';

let office: ApiOffice;
let phong: string;
let concerned: { id: string; code: string };
let handlerCode: string;

beforeAll(async () => {
  office = await openApiOffice();
  phong = await unitIdOf(office.ownerPool, 'H99.01.01');
  const people = await peopleOfAgency(office.ownerPool, 'H99.01');
  const codeOf = (userName: string) => people.find((person) => person.userName === userName)?.code ?? '';
  concerned = { id: await employeeIdOf(office.ownerPool, 'chuyenvien'), code: codeOf('chuyenvien') };
  handlerCode = codeOf('quanly');
});
afterAll(() => office?.close());

const PURPOSE = { 'x-purpose': 'INSPECTION' };
const FAILURE = '... on InvalidInputError { fields { path code } } ... on DomainError { code message }';
const ROW = '... on Feedback { id revision state number overdue answeredInTime actions }';
const SENDER = '... on FeedbackSender { name contact }';
const REQUEST = '... on CoordinationRequest { id revision state overdue answeredInTime clear actions }';
const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');
const rowOf = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1];

async function act(userName: string, name: string, answer: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
  const { data, errors } = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, PURPOSE);
  return { result: data?.[name] ?? null, code: errors[0]?.extensions.code };
}

async function receive(changes: object = {}, userName = 'nhansu') {
  return act(userName, 'receiveFeedback', ROW, {
    unit: 'H99.01.01',
    employee: concerned.code,
    kind: 'REFLECTION',
    channel: 'Đường dây nóng',
    topic: 'ATTITUDE',
    receivedOn: '2026-11-10',
    content: 'Thái độ tiếp dân chưa đúng mực',
    dueOn: '2026-11-25',
    sender: { name: 'Người gửi Bí Mật', contact: '0900000000' },
    ...changes,
  });
}

async function sees(userName: string, id: string): Promise<boolean> {
  const { data } = await office.as(userName)(
    'query Q($id: ID!) { node(id: $id) { id } feedback(first: 100) { edges { node { id } } } }',
    { id },
    PURPOSE,
  );
  const isListed = data.feedback.edges.some(({ node }: { node: { id: string } }) => node.id === id);
  expect(isListed).toBe(data.node !== null);
  return isListed;
}

describe('feedback about a person', () => {
  test('is hidden from him until it is answered, also in the chain', async () => {
    const { result: made } = await receive();
    expect(made).toMatchObject({ state: 'RECEIVED', overdue: false, actions: ['ASSIGN', 'ANSWER', 'REVEAL_SENDER'] });
    expect(made.number).not.toBe('');
    expect(await sees('chuyenvien', made.id)).toBe(false);
    const assigned = await act('nhansu', 'assignFeedback', ROW, {
      feedback: made.id,
      revision: 1,
      handler: handlerCode,
    });
    expect(assigned.result).toMatchObject({ state: 'ASSIGNED' });
    expect(await sees('quanly', made.id)).toBe(true);
    expect(
      (
        await act('chuyenvien', 'answerFeedback', ROW, {
          feedback: made.id,
          revision: 2,
          on: '2026-11-20',
          document: '1/TL',
          outcome: 'UPHELD',
        })
      ).code,
    ).toBe('NOT_FOUND');
    const answered = await act('quanly', 'answerFeedback', ROW, {
      feedback: made.id,
      revision: 2,
      on: '2026-11-20',
      document: '1/TL-TCBC',
      outcome: 'UPHELD',
    });
    expect(answered.result).toMatchObject({ state: 'ANSWERED', answeredInTime: true });
    expect(await sees('chuyenvien', made.id)).toBe(true);
    const { rows } = await office.ownerPool.query(
      'select action, employee_id is not null as concerns from congvu.audit_entry where entity_id = $1 order by sequence',
      [rowOf(made.id)],
    );
    expect(rows).toEqual([
      { action: 'receiveFeedback', concerns: false },
      { action: 'assignFeedback', concerns: false },
      { action: 'answerFeedback', concerns: true },
    ]);
    expect((await act('nhansu', 'closeFeedback', ROW, { feedback: made.id, revision: 3 })).result).toMatchObject({
      state: 'CLOSED',
    });
    expect(
      (await act('nhansu', 'assignFeedback', ROW, { feedback: made.id, revision: 4, handler: handlerCode })).result,
    ).toMatchObject({ code: 'WRONG_STATE' });
  });

  test('is never his to see where it is a denunciation, nor his superiors’ who do not handle it', async () => {
    const { result: made } = await receive({ kind: 'DENUNCIATION' });
    await act('nhansu', 'answerFeedback', ROW, {
      feedback: made.id,
      revision: 1,
      on: '2026-11-20',
      document: '2/TL',
      outcome: 'NOT_UPHELD',
    });
    for (const userName of ['chuyenvien', 'quanly', 'lanhdao', 'chutich'])
      expect(await sees(userName, made.id), userName).toBe(false);
    const { rows } = await office.ownerPool.query(
      'select employee_id, payload from congvu.audit_entry where entity_id = $1',
      [rowOf(made.id)],
    );
    expect(rows.map(({ employee_id }) => employee_id)).toEqual([null, null]);
    expect(JSON.stringify(rows)).not.toContain(concerned.code);
    const own = await office.as('chuyenvien')(
      '{ viewer { employee { feedback(first: 50) { edges { node { kind } } } } } }',
      {},
      PURPOSE,
    );
    expect(JSON.stringify(own.data)).not.toContain('DENUNCIATION');
  });

  test('is refused about oneself, of a person who was never there, for a day to come, without the permission', async () => {
    const { rows } = await office.ownerPool.query("select code from congvu.employee where user_name = 'nhansu'");
    expect((await receive({ unit: 'H99.01.02', employee: rows[0].code })).code).toBe('FORBIDDEN');
    expect((await receive({ unit: 'H99.02.01' })).result).toMatchObject({
      fields: [{ path: '/employee', code: 'NO_ASSIGNMENT' }],
    });
    expect((await receive({ receivedOn: '2026-11-23' })).result).toMatchObject({
      fields: [{ path: '/receivedOn', code: 'OUT_OF_RANGE' }],
    });
    expect((await receive({ dueOn: '2026-11-01' })).result).toMatchObject({
      fields: [{ path: '/dueOn', code: 'INCONSISTENT' }],
    });
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'quantri'])
      expect((await receive({}, userName)).code, userName).toBe('FORBIDDEN');
  });
});

describe('who sent it', () => {
  test('is told to who keeps or handles it, with an entry that does not name him; never to the person concerned', async () => {
    const { result: made } = await receive();
    const reveal = { feedback: made.id, reason: 'Cần hỏi lại nội dung', idempotencyKey: newKey() };
    expect((await act('nhansu', 'revealFeedbackSender', SENDER, reveal)).result).toMatchObject({
      name: 'Người gửi Bí Mật',
      contact: '0900000000',
    });
    // A repeated call reads it again: no outcome holds it.
    expect((await act('nhansu', 'revealFeedbackSender', SENDER, reveal)).result).toMatchObject({
      name: 'Người gửi Bí Mật',
    });
    await act('nhansu', 'answerFeedback', ROW, {
      feedback: made.id,
      revision: 1,
      on: '2026-11-20',
      document: '3/TL',
      outcome: 'UPHELD',
    });
    expect((await act('chuyenvien', 'revealFeedbackSender', SENDER, { feedback: made.id, reason: 'x' })).code).toBe(
      'FORBIDDEN',
    );
    expect((await act('lanhdao', 'revealFeedbackSender', SENDER, { feedback: made.id, reason: 'x' })).code).toBe(
      'FORBIDDEN',
    );
    for (const table of ['audit_entry', 'idempotency_key', 'access_entry']) {
      const { rows } = await office.ownerPool.query(`select t::text as row from congvu.${table} t`);
      expect(rows.length, table).toBeGreaterThan(0);
      expect(
        rows.filter(({ row }) => row.includes('Bí Mật') || row.includes('0900000000')),
        table,
      ).toEqual([]);
    }
    expect(office.log.join()).not.toContain('Bí Mật');
  });

  test('of a denunciation is told to no superior of the person who does not handle it', async () => {
    // A head who keeps the register too, by a grant.
    await office.ownerPool.query(
      `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
       select u.id, 'INSPECTOR', n.id, '2026-01-01', '1/QĐ' from congvu.user_account u cross join congvu.unit n
       where u.user_name = 'quanly' and n.code = 'H99.01'`,
    );
    const { result: made } = await receive({ kind: 'DENUNCIATION' });
    expect((await act('quanly', 'revealFeedbackSender', SENDER, { feedback: made.id, reason: 'x' })).code).toBe(
      'FORBIDDEN',
    );
    expect(
      (await act('nhansu', 'revealFeedbackSender', SENDER, { feedback: made.id, reason: 'x' })).result,
    ).toMatchObject({ name: 'Người gửi Bí Mật' });
  });
});

test('coordination is answered by the asked unit, judged and withdrawn by the asking one', async () => {
  const asked = await unitIdOf(office.ownerPool, 'H99.02.01');
  const open = await insertCoordination(office.ownerPool, { askingUnitId: phong, askedUnitId: asked });
  const id = globalId('CoordinationRequest', open);
  expect(
    (await act('quanly', 'answerCoordination', REQUEST, { request: id, revision: 1, on: '2026-11-20' })).code,
  ).toBe('FORBIDDEN');
  expect(
    (await act('quanly', 'judgeCoordination', REQUEST, { request: id, revision: 1, clear: true })).result,
  ).toMatchObject({ code: 'WRONG_STATE' });
  expect((await act('quanly', 'withdrawCoordination', REQUEST, { request: id, revision: 1 })).result).toMatchObject({
    state: 'WITHDRAWN',
    actions: [],
  });

  const ask = {
    askingUnit: 'H99.02.01',
    askedUnit: 'H99.01.01',
    employee: concerned.code,
    subject: 'Xin ý kiến',
    dueOn: '2026-11-30',
  };
  expect((await act('quanly', 'askCoordination', REQUEST, ask)).code).toBe('FORBIDDEN');
  const mine = await act('quanly', 'askCoordination', REQUEST, {
    ...ask,
    askingUnit: 'H99.01.01',
    askedUnit: 'H99.02.01',
    employee: null,
  });
  expect(mine.result).toMatchObject({ state: 'OPEN', overdue: false, actions: ['WITHDRAW'] });
  expect(
    (await act('quanly', 'askCoordination', REQUEST, { ...ask, askingUnit: 'H99.01.01', employee: null })).result,
  ).toMatchObject({ fields: [{ path: '/askedUnit', code: 'INCONSISTENT' }] });
  expect(
    (await act('quanly', 'askCoordination', REQUEST, { ...ask, askingUnit: 'H99.01.01', askedUnit: 'H99.02.01' }))
      .result,
  ).toMatchObject({ fields: [{ path: '/employee', code: 'EMPLOYEE_UNKNOWN' }] });

  const toMe = await insertCoordination(office.ownerPool, {
    askingUnitId: asked,
    askedUnitId: phong,
    employeeId: concerned.id,
  });
  const answer = { request: globalId('CoordinationRequest', toMe), revision: 1, on: '2026-11-20', document: '9/CV' };
  const answered = await act('chuyenvien', 'answerCoordination', REQUEST, answer);
  expect(answered.result).toMatchObject({ state: 'ANSWERED', answeredInTime: false, clear: null });
  expect(
    (await act('quanly', 'judgeCoordination', REQUEST, { request: answer.request, revision: 2, clear: false })).code,
  ).toBe('FORBIDDEN');
});

test('the list costs the same statements for one as for many, the overdue first', async () => {
  for (let index = 0; index < 10; index += 1)
    await insertFeedback(
      office.ownerPool,
      { unitId: phong, employeeId: concerned.id },
      index % 2 === 0 ? {} : { due_on: '2026-12-20' },
    );
  const list = async (first: number) => {
    office.statements.length = 0;
    const { data } = await office.as('nhansu')(
      'query Q($first: Int!) { feedback(first: $first, filter: { kind: [REFLECTION] }) { edges { node { overdue number unit { code } employee { name } handler { name } } } } }',
      { first },
      PURPOSE,
    );
    return { edges: data.feedback.edges, statements: office.statements.length };
  };
  const one = await list(1);
  const many = await list(100);
  expect(many.statements).toBeLessThanOrEqual(one.statements + 1);
  const overdue = many.edges.map(({ node }: { node: { overdue: boolean } }) => node.overdue);
  expect(overdue.lastIndexOf(true)).toBeLessThan(overdue.indexOf(false));
});
