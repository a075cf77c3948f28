import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertCommendation,
  insertDecision,
  insertInspection,
  insertRecommendation,
  insertViolation,
  unitIdOf,
} from '../../test/testkit/register-rows.ts';
import { type ApiOffice, type GraphqlAnswer, newKey, openApiOffice } from './testing/api-office.ts';

/**
 * What the registers refuse, through GraphQL and in both languages: the code, the field it is about, and nothing written. Each
 * refusal has a test at its own layer beside; the file of 20,000 records has its own in `register-import`.
 */
const UNIT = 'H99.03.01';
const CLOSED_UNIT = 'H99.03.99';

let office: ApiOffice;
const staff = { code: '', employeeId: '' };
const ids: Record<
  'act' | 'oldAct' | 'decidedAct' | 'repeatedAct' | 'commendation' | 'revoked' | 'inspection' | 'recommendation',
  string
> = {
  act: '',
  oldAct: '',
  decidedAct: '',
  repeatedAct: '',
  commendation: '',
  revoked: '',
  inspection: '',
  recommendation: '',
};

beforeAll(async () => {
  office = await openApiOffice();
  const owner = office.ownerPool;
  const unitId = await unitIdOf(owner, UNIT);
  const { rows } = await owner.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id
     where a.unit_id = $1 and a.post = 'STAFF' and a.valid_to is null and a.subject_type = 'CIVIL_SERVANT' order by e.code desc limit 2`,
    [unitId],
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error(`${UNIT} has two civil servants`);
  staff.code = first.code;
  staff.employeeId = await employeeIdOf(owner, first.code);
  const of = { unitId, employeeId: staff.employeeId };
  const other = { unitId, employeeId: await employeeIdOf(owner, second.code) };
  repeated.code = second.code;
  // He was there already in 2020, when the oldest of his acts was done.
  await owner.query(`update congvu.assignment set valid_from = '2019-01-01' where employee_id = $1`, [
    staff.employeeId,
  ]);
  ids.act = global('Violation', await insertViolation(owner, of));
  ids.oldAct = global(
    'Violation',
    await insertViolation(owner, of, { act_from: '2020-01-02', act_to: '2020-01-02', due_on: '2026-12-19' }),
  );
  const decided = await insertViolation(owner, of);
  await insertDecision(owner, { ...of, violationId: decided }, { effective_from: '2026-11-10' });
  ids.decidedAct = global('Violation', decided);
  // Disciplined in March, and in breach again in September: R-D-3 asks for more than another reprimand.
  await insertDecision(owner, other, {
    decided_on: '2026-03-10',
    effective_from: '2026-03-10',
    effective_to: '2027-03-10',
  });
  ids.repeatedAct = global('Violation', await insertViolation(owner, other));
  ids.commendation = global('Commendation', await insertCommendation(owner, of));
  ids.revoked = global(
    'Commendation',
    await insertCommendation(owner, of, {
      revoked_on: '2026-11-01',
      revocation: 'DISHONEST',
      revocation_document: '9/QĐ',
      revocation_reason: 'Hồ sơ không trung thực',
    }),
  );
  const province = await unitIdOf(owner, 'H99');
  const inspectionId = await insertInspection(owner, { unitId: province }, { state: 'RUNNING', ended_on: null });
  ids.inspection = global('Inspection', inspectionId);
  ids.recommendation = global('Recommendation', await insertRecommendation(owner, { unitId, inspectionId }));
  await owner.query(
    `insert into congvu.unit (id, code, name, short_name, level, kind, parent_id, path, valid_from, valid_to)
     select gen_random_uuid(), $1, 'Phòng đã sáp nhập', 'Phòng 99', 3, 'DIRECT_UNIT', id, path || '99', '2020-01-01', '2026-06-30'
     from congvu.unit where code = 'H99.03'`,
    [CLOSED_UNIT],
  );
});
afterAll(() => office?.close());

const repeated = { code: '' };

function global(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
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

type Attempt = (language: string) => Promise<GraphqlAnswer>;

const FAILURE =
  '__typename ... on DomainError { code message ... on EvidenceRequiredError { path } } ... on InvalidInputError { fields { path code message } }';

function send(userName: string, name: string, input: () => object): Attempt {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { ${FAILURE} } }`;
  return (language) =>
    office.as(userName)(
      query,
      { input: { idempotencyKey: newKey(), ...input() } },
      { 'accept-language': language, 'x-purpose': 'DISCIPLINE' },
    );
}

const read =
  (userName: string, query: string): Attempt =>
  (language) =>
    office.as(userName)(query, {}, { 'accept-language': language, 'x-purpose': 'STATISTICS' });

const decide = (changes: () => object) =>
  send('nhansu', 'recordDisciplineDecision', () => ({
    employee: staff.code,
    violation: ids.act,
    form: 'REPRIMAND',
    decisionNumber: '77/QĐ-KL',
    decidedOn: '2026-11-20',
    effectiveFrom: '2026-11-20',
    issuer: 'Sở Tư pháp',
    ...changes(),
  }));

const commend = (changes: () => object) =>
  send('nhansu', 'recordCommendation', () => ({
    employee: staff.code,
    titleCode: 'LDTT',
    form: 'Danh hiệu thi đua',
    title: 'Lao động tiên tiến',
    kind: 'Thường xuyên',
    year: 2026,
    decisionNumber: '88/QĐ-KT',
    decidedOn: '2026-11-21',
    issuer: 'Sở Tư pháp',
    ...changes(),
  }));

const revoke = (commendation: () => string) =>
  send('nhansu', 'revokeCommendation', () => ({
    commendation: commendation(),
    revision: 1,
    on: '2026-11-21',
    ground: 'DISHONEST',
    reason: 'Thành tích không có thật',
  }));

const visit = (changes: () => object) =>
  send('thanhtra', 'planVisit', () => ({
    inspection: ids.inspection,
    unit: UNIT,
    from: '2026-11-23',
    to: '2026-11-27',
    unannounced: false,
    ...changes(),
  }));

const recommend = (changes: () => object) =>
  send('thanhtra', 'issueRecommendation', () => ({
    inspection: ids.inspection,
    kind: 'RECTIFY',
    targetUnit: UNIT,
    content: 'Chấn chỉnh việc trả kết quả',
    issuedOn: '2026-11-20',
    ...changes(),
  }));

const report = (unit: string, from: string, to: string) =>
  read('lanhdao', `{ periodicReport(unit: "${unit}", from: "${from}", to: "${to}") { empty } }`);

/** What is asked, the code it is refused by, and the field it is about; null where it is about the whole. */
const CASES: readonly (readonly [name: string, code: string, path: string | null, attempt: Attempt])[] = [
  [
    'a decision dated before its act',
    'DECISION_BEFORE_ACT',
    '/decidedOn',
    decide(() => ({ decidedOn: '2026-09-01', effectiveFrom: '2026-09-01' })),
  ],
  ['a form that the subject cannot have', 'FORM_NOT_ALLOWED', '/form', decide(() => ({ form: 'REMOVAL_FROM_OFFICE' }))],
  ['a form that was abolished', 'FORM_ABOLISHED', '/form', decide(() => ({ form: 'SALARY_REDUCTION' }))],
  ['an act past its limitation', 'LIMITATION_EXPIRED', '/form', decide(() => ({ violation: ids.oldAct }))],
  [
    'a form too light for a repeated act',
    'FORM_TOO_LIGHT',
    '/form',
    decide(() => ({ employee: repeated.code, violation: ids.repeatedAct })),
  ],
  ['a second decision for one act', 'DECISION_EXISTS', null, decide(() => ({ violation: ids.decidedAct }))],
  ['a commendation for a year not yet decided', 'YEAR_NOT_DECIDED', null, commend(() => ({}))],
  [
    'a round for a year not yet decided',
    'YEAR_NOT_DECIDED',
    null,
    send('nhansu', 'openCommendationRound', () => ({ unit: 'H99.03', year: 2026 })),
  ],
  ['revoking without a document', 'EVIDENCE_REQUIRED', '/document', revoke(() => ids.commendation)],
  ['revoking twice', 'WRONG_STATE', null, revoke(() => ids.revoked)],
  ['a visit to a merged unit', 'UNIT_CLOSED', null, visit(() => ({ unit: CLOSED_UNIT }))],
  ['a recommendation without an owner', 'REQUIRED', '/ownerUnit', recommend(() => ({}))],
  [
    'closing without proof',
    'EVIDENCE_REQUIRED',
    null,
    send('thanhtra', 'closeRecommendation', () => ({
      recommendation: ids.recommendation,
      revision: 1,
      on: '2026-11-21',
      note: 'Xong',
    })),
  ],
  ['a report that ends before it begins', 'BAD_REQUEST', null, report('H99.01', '2026-12-31', '2026-01-01')],
  ['a report of an unknown unit', 'NOT_FOUND', null, report('H00', '2026-01-01', '2026-12-31')],
];

test.each(CASES)('%s is %s in both languages and changes nothing', async (_name, code, path, attempt) => {
  const before = await stateOfDatabase();
  const vi = failureOf(await attempt('vi'));
  const en = failureOf(await attempt('en'));
  expect([vi.code, vi.path]).toEqual([code, path]);
  expect([en.code, en.path]).toEqual([code, path]);
  // Two sentences for people, neither of them the code.
  expect(vi.message).toMatch(/\p{L}+ \p{L}+.*\.$/u);
  expect(en.message).toMatch(/[a-z]+ [a-z]+.*\.$/i);
  expect(vi.message).not.toBe(en.message);
  expect(await stateOfDatabase()).toBe(before);
});

test('a report over an empty period is an answer: every figure 0, and a sentence that says so', async () => {
  const { data, errors } = await read(
    'lanhdao',
    `{ periodicReport(unit: "H99.01", from: "2019-01-01", to: "2019-12-31") {
       empty sections { figures { key value } } paragraphs { text } } }`,
  )('vi');
  expect(errors).toEqual([]);
  const { empty, sections, paragraphs } = data.periodicReport;
  expect(empty).toBe(true);
  const values = sections.flatMap(({ figures }: { figures: { key: string; value: number }[] }) => figures);
  expect(values.length).toBeGreaterThan(20);
  // Units stand, whoever visited them.
  expect(
    values.filter(({ key, value }: { key: string; value: number }) => value !== 0 && !key.startsWith('coverage.')),
  ).toEqual([]);
  expect(paragraphs.map(({ text }: { text: string }) => text).join(' ')).toContain('Trong kỳ không phát sinh số liệu');
});

test('a commendation whose year turned out dishonest is taken back by a document; nothing is deleted', async () => {
  const { data } = await office.as('nhansu')(
    `mutation M($input: RevokeCommendationInput!) { revokeCommendation(input: $input) {
       ... on Commendation { state revocation { ground document bonusReturned } } ... on DomainError { code message } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        commendation: ids.commendation,
        revision: 1,
        on: '2026-11-21',
        ground: 'DISHONEST',
        reason: 'Thành tích không có thật',
        document: '99/QĐ-KT',
        bonusReturned: true,
      },
    },
    { 'x-purpose': 'COMMENDATION' },
  );
  expect(data.revokeCommendation).toEqual({
    state: 'REVOKED',
    revocation: { ground: 'DISHONEST', document: '99/QĐ-KT', bonusReturned: true },
  });
  const { rows } = await office.ownerPool.query(
    'select title from congvu.commendation where revocation_document = $1',
    ['99/QĐ-KT'],
  );
  expect(rows).toEqual([{ title: 'Giấy khen' }]);
});

/** The one error of an answer: at the top level, in the union, or of the one bad field. */
function failureOf({ data, errors }: GraphqlAnswer): { code: unknown; path: string | null; message: string } {
  const [error] = errors;
  if (error !== undefined) {
    expect(errors).toHaveLength(1);
    return { code: error.extensions.code, path: null, message: error.message };
  }
  const [result] = Object.values(data) as {
    code: string;
    message: string;
    path?: string | null;
    fields?: { path: string; code: string; message: string }[];
  }[];
  const [field] = result?.fields ?? [];
  const { code, message } = field ?? result ?? {};
  return { code, path: field?.path ?? result?.path ?? null, message: message ?? '' };
}
