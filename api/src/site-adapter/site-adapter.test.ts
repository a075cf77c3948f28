import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice, post } from '../testing/api-office.ts';

let office: ApiOffice;
/** Keeps the adapters of one sở. */
const KEEPER_OF_DEPARTMENT = 'thanhtra';
beforeAll(async () => {
  office = await openApiOffice();
  await office.ownerPool.query(
    `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
     select a.id, 'ADMINISTRATOR', u.id, '2026-01-01', '07/QĐ-SNV'
     from congvu.user_account a, congvu.unit u where a.user_name = $1 and u.code = 'H99.01'`,
    [KEEPER_OF_DEPARTMENT],
  );
});
afterAll(() => office?.close());

const contentOf = (name: string, version: number, changes: object = {}) => ({
  name,
  version,
  title: `Hệ thống ${name}`,
  basis: 'Trang thử của Sở Nội vụ',
  pages: [
    {
      kind: 'DETAIL',
      path: '^/vb$',
      present: [],
      root: 'main',
      fields: { secrecy: { text: [{ select: '.mat' }], normal: [''] }, number: [{ select: '.so' }] },
    },
  ],
  ...changes,
});
const pages = (count: number, html = '<main><b class="so">12/QĐ-UBND</b></main>') =>
  Array.from({ length: count }, (_page, index) => ({
    name: `trang-${index}`,
    html,
    expected: { kind: 'DETAIL', index },
  }));

const RESULT = `__typename ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
  ... on StaleRevisionError { expected actual } ... on WrongStateError { state }
  ... on SiteAdapter { id name title latestVersion publications { version unit { code } publishedBy withdrawnAt } }`;

