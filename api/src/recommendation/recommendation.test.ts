import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertFinding,
  insertFollowUp,
  insertInspection,
  insertRecommendation,
  insertViolation,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { peopleOfAgency } from '../testing/closed-months.ts';

let office: ApiOffice;
/** Ids of the units and of one person of H99.01.01. */
let province: string;
let phong: string;
let person: { id: string; code: string };
let inspection: string;

beforeAll(async () => {
  office = await openApiOffice();
  province = await unitIdOf(office.ownerPool, 'H99');
  phong = await unitIdOf(office.ownerPool, 'H99.01.01');
  const people = await peopleOfAgency(office.ownerPool, 'H99.01');
  const found = people.find(({ userName }) => userName === 'chuyenvien');
  person = { id: await employeeIdOf(office.ownerPool, 'chuyenvien'), code: found?.code ?? '' };
  inspection = await insertInspection(office.ownerPool, { unitId: province });
});
afterAll(() => office?.close());

const PURPOSE = { 'x-purpose': 'INSPECTION' };
const FAILURE = `... on InvalidInputError { fields { path code } }
  ... on DomainError { code message ... on EvidenceRequiredError { path } }`;
const ROW = `... on Recommendation { id revision state overdue dueOn actions target { __typename ... on Employee { code } ... on Unit { code } }
  owner { __typename ... on Unit { code } } followUps { state proof by } }`;

