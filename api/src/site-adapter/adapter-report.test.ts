import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let now = new Date('2026-11-22T08:00:00+07:00');
beforeAll(async () => {
  office = await openApiOffice(() => now);
});
afterAll(() => office?.close());

async function report(userName: string, changes: object = {}, headers: Record<string, string> = {}) {
  const query = `mutation M($input: ReportAdapterInput!) { reportAdapter(input: $input) { __typename
    ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
    ... on ReportedPage { adapter version host path kind } } }`;
  const input = {
    idempotencyKey: newKey(),
    adapter: 'vnpt-ioffice',
    version: 1,
    host: 'vb.example.gov.vn',
    path: '/qlvb_2026/van-ban/12345;jsessionid=8F?id=77',
    kind: 'LIST',
    found: 25,
    read: 3,
    secret: 1,
    extensionVersion: '1.2.0',
    ...changes,
  };
  const answer = await office.as(userName)(query, { input }, headers);
  return { result: answer.data?.reportAdapter, error: answer.errors[0] };
}

async function reports(state: 'OPEN' | 'CLOSED', userName = 'quantri') {
  const answer = await office.as(userName)(
    `query Q($state: AdapterReportState) { adapterReports(first: 100, state: $state) { edges { node { id adapter version host path
      kind day found read secret extensionVersion count closedAt closedBy } } } }`,
    { state },
  );
  return {
    list: answer.data?.adapterReports.edges.map(({ node }: { node: object }) => node),
    code: answer.errors[0]?.extensions.code,
  };
}

test('a page that two people could not read is one report, with its shape for a path and the last figures', async () => {
  const idempotencyKey = newKey();
  expect((await report('chuyenvien', { idempotencyKey })).result).toEqual({
    __typename: 'ReportedPage',
    adapter: 'vnpt-ioffice',
    version: 1,
    host: 'vb.example.gov.vn',
    path: '/qlvb_#/van-ban/#',
    kind: 'LIST',
  });
  // The same call again is the same report, not another.
  await report('chuyenvien', { idempotencyKey });
  await report('quanly', { path: '/qlvb_2025/van-ban/9', read: 0, secret: 0, extensionVersion: '1.3.0' });
  const { list } = await reports('OPEN');
  expect(list).toMatchObject([
    {
      path: '/qlvb_#/van-ban/#',
      count: 2,
      found: 25,
      read: 0,
      secret: 0,
      extensionVersion: '1.3.0',
      day: '2026-11-22',
    },
  ]);
  expect(JSON.stringify(list)).not.toMatch(/12345|jsessionid|77/);
});

test('a report that could hold what a page says is refused where it stands, in both languages', async () => {
  for (const [changes, path, code] of [
    [{ host: 'vb.example.gov.vn/Văn bản mật' }, '/host', 'UNKNOWN_VALUE'],
    [{ path: '/Nguyễn Văn A' }, '/path', 'UNKNOWN_VALUE'],
    [{ adapter: 'Tờ trình về việc' }, '/adapter', 'UNKNOWN_VALUE'],
    [{ extensionVersion: '1.2-mật' }, '/extensionVersion', 'UNKNOWN_VALUE'],
    [{ read: 26 }, '/read', 'OUT_OF_RANGE'],
    [{ found: -1 }, '/found', 'OUT_OF_RANGE'],
  ] as const) {
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map((locale) => report('chuyenvien', changes, { 'accept-language': locale })),
    );
    expect(vi?.result.fields[0]).toMatchObject({ path, code });
    expect(vi?.result.fields[0].message).not.toBe(en?.result.fields[0].message);
  }
});

test('one closed stays closed on its day and is open anew on the next', async () => {
  const [open] = (await reports('OPEN')).list;
  const close = (userName = 'quantri') =>
    office.as(userName)(
      `mutation M($input: CloseAdapterReportInput!) { closeAdapterReport(input: $input) { __typename
        ... on DomainError { code } ... on WrongStateError { state } ... on AdapterReport { closedAt closedBy } } }`,
      { input: { idempotencyKey: newKey(), report: open.id } },
    );
  expect((await close('quanly')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const { data } = await close();
  expect(data.closeAdapterReport).toMatchObject({ closedAt: now.toISOString(), closedBy: expect.any(String) });
  expect((await close()).data.closeAdapterReport).toMatchObject({ code: 'WRONG_STATE', state: 'CLOSED' });
  await report('chuyenvien');
  expect((await reports('OPEN')).list).toEqual([]);
  expect((await reports('CLOSED')).list).toMatchObject([{ count: 3 }]);
  now = new Date('2026-11-23T08:00:00+07:00');
  await report('chuyenvien');
  expect((await reports('OPEN')).list).toMatchObject([{ count: 1, day: '2026-11-23' }]);
});

test('who keeps no adapters sends reports and reads none', async () => {
  for (const userName of ['quanly', 'nhansu', 'lanhdao', 'chuyenvien', 'thanhtra'])
    expect((await reports('OPEN', userName)).code).toBe('FORBIDDEN');
  const answer = await office.withBearer(null)(
    'mutation M($input: ReportAdapterInput!) { reportAdapter(input: $input) { __typename } }',
    {
      input: {
        idempotencyKey: newKey(),
        adapter: 'a-b',
        version: 1,
        host: 'a',
        path: '/',
        kind: 'LIST',
        found: 1,
        read: 0,
        secret: 0,
        extensionVersion: '1',
      },
    },
  );
  expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a user is the first with so many pages a day, and no more until the next', async () => {
  const letters = Array.from({ length: LIMITS.adapterReportsPerDay + 1 }, (_each, index) =>
    String.fromCharCode(97 + index),
  );
  const codes: (string | undefined)[] = [];
  for (const letter of letters)
    codes.push((await report('lanhdao', { path: `/${letter}` })).error?.extensions.code as string);
  expect(codes.filter((code) => code === undefined)).toHaveLength(LIMITS.adapterReportsPerDay);
  expect(codes.at(-1)).toBe('LIMIT_EXCEEDED');
  const { error } = await report('lanhdao', { path: '/z-z' });
  expect(error?.extensions).toMatchObject({ limit: 'adapterReportsPerDay', maximum: LIMITS.adapterReportsPerDay });
  // What was reported before is counted up, and another user reports.
  expect((await report('lanhdao', { path: '/a' })).result.__typename).toBe('ReportedPage');
  expect((await report('nhansu', { path: '/z-z' })).result.__typename).toBe('ReportedPage');
  now = new Date('2026-11-24T08:00:00+07:00');
  expect((await report('lanhdao', { path: '/z-z' })).result.__typename).toBe('ReportedPage');
});

test('a report stands in the chain without who sent it being shown by it', async () => {
  const { rows } = await office.ownerPool.query(
    `select entity, payload::jsonb as payload from congvu.audit_entry where action = 'reportAdapter' order by sequence limit 1`,
  );
  expect(rows[0]).toEqual({
    entity: 'AdapterReport',
    payload: {
      adapter: 'vnpt-ioffice',
      version: 1,
      host: 'vb.example.gov.vn',
      path: '/qlvb_#/van-ban/#',
      kind: 'LIST',
    },
  });
});
