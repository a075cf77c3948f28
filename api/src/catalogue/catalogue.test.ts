import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const UNIT = 'H99.01.01';
let office: ApiOffice;
let staffCode: string;

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query(
    "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'chuyenvien'",
  );
  staffCode = rows[0].code;
});
afterAll(() => office?.close());

async function mutate(userName: string, name: string, fields: string, input: object, headers = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename
    ... on DomainError { message } ... on InvalidInputError { fields { path code message } }
    ... on WrongStateError { wrong: state } ... on StaleRevisionError { expected } ${fields} } }`;
  const answer = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, headers);
  return { ...answer, result: answer.data?.[name] };
}
const codeOf = (answer: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors[0]?.extensions.code;

const PROPOSAL =
  '... on CatalogueProposal { id code state revision points group wish { employee quantity deadline } merged { id } mergedInto { id } note catalogue { decisionNumber } }';
const propose = (changes: object = {}, userName = 'quanly') =>
  mutate(userName, 'proposeProduct', PROPOSAL, {
    unit: UNIT,
    name: 'Biên bản làm việc',
    group: 'N2',
    points: '15',
    reason: 'Chưa có trong danh mục',
    ...changes,
  });
const consolidate = (proposals: object[], changes: object = {}, userName = 'nhansu') =>
  mutate(userName, 'consolidateProposals', PROPOSAL, {
    proposals,
    code: 'DC.99',
    name: 'Biên bản làm việc',
    group: 'N2',
    points: '16',
    ...changes,
  });
const VERSION =
  '... on CatalogueVersion { code validFrom validTo standardPoints products(first: 100) { edges { node { code group coefficient } } } }';
const decide = (changes: object = {}, userName = 'nhansu', headers = {}) =>
  mutate(
    userName,
    'decideCatalogue',
    VERSION,
    {
      code: 'H99-2027',
      name: 'Danh mục năm 2027',
      decisionNumber: '99/QĐ-UBND',
      decidedOn: '2026-11-20',
      validFrom: '2026-11-22',
      ...changes,
    },
    headers,
  );

test('a product asked for while assigning goes through consolidation to a version, and assigned tasks keep their coefficient', async () => {
  const assign = async () => {
    const { result } = await mutate('quanly', 'assignTask', '... on Task { id units product { catalogue { code } } }', {
      employee: staffCode,
      product: 'DC.02',
      quantity: '2',
      deadline: '2026-12-18',
      responsibility: 'LEAD',
    });
    return result;
  };
  const before = await assign();
  const wish = { employee: staffCode, quantity: '3', deadline: '2026-12-18' };
  const { result: first, errors } = await propose({ wish });
  expect(errors).toEqual([]);
  expect(first).toMatchObject({ state: 'PROPOSED', wish, code: null });
  const { result: second } = await propose({ name: 'Biên bản', points: '14' });

  const seen = [first, second].map(({ id, revision }) => ({ proposal: id, revision }));
  const merged = await consolidate(seen);
  expect(merged.result).toMatchObject({
    id: first.id,
    state: 'CONSOLIDATED',
    code: 'DC.99',
    points: '16',
    merged: [{ id: second.id }],
  });
  expect((await consolidate(seen)).result).toMatchObject({ __typename: 'StaleRevisionError' });
  const { data: list } = await office.as('quanly')(
    '{ catalogueProposals(first: 10, filter: { state: [REFUSED] }) { edges { node { id mergedInto { id } } } } }',
  );
  expect(list.catalogueProposals.edges).toContainEqual({ node: { id: second.id, mergedInto: { id: first.id } } });

  const idempotencyKey = newKey();
  const { result: version, errors: refused } = await decide({
    accepted: [first.id],
    removed: ['VP.06'],
    standardPoints: '10',
    idempotencyKey,
  });
  expect(refused).toEqual([]);
  const coefficients = Object.fromEntries(
    version.products.edges.map(({ node }: { node: { code: string; coefficient: string } }) => [
      node.code,
      node.coefficient,
    ]),
  );
  expect(coefficients).toMatchObject({ 'DC.99': '8/5', 'DC.02': '5/2', 'DC.01': '1/2' });
  expect(coefficients).not.toHaveProperty('VP.06');
  expect(
    (await decide({ accepted: [first.id], removed: ['VP.06'], standardPoints: '10', idempotencyKey })).result.validFrom,
  ).toBe('2026-11-22');

  const { data } = await office.as('quanly')(
    'query Q($id: ID!) { node(id: $id) { ... on Task { units } } catalogueVersions { code validFrom validTo } products(first: 50) { edges { node { code catalogue { code } } } } }',
    { id: before.id },
  );
  // Changed after assignment: the task counts what it counted; a new one is worth less.
  expect(data.node.units).toBe(before.units);
  expect(await assign()).toMatchObject({ units: '5', product: { catalogue: { code: 'H99-2027' } } });
  expect(data.catalogueVersions.slice(0, 2)).toMatchObject([
    { code: 'H99-2027', validTo: null },
    { validTo: '2026-11-21' },
  ]);
  const inForce = data.products.edges.map(({ node }: { node: { catalogue: { code: string } } }) => node.catalogue.code);
  expect(new Set(inForce)).toEqual(new Set(['H99-2027']));
});

test('refuses what breaks the frames, a code used before, days that cannot be, and proposals not consolidated', async () => {
  const { result: raw } = await propose();
  const bad = { code: 'H99-2028', validFrom: '2027-01-01' };
  expect((await decide({ ...bad, accepted: [raw.id] })).result).toMatchObject({
    fields: [{ path: '/accepted/0', code: 'WRONG_STATE' }],
  });
  const { result: high } = await consolidate([{ proposal: raw.id, revision: raw.revision }], {
    code: 'DC.98',
    points: '51',
  });
  expect((await decide({ ...bad, accepted: [high.id] })).result).toMatchObject({
    fields: [{ path: '/accepted/0', code: 'OUT_OF_RANGE' }],
  });
  expect((await decide({ code: 'H99-2027', validFrom: '2026-11-22' })).result.fields).toMatchObject([
    { path: '/code', code: 'INCONSISTENT' },
    { path: '/validFrom', code: 'OUT_OF_RANGE' },
  ]);
  expect((await decide({ ...bad, validFrom: '2027-02-30' })).result).toMatchObject({
    fields: [{ path: '/validFrom', code: 'NOT_A_DATE' }],
  });
  expect((await decide({ ...bad, removed: ['XX.1'] })).result).toMatchObject({
    fields: [{ path: '/removed/0', code: 'PRODUCT_UNKNOWN' }],
  });
  const frames = [
    { group: 'N1', minimum: '1', maximum: '20' },
    { group: 'N2', minimum: '20' },
  ];
  const texts = await Promise.all(
    ['vi', 'en'].map((each) => decide({ ...bad, frames }, 'nhansu', { 'accept-language': each })),
  );
  expect(texts.map(({ result }) => result.fields[0].code)).toEqual(['INCONSISTENT', 'INCONSISTENT']);
  expect(new Set(texts.map(({ result }) => result.fields[0].message)).size).toBe(2);
});

test('is refused to who may not propose, consolidate or decide', async () => {
  const { result } = await propose();
  const seen = [{ proposal: result.id, revision: result.revision }];
  expect(codeOf(await propose({}, 'chuyenvien'))).toBe('FORBIDDEN');
  expect(codeOf(await propose({ unit: 'H99.02.01' }))).toBe('FORBIDDEN');
  expect(codeOf(await consolidate(seen, {}, 'quanly'))).toBe('FORBIDDEN');
  // A using agency's head manages its proposals; the managing agency decides.
  for (const userName of ['quanly', 'lanhdao', 'quantri'])
    expect(codeOf(await decide({ code: 'X' }, userName))).toBe('FORBIDDEN');
});