async function act(name: string, type: string, input: object, userName = 'quantri', headers = {}) {
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { ${RESULT} } }`;
  const answer = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, headers);
  return { ...answer, result: answer.data?.[name], refused: answer.errors[0]?.extensions.code };
}
const save = (content: object, changes: object = {}, userName?: string, headers?: object) =>
  act(
    'saveSiteAdapter',
    'SaveSiteAdapterInput',
    { content, note: 'lần lưu', savedPages: pages(3), ...changes },
    userName,
    headers,
  );
const publish = (name: string, version: number, unitCode: string | null = null, userName?: string) =>
  act('publishSiteAdapter', 'PublishSiteAdapterInput', { name, version, unitCode }, userName);
const withdraw = (name: string, unitCode: string | null = null, userName?: string) =>
  act('withdrawSiteAdapter', 'WithdrawSiteAdapterInput', { name, unitCode }, userName);

async function published(userName: string): Promise<Record<string, number>> {
  const { data, errors } = await office.as(userName)('{ publishedAdapters { name version content publishedAt } }');
  expect(errors).toEqual([]);
  return Object.fromEntries(
    data.publishedAdapters.map((each: { name: string; version: number; content: object }) => {
      expect(each.content).toMatchObject({ name: each.name, version: each.version });
      return [each.name, each.version];
    }),
  );
}

const rows = async () =>
  (
    await office.ownerPool.query(
      `select (select count(*) from congvu.site_adapter)::int adapters, (select count(*) from congvu.site_adapter_version)::int versions,
        (select count(*) from congvu.site_adapter_publication)::int publications, (select count(*) from congvu.audit_entry)::int entries`,
    )
  ).rows[0];

describe('an adapter', () => {
  test('is saved version by version, with its pages, its author and an entry in the chain', async () => {
    const first = await save(contentOf('luu-dan', 1));
    expect(first.errors).toEqual([]);
    expect(first.result).toMatchObject({
      name: 'luu-dan',
      title: 'Hệ thống luu-dan',
      latestVersion: 1,
      publications: [],
    });
    const second = await save(contentOf('luu-dan', 2, { title: 'Tên mới' }), { savedPages: pages(1) });
    expect(second.result).toMatchObject({ id: first.result.id, title: 'Tên mới', latestVersion: 2 });
    const { data } = await office.as('quantri')(
      `query Q($id: ID!) { siteAdapter(name: "luu-dan") { openReports version(version: 1) { version savedPages { name html expected } }
        versions(first: 5) { edges { node { version note createdBy content savedPages { name } } } } }
        node(id: $id) { ... on SiteAdapter { name } } }`,
      { id: first.result.id },
    );
    expect(data.node).toEqual({ name: 'luu-dan' });
    expect(data.siteAdapter.version.savedPages[2]).toMatchObject({
      name: 'trang-2',
      expected: { kind: 'DETAIL', index: 2 },
    });
    expect(data.siteAdapter.openReports).toBe(0);
    const versions = data.siteAdapter.versions.edges.map(({ node }: { node: { version: number } }) => node);
    expect(versions).toMatchObject([
      {
        version: 2,
        savedPages: [{ name: 'trang-0' }],
        note: 'lần lưu',
        content: contentOf('luu-dan', 2, { title: 'Tên mới' }),
      },
      { version: 1 },
    ]);
    const { rows: entries } = await office.ownerPool.query(
      `select payload::jsonb as payload from congvu.audit_entry where entity = 'SiteAdapter' and action = 'saveSiteAdapter' order by sequence desc limit 1`,
    );
    expect(entries[0].payload).toMatchObject({
      name: 'luu-dan',
      version: 2,
      pages: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('is saved once by its key', async () => {
    const idempotencyKey = newKey();
    const before = await rows();
    const answers = await Promise.all([1, 2].map(() => save(contentOf('mot-lan', 1), { idempotencyKey })));
    expect(answers.map(({ result }) => result.latestVersion)).toEqual([1, 1]);
    const other = await save(contentOf('mot-lan', 1, { title: 'Khác' }), { idempotencyKey });
    expect(other.result.__typename).toBe('IdempotencyConflictError');
    expect(await rows()).toMatchObject({ versions: before.versions + 1, entries: before.entries + 1 });
  });

  test('of two administrators who save the same version at once one is told that another was faster', async () => {
    await save(contentOf('hai-nguoi', 1));
    const answers = await Promise.all([
      save(contentOf('hai-nguoi', 2, { title: 'Của người này' })),
      save(contentOf('hai-nguoi', 2, { title: 'Của người kia' }), {}, KEEPER_OF_DEPARTMENT),
    ]);
    const types = answers.map(({ result }) => result.__typename).toSorted();
    expect(types).toEqual(['SiteAdapter', 'StaleRevisionError']);
    expect(answers.find(({ result }) => result.__typename === 'StaleRevisionError')?.result).toMatchObject({
      expected: 1,
      actual: 2,
    });
    expect((await save(contentOf('hai-nguoi', 5))).result).toMatchObject({
      code: 'STALE_REVISION',
      expected: 4,
      actual: 2,
    });
    expect((await save(contentOf('chua-co', 2))).result).toMatchObject({
      code: 'STALE_REVISION',
      expected: 1,
      actual: 0,
    });
  });

  test.each([
    [
      '/content/pages/0/path',
      'UNKNOWN_VALUE',
      { content: contentOf('sai', 1, { pages: [{ ...contentOf('sai', 1).pages[0], path: '(a+)+' }] }) },
    ],
    ['/content', 'UNKNOWN_KEY', { content: contentOf('sai', 1, { code: 'return 1' }) }],
    ['/content/name', 'UNKNOWN_VALUE', { content: contentOf('Sai Tên', 1) }],
    ['/content', 'REQUIRED', { content: null }],
    ['/content/title', 'UNKNOWN_VALUE', { content: contentOf('sai', 1, { title: 'a\0b' }) }],
    [
      '/savedPages/1/html',
      'SAVED_PAGE_UNSAFE',
      { savedPages: [...pages(1), { ...pages(2)[1], html: '<p onclick=x>' }] },
    ],
    ['/savedPages/0/html', 'TOO_LONG', { savedPages: pages(1, 'a'.repeat(500_001)) }],
    ['/savedPages', 'OUT_OF_RANGE', { savedPages: pages(7) }],
    ['/note', 'REQUIRED', { note: '  ' }],
  ])('is refused at %s (%s) in both languages, and nothing is kept', async (path, code, changes) => {
    const before = await rows();
    const content = contentOf('sai', 1);
    const answers = await Promise.all(
      ['vi', 'en'].map((locale) => save(content, changes, 'quantri', { 'accept-language': locale })),
    );
    const messages = answers.map(({ result, errors }) => {
      // A non-null argument that is null is the request's fault, before any field of ours.
      if (result === undefined || result === null) return errors[0]?.message;
      expect(result.fields).toContainEqual(expect.objectContaining({ path, code }));
      return result.fields.find((field: { path: string }) => field.path === path).message;
    });
    if (answers[0]?.result) expect(messages[0]).not.toBe(messages[1]);
    expect(await rows()).toEqual(before);
  });

  test('of six pages of 500 kB is taken', async () => {
    const html = `<main>${'<p class="a">"'.repeat(35_000)}`.slice(0, 500_000);
    const { result, errors } = await save(contentOf('lon-nhat', 1), { savedPages: pages(6, html) });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ latestVersion: 1 });
  });

  test('nested without end is refused before anything walks it', async () => {
    const query = 'mutation M($input: SaveSiteAdapterInput!) { saveSiteAdapter(input: $input) { __typename } }';
    const savedPages = [{ ...pages(1)[0], expected: 'SAU' }];
    const input = { idempotencyKey: newKey(), content: contentOf('sau', 1), note: 'x', savedPages };
    const nested = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const body = JSON.stringify({ query, variables: { input } }).replace('"SAU"', nested);
    const answer = await post(office.url, body, { authorization: `Bearer ${await office.tokenOf('quantri')}` });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(office.log).toEqual([]);
  });
});

describe('a publication', () => {
  test('holds for the nearest unit, is replaced by the next and gives way when it is withdrawn', async () => {
    for (const version of [1, 2, 3]) await save(contentOf('gan-nhat', version));
    const of = async () => [await published('chuyenvien'), await published('thanhtra')].map((each) => each['gan-nhat']);
    expect(await of()).toEqual([undefined, undefined]);
    expect((await publish('gan-nhat', 1)).result.publications).toMatchObject([
      { version: 1, unit: null, withdrawnAt: null },
    ]);
    expect(await of()).toEqual([1, 1]);
    await publish('gan-nhat', 2, 'H99.01');
    expect(await of()).toEqual([2, 1]);
    await publish('gan-nhat', 3, 'H99.01.01');
    expect(await of()).toEqual([3, 1]);
    // In place of what is there: the unit has one version, and the ended one stays in the list.
    const replaced = await publish('gan-nhat', 1, 'H99.01.01');
    const ofUnit = replaced.result.publications.filter(
      (each: { unit: { code: string } | null }) => each.unit?.code === 'H99.01.01',
    );
    expect(ofUnit).toMatchObject([
      { version: 1, withdrawnAt: null },
      { version: 3, withdrawnAt: expect.any(String) },
    ]);
    expect(await of()).toEqual([1, 1]);
    await withdraw('gan-nhat', 'H99.01.01');
    expect(await of()).toEqual([2, 1]);
    await withdraw('gan-nhat');
    expect(await of()).toEqual([2, undefined]);
    await withdraw('gan-nhat', 'H99.01');
    expect(await of()).toEqual([undefined, undefined]);
  });

  test('is refused again, withdrawn twice, without three pages, and of a version that is not there', async () => {
    await save(contentOf('tu-choi', 1), { savedPages: pages(2) });
    await save(contentOf('tu-choi', 2));
    const { result: few } = await publish('tu-choi', 1);
    expect(few.fields).toMatchObject([{ path: '/version', code: 'SAVED_PAGES_TOO_FEW' }]);
    expect((await publish('tu-choi', 3)).result.fields).toMatchObject([{ path: '/version', code: 'OUT_OF_RANGE' }]);
    expect((await withdraw('tu-choi')).result).toMatchObject({ code: 'WRONG_STATE', state: 'NOT_PUBLISHED' });
    await publish('tu-choi', 2);
    expect((await publish('tu-choi', 2)).result).toMatchObject({ code: 'WRONG_STATE', state: 'ALREADY_PUBLISHED' });
    await withdraw('tu-choi');
    expect((await withdraw('tu-choi')).result).toMatchObject({ state: 'NOT_PUBLISHED' });
    expect((await publish('tu-choi', 2)).result).toMatchObject({ __typename: 'SiteAdapter' });
    expect((await publish('khong-co', 1)).refused).toBe('NOT_FOUND');
    expect((await publish('tu-choi', 2, 'H00')).refused).toBe('NOT_FOUND');
  });

  test('and withdrawal at once leave at most one in force', async () => {
    for (const version of [1, 2]) await save(contentOf('cung-luc', version));
    await publish('cung-luc', 1);
    await Promise.all([publish('cung-luc', 2), withdraw('cung-luc'), publish('cung-luc', 2), withdraw('cung-luc')]);
    const { rows: held } = await office.ownerPool.query(
      `select p.version from congvu.site_adapter_publication p join congvu.site_adapter s on s.id = p.adapter_id
       where s.name = 'cung-luc' and p.withdrawn_at is null`,
    );
    expect(held.length).toBeLessThanOrEqual(1);
  });

  test('to a closed unit is refused; what was published there is withdrawn all the same', async () => {
    await save(contentOf('dong-cua', 1));
    await publish('dong-cua', 1, 'H99.01.02');
    await office.ownerPool.query(`update congvu.unit set valid_to = '2026-11-01' where code = 'H99.01.02'`);
    expect((await publish('dong-cua', 1, 'H99.01.02')).result).toMatchObject({ code: 'UNIT_CLOSED' });
    expect((await withdraw('dong-cua', 'H99.01.02')).result).toMatchObject({ __typename: 'SiteAdapter' });
    await office.ownerPool.query(`update congvu.unit set valid_to = null where code = 'H99.01.02'`);
  });
});

describe('a unit that was merged', () => {
  test('keeps what was published to it, in its successor, until that has its own or it is withdrawn', async () => {
    const { rows } = await office.ownerPool.query<{ user_name: string; code: string; post: string }>(
      `select ua.user_name, e.code, a.post from congvu.assignment a join congvu.employee e on e.id = a.employee_id
       join congvu.user_account ua on ua.employee_id = e.id join congvu.unit u on u.id = a.unit_id
       where u.code = 'H99.02.02' and a.valid_to is null order by a.post, e.code`,
    );
    const moved = rows.find(({ post }) => post === 'STAFF')?.user_name ?? '';
    const head = rows.find(({ post }) => post === 'HEAD')?.code ?? '';
    for (const version of [1, 2]) await save(contentOf('sap-nhap', version));
    await publish('sap-nhap', 1, 'H99.02.02');
    expect((await published(moved))['sap-nhap']).toBe(1);
    const merge = await office.as('nhansu')(
      `mutation M($input: MergeUnitsInput!) { mergeUnits(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: newKey(),
          unit: 'H99.02.02',
          successor: 'H99.02.01',
          on: '2026-11-16',
          document: '41/QĐ-UBND',
          places: [{ employee: head, post: 'DEPUTY', title: 'Phó Trưởng phòng' }],
        },
      },
    );
    expect(merge.data.mergeUnits.__typename).toBe('Unit');
    expect((await published(moved))['sap-nhap']).toBe(1);
    expect((await publish('sap-nhap', 2, 'H99.02.02')).result).toMatchObject({ code: 'UNIT_CLOSED' });
    await publish('sap-nhap', 2, 'H99.02.01');
    expect((await published(moved))['sap-nhap']).toBe(2);
    await withdraw('sap-nhap', 'H99.02.01');
    await withdraw('sap-nhap', 'H99.02.02');
    expect((await published(moved))['sap-nhap']).toBeUndefined();
  });
});

