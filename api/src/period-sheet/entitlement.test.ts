import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

/**
 * Who is entitled to confirm on the day decides: posts, delegations, acting heads, also in retrospect. In the phòng that
 * quanly heads; lanhdao heads the sở above it.
 */
const UNIT = 'H99.01.01';
const PERIOD = '2026-11';

let office: ApiOffice;
let staff: { code: string; user: string }[];
let managerCode: string;
let deputyCode: string;

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string; user: string; post: string }>(
    `select e.code, u.user_name as user, a.post::text from congvu.employee e
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
     where n.code = $1 order by e.code`,
    [UNIT],
  );
  staff = rows.filter(({ post }) => post === 'STAFF');
  managerCode = rows.find(({ post }) => post === 'HEAD')?.code ?? '';
  deputyCode = rows.find(({ post }) => post === 'DEPUTY')?.code ?? '';
});
afterAll(() => office?.close());

const criteria = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((code) => ({
  code,
  points: '2',
}));

async function sheetOf(code: string, asker = 'nhansu') {
  const { data } = await office.as(asker)(
    `query Q($code: String!) { employee(code: $code) { periodSheet(period: "${PERIOD}") {
      id revision state confirmedAs notifiedAt unitResult unitResultNow unitResultSheets { employee { code } } organisingEvidence } } }`,
    { code },
  );
  return data.employee.periodSheet;
}

