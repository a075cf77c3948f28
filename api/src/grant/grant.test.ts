import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
/** Staff codes by account. */
const codes = new Map<string, string>();

const GRANT = `id role holder from to document givenBy reviewDueOn reviewedOn reviewedBy reviewNote revokedAt endedReason
  isActive canManage unit { code } employee { code }`;
const REFUSED = '... on InvalidInputError { fields { path code } } ... on WrongStateError { refusedIn: state }';

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ user_name: string; code: string }>(
    'select a.user_name, e.code from congvu.user_account a join congvu.employee e on e.id = a.employee_id',
  );
  for (const row of rows) codes.set(row.user_name, row.code);
});
afterAll(() => office?.close());

async function act(userName: string, name: string, answer: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${REFUSED} } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  return { result: data?.[name] ?? null, errors };
}
const give = (userName: string, changes: object = {}) =>
  act(userName, 'giveGrant', `... on Grant { ${GRANT} }`, {
    employee: codes.get('chuyenvien'),
    role: 'INSPECTOR',
    unit: 'H99.01',
    from: '2026-11-22',
    document: '12/QĐ-SNV',
    ...changes,
  });
const end = (userName: string, input: object) => act(userName, 'endGrant', `... on Grant { ${GRANT} }`, input);
const review = (userName: string, rows: readonly object[]) =>
  act(userName, 'reviewGrants', `... on ReviewedGrants { rows { index grant { ${GRANT} } errors { path code } } }`, {
    rows,
  });

async function grants(userName: string, filter: object = {}) {
  const { data, errors } = await office.as(userName)(
    `query Q($filter: GrantFilter) { grants(filter: $filter, first: 100) { totalCount edges { node { ${GRANT} } } } }`,
    { filter },
  );
  expect(errors).toEqual([]);
  return data.grants.edges.map(({ node }: { node: object }) => node);
}

async function permissionsOf(userName: string): Promise<readonly string[]> {
  const { data } = await office.as(userName)('{ viewer { permissions } }');
  return data.viewer.permissions;
}

