import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { findNearest } from './register-table.store.ts';

const day = (text: string) => expectOk(parseLocalDate(text));

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const FIELDS =
  'kind name version agency { code } effectiveFrom effectiveTo decisionNumber publishedAt rows { text facts { name value } source { instrument certainty } } body';

async function tables(kind: string, userName: string | null = 'chuyenvien') {
  const query = `query Q($kind: RegisterTableKind) { registerTables(kind: $kind) { ${FIELDS} } }`;
  const ask = userName === null ? office.withBearer(null) : office.as(userName);
  const { data } = await ask(query, { kind });
  return data.registerTables;
}

async function publish(changes: object = {}, userName = 'quantri', headers = {}) {
  const query = `mutation M($input: PublishRegisterTableInput!) { publishRegisterTable(input: $input) { __typename
    ... on DomainError { message } ... on InvalidInputError { fields { path code message } } ... on RegisterTable { ${FIELDS} } } }`;
  const input = {
    idempotencyKey: newKey(),
    kind: 'CLOCKS',
    unit: 'H99.01',
    version: 1,
    effectiveFrom: '2026-12-01',
    decisionNumber: '55/QĐ-SNV',
    body: JSON.stringify([{ name: 'FOLLOW_UP', count: 10, unit: 'WORKING_DAY' }]),
    ...changes,
  };
  const answer = await office.as(userName)(query, { input }, headers);
  return { ...answer, result: answer.data?.publishRegisterTable };
}

test('everybody reads the built-in tables, each rule with its source and how sure it is', async () => {
  const [forms] = await tables('DISCIPLINE_FORMS', null);
  expect(forms).toMatchObject({ version: 0, name: 'Hình thức kỷ luật', agency: null, decisionNumber: null });
  expect(forms.rows[0]).toEqual({
    text: 'Công chức, không giữ chức vụ',
    facts: [
      { name: 'Hình thức', value: 'Khiển trách · Cảnh cáo · Buộc thôi việc' },
      { name: 'Từ ngày', value: '01/07/2025' },
    ],
    source: { instrument: '80/2025/QH15', certainty: 'SECONDARY' },
  });
  const { data } = await office.withBearer(null)('{ registerTables { kind } }');
  expect(data.registerTables.map(({ kind }: { kind: string }) => kind)).toEqual([
    'DISCIPLINE_FORMS',
    'DISCIPLINE_EFFECTS',
    'COMMENDATION_TITLES',
    'CLOCKS',
    'RETENTION',
    'APPOINTMENT_CONDITIONS',
    'SIGN_FLOORS',
  ]);
});

test('an office publishes its own table by its decision, once a version', async () => {
  const idempotencyKey = newKey();
  const { result, errors } = await publish({ idempotencyKey });
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    __typename: 'RegisterTable',
    kind: 'CLOCKS',
    version: 1,
    agency: { code: 'H99.01' },
    decisionNumber: '55/QĐ-SNV',
  });
  const followUp = {
    text: 'Thực hiện kiến nghị sau kiểm tra công vụ',
    facts: [{ name: 'Thời hạn', value: '10 ngày làm việc' }],
  };
  expect(result.rows[0]).toEqual({ ...followUp, source: { instrument: '55/QĐ-SNV', certainty: 'PRACTICE' } });
  expect(result.rows).toHaveLength(15);
  expect((await publish({ idempotencyKey })).result).toMatchObject({ version: 1 });
  expect((await publish()).result.fields).toMatchObject([{ path: '/version', code: 'RULE_SET_PUBLISHED' }]);
  expect((await publish({ version: 2, decisionNumber: '60/QĐ-SNV' })).result).toMatchObject({ version: 2 });
  expect((await tables('CLOCKS')).map(({ version }: { version: number }) => version)).toEqual([0, 1, 2]);
  expect(await tables('CLOCKS', null)).toHaveLength(1);
});

