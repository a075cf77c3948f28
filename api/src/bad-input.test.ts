import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, type GraphqlAnswer, newKey, openApiOffice } from './testing/api-office.ts';

/**
 * Bad input as a person or a program sends it, asked in both languages. Each gives one error with its code and text and
 * leaves every row of the database as it was, the idempotency keys and the access log included.
 */

let office: ApiOffice;
const code = { staff: '', foreign: '' };
let ownSheet: { readonly id: string; readonly revision: number };

beforeAll(async () => {
  office = await openApiOffice();
  code.staff = await find("u.user_name = 'chuyenvien'");
  code.foreign = await find("n.code = 'H99.02.01' and a.post = 'STAFF'");
  const { data } = await office.as('chuyenvien')(
    'query Q($code: String!) { employee(code: $code) { periodSheet(period: "2026-11") { id revision } } }',
    { code: code.staff },
  );
  ownSheet = data.employee.periodSheet;
  // A unit that ended before today, below the sở that lanhdao heads.
  await office.ownerPool.query(
    `insert into congvu.unit (id, code, name, short_name, level, parent_id, path, valid_from, valid_to)
     select gen_random_uuid(), 'H99.01.99', 'Phòng đã giải thể', 'Phòng 99', 3, id, path || '99', '2020-01-01', '2026-10-31'
     from congvu.unit where code = 'H99.01'`,
  );
});
afterAll(() => office?.close());

async function find(condition: string): Promise<string> {
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id
     join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
     where ${condition} order by e.code limit 1`,
  );
  return rows[0]?.code ?? 'none';
}

/** Rows of every table and the newest transaction that touched each: any write changes it. */
async function stateOfDatabase(): Promise<string> {
  const { rows } = await office.ownerPool.query<{ state: string }>(
    `select string_agg(tablename || (xpath('/row/c/text()', query_to_xml(
       format('select count(*) || '' '' || coalesce(max(xmin::text::bigint), 0) as c from congvu.%I', tablename), false, true, '')))[1]::text,
       ', ' order by tablename) as state from pg_tables where schemaname = 'congvu'`,
  );
  return rows[0]?.state ?? '';
}

type Attempt = (headers: Record<string, string>) => Promise<GraphqlAnswer>;

const FAILURE =
  '__typename ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }';

function send(userName: string, name: string, input: () => object): Attempt {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { ${FAILURE} } }`;
  return (headers) => office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input() } }, headers);
}

const read =
  (userName: string, query: string): Attempt =>
  (headers) =>
    office.as(userName)(query, {}, headers);

const assign = (changes: () => object) =>
  send('quanly', 'assignTask', () => ({
    employee: code.staff,
    product: 'DC.02',
    quantity: '2',
    deadline: '2026-11-28',
    responsibility: 'LEAD',
    ...changes(),
  }));

const fullPoints = (first: string) =>
  ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((criterion, index) => ({
    code: criterion,
    points: index === 0 ? first : '1',
  }));

const selfScore = (first: string, revision: () => number) =>
  send('chuyenvien', 'selfScore', () => ({ period: '2026-11', criteria: fullPoints(first), revision: revision() }));

const bearer =
  (token: () => Promise<string> | string): Attempt =>
  async (headers) =>
    office.withBearer(`Bearer ${await token()}`)('{ viewer { userName } }', {}, headers);

async function personalToken(change: string): Promise<string> {
  const { data } = await office.as('nhansu')(
    `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) {
      ... on CreatedPersonalToken { secret token { prefix } } } }`,
    { input: { idempotencyKey: newKey(), name: 'Báo cáo', scopes: ['EMPLOYEE_READ'], expiresOn: '2026-12-31' } },
  );
  const { secret, token } = data.createPersonalToken;
  await office.ownerPool.query(`update congvu.personal_token set ${change} where prefix = $1`, [token.prefix]);
  return secret;
}

// The key is used once by a good call, before the state of the database is looked at.
const usedKey = newKey();