describe('a grant', () => {
  test('gives what its role may do from its first day on, and is reviewed after a year', async () => {
    expect(await permissionsOf('chuyenvien')).not.toContain('INSPECTION_MANAGE');
    const { result } = await give('quantri');
    expect(result).toMatchObject({
      __typename: 'Grant',
      role: 'INSPECTOR',
      document: '12/QĐ-SNV',
      reviewDueOn: '2027-11-22',
      isActive: true,
      canManage: true,
      unit: { code: 'H99.01' },
      employee: { code: codes.get('chuyenvien') },
    });
    expect(await permissionsOf('chuyenvien')).toContain('INSPECTION_MANAGE');
  });

  test.each([
    ['to oneself', () => ({ employee: codes.get('quantri') }), '/employee', 'INCONSISTENT'],
    ['for a day that is past', () => ({ from: '2026-11-21' }), '/from', 'OUT_OF_RANGE'],
    ['that ends before it begins', () => ({ to: '2026-11-20' }), '/to', 'INCONSISTENT'],
    ['without a document', () => ({ document: ' ' }), '/document', 'REQUIRED'],
  ])('is refused %s', async (_what, changes, path, code) => {
    const { result } = await give('quantri', changes());
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path, code }] });
  });

  test('is refused over a unit that is not there', async () => {
    const { errors } = await give('quantri', { unit: 'H98' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each(['nhansu', 'lanhdao', 'chuyenvien'])('is given, ended and reviewed by no %s', async (userName) => {
    const [grant] = await grants('quantri', { employee: codes.get('chuyenvien') });
    const attempts = [
      give(userName),
      end(userName, { grant: grant.id, on: '2026-11-30', reason: 'Thôi' }),
      review(userName, [{ grant: grant.id, outcome: 'KEEP' }]),
    ];
    for (const { errors } of await Promise.all(attempts))
      expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is given by who manages grants over its unit alone', async () => {
    await office.ownerPool.query(
      `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99.01')
       from congvu.user_account a where a.id = g.user_id and a.user_name = 'quantri' and g.role = 'ADMINISTRATOR'`,
    );
    try {
      const { errors, result } = await give('quantri', { unit: 'H99.02' });
      expect(result).toBeNull();
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
    } finally {
      await office.ownerPool.query(
        `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99')
         from congvu.user_account a where a.id = g.user_id and a.user_name = 'quantri' and g.role = 'ADMINISTRATOR'`,
      );
    }
  });

  test('ends at once, and once', async () => {
    const { result } = await give('quantri', { role: 'LEADER' });
    expect(await permissionsOf('chuyenvien')).toContain('RANKING_READ');
    const ended = await end('quantri', { grant: result.id, on: '2026-11-21', reason: 'Chuyển công tác' });
    expect(ended.result).toMatchObject({ endedReason: 'Chuyển công tác', isActive: false, canManage: false });
    expect(await permissionsOf('chuyenvien')).not.toContain('RANKING_READ');
    const again = await end('quantri', { grant: result.id, on: '2026-11-30', reason: 'Chuyển công tác' });
    expect(again.result).toEqual({ __typename: 'WrongStateError', refusedIn: 'ENDED' });
  });

  test('ends after a last day, and never later than it would have', async () => {
    const { result } = await give('quantri', { role: 'LEADER', to: '2026-12-31' });
    const later = await end('quantri', { grant: result.id, on: '2027-01-31', reason: 'Kéo dài' });
    expect(later.result).toEqual({ __typename: 'WrongStateError', refusedIn: 'ENDED' });
    const sooner = await end('quantri', { grant: result.id, on: '2026-11-30', reason: 'Rút ngắn' });
    expect(sooner.result).toMatchObject({ to: '2026-11-30', isActive: true });
    const past = await end('quantri', { grant: result.id, on: '2026-11-01', reason: 'Rút ngắn' });
    expect(past.result).toMatchObject({ fields: [{ path: '/on', code: 'OUT_OF_RANGE' }] });
  });

  test('is not one’s own to end', async () => {
    const [own] = await grants('quantri', { employee: codes.get('quantri') });
    expect(own).toMatchObject({ role: 'ADMINISTRATOR', canManage: false });
    const { errors } = await end('quantri', { grant: own.id, on: '2026-11-30', reason: 'Thử' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'GRANT_MANAGE' });
  });
});

describe('a review', () => {
  test('answers each grant, and leaves the good ones standing', async () => {
    const kept = (await give('quantri', { role: 'HR', reviewDueOn: '2026-11-22' })).result;
    const ended = (await give('quantri', { role: 'DATA_OFFICER' })).result;
    const over = (await give('quantri', { role: 'LEADER' })).result;
    await end('quantri', { grant: over.id, on: '2026-11-21', reason: 'Thôi' });
    const [own] = await grants('quantri', { employee: codes.get('quantri') });
    const { result } = await review('quantri', [
      { grant: kept.id, outcome: 'KEEP', note: 'Vẫn phụ trách' },
      { grant: ended.id, outcome: 'END', note: 'Không còn phụ trách' },
      { grant: ended.id, outcome: 'END' },
      { grant: own.id, outcome: 'KEEP' },
      { grant: over.id, outcome: 'KEEP' },
      { grant: 'R3JhbnQ6eA==', outcome: 'KEEP' },
    ]);
    expect(result.rows).toMatchObject([
      { grant: { reviewedOn: '2026-11-22', reviewDueOn: '2027-11-22', reviewNote: 'Vẫn phụ trách' }, errors: [] },
      { grant: { to: '2026-11-22', endedReason: 'Không còn phụ trách' }, errors: [] },
      { grant: null, errors: [{ path: '/rows/2/note', code: 'REASON_REQUIRED' }] },
      { grant: null, errors: [{ path: '/rows/3/grant', code: 'FORBIDDEN' }] },
      { grant: null, errors: [{ path: '/rows/4/grant', code: 'WRONG_STATE' }] },
      { grant: null, errors: [{ path: '/rows/5/grant', code: 'NOT_FOUND' }] },
    ]);
  });

  test('costs the same for one grant as for many', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push((await give('quantri', { role: 'LEADER' })).result.id);
    const count = async (rows: readonly string[]) => {
      office.statements.length = 0;
      const { result } = await review(
        'quantri',
        rows.map((grant) => ({ grant, outcome: 'KEEP' })),
      );
      expect(result.rows.every(({ errors }: { errors: readonly object[] }) => errors.length === 0)).toBe(true);
      return office.statements.length;
    };
    const one = await count(ids.slice(0, 1));
    expect(await count(ids.slice(1))).toBe(one);
    // Twelve beside signing in, naming the actor and the transaction's own.
    expect(one).toBeLessThanOrEqual(20);
  });
});

describe('the list of grants', () => {
  test('shows who manages none his own alone', async () => {
    const seen = await grants('chuyenvien');
    expect(new Set(seen.map(({ employee }: { employee: { code: string } }) => employee.code))).toEqual(
      new Set([codes.get('chuyenvien')]),
    );
  });

  test('is narrowed by day, role and review', async () => {
    const active = await grants('quantri', { activeOn: '2026-11-22', role: ['LEADER'] });
    expect(
      active.every(({ isActive, role }: { isActive: boolean; role: string }) => isActive && role === 'LEADER'),
    ).toBe(true);
    const due = await grants('quantri', { reviewDueBefore: '2026-11-22' });
    expect(due.every(({ reviewDueOn }: { reviewDueOn: string }) => reviewDueOn < '2026-11-22')).toBe(true);
    const ending = await grants('quantri', { endingBefore: '2026-12-15' });
    expect(ending.length).toBeGreaterThan(0);
  });
});