test('the body shown is the body an office may publish', async () => {
  const kinds = [
    'DISCIPLINE_FORMS',
    'DISCIPLINE_EFFECTS',
    'COMMENDATION_TITLES',
    'RETENTION',
    'APPOINTMENT_CONDITIONS',
    'SIGN_FLOORS',
  ];
  for (const kind of kinds) {
    const [builtIn] = await tables(kind);
    const { result } = await publish({ kind, body: builtIn.body });
    expect([kind, result.__typename, result.rows?.length]).toEqual([kind, 'RegisterTable', builtIn.rows.length]);
    expect(JSON.parse(result.body)).toEqual(JSON.parse(builtIn.body));
  }
});

test('a bad row is named in both languages, and text that is no JSON', async () => {
  const body = JSON.stringify([{ name: 'LIMITATION_REPRIMAND', count: 0, unit: 'MONTH' }]);
  const { result } = await publish({ version: 9, body });
  expect(result.fields).toMatchObject([{ path: '/body/0/count', code: 'OUT_OF_RANGE' }]);
  expect((await publish({ version: 9, body: 'không phải JSON' })).result.fields).toMatchObject([
    { path: '/body', code: 'NOT_JSON' },
  ]);
  const english = await publish({ version: 9, body: '[]' }, 'quantri', { 'accept-language': 'en' });
  expect(english.result.fields).toMatchObject([
    { path: '/body', code: 'REQUIRED', message: 'This field is required.' },
  ]);
  const years = JSON.stringify([
    { post: 'HEAD', conditions: [{ kind: 'NO_LEVEL', level: 'NOT_COMPLETED', years: 0 }] },
    { post: 'STAFF', conditions: [] },
  ]);
  const conditions = await publish({ kind: 'APPOINTMENT_CONDITIONS', version: 9, body: years });
  expect(conditions.result.fields.map(({ path }: { path: string }) => path)).toEqual([
    '/body/0/conditions/0/years',
    '/body/1/post',
  ]);
  const floor = JSON.stringify([{ name: 'PEOPLE', value: '-1' }]);
  expect((await publish({ kind: 'SIGN_FLOORS', version: 9, body: floor })).result.fields).not.toHaveLength(0);
  const reversed = await publish({ version: 9, effectiveTo: '2026-11-30' });
  expect(reversed.result.fields).toMatchObject([{ path: '/effectiveTo', code: 'INCONSISTENT' }]);
});

test('who does not keep the rules publishes none, and nobody for a unit that is not there', async () => {
  for (const userName of ['nhansu', 'lanhdao', 'thanhtra', 'chuyenvien']) {
    const { errors, result } = await publish({ version: 7 }, userName);
    expect([result ?? null, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  }
  expect((await publish({ version: 7, unit: 'H98' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('the nearest agency’s newest table in force on the day holds', () => {
  const row = (agencyPath: string | null, version: number, from = '2026-01-01', to: string | null = null) => ({
    agencyPath,
    version,
    effectiveFrom: day(from),
    effectiveTo: to === null ? null : day(to),
  });
  const rows = [
    row(null, 1),
    row('H99', 1),
    row('H99.01', 1),
    row('H99.01', 2, '2026-06-01'),
    row('H99.01', 3, '2027-01-01'),
    row('H99.02', 9),
    row('H99.01.03', 1, '2026-03-01', '2026-03-31'),
  ];
  const found = (unitPath: string | null, on: string) => {
    const nearest = findNearest(rows, unitPath, day(on));
    return nearest === null ? null : `${nearest.agencyPath} ${nearest.version}`;
  };
  expect(found('H99.01.03', '2026-05-31')).toBe('H99.01 1');
  expect(found('H99.01.03', '2026-06-01')).toBe('H99.01 2');
  expect(found('H99.01.03', '2026-03-31')).toBe('H99.01.03 1');
  expect(found('H99.010', '2026-06-01')).toBe('H99 1');
  expect(found('H98', '2026-06-01')).toBe('null 1');
  expect(found(null, '2026-06-01')).toBe('null 1');
  expect(found('H99', '2025-12-31')).toBeNull();
});