async function mutate(userName: string, name: string, fields: string, input: object, headers = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename
    ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
    ... on WrongStateError { wrong: state } ${fields} } }`;
  const answer = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, headers);
  return { ...answer, result: answer.data?.[name] };
}

const SHEET = '... on PeriodSheet { id revision state confirmedAs }';
const confirm = (userName: string, sheet: { id: string; revision: number }, changes: object = {}, headers = {}) =>
  mutate(
    userName,
    'confirmPeriodSheet',
    SHEET,
    { sheet: sheet.id, revision: sheet.revision, criteria, ...changes },
    headers,
  );
const reasonOf = (answer: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors[0]?.extensions.reason ?? answer.errors[0]?.extensions.code;

describe('confirming', () => {
  test('two at once: one stands, the other hears of a stale revision', async () => {
    const sheet = await sheetOf(staff[1]?.code ?? '');
    const both = await Promise.all([confirm('quanly', sheet), confirm('lanhdao', sheet)]);
    const names = both.map(({ result }) => result.__typename).toSorted();
    expect(names).toEqual(['PeriodSheet', 'StaleRevisionError']);
    const winner = both.find(({ result }) => result.__typename === 'PeriodSheet');
    expect(winner?.result).toMatchObject({ state: 'CONFIRMED', confirmedAs: 'HEAD' });
  });

  test('one’s own sheet is refused in both languages', async () => {
    const own = await sheetOf(managerCode);
    const vi = await confirm('quanly', own, {}, { 'accept-language': 'vi' });
    const en = await confirm('quanly', own, {}, { 'accept-language': 'en' });
    expect([reasonOf(vi), vi.errors[0]?.extensions.code]).toEqual(['OWN_SHEET', 'FORBIDDEN']);
    expect(vi.errors[0]?.message).not.toBe(en.errors[0]?.message);
  });

  test('a leader’s 50 needs its evidence, which stands on the sheet', async () => {
    const own = await sheetOf(managerCode);
    const figures = { organising: 50, cohesion: 100 };
    const { result } = await confirm('lanhdao', own, figures);
    expect(result).toMatchObject({ fields: [{ path: '/organisingEvidence', code: 'EVIDENCE_REQUIRED' }] });
    const done = await confirm('lanhdao', own, { ...figures, organisingEvidence: 'Kế hoạch quý III chậm 2 tháng' });
    expect(done.result).toMatchObject({ state: 'CONFIRMED', confirmedAs: 'HEAD' });
    expect(await sheetOf(managerCode)).toMatchObject({ organisingEvidence: 'Kế hoạch quý III chậm 2 tháng' });
  });

  test('a manager who left yesterday is told that he is not entitled today', async () => {
    const sheet = await sheetOf(staff[2]?.code ?? '');
    const end = (day: string | null) =>
      office.ownerPool.query(
        `update congvu.assignment set valid_to = $1 where valid_from < '2026-11-01' and employee_id = (select id from congvu.employee where code = $2)`,
        [day, managerCode],
      );
    await end('2026-11-21');
    try {
      const refused = await confirm('quanly', sheet);
      expect([reasonOf(refused), refused.errors[0]?.extensions.code]).toEqual(['NOT_ENTITLED_ON_DAY', 'FORBIDDEN']);
      expect(await sheetOf(staff[2]?.code ?? '')).toMatchObject({ state: sheet.state, revision: sheet.revision });
    } finally {
      await end(null);
    }
  });
});

describe('a delegation', () => {
  const DELEGATION =
    '... on Delegation { id kind classifies from to document delegatedBy revokedAt employee { code } }';
  const delegateTo = (employee: string, changes: object = {}, userName = 'quanly') =>
    mutate(userName, 'delegate', DELEGATION, {
      unit: UNIT,
      employee,
      kind: 'DELEGATION',
      from: '2026-11-22',
      document: '21/UQ-TCBC',
      ...changes,
    });
  const authority = async (on: string) => {
    const { data } = await office.as('nhansu')(
      'query Q($on: LocalDate!) { unit(code: "H99.01.01") { authority(on: $on) { name as document } delegations { id revokedAt } } }',
      { on },
    );
    return data.unit;
  };

  test('lets who receives it confirm from its first day, by its document, and not a day before', async () => {
    const [, , third, fourth] = staff;
    const sheet = await sheetOf(third?.code ?? '');
    const tomorrow = await delegateTo(fourth?.code ?? '', { from: '2026-11-23', to: '2026-12-31' });
    expect(tomorrow.errors).toEqual([]);
    expect(tomorrow.result).toMatchObject({ __typename: 'Delegation', classifies: false, revokedAt: null });
    const early = await confirm(fourth?.user ?? '', sheet);
    expect(reasonOf(early)).toBe('NOT_ENTITLED_ON_DAY');
    const { result: today } = await delegateTo(fourth?.code ?? '');
    const { result } = await confirm(fourth?.user ?? '', sheet);
    const { rows } = await office.ownerPool.query(
      "select id from congvu.role_grant where kind = 'DELEGATION' and valid_from = '2026-11-22'",
    );
    expect(result).toMatchObject({ state: 'CONFIRMED', confirmedAs: `GRANT:${rows[0].id}` });
    expect((await authority('2026-11-22')).authority).toContainEqual(
      expect.objectContaining({ as: 'DELEGATION', document: '21/UQ-TCBC' }),
    );
    expect((await authority('2026-11-21')).authority.map(({ as }: { as: string }) => as)).not.toContain('DELEGATION');

    const revoked = await mutate('quanly', 'revokeDelegation', DELEGATION, { delegation: today.id });
    expect(revoked.result.revokedAt).not.toBeNull();
    const again = await mutate('quanly', 'revokeDelegation', DELEGATION, { delegation: today.id });
    expect(again.result).toMatchObject({ __typename: 'WrongStateError', wrong: 'REVOKED' });
    expect((await authority('2026-11-22')).authority.map(({ as }: { as: string }) => as)).not.toContain('DELEGATION');
  });

  test('does not reach a deputy, but acting for the head does', async () => {
    const fifth = staff[4];
    await delegateTo(fifth?.code ?? '');
    const sheet = await sheetOf(deputyCode);
    const figures = { organising: 100, cohesion: 100 };
    expect(reasonOf(await confirm(fifth?.user ?? '', sheet, figures))).toBe('FORBIDDEN');
    await delegateTo(fifth?.code ?? '', { kind: 'ACTING_HEAD', document: '22/QĐ-SNV' }, 'lanhdao');
    expect((await confirm(fifth?.user ?? '', sheet, figures)).result).toMatchObject({ state: 'CONFIRMED' });
  });

  test('is refused to oneself, in the past, by who heads nothing there, and for 30 February', async () => {
    const first = staff[0]?.code ?? '';
    expect((await delegateTo(managerCode)).result).toMatchObject({
      fields: [{ path: '/employee', code: 'INCONSISTENT' }],
    });
    expect((await delegateTo(first, { from: '2026-11-21' })).result).toMatchObject({
      fields: [{ path: '/from', code: 'OUT_OF_RANGE' }],
    });
    expect((await delegateTo(first, { from: '2027-02-30' })).result).toMatchObject({
      fields: [{ path: '/from', code: 'NOT_A_DATE' }],
    });
    expect((await delegateTo(first, { classifies: true })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    for (const userName of ['chuyenvien', 'nhansu'])
      expect((await delegateTo(first, {}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const unit = 'H99.01.02';
    expect((await delegateTo(first, { unit })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('notifySheets', () => {
  const NOTIFIED = '... on NotifiedSheets { count sheets { id state notifiedAt } }';
  const notify = (userName: string, changes: object = {}) =>
    mutate(userName, 'notifySheets', NOTIFIED, { unit: UNIT, period: PERIOD, ...changes });

  test('tells all confirmed results that one may confirm, once, with an entry for each person', async () => {
    const idempotencyKey = newKey();
    const { result, errors } = await notify('quanly', { idempotencyKey });
    expect(errors).toEqual([]);
    expect(result.count).toBeGreaterThanOrEqual(2);
    expect(new Set(result.sheets.map(({ state }: { state: string }) => state))).toEqual(new Set(['NOTIFIED']));
    // His own was confirmed from above and is told from above.
    expect((await sheetOf(managerCode)).state).toBe('CONFIRMED');
    const { rows } = await office.ownerPool.query(
      'select count(distinct employee_id)::int as n from congvu.audit_entry where idempotency_key = $1',
      [idempotencyKey],
    );
    expect(rows[0].n).toBe(result.count);
    expect((await notify('quanly', { idempotencyKey })).result.count).toBe(result.count);
    expect((await notify('quanly')).result.count).toBe(0);
  });

  test('names what is wrong with a listed sheet, and refuses who may not confirm', async () => {
    const open = await sheetOf(staff[0]?.code ?? '');
    const own = await sheetOf(managerCode);
    const { result } = await notify('quanly', { sheets: [open.id, own.id] });
    expect(result).toMatchObject({
      fields: [
        { path: '/sheets/0', code: 'WRONG_STATE' },
        { path: '/sheets/1', code: 'FORBIDDEN' },
      ],
    });
    for (const userName of ['chuyenvien', 'nhansu'])
      expect((await notify(userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await notify('lanhdao', { sheets: [own.id] })).result).toMatchObject({ count: 1 });
  });
});
