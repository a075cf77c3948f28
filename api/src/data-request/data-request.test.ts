import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { withoutRestricted } from '../restriction/export-restriction.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

/** Hours the test chooses; the answer's two days are working days of the office's calendar. */
let now = new Date('2026-11-20T16:00:00+07:00');
let office: ApiOffice;
let code: string;

const REQUEST = `... on DataRequest { id state revision kind subject content answerDueOn carryOutDueOn extendedTo dueOn overdue
  dueCertainty way actions handledBy answer result restrictions { id scope from liftedOn recordedBy } }`;
const RESTRICTION = '... on DataRestriction { id scope from liftedOn }';
const REFUSED = `... on InvalidInputError { fields { path code message } } ... on StaleRevisionError { expected actual }
  ... on WrongStateError { refusedIn: state }`;

beforeAll(async () => {
  office = await openApiOffice(() => now);
  await giveRole('nhansu', 'DATA_OFFICER', 'H99');
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'`,
  );
  code = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

async function giveRole(userName: string, role: string, unit: string): Promise<void> {
  await office.ownerPool.query(
    `insert into congvu.role_grant (user_id, role, unit_id, kind, document, valid_from)
     select u.id, $2::congvu.role, n.id, 'GRANT', '15/QĐ-UBND', '2026-01-01'
     from congvu.user_account u, congvu.unit n where u.user_name = $1 and n.code = $3`,
    [userName, role, unit],
  );
}

async function act(userName: string, name: string, input: object, headers = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const done = name.endsWith('DataRequest') ? REQUEST : RESTRICTION;
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${done} ${REFUSED} } }`,
    { input: { idempotencyKey: newKey(), ...input } },
    headers,
  );
  return { result: data?.[name], errors };
}

const WISH = {
  kind: 'CORRECTION',
  subject: 'Phiếu tháng 9/2026',
  content: 'Đề nghị xem lại số ngày nghỉ ốm trong tháng.',
};
const file = async (changes: object = {}, userName = 'chuyenvien') =>
  (await act(userName, 'fileDataRequest', { ...WISH, ...changes })).result;
const seen = ({ id, revision }: { readonly id: string; readonly revision: number }) => ({ request: id, revision });

describe('the clocks', () => {
  test('an answer is due in two working days: filed on a Friday, on Tuesday', async () => {
    const request = await file();
    expect(request).toMatchObject({
      state: 'RECEIVED',
      answerDueOn: '2026-11-24',
      dueOn: '2026-11-24',
      overdue: false,
    });
    expect(request.dueCertainty).toBe('SECONDARY');
    now = new Date('2026-11-24T23:59:00+07:00');
    const overdue = async () =>
      (
        await office.as('nhansu')(
          `{ dataRequests(first: 10, filter: { overdue: true, unit: "H99.01" }) { edges { node { id } } } }`,
        )
      ).data.dataRequests.edges.map((edge: { node: { id: string } }) => edge.node.id);
    expect(await overdue()).not.toContain(request.id);
    now = new Date('2026-11-25T00:00:30+07:00');
    expect(await overdue()).toEqual([request.id]);
    // Overdue stands first, before what came later.
    const later = await file({ subject: 'Việc khác' });
    const list = await office.as('nhansu')('{ dataRequests(first: 10) { edges { node { id overdue } } } }');
    expect(list.data.dataRequests.edges.slice(0, 2)).toEqual([
      { node: { id: request.id, overdue: true } },
      { node: { id: later.id, overdue: false } },
    ]);
  });

  test.each([
    ['CORRECTION', false, '2026-12-05'],
    ['ACCESS', false, '2026-12-05'],
    ['RESTRICTION', false, '2026-12-10'],
    ['WITHDRAWAL', false, '2026-12-10'],
    ['CORRECTION', true, '2026-12-15'],
  ])('%s, with others concerned %s, is carried out by %s', async (kind, thirdParties, carryOutDueOn) => {
    now = new Date('2026-11-25T09:00:00+07:00');
    const request = await file({ kind, thirdParties });
    const { result } = await act('nhansu', 'answerDataRequest', {
      ...seen(request),
      accept: true,
      answer: 'Chấp nhận.',
    });
    expect(result).toMatchObject({
      state: 'ACCEPTED',
      carryOutDueOn,
      dueOn: carryOutDueOn,
      dueCertainty: 'ASSUMPTION',
    });
  });

  test('is extended once, by fifteen days at most, with a reason', async () => {
    const request = await file();
    const { result: accepted } = await act('nhansu', 'answerDataRequest', {
      ...seen(request),
      accept: true,
      answer: 'Chấp nhận.',
    });
    const extend = async (to: string, headers = {}) =>
      (await act('nhansu', 'extendDataRequest', { ...seen(accepted), to, reason: 'Cần xác minh.' }, headers)).result;
    for (const to of ['2026-12-05', '2026-12-21']) {
      expect(await extend(to)).toMatchObject({ fields: [{ path: '/to', code: 'OUT_OF_RANGE' }] });
    }
    const extended = await extend('2026-12-20');
    expect(extended).toMatchObject({ extendedTo: '2026-12-20', dueOn: '2026-12-20', actions: ['CARRY_OUT'] });
    expect(await extend('2026-12-20', { 'accept-language': 'en' })).toMatchObject({
      fields: [{ path: '/to', code: 'EXTENSION_USED', message: expect.stringContaining('one extension') }],
    });
  });
});

describe('a request', () => {
  test('is filed, answered, carried out; the person reads the answer and how a correction is done', async () => {
    const request = await file();
    expect(request).toMatchObject({ actions: ['WITHDRAW'], handledBy: null });
    expect(request.way).toContain('không sửa trực tiếp');
    const { result: accepted } = await act('nhansu', 'answerDataRequest', {
      ...seen(request),
      accept: true,
      answer: 'Sửa bằng lần hiệu chỉnh phiếu.',
    });
    const { result: done } = await act('nhansu', 'carryOutDataRequest', {
      ...seen(accepted),
      result: 'Đã hiệu chỉnh.',
    });
    expect(done).toMatchObject({ state: 'CARRIED_OUT', dueOn: null, overdue: false, actions: [] });
    const own = await office.as('chuyenvien')(
      'query Q($id: ID!) { node(id: $id) { ... on DataRequest { answer result } } }',
      {
        id: request.id,
      },
    );
    expect(own.data.node).toEqual({ answer: 'Sửa bằng lần hiệu chỉnh phiếu.', result: 'Đã hiệu chỉnh.' });
    const again = await act('nhansu', 'carryOutDataRequest', { ...seen(done), result: 'Lần nữa' });
    expect(again.result).toMatchObject({ refusedIn: 'CARRIED_OUT' });
  });

  test('is refused with a reason, or taken back by its person alone', async () => {
    const refused = await file();
    const { result } = await act('nhansu', 'answerDataRequest', {
      ...seen(refused),
      accept: false,
      answer: 'Không có căn cứ.',
    });
    expect(result).toMatchObject({ state: 'REFUSED', carryOutDueOn: null, answer: 'Không có căn cứ.' });
    const taken = await file();
    expect((await act('nhansu', 'withdrawDataRequest', seen(taken))).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await act('chuyenvien', 'withdrawDataRequest', seen(taken))).result).toMatchObject({ state: 'WITHDRAWN' });
    expect((await act('chuyenvien', 'withdrawDataRequest', { ...seen(taken), revision: 2 })).result).toMatchObject({
      refusedIn: 'WITHDRAWN',
    });
  });

  test('is answered on what was seen', async () => {
    const request = await file();
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const { result } = await act('nhansu', 'carryOutDataRequest', { ...seen(request), result: 'Xong.' });
    expect(result).toMatchObject({ __typename: 'StaleRevisionError', expected: 1, actual: 2 });
  });

  test('leaves its words out of the chain, the log and the kept outcome', async () => {
    const words = 'Nội dung riêng tư zzqx';
    const request = await file({ content: words, subject: words });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: false, answer: words });
    const { rows } = await office.ownerPool.query(
      `select (select string_agg(a::text, ' ') from congvu.audit_entry a) || (select string_agg(k::text, ' ') from congvu.idempotency_key k) as kept`,
    );
    expect(rows[0].kept).toContain('answerDataRequest');
    expect(rows[0].kept).not.toContain('zzqx');
    expect(office.log.join('\n')).not.toContain('zzqx');
  });

  test.each([
    [{ subject: '' }, '/subject'],
    [{ content: ' ' }, '/content'],
    [{ content: 'x'.repeat(2_001) }, '/content'],
  ])('with %o is refused at %s in both languages', async (changes, path) => {
    for (const language of ['vi', 'en']) {
      const { result } = await act(
        'chuyenvien',
        'fileDataRequest',
        { ...WISH, ...changes },
        { 'accept-language': language },
      );
      expect(result).toMatchObject({
        __typename: 'InvalidInputError',
        fields: [{ path, message: expect.stringMatching(/./) }],
      });
    }
  });
});

describe('who sees and answers', () => {
  test('the person and who protects the data of his unit, nobody else; reading another’s is logged', async () => {
    const request = await file();
    const node = 'query Q($id: ID!) { node(id: $id) { ... on DataRequest { subject } } }';
    for (const userName of ['quanly', 'lanhdao', 'thanhtra', 'quantri']) {
      const { data } = await office.as(userName)(node, { id: request.id });
      expect([userName, data.node]).toEqual([userName, null]);
    }
    await office.as('nhansu')(node, { id: request.id }, { 'x-purpose': 'DATA_PROTECTION' });
    const { rows } = await office.ownerPool.query(
      `select a.kind, a.purpose from congvu.access_entry a join congvu.employee e on e.id = a.employee_id where e.code = $1 order by a.id desc limit 1`,
      [code],
    );
    expect(rows).toEqual([{ kind: 'request', purpose: 'DATA_PROTECTION' }]);
  });

  test.each([
    ['answerDataRequest', { accept: true, answer: 'Tự duyệt' }],
    ['carryOutDataRequest', { result: 'Tự làm' }],
    ['extendDataRequest', { to: '2026-12-20', reason: 'Tự gia hạn' }],
  ])('%s without the permission, and on one’s own, is FORBIDDEN', async (name, input) => {
    const request = await file();
    for (const userName of ['chuyenvien', 'quanly', 'thanhtra']) {
      const { errors } = await act(userName, name, { ...seen(request), ...input });
      expect([userName, errors[0]?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
    const own = await file({}, 'nhansu');
    expect((await act('nhansu', name, { ...seen(own), ...input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('an account of nobody in service files none', async () => {
    expect((await act('chutich', 'fileDataRequest', WISH)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a page of a hundred costs what a page of one does', async () => {
    const count = async (first: number) => {
      office.statements.length = 0;
      await office.as('nhansu')(
        `{ dataRequests(first: ${first}) { edges { node { id subject overdue actions employee { name assignment { unit { name } } } } } } }`,
      );
      return office.statements.length;
    };
    await count(1);
    expect(await count(100)).toBe(await count(1));
  });
});

describe('a restriction', () => {
  test('follows an accepted request for it, once a scope, and is lifted', async () => {
    const request = await file({ kind: 'RESTRICTION' });
    const restrict = { request: request.id, scope: 'EXPORT', from: '2026-11-25' };
    expect((await act('nhansu', 'restrictData', restrict)).result).toMatchObject({ refusedIn: 'RECEIVED' });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const { result } = await act('nhansu', 'restrictData', restrict);
    expect(result).toMatchObject({ __typename: 'DataRestriction', scope: 'EXPORT', liftedOn: null });
    expect((await act('nhansu', 'restrictData', restrict)).result).toMatchObject({ refusedIn: 'RESTRICTED' });

    const mine = await office.as('chuyenvien')('{ viewer { employee { restrictions { scope liftedOn } } } }');
    expect(mine.data.viewer.employee.restrictions).toEqual([{ scope: 'EXPORT', liftedOn: null }]);
    const others = await office.as('quanly')(`{ employee(code: "${code}") { restrictions { scope } } }`);
    expect(others.data.employee.restrictions).toEqual([]);

    const lift = (on: string) => act('nhansu', 'liftRestriction', { restriction: result.id, on });
    for (const on of ['2026-11-24', '2026-11-26']) {
      expect((await lift(on)).result).toMatchObject({ fields: [{ path: '/on', code: 'OUT_OF_RANGE' }] });
    }
    expect((await lift('2026-11-25')).result).toMatchObject({ liftedOn: '2026-11-25' });
    expect((await lift('2026-11-25')).result).toMatchObject({ refusedIn: 'LIFTED' });
  });

  test('is nobody’s without the permission, and never on oneself', async () => {
    const request = await file({ kind: 'RESTRICTION' });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const restrict = { request: request.id, scope: 'OVERLAY', from: '2026-11-25' };
    for (const userName of ['chuyenvien', 'quanly']) {
      expect((await act(userName, 'restrictData', restrict)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const { result } = await act('nhansu', 'restrictData', restrict);
    const lift = { restriction: result.id, on: '2026-11-25' };
    expect((await act('chuyenvien', 'liftRestriction', lift)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await act('nhansu', 'liftRestriction', lift);
    const own = await file({ kind: 'RESTRICTION' }, 'nhansu');
    expect((await act('nhansu', 'restrictData', { ...restrict, request: own.id })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  test('of pages takes the figures off the mark, but not from the person himself', async () => {
    const mark = async (userName: string) => {
      const { data } = await office.as(userName)(
        `{ identify(keys: ["${code}"]) { matches { name level display commendations openTasks restricted } } }`,
      );
      return data.identify[0].matches[0];
    };
    const before = await mark('quanly');
    expect(before).toMatchObject({ restricted: false, level: expect.stringMatching(/./) });
    const request = await file({ kind: 'RESTRICTION' });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const { result } = await act('nhansu', 'restrictData', {
      request: request.id,
      scope: 'OVERLAY',
      from: '2026-11-22',
    });
    expect(await mark('quanly')).toMatchObject({ name: before.name, restricted: true, level: null, display: null });
    expect(await mark('chuyenvien')).toMatchObject({ level: before.level });
    await act('nhansu', 'liftRestriction', { restriction: result.id, on: '2026-11-25' });
    expect(await mark('quanly')).toEqual(before);
  });

  test('of files names who is left out, and how many', async () => {
    const { rows } = await office.ownerPool.query<{ id: string; user: string }>(
      `select e.id, u.id as user from congvu.user_account u join congvu.employee e on e.id = u.employee_id
       where u.user_name in ('chuyenvien', 'quanly') order by u.user_name`,
    );
    const [person, other] = rows;
    const actor = {
      userId: other?.user ?? '',
      tokenScopes: null,
      purpose: 'STATISTICS',
      requestId: 'restriction-test',
    };
    const asked = rows.map(({ id }) => id);
    const allowed = () =>
      office.database.runAs(actor, () => withoutRestricted({ database: office.database } as Context, asked));
    expect(await allowed()).toEqual({ allowed: new Set(asked), hidden: 0 });
    const request = await file({ kind: 'RESTRICTION' });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const { result } = await act('nhansu', 'restrictData', {
      request: request.id,
      scope: 'EXPORT',
      from: '2026-11-22',
    });
    expect(await allowed()).toEqual({ allowed: new Set([other?.id]), hidden: 1 });
    await act('nhansu', 'liftRestriction', { restriction: result.id, on: '2026-11-25' });
    expect(await allowed()).toEqual({ allowed: new Set([other?.id, person?.id]), hidden: 0 });
  });

  test('needs a request that asks for one', async () => {
    const request = await file({ kind: 'CORRECTION' });
    await act('nhansu', 'answerDataRequest', { ...seen(request), accept: true, answer: 'Được.' });
    const restrict = { request: request.id, scope: 'OVERLAY', from: '2026-11-25' };
    expect((await act('nhansu', 'restrictData', restrict)).result).toMatchObject({ refusedIn: 'ACCEPTED' });
  });
});
