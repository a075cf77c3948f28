import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposeYear, ROUND, staffRows } from '../testing/proposed-year.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** What becomes of decided levels: told, published, petitioned against, replaced, listed; each test goes on where the one before ended. */
let office: YearOffice;
/** Somebody of another unit than the accounts'. */
let other: string;
beforeAll(async () => {
  office = await openYearOffice((person) => (person.userName === 'chuyenvien' ? 71 : 75));
  await proposeYear(office);
  const staff = await staffRows(office);
  other = staff.at(-1)?.employee.code ?? '';
  const rows = staff.map(({ id, rowRevision, proposedLevel }) => ({
    classification: id,
    revision: rowRevision,
    level: proposedLevel,
  }));
  const decision = { decisionNumber: '9/QĐ-SNV', decidedOn: '2026-11-22', rows };
  const { result } = await office.act(
    'lanhdao',
    'decideClassifications',
    '... on DecidedClassifications { refused }',
    decision,
  );
  expect(result).toMatchObject({ refused: 0 });
});
afterAll(() => office?.close());

const TOLD = '... on ToldPeople { count classifications { state } }';

test('the person reads it from his notice on, and the agency the level from its publication on', async () => {
  const code = office.codeOf('chuyenvien');
  const before = await office.yearOf('chuyenvien', code);
  expect(before).toMatchObject({ state: 'DECIDED', decision: null });
  const PUBLISHED = `query Q($unit: String!) { publishedLevels(unit: $unit, year: ${YEAR}, first: 100) { edges { node { code level unit { code } } } } }`;
  const early = await office.act('nhansu', 'publishClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
  expect(early.result).toMatchObject({ count: 0 });
  const refused = await office.act('lanhdao', 'notifyClassifications', TOLD, ROUND);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const told = await office.act('nhansu', 'notifyClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
  expect(told.errors).toEqual([]);
  expect(told.result.count).toBeGreaterThan(40);
  const after = await office.yearOf('chuyenvien', code, 'actions notifiedAt');
  expect(after).toMatchObject({
    state: 'NOTIFIED',
    decision: { level: 'GOOD', number: '9/QĐ-SNV' },
    actions: ['PETITION'],
  });
  const nobody = await office.read('chuyenvien', PUBLISHED, { unit: 'H99.01.01' });
  expect(nobody.publishedLevels.edges).toEqual([]);
  const refusedToPublish = await office.act('lanhdao', 'publishClassifications', TOLD, ROUND);
  expect(refusedToPublish.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const published = await office.act('nhansu', 'publishClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
  expect(published.result.count).toBe(told.result.count);
  const colleagues = await office.read('chuyenvien', PUBLISHED, { unit: 'H99.01.01' });
  expect(colleagues.publishedLevels.edges).toHaveLength(told.result.count);
  expect(
    colleagues.publishedLevels.edges.find((edge: { node: { code: string } }) => edge.node.code === code).node.level,
  ).toBe('GOOD');
  const outside = await office.ownerPool.query<{ user_name: string }>(
    `select u.user_name from congvu.user_account u join congvu.assignment a on a.employee_id = u.employee_id
     join congvu.unit n on n.id = a.unit_id where n.code = 'H99.02.01' and a.post = 'STAFF' and a.valid_to is null limit 1`,
  );
  const strangers = await office.read(outside.rows[0]?.user_name ?? '', PUBLISHED, { unit: 'H99.01.01' });
  expect(strangers.publishedLevels.edges).toEqual([]);
});

test('a colleague reads no figure of another', async () => {
  const { data } = await office.as('chuyenvien')(
    `{ classifications(first: 100) { edges { node { employee { code } } } } }`,
    {},
    { 'x-purpose': 'CLASSIFY' },
  );
  expect(
    data.classifications.edges.map((edge: { node: { employee: { code: string } } }) => edge.node.employee.code),
  ).toEqual([office.codeOf('chuyenvien')]);
});

const PETITION =
  '... on Petition { id state dueOn daysLeft overdue receivedOn replacement { id } classification { state } }';

test('the person petitions once, the authority answers, and both decisions stay', async () => {
  const code = office.codeOf('chuyenvien');
  const row = await office.yearOf('chuyenvien', code);
  const petition = { classification: row.id, content: 'Đề nghị xem xét lại kết quả tháng 6' };
  const foreign = await office.act('quanly', 'filePetition', PETITION, petition);
  expect(foreign.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const { result, errors } = await office.act('chuyenvien', 'filePetition', PETITION, petition);
  expect(errors).toEqual([]);
  // Received on Sunday 22/11/2026: the seventh working day after it, 01/12/2026, one later where 24/11 is a holiday.
  expect(result).toMatchObject({
    state: 'FILED',
    receivedOn: '2026-11-22',
    overdue: false,
    classification: { state: 'PETITIONED' },
  });
  expect(['2026-12-01', '2026-12-02']).toContain(result.dueOn);
  const twice = await office.act('chuyenvien', 'filePetition', PETITION, petition);
  expect(twice.result).toMatchObject({ __typename: 'PetitionOpenError', code: 'PETITION_OPEN' });
  const listed = await office.read(
    'lanhdao',
    '{ petitions(first: 10, filter: { state: [FILED], overdue: false }) { edges { node { daysLeft employee { code } } } } }',
  );
  expect(listed.petitions.edges).toMatchObject([{ node: { employee: { code } } }]);

  const answer = {
    petition: result.id,
    outcome: 'UPHELD',
    resolution: 'Chấp nhận',
    level: 'COMPLETED',
    decisionNumber: '15/QĐ-SNV',
  };
  const refused = await office.act('nhansu', 'resolvePetition', PETITION, answer);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const other = await office.act(office.provinceHead, 'resolvePetition', PETITION, answer);
  expect(other.errors[0]?.extensions.code).toMatch(/FORBIDDEN|NOT_FOUND/);
  const bare = await office.act('lanhdao', 'resolvePetition', PETITION, { ...answer, decisionNumber: null });
  expect(bare.result).toMatchObject({ fields: [{ path: '/decisionNumber', code: 'INCONSISTENT' }] });
  const resolved = await office.act('lanhdao', 'resolvePetition', PETITION, answer);
  expect(resolved.errors).toEqual([]);
  expect(resolved.result).toMatchObject({
    __typename: 'Petition',
    state: 'RESOLVED',
    classification: { state: 'SUPERSEDED' },
  });
  const now = await office.yearOf(
    'nhansu',
    code,
    'revisions { revision state current decision { level number } } supersedes { id }',
  );
  expect(now).toMatchObject({
    revision: 2,
    state: 'DECIDED',
    current: true,
    decision: { level: 'COMPLETED', number: '15/QĐ-SNV' },
  });
  expect(now.revisions).toMatchObject([
    { revision: 2, current: true },
    { revision: 1, state: 'SUPERSEDED', current: false, decision: { level: 'GOOD', number: '9/QĐ-SNV' } },
  ]);
  const again = await office.act('lanhdao', 'resolvePetition', PETITION, answer);
  expect(again.result).toMatchObject({ __typename: 'WrongStateError' });
});

test('a withdrawn petition leaves the decision', async () => {
  const { rows } = await office.ownerPool.query<{ user_name: string; code: string }>(
    `select u.user_name, e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id
     join congvu.classification c on c.employee_id = e.id and c.state = 'PUBLISHED' limit 1`,
  );
  const { user_name = '', code = '' } = rows[0] ?? {};
  const row = await office.yearOf(user_name, code);
  const filed = await office.act(user_name, 'filePetition', PETITION, {
    classification: row.id,
    content: 'Xem xét lại',
  });
  const foreign = await office.act('chuyenvien', 'withdrawPetition', PETITION, { petition: filed.result.id });
  expect(foreign.errors[0]?.extensions.code).toMatch(/FORBIDDEN|NOT_FOUND/);
  const { result } = await office.act(user_name, 'withdrawPetition', PETITION, { petition: filed.result.id });
  expect(result).toMatchObject({ state: 'WITHDRAWN', daysLeft: null, classification: { state: 'RESOLVED' } });
});

test('the managing agency replaces a wrong decision, with a reason', async () => {
  const row = await office.yearOf('nhansu', other);
  const input = {
    classification: row.id,
    revision: row.rowRevision,
    level: 'NOT_COMPLETED',
    reason: 'Số liệu không trung thực',
    decisionNumber: '3/QĐ-UBND',
    decidedOn: '2026-11-22',
  };
  const level =
    '... on Classification { revision state decision { level } authority { code } supersedes { state decision { level } } }';
  const refused = await office.act('lanhdao', 'supersedeClassification', level, input);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const silent = await office.act(office.provinceHead, 'supersedeClassification', level, { ...input, reason: '' });
  expect(silent.result).toMatchObject({ fields: [{ path: '/reason', code: 'REQUIRED' }] });
  const { result, errors } = await office.act(office.provinceHead, 'supersedeClassification', level, input);
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    revision: 2,
    state: 'DECIDED',
    decision: { level: 'NOT_COMPLETED' },
    authority: { code: 'H99' },
    supersedes: { state: 'SUPERSEDED' },
  });
});

describe('lists', () => {
  test('cost the same for three rows as for a hundred', async () => {
    const LIST = `query Q($first: Int!) { classifications(first: $first, orderBy: MEAN, filter: { unit: "${AGENCY}", year: ${YEAR} }) {
      edges { node { state employee { name } unit { name } agency { code } authority { code } actions round { year } meeting { heldOn }
        decision { level } petitions { state } months { result { display } } explanation { step } revisions { revision } } } } }`;
    const count = async (first: number) => {
      office.statements.length = 0;
      const { data } = await office.as('nhansu')(LIST, { first }, { 'x-purpose': 'CLASSIFY' });
      expect(data.classifications.edges).toHaveLength(first);
      return office.statements.length;
    };
    await count(1);
    const few = await count(3);
    expect(await count(8)).toBe(few);
  });

  test.each([
    ['state: [NOT_A_STATE]', null],
    ['level: [NOT_COMPLETED]', 'proposedLevel'],
  ])('filter by %s', async (filter, _field) => {
    const { data, errors } = await office.as('nhansu')(
      `{ classifications(first: 50, filter: { unit: "${AGENCY}", year: ${YEAR}, ${filter} }) { edges { node { decision { level } proposedLevel } } } }`,
      {},
      { 'x-purpose': 'CLASSIFY' },
    );
    if (filter.startsWith('state')) expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
    else expect(data.classifications.edges.length).toBeGreaterThan(0);
  });
});