const CASES: readonly (readonly [name: string, code: string, vi: string, en: string, attempt: Attempt])[] = [
  [
    'an unknown unit in a filter',
    'NOT_FOUND',
    'Không tìm thấy.',
    'Not found.',
    read('nhansu', '{ tasks(first: 1, filter: { unit: "H00" }) { edges { cursor } } }'),
  ],
  [
    'an unknown unit of a plan',
    'NOT_FOUND',
    'Không tìm thấy.',
    'Not found.',
    send('quanly', 'fixPeriodPlan', () => ({ unit: 'H00', period: '2026-12' })),
  ],
  [
    'a closed unit of a plan',
    'UNIT_CLOSED',
    'Đơn vị “H99.01.99” đã ngừng hoạt động từ ngày 31/10/2026.',
    'The unit "H99.01.99" has been closed since 2026-10-31.',
    send('lanhdao', 'fixPeriodPlan', () => ({ unit: 'H99.01.99', period: '2026-12' })),
  ],
  [
    'a foreign unit of a plan',
    'FORBIDDEN',
    'Bạn không có quyền thực hiện việc này.',
    'You are not allowed to do this.',
    send('quanly', 'fixPeriodPlan', () => ({ unit: 'H99.02.01', period: '2026-12' })),
  ],
  [
    'a task for someone outside the subtree',
    'NOT_FOUND',
    'Không tìm thấy.',
    'Not found.',
    assign(() => ({ employee: code.foreign })),
  ],
  [
    'a quantity of 0',
    'OUT_OF_RANGE',
    'Giá trị 0 nằm ngoài phạm vi cho phép (từ 0.000001 đến 1000000).',
    '0 is outside the allowed range (0.000001 to 1000000).',
    assign(() => ({ quantity: '0' })),
  ],
  [
    'a negative quantity',
    'OUT_OF_RANGE',
    'Giá trị -2 nằm ngoài phạm vi cho phép (từ 0.000001 đến 1000000).',
    '-2 is outside the allowed range (0.000001 to 1000000).',
    assign(() => ({ quantity: '-2' })),
  ],
  [
    'a quantity of 10^12',
    'OUT_OF_RANGE',
    'Giá trị 1000000000000 nằm ngoài phạm vi cho phép (từ 0.000001 đến 1000000).',
    '1000000000000 is outside the allowed range (0.000001 to 1000000).',
    assign(() => ({ quantity: '1000000000000' })),
  ],
  [
    'a quantity with a decimal comma',
    'NOT_A_NUMBER',
    '“1,5” không phải là số; hãy viết như 2.4 hoặc 12/5.',
    '"1,5" is not a number; write it like 2.4 or 12/5.',
    assign(() => ({ quantity: '1,5' })),
  ],
  [
    'a deadline outside the assignment',
    'DEADLINE_OUTSIDE_ASSIGNMENT',
    'Thời hạn phải từ ngày 01/07/2025, khi người này bắt đầu giữ vị trí.',
    "The deadline must not be before 2025-07-01, when this person's assignment begins.",
    assign(() => ({ deadline: '2020-01-01' })),
  ],
  [
    'points above the maximum',
    'POINTS_ABOVE_MAXIMUM',
    'Tiêu chí I.1: 11/2 điểm vượt điểm tối đa 5.',
    'Criterion I.1: 11/2 points are above the maximum of 5.',
    selfScore('5.5', () => ownSheet.revision),
  ],
  [
    'a stale revision',
    'STALE_REVISION',
    'Dữ liệu đã được người khác thay đổi (bản 1, bạn đang xem bản 8). Hãy tải lại rồi quyết định.',
    'Someone else changed this (revision 1, you saw revision 8). Load it again and decide.',
    selfScore('5', () => ownSheet.revision + 7),
  ],
  [
    'a used key with another body',
    'IDEMPOTENCY_CONFLICT',
    'Khóa chống lặp này đã được dùng cho một yêu cầu có nội dung khác.',
    'This idempotency key was used for a request with another content.',
    assign(() => ({ idempotencyKey: usedKey, quantity: '3' })),
  ],
  [
    'no token',
    'UNAUTHENTICATED',
    'Bạn cần đăng nhập.',
    'You need to sign in.',
    (headers) => office.withBearer(null)('{ viewer { userName } }', {}, headers),
  ],
  [
    'an expired token',
    'TOKEN_EXPIRED',
    'Phiên đăng nhập hoặc mã truy cập đã hết hạn.',
    'The session or access token has expired.',
    bearer(() => office.tokenOf('quanly', { expiresIn: '-1m' })),
  ],
  [
    'a token of another issuer',
    'TOKEN_FOREIGN_ISSUER',
    'Mã truy cập do một hệ thống khác cấp.',
    'The access token was issued by another system.',
    bearer(() => office.tokenOf('quanly', { issuer: 'https://other.example' })),
  ],
  [
    'an expired personal token',
    'TOKEN_EXPIRED',
    'Phiên đăng nhập hoặc mã truy cập đã hết hạn.',
    'The session or access token has expired.',
    bearer(() => tokens.expired),
  ],
  [
    'a revoked personal token',
    'TOKEN_REVOKED',
    'Mã truy cập đã bị thu hồi.',
    'The access token has been revoked.',
    bearer(() => tokens.revoked),
  ],
  [
    'a query of 5 MB',
    'BODY_TOO_LARGE',
    'Yêu cầu quá lớn, tối đa 4194304 byte.',
    'The request is too large, at most 4194304 bytes.',
    read('nhansu', `{ viewer { userName } } #${'x'.repeat(5_000_000)}`),
  ],
  [
    'a query 30 deep',
    'QUERY_TOO_DEEP',
    'Truy vấn sâu 31 tầng, tối đa 16.',
    'The query is 31 levels deep, at most 16.',
    read('nhansu', `{ viewer { units { ${'parent { '.repeat(28)} code ${'} '.repeat(28)} } } }`),
  ],
];

const tokens = { expired: '', revoked: '' };
beforeAll(async () => {
  tokens.expired = await personalToken("expires_at = now() - interval '1 day', created_at = now() - interval '2 days'");
  tokens.revoked = await personalToken('revoked_at = now()');
  await assign(() => ({ idempotencyKey: usedKey }))({});
});

test.each(CASES)('%s is %s in both languages and changes nothing', async (_name, expected, vi, en, attempt) => {
  const before = await stateOfDatabase();
  expect(failureOf(await attempt({ 'accept-language': 'vi' }))).toEqual({ code: expected, message: vi });
  expect(failureOf(await attempt({ 'accept-language': 'en' }))).toEqual({ code: expected, message: en });
  expect(await stateOfDatabase()).toBe(before);
});

/** The one error of an answer: at the top level, in the union, or of the one bad field. */
function failureOf({ data, errors }: GraphqlAnswer): { readonly code: unknown; readonly message: unknown } {
  const [error] = errors;
  if (error !== undefined) {
    expect(errors).toHaveLength(1);
    expect(data).toBeNull();
    return { code: error.extensions.reason ?? error.extensions.code, message: error.message };
  }
  const [result] = Object.values(data) as {
    code: string;
    message: string;
    fields?: { code: string; message: string }[];
  }[];
  const { code: found, message } = result?.fields?.[0] ?? result ?? {};
  return { code: found, message };
}