describe('rights', () => {
  test('nobody without the permission saves, publishes, withdraws or lists', async () => {
    await save(contentOf('quyen', 1));
    for (const userName of ['quanly', 'nhansu', 'lanhdao', 'chutich', 'chuyenvien']) {
      expect((await save(contentOf('quyen', 2), {}, userName)).refused).toBe('FORBIDDEN');
      expect((await publish('quyen', 1, null, userName)).refused).toBe('FORBIDDEN');
      expect((await withdraw('quyen', null, userName)).refused).toBe('FORBIDDEN');
      for (const query of [
        '{ siteAdapters(first: 1) { edges { node { name } } } }',
        '{ siteAdapter(name: "quyen") { name } }',
      ])
        expect((await office.as(userName)(query)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('who keeps the adapters of a sở publishes there, not beside it and not to everyone', async () => {
    for (const unitCode of [null, 'H99', 'H99.02'])
      expect((await publish('quyen', 1, unitCode, KEEPER_OF_DEPARTMENT)).refused).toBe('FORBIDDEN');
    expect((await publish('quyen', 1, 'H99.01.01', KEEPER_OF_DEPARTMENT)).result).toMatchObject({
      __typename: 'SiteAdapter',
    });
    await publish('quyen', 1);
    expect((await withdraw('quyen', null, KEEPER_OF_DEPARTMENT)).refused).toBe('FORBIDDEN');
    expect((await withdraw('quyen', 'H99.01.01', KEEPER_OF_DEPARTMENT)).result).toMatchObject({
      __typename: 'SiteAdapter',
    });
  });

  test('an identifier of an adapter finds nothing for who keeps none', async () => {
    const { result } = await save(contentOf('dinh-danh', 1));
    const { data } = await office.as('quanly')('query Q($id: ID!) { node(id: $id) { id } }', { id: result.id });
    expect(data.node).toBeNull();
  });
});

describe('the list', () => {
  test('costs the same number of statements for one adapter as for many, in the order of names', async () => {
    const query = `query Q($first: Int!, $after: String) { siteAdapters(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { name title latestVersion openReports
        versions(first: 2) { edges { node { version } } } publications { version unit { code } } } } } }`;
    const ask = async (first: number, after: string | null = null) => {
      office.statements.length = 0;
      const { data, errors } = await office.as('quantri')(query, { first, after });
      expect(errors).toEqual([]);
      return { ...data.siteAdapters, statements: office.statements.filter((text) => text.startsWith('select')).length };
    };
    const one = await ask(1);
    const many = await ask(20);
    expect(many.edges.length).toBeGreaterThan(5);
    // Signing in; the adapters; their versions, publications, units of these, reports.
    expect([one.statements, many.statements].map((count) => count <= 6)).toEqual([true, true]);
    const names = many.edges.map(({ node }: { node: { name: string } }) => node.name);
    expect(names).toEqual(names.toSorted());
    const next = await ask(1, one.pageInfo.endCursor);
    expect(next.edges[0].node.name).toBe(names[1]);
    const bad = await office.as('quantri')(query, { first: 1, after: 'khong-phai' });
    expect(bad.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('refuses a cursor that is not of it', async () => {
    const page = (field: string, after: string | null) =>
      office.as('quantri')(`query Q($after: String) { ${field}(first: 1, after: $after) { edges { cursor } } }`, {
        after,
      });
    const ask = async (field: string, after: string) => (await page(field, after)).errors[0]?.extensions.code;
    const { data } = await page('siteAdapters', null);
    const [tag = ''] = String(data.siteAdapters.edges[0].cursor).split('.');
    // Of this list by its tag, whatever its keys.
    const cursor = (keys: unknown) => `${tag}.${Buffer.from(JSON.stringify(keys)).toString('base64url')}`;
    for (const after of [
      cursor(['a', 'b']),
      cursor([]),
      cursor([1]),
      cursor(['a\0']),
      cursor({}),
      '%',
      'x'.repeat(10_000),
    ])
      expect(await ask('siteAdapters', after)).toBe('BAD_REQUEST');
    expect(await ask('adapterReports', cursor(['zzz']))).toBe('BAD_REQUEST');
    expect(await ask('siteAdapters', cursor(['zzz']))).toBeUndefined();
  });

  test('finds nothing for a name that no column can hold, and says so', async () => {
    const { errors } = await office.as('quantri')('query Q($name: String!) { siteAdapter(name: $name) { name } }', {
      name: 'a\0',
    });
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(office.log).toEqual([]);
  });

  test('of what is published costs one statement', async () => {
    office.statements.length = 0;
    await published('chuyenvien');
    expect(office.statements.filter((text) => text.includes('published_adapters'))).toHaveLength(1);
  });

  test('of all pages of all versions is too costly to be asked for', async () => {
    const { errors } = await office.as('quantri')(
      '{ siteAdapters(first: 10) { edges { node { versions(first: 10) { edges { node { savedPages { html } } } } } } } }',
    );
    expect(errors[0]?.extensions.reason).toBe('QUERY_TOO_COSTLY');
  });
});
