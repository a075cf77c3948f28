import { builtInRuleSets } from '@congvu/schema/rulesets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertCoordination,
  insertDecision,
  insertFeedback,
  insertFinding,
  insertInitiative,
  insertInspection,
  insertRecommendation,
  insertVisit,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { peopleOfAgency } from '../testing/closed-months.ts';

let office: ApiOffice;
let phong: string;
let person: { id: string; code: string };
let inspectionId: string;

beforeAll(async () => {
  office = await openApiOffice();
  phong = await unitIdOf(office.ownerPool, 'H99.01.01');
  const people = await peopleOfAgency(office.ownerPool, 'H99.01');
  const code = people.find(({ userName }) => userName === 'chuyenvien')?.code ?? '';
  person = { id: await employeeIdOf(office.ownerPool, 'chuyenvien'), code };
  inspectionId = await insertInspection(office.ownerPool, { unitId: await unitIdOf(office.ownerPool, 'H99') });
});
afterAll(() => office?.close());

const EVALUATE = { 'x-purpose': 'EVALUATE' };

test('stands beside the criteria of its month, with its record, and never a denunciation or a draft', async () => {
  const { ownerPool } = office;
  const of = { inspectionId, unitId: phong, employeeId: person.id };
  await insertFinding(ownerPool, of, { topic: 'WORKING_HOURS', found_on: '2026-11-06', issued_on: '2026-11-10' });
  await insertFinding(ownerPool, of, { positive: true, found_on: '2026-11-07', issued_on: '2026-11-10' });
  await insertFinding(ownerPool, of, { found_on: '2026-11-07', issued_on: null, description: 'BẢN NHÁP' });
  await insertFinding(ownerPool, of, { found_on: '2026-10-30', issued_on: '2026-11-10', description: 'THÁNG TRƯỚC' });
  const answered = { answered_on: '2026-11-12', answer_document: '1/TL', outcome: 'UPHELD', state: 'ANSWERED' };
  await insertFeedback(ownerPool, { unitId: phong, employeeId: person.id }, answered);
  await insertFeedback(
    ownerPool,
    { unitId: phong, employeeId: person.id },
    { ...answered, kind: 'DENUNCIATION', content: 'TỐ CÁO' },
  );
  const asking = await unitIdOf(ownerPool, 'H99.02.01');
  await insertCoordination(ownerPool, { askingUnitId: asking, askedUnitId: phong, employeeId: person.id });
  await insertInitiative(ownerPool, { unitId: phong, employeeId: person.id }, { recognised_on: '2026-11-15' });
  await insertRecommendation(
    ownerPool,
    { inspectionId, unitId: phong, targetEmployeeId: person.id },
    { kind: 'SELF_CRITICISM', issued_on: '2026-11-16', due_on: '2026-12-01' },
  );
  const query = `query Q($code: String!, $first: Int!) { periodSheets(first: 1, filter: { employee: $code, period: "2026-11" }) { edges { node {
    state evidence(first: $first) { edges { node { kind criteria certainty on positive text record { __typename id } } } } } } } }`;
  const ask = async (userName: string, first = 100) => {
    office.statements.length = 0;
    const { data, errors } = await office.as(userName)(query, { code: person.code, first }, EVALUATE);
    expect(errors).toEqual([]);
    return { sheet: data.periodSheets.edges[0].node, statements: office.statements.length };
  };
  for (const userName of ['quanly', 'chuyenvien']) {
    const { sheet } = await ask(userName);
    const shown = sheet.evidence.edges.map(
      ({ node }: { node: { kind: string; criteria: string[]; record: { __typename: string } | null } }) =>
        [node.kind, node.criteria.join(), node.record?.__typename].join(' '),
    );
    expect(shown, userName).toEqual([
      'SELF_CRITICISM II.3 Recommendation',
      'INITIATIVE III.1 Initiative',
      'FEEDBACK II.4 Feedback',
      'COORDINATION II.4 CoordinationRequest',
      'GOOD_PRACTICE III.1 Finding',
      'FINDING I.2 Finding',
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/BẢN NHÁP|THÁNG TRƯỚC|TỐ CÁO/);
  }
  // One statement a kind of record, and none more for a row more of it.
  await ask('quanly');
  const few = (await ask('quanly')).statements;
  for (let index = 0; index < 10; index += 1)
    await insertFinding(ownerPool, of, { found_on: '2026-11-08', issued_on: '2026-11-10' });
  const many = await ask('quanly');
  expect(many.sheet.evidence.edges).toHaveLength(16);
  expect(many.statements).toBe(few);
});

test('an open finding blocks the unit’s highest level until it is remedied; a discipline there is told to who may know', async () => {
  const unit = 'H99.01.03';
  const unitId = await unitIdOf(office.ownerPool, unit);
  const finding = await insertFinding(office.ownerPool, { inspectionId, unitId });
  const people = await peopleOfAgency(office.ownerPool, 'H99.01');
  const disciplined = people.find((each) => each.unit === unit && each.post === 'STAFF');
  await insertDecision(office.ownerPool, { unitId, employeeId: disciplined?.employeeId ?? '' });
  const rules = builtInRuleSets.get('ND335-2025/ORGANISATION');
  if (rules.kind !== 'ORGANISATION') throw new Error('A rule set of organisations.');
  const RESULT = `... on UnitResult { id rowRevision proposedLevel defectsRemedied explanation { step text } evidence { kind text record { __typename } } }
    ... on InvalidInputError { fields { path code message } } ... on DomainError { code message }`;
  const submit = async (userName: string, revision: number | null) => {
    const input = {
      idempotencyKey: newKey(),
      unit,
      year: 2026,
      revision,
      general: rules.groups.map(({ code }) => ({ group: code, points: '9' })),
      items: rules.items.map(({ code }) => ({ item: code, points: '8' })),
      tasksTotal: 100,
      tasksDone: 100,
      tasksLate: 0,
      tasksBeyond: 40,
      qualityMet: true,
      defectsRemedied: true,
      personnelWrongdoing: false,
      selfLevel: 'OUTSTANDING',
    };
    const { data, errors } = await office.as(userName)(
      `mutation M($input: SubmitUnitResultInput!) { submitUnitResult(input: $input) { __typename ${RESULT} } }`,
      { input },
      { 'x-purpose': 'CLASSIFY' },
    );
    expect(errors).toEqual([]);
    return data.submitUnitResult;
  };
  const decide = async (result: { id: string; rowRevision: number }, more: object = {}) => {
    const input = {
      idempotencyKey: newKey(),
      unitResult: result.id,
      revision: result.rowRevision,
      level: 'OUTSTANDING',
      decisionNumber: '1/QĐ-SNV',
      decidedOn: '2026-11-20',
      ...more,
    };
    const { data, errors } = await office.as('lanhdao')(
      `mutation M($input: DecideUnitResultInput!) { decideUnitResult(input: $input) { __typename ... on FindingsOpenError { count } ${RESULT} } }`,
      { input },
      { 'x-purpose': 'CLASSIFY' },
    );
    expect(errors).toEqual([]);
    return data.decideUnitResult;
  };
  const blocked = await submit('nhansu', null);
  expect(blocked).toMatchObject({ defectsRemedied: false });
  expect(blocked.proposedLevel).not.toBe('OUTSTANDING');
  expect(blocked.explanation.map(({ step }: { step: string }) => step)).toContain('openFinding');
  expect(blocked.evidence.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'DISCIPLINE_HERE',
    'OPEN_FINDING',
  ]);
  expect(await decide(blocked)).toMatchObject({ __typename: 'FindingsOpenError', code: 'FINDINGS_OPEN', count: 1 });

  const { rows } = await office.ownerPool.query(
    "select u.user_name from congvu.user_account u join congvu.assignment a on a.employee_id = u.employee_id and a.valid_to is null where a.unit_id = $1 and a.post = 'HEAD'",
    [unitId],
  );
  const asHead = await office.as(rows[0].user_name)(
    '{ unitResults(first: 5, filter: { unit: "H99.01.03" }) { edges { node { evidence { kind } } } } }',
    {},
    { 'x-purpose': 'CLASSIFY' },
  );
  expect(asHead.data.unitResults.edges[0].node.evidence).toEqual([{ kind: 'OPEN_FINDING' }]);

  await office.ownerPool.query(
    "update congvu.finding set remedied_on = '2026-11-20', remedy_proof = 'Báo cáo' where id = $1",
    [finding],
  );
  const free = await submit('nhansu', blocked.rowRevision);
  expect(free).toMatchObject({ defectsRemedied: true, proposedLevel: 'OUTSTANDING' });
});

