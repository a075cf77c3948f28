import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

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

const own = (changes: object = {}) =>
  JSON.stringify({
    code: 'H99.01/CC',
    version: 1,
    name: { vi: 'Đánh giá công chức Sở Nội vụ', en: 'Evaluation, Department of Home Affairs' },
    effectiveFrom: '2026-12-01',
    decision: { number: '55/QĐ-SNV', decidedOn: '2026-11-20' },
    parameters: { componentCap: 'SECTION_70' },
    ...changes,
  });

async function publish(ruleSet: string, changes: object = {}, userName = 'quantri', headers = {}) {
  const query = `mutation M($input: PublishRuleSetInput!) { publishRuleSet(input: $input) { __typename
    ... on DomainError { message } ... on InvalidInputError { fields { path code message } }
    ... on RuleSet { code version decisionNumber agency { code } base { code } publishedAt parameters { name value source { instrument certainty } } } } }`;
  const input = {
    idempotencyKey: newKey(),
    base: 'ND335-2025/CIVIL_SERVANT',
    baseVersion: 1,
    agency: 'H99.01',
    ruleSet,
    ...changes,
  };
  const answer = await office.as(userName)(query, { input }, headers);
  return { ...answer, result: answer.data?.publishRuleSet };
}

async function ruleSetOfMonth(period: string, deadline: string) {
  await office.as('quanly')('mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename } }', {
    input: {
      idempotencyKey: newKey(),
      employee: staffCode,
      product: 'DC.02',
      quantity: '1',
      deadline,
      responsibility: 'LEAD',
    },
  });
  const { data } = await office.as('quanly')(
    'query Q($code: String!, $period: Period!) { employee(code: $code) { periodSheet(period: $period) { ruleSet { code version } criteria { code } } } }',
    { code: staffCode, period },
  );
  return data.employee.periodSheet;
}

test('an office’s own rule set is published with its decision, governs the months it begins with, and leaves open sheets on theirs', async () => {
  // The month that runs is open and stands under the law's own; December is opened before the office decides.
  expect((await ruleSetOfMonth('2026-12', '2026-12-18')).ruleSet).toEqual({
    code: 'ND335-2025/CIVIL_SERVANT',
    version: 1,
  });
  const idempotencyKey = newKey();
  const { result, errors } = await publish(own(), { idempotencyKey });
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    __typename: 'RuleSet',
    code: 'H99.01/CC',
    decisionNumber: '55/QĐ-SNV',
    agency: { code: 'H99.01' },
    base: { code: 'ND335-2025/CIVIL_SERVANT' },
  });
  expect(result.parameters).toContainEqual(expect.objectContaining({ name: 'componentCap', value: 'SECTION_70' }));
  expect((await publish(own(), { idempotencyKey })).result).toMatchObject({ code: 'H99.01/CC', version: 1 });
  expect((await ruleSetOfMonth('2026-12', '2026-12-19')).ruleSet.code).toBe('ND335-2025/CIVIL_SERVANT');
  const january = await ruleSetOfMonth('2027-01', '2027-01-15');
  expect(january).toMatchObject({ ruleSet: { code: 'H99.01/CC', version: 1 } });
  expect(january.criteria).toHaveLength(10);

  const second = await publish(own({ version: 2, effectiveFrom: '2027-02-01' }));
  expect(second.result).toMatchObject({ version: 2 });
  expect((await ruleSetOfMonth('2027-01', '2027-01-16')).ruleSet.version).toBe(1);
  expect((await ruleSetOfMonth('2027-02', '2027-02-15')).ruleSet.version).toBe(2);

  const open = await office.withBearer(null)('{ ruleSets { code kind } }');
  expect(open.data.ruleSets.map(({ code }: { code: string }) => code)).not.toContain('H99.01/CC');
  const { data } = await office.as('quanly')(
    '{ ruleSets { code version kind thresholds { level atLeast } parameters { name source { certainty } } } }',
  );
  const codes = data.ruleSets.map(({ code, version }: { code: string; version: number }) => `${code} ${version}`);
  expect(codes).toEqual(expect.arrayContaining(['ND335-2025/ORGANISATION 1', 'H99.01/CC 1', 'H99.01/CC 2']));
});

test('one that breaks the law is refused with the clause, in both languages; one published is never published again', async () => {
  const weights = {
    STAFF: { quantity: '30', quality: '30', progress: '10' },
    LEADER: {
      quantity: '70/6',
      quality: '70/6',
      progress: '70/6',
      unitResult: '70/6',
      organising: '70/6',
      cohesion: '70/6',
    },
  };
  const answers = await Promise.all(
    ['vi', 'en'].map((locale) =>
      publish(own({ code: 'H99.01/X', weights }), {}, 'quantri', { 'accept-language': locale }),
    ),
  );
  for (const { result } of answers) {
    expect(result.fields[0]).toMatchObject({ code: 'RULE_SET_OUT_OF_BOUNDS' });
    expect(result.fields[0].path).toMatch(/^\/ruleSet\//);
    expect(result.fields[0].message).toContain('335/2025');
  }
  expect(answers[0]?.result.fields[0].message).not.toBe(answers[1]?.result.fields[0].message);
  expect((await publish(own())).result.fields).toContainEqual(expect.objectContaining({ code: 'RULE_SET_PUBLISHED' }));
  expect((await publish('{')).result).toMatchObject({ fields: [{ path: '/ruleSet', code: 'NOT_JSON' }] });
  expect((await publish(own({ code: 'H99.01/Y', effectiveFrom: '2027-02-30' }))).result.fields).toContainEqual(
    expect.objectContaining({ path: '/ruleSet/effectiveFrom', code: 'NOT_A_DATE' }),
  );
  expect((await publish(own(), { base: 'XX' })).result).toMatchObject({
    fields: [{ path: '/base', code: 'RULE_SET_UNKNOWN' }],
  });
});

test('is refused without the permission, and for a unit one does not see', async () => {
  for (const userName of ['quanly', 'nhansu', 'lanhdao', 'chuyenvien'])
    expect((await publish(own({ code: 'H99.01/Z' }), {}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await publish(own(), { agency: 'H00' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});
