import { encodeGlobalID } from '@pothos/plugin-relay';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

/** A year that was decided under the law before decree 335/2025: a level that is kept and compared, and nothing more. */
const YEAR = 2025;
const LAW = 'ND90-2020/CIVIL_SERVANT';
const GROUP = 'H99.01.CM';

let office: ApiOffice;
/** The row of `chuyenvien`, and his staff code. */
let own: { readonly id: string; readonly rowRevision: number; readonly code: string };

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id
     where a.group_code = $1 and e.user_name <> 'chuyenvien' order by e.code limit 2`,
    [GROUP],
  );
  const [best = '', worst = ''] = rows.map(({ code }) => code);
  await putInDecidedYear(office.ownerPool, 'H99.01', YEAR, { [best]: 'OUTSTANDING', [worst]: 'NOT_COMPLETED' }, LAW);
  const found = await office.ownerPool.query<{ id: string; rowRevision: number; code: string }>(
    `select c.id, c.row_revision as "rowRevision", e.code from congvu.classification c join congvu.employee e on e.id = c.employee_id
     where e.user_name = 'chuyenvien' and c.year = $1`,
    [YEAR],
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error('chuyenvien has the year');
  own = { ...row, id: encodeGlobalID('Classification', row.id) };
});
afterAll(() => office?.close());

const EMPLOYEE = `query E($code: String!) { employee(code: $code) { classification(year: ${YEAR}) {
  ruleSet state mean actions decision { level number } } } }`;

test('shows the level and its decision, and offers no act to anybody', async () => {
  for (const userName of ['chuyenvien', 'nhansu', 'lanhdao', 'chutich']) {
    const { data, errors } = await office.as(userName)(EMPLOYEE, { code: own.code }, { 'x-purpose': 'CLASSIFY' });
    expect([userName, errors]).toEqual([userName, []]);
    expect(data.employee.classification).toEqual({
      ruleSet: LAW,
      state: 'NOTIFIED',
      mean: null,
      actions: [],
      decision: { level: 'GOOD', number: '2/QĐ' },
    });
  }
});

test('takes no petition and no other decision in its place', async () => {
  const file = `mutation M($input: FilePetitionInput!) { filePetition(input: $input) { __typename ... on WrongStateError { code } } }`;
  const input = { idempotencyKey: newKey(), classification: own.id, content: 'Đề nghị xem lại' };
  const petition = await office.as('chuyenvien')(file, { input });
  expect([petition.errors, petition.data?.filePetition]).toEqual([
    [],
    { __typename: 'WrongStateError', code: 'WRONG_STATE' },
  ]);

  const replace = `mutation M($input: SupersedeClassificationInput!) { supersedeClassification(input: $input) { __typename ... on WrongStateError { code } } }`;
  const other = {
    idempotencyKey: newKey(),
    classification: own.id,
    revision: own.rowRevision,
    level: 'OUTSTANDING',
    reason: 'Có minh chứng mới',
    decisionNumber: '9/QĐ',
    decidedOn: '2026-11-20',
  };
  const decision = await office.as('chutich')(replace, { input: other });
  expect([decision.errors, decision.data?.supersedeClassification]).toEqual([
    [],
    { __typename: 'WrongStateError', code: 'WRONG_STATE' },
  ]);
});

test('makes no form of the decree that came later, neither alone nor in a dossier', async () => {
  const authorization = `Bearer ${await office.tokenOf('nhansu')}`;
  for (const path of [`/files/form-02/${own.id}.docx`, `/files/dossier/${own.code}/${YEAR}.zip`]) {
    expect([path, (await fetch(new URL(path, office.url), { headers: { authorization } })).status]).toEqual([
      path,
      404,
    ]);
  }
});

test('is not owed to the national database, whose duty is younger', async () => {
  const duties = `{ nationalExports(first: 100, filter: { period: "${YEAR}" }) { edges { node { state } } } }`;
  const asked = await office.as('nhansu')(duties);
  expect([asked.errors, asked.data?.nationalExports.edges]).toEqual([[], []]);
  // The demonstration without its year has closed nothing else.
  const waiting = await office.as('nhansu')('{ waiting { exports } }');
  expect([waiting.errors, waiting.data?.waiting]).toEqual([[], { exports: 0 }]);
});

test('is ranked by level alone, and told apart from the years of the decree', async () => {
  const ranking = `{ ranking(unit: "H99.01", period: "${YEAR}", group: "${GROUP}") { provisional yearsBasis family { code name }
    rows(first: 100) { edges { node { rank level total years { year family { code } } } } } } }`;
  const { data, errors } = await office.as('lanhdao')(ranking);
  expect(errors).toEqual([]);
  const { family, yearsBasis, rows } = data.ranking;
  expect(family).toEqual({ code: LAW, name: expect.stringContaining('90/2020') });
  expect(yearsBasis).toBe('LEVEL_POINTS');
  const nodes: readonly { rank: number; level: string; total: string | null; years: readonly object[] }[] =
    rows.edges.map(({ node }: { node: object }) => node);
  expect(nodes.every(({ total }) => total === null)).toBe(true);
  expect(nodes[0]).toMatchObject({ rank: 1, level: 'OUTSTANDING', years: [{ year: YEAR, family: { code: LAW } }] });
  expect(new Set(nodes.filter(({ level }) => level === 'GOOD').map(({ rank }) => rank))).toEqual(new Set([2]));
});