test('coverage counts visits that happened, and the rotation takes the never visited first', async () => {
  const visited = await unitIdOf(office.ownerPool, 'H99.05');
  await insertVisit(office.ownerPool, { inspectionId, unitId: visited }, { visited_on: '2026-10-06' });
  const query = `{ inspectionCoverage(unit: "H99", year: 2026) { units visited neverVisited { code } notSince { unit { code } } share }
    proposeRotation(unit: "H99", from: 2026, years: 2, sharePercent: 30) { year units least visits { unit { code } repeat by } } }`;
  const { data, errors } = await office.as('thanhtra')(query, {}, { 'x-purpose': 'INSPECTION' });
  expect(errors).toEqual([]);
  const { units, visited: made, neverVisited } = data.inspectionCoverage;
  expect(made).toBe(1);
  expect(neverVisited).toHaveLength(units - 1);
  expect(neverVisited.map(({ code }: { code: string }) => code)).not.toContain('H99.05');
  const planned = data.proposeRotation.flatMap(
    ({ visits }: { visits: { unit: { code: string }; repeat: boolean }[] }) => visits,
  );
  expect(
    planned.some(({ unit, repeat }: { unit: { code: string }; repeat: boolean }) => unit.code === 'H99.05' || repeat),
  ).toBe(false);
  expect(data.proposeRotation.map(({ least }: { least: number }) => least)).toEqual([
    Math.ceil(units * 0.3),
    Math.ceil(units * 0.3),
  ]);
  for (const userName of ['lanhdao', 'quanly']) {
    const refused = await office.as(userName)(
      '{ inspectionCoverage(unit: "H99", year: 2026) { units } }',
      {},
      { 'x-purpose': 'INSPECTION' },
    );
    expect(refused.errors[0]?.extensions.code, userName).toBe('FORBIDDEN');
  }
  const bad = await office.as('thanhtra')(
    '{ proposeRotation(unit: "H99", from: 2026, years: 11, sharePercent: 30) { year } }',
    {},
    { 'x-purpose': 'INSPECTION' },
  );
  expect(bad.errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', reason: 'OUT_OF_RANGE' });
});