async function act(userName: string, name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${ROW} ${FAILURE} } }`;
  const { data, errors } = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, PURPOSE);
  return { result: data?.[name] ?? null, code: errors[0]?.extensions.code };
}

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

async function issue(changes: object = {}) {
  return act('thanhtra', 'issueRecommendation', {
    inspection: globalId('Inspection', inspection),
    kind: 'CONSIDER_DISCIPLINE',
    targetEmployee: person.code,
    content: 'Xem xét xử lý kỷ luật theo quy định',
    ownerUnit: 'H99.01.01',
    issuedOn: '2026-11-10',
    ...changes,
  });
}

test('names one target and one owner, and is due after 15 days unless it says otherwise', async () => {
  const { result } = await issue();
  expect(result).toMatchObject({
    state: 'NOT_STARTED',
    dueOn: '2026-11-25',
    overdue: false,
    target: { __typename: 'Employee', code: person.code },
    owner: { __typename: 'Unit', code: 'H99.01.01' },
  });
  expect((await issue({ dueOn: '2026-11-12' })).result).toMatchObject({ dueOn: '2026-11-12', overdue: true });
  expect((await issue({ ownerUnit: null })).result).toMatchObject({
    fields: [{ path: '/ownerUnit', code: 'REQUIRED' }],
  });
  expect((await issue({ ownerEmployee: person.code })).result).toMatchObject({
    fields: [{ path: '/ownerEmployee', code: 'INCONSISTENT' }],
  });
  expect((await issue({ ownerUnit: 'H99.00' })).result).toMatchObject({
    fields: [{ path: '/ownerUnit', code: 'UNIT_UNKNOWN' }],
  });
  expect((await issue({ dueOn: '2026-11-01' })).result).toMatchObject({
    fields: [{ path: '/dueOn', code: 'INCONSISTENT' }],
  });
  for (const userName of ['quanly', 'lanhdao', 'nhansu', 'chuyenvien'])
    expect(
      (
        await act(userName, 'issueRecommendation', {
          ...{
            inspection: globalId('Inspection', inspection),
            kind: 'REMIND',
            targetUnit: 'H99.01.01',
            ownerUnit: 'H99.01.01',
            content: 'x',
            issuedOn: '2026-11-10',
          },
        })
      ).code,
      userName,
    ).toBe('FORBIDDEN');
});

test('rests on a finding its unit was told, of the same inspection', async () => {
  const draft = await insertFinding(office.ownerPool, { unitId: phong, inspectionId: inspection }, { issued_on: null });
  expect((await issue({ finding: globalId('Finding', draft) })).result).toMatchObject({ code: 'WRONG_STATE' });
  const other = await insertInspection(office.ownerPool, { unitId: province });
  const elsewhere = await insertFinding(office.ownerPool, { unitId: phong, inspectionId: other });
  expect((await issue({ finding: globalId('Finding', elsewhere) })).result).toMatchObject({ code: 'WRONG_STATE' });
});

test('is done with a proof, and closed by an inspector of another agency, never by who had to act', async () => {
  const { result: made } = await issue({ kind: 'RECTIFY', targetEmployee: null, targetUnit: 'H99.01.01' });
  const step = (userName: string, name: string, revision: number, input: object) =>
    act(userName, name, { recommendation: made.id, revision, ...input });
  // Who heads the owner's unit follows; its staff and its director's personnel do not.
  expect((await step('chuyenvien', 'addFollowUp', 1, { state: 'UNDER_WAY', note: 'x' })).code).toBe('NOT_FOUND');
  const begun = await step('quanly', 'addFollowUp', 1, { state: 'UNDER_WAY', note: 'Đã phân công' });
  expect(begun.result).toMatchObject({ state: 'UNDER_WAY', actions: ['FOLLOW_UP'] });
  const unproved = await step('quanly', 'addFollowUp', 2, { state: 'DONE', note: 'Đã khắc phục' });
  expect(unproved.result).toMatchObject({ code: 'EVIDENCE_REQUIRED', path: '/proof' });
  expect((await step('thanhtra', 'closeRecommendation', 2, { on: '2026-11-20' })).result).toMatchObject({
    code: 'EVIDENCE_REQUIRED',
    path: null,
  });
  expect((await step('quanly', 'closeRecommendation', 2, { on: '2026-11-20' })).code).toBe('FORBIDDEN');
  const proved = await step('quanly', 'addFollowUp', 2, {
    state: 'DONE',
    note: 'Đã khắc phục',
    proof: 'Báo cáo 31/BC-TCBC',
  });
  expect(proved.result).toMatchObject({
    state: 'DONE',
    followUps: [{ state: 'DONE', proof: 'Báo cáo 31/BC-TCBC' }, {}],
  });
  expect((await step('thanhtra', 'closeRecommendation', 1, { on: '2026-11-20' })).result).toMatchObject({
    code: 'STALE_REVISION',
  });
  const closed = await step('thanhtra', 'closeRecommendation', 3, { on: '2026-11-20', note: 'Đạt yêu cầu' });
  expect(closed.result).toMatchObject({ state: 'CLOSED', actions: [] });
  expect((await step('thanhtra', 'withdrawRecommendation', 4, { reason: 'x' })).result).toMatchObject({
    code: 'WRONG_STATE',
  });
});

test('is closed by nobody who works in the owner’s agency', async () => {
  const own = await unitIdOf(office.ownerPool, 'H99.06.02');
  const id = await insertRecommendation(office.ownerPool, { inspectionId: inspection, unitId: own });
  await insertFollowUp(office.ownerPool, { recommendationId: id }, { proof: 'Báo cáo' });
  const close = { recommendation: globalId('Recommendation', id), revision: 1, on: '2026-11-20' };
  expect((await act('thanhtra', 'closeRecommendation', close)).code).toBe('FORBIDDEN');
});

test('stands overdue first in its list, at a number of statements that does not grow', async () => {
  const list = async (first: number) => {
    office.statements.length = 0;
    const { data, errors } = await office.as('thanhtra')(
      `query Q($first: Int!) { recommendations(first: $first) { edges { node { overdue issuedOn kind target { ... on Unit { code } ... on Employee { code name } }
        owner { ... on Unit { code } ... on Employee { code } } } } } }`,
      { first },
      PURPOSE,
    );
    expect(errors).toEqual([]);
    return { edges: data.recommendations.edges, statements: office.statements.length };
  };
  for (let index = 0; index < 12; index += 1)
    await insertRecommendation(
      office.ownerPool,
      { inspectionId: inspection, unitId: phong },
      { due_on: index % 2 === 0 ? '2026-11-15' : '2026-12-15' },
    );
  const one = await list(1);
  const many = await list(100);
  expect(many.statements).toBe(one.statements);
  const overdue = many.edges.map(({ node }: { node: { overdue: boolean } }) => node.overdue);
  expect(overdue.lastIndexOf(true)).toBeLessThan(overdue.indexOf(false));
  expect(overdue).toContain(true);
});

test('names the acts opened from it to who may see them', async () => {
  const { result: made } = await issue({ kind: 'CONSIDER_DISCIPLINE' });
  const [, id = ''] = Buffer.from(made.id, 'base64').toString().split(':');
  const of = { employeeId: person.id, unitId: phong };
  const violation = await insertViolation(office.ownerPool, of, { recommendation_id: id });
  const read = async (userName: string) => {
    const answer = await office.as(userName)(
      'query Q($id: ID!) { node(id: $id) { ... on Recommendation { violations { id } } } }',
      { id: made.id },
      PURPOSE,
    );
    expect(answer.errors).toEqual([]);
    return answer.data.node;
  };
  expect(await read('nhansu')).toEqual({ violations: [{ id: globalId('Violation', violation) }] });
  expect(await read('quanly')).toEqual({ violations: [] });
});
