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

async function record(changes: object = {}, userName = 'nhansu') {
  const query = `mutation M($input: RecordDisciplineDecisionInput!) { recordDisciplineDecision(input: $input) { __typename
    ... on DomainError { message } ... on InvalidInputError { fields { path code } }
    ... on DisciplineDecision { form relatedToDuty active violation { id unit { code } actFrom countedYear } } } }`;
  const input = {
    idempotencyKey: newKey(),
    employee: staffCode,
    act: { actFrom: '2026-09-10', discoveredOn: '2026-09-15', relatedToDuty: true, degradation: false },
    form: 'REPRIMAND',
    decisionNumber: '77/QĐ-SNV',
    decidedOn: '2026-10-20',
    effectiveFrom: '2026-10-20',
    effectiveTo: '2027-10-19',
    issuer: 'Giám đốc Sở Nội vụ',
    ...changes,
  };
  const answer = await office.as(userName)(query, { input });
  return { ...answer, result: answer.data?.recordDisciplineDecision };
}

test('one act keeps its identity over two decisions, in the unit where it was done', async () => {
  const { result, errors } = await record();
  expect(errors).toEqual([]);
  expect(result).toMatchObject({
    relatedToDuty: true,
    active: true,
    violation: { unit: { code: 'H99.01.01' }, countedYear: null },
  });
  const party = await record({
    act: null,
    violation: result.violation.id,
    form: 'PARTY_REPRIMAND',
    decisionNumber: '8-QĐ/ĐU',
  });
  expect(party.result.violation.id).toBe(result.violation.id);
  const { rows } = await office.ownerPool.query(
    'select count(distinct violation_id)::int as n from congvu.discipline_decision where decision_number = any($1)',
    [['77/QĐ-SNV', '8-QĐ/ĐU']],
  );
  expect(rows[0].n).toBe(1);
  const { rows: entries } = await office.ownerPool.query(
    "select employee_id is not null as concerns from congvu.audit_entry where action = 'recordDisciplineDecision'",
  );
  expect(entries).toEqual([{ concerns: true }, { concerns: true }]);
});

test('refuses two acts or none, days to come, days before service, and 30 February', async () => {
  expect((await record({ act: null })).result).toMatchObject({ fields: [{ path: '/act', code: 'INCONSISTENT' }] });
  expect((await record({ decidedOn: '2026-11-23' })).result).toMatchObject({
    fields: [{ path: '/decidedOn', code: 'OUT_OF_RANGE' }],
  });
  expect((await record({ decidedOn: '2026-02-30' })).result).toMatchObject({
    fields: [{ path: '/decidedOn', code: 'NOT_A_DATE' }],
  });
  const act = { actFrom: '1999-01-01', discoveredOn: '1999-01-02', relatedToDuty: false, degradation: false };
  expect((await record({ act })).result).toMatchObject({ fields: [{ path: '/act/actFrom', code: 'NO_ASSIGNMENT' }] });
});

test('is refused without the permission', async () => {
  for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'quantri'])
    expect((await record({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});
