import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const PERIOD = '2026-11';
const CODES = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'];

let office: ApiOffice;
const codes: Record<string, string> = {};

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ name: string; code: string }>(
    `select u.user_name as name, e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id
     where u.user_name in ('quanly', 'chuyenvien')`,
  );
  for (const { name, code } of rows) codes[name] = code;
});
afterAll(() => office?.close());

async function sheetOf(name: string) {
  const { data } = await office.as('quanly')(
    `query Q($code: String!) { employee(code: $code) { periodSheet(period: "${PERIOD}") {
      id revision state unitResult score { total level } } } }`,
    { code: codes[name] },
  );
  return data.employee.periodSheet;
}

const points = (each: string) => CODES.map((code) => ({ code, points: each }));

async function confirmStaff(each: string, reason: string | null) {
  const { id, revision } = await sheetOf('chuyenvien');
  const input = { idempotencyKey: newKey(), sheet: id, revision, criteria: points(each), reason };
  office.statements.length = 0;
  const { data, errors } = await office.as('quanly')(
    `mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) {
      __typename ... on PeriodSheet { score { level } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data.confirmPeriodSheet;
}

function setOutcome(outcome: 'DONE' | 'NOT_DONE') {
  return office.ownerPool.query(
    `update congvu.task set outcome = $1::congvu.task_outcome,
       submitted_on = case when $1 = 'DONE' then deadline end, accepted_on = case when $1 = 'DONE' then deadline end
     where period = $2 and employee_id = (select id from congvu.employee where code = $3)`,
    [outcome, PERIOD, codes.chuyenvien],
  );
}

test('a leader’s stored figures follow a subordinate’s confirmed score, down and up again', async () => {
  const own = await sheetOf('quanly');
  await office.as('quanly')('mutation M($input: SelfScoreInput!) { selfScore(input: $input) { __typename } }', {
    input: { idempotencyKey: newKey(), period: PERIOD, revision: own.revision, criteria: points('2') },
  });
  const before = await sheetOf('quanly');
  expect(before).toMatchObject({ state: 'SELF_SCORED', unitResult: 100 });

  await setOutcome('NOT_DONE');
  expect(await confirmStaff('0', null)).toMatchObject({ score: { level: 'NOT_COMPLETED' } });
  const lowered = await sheetOf('quanly');
  expect(lowered).toMatchObject({ state: 'SELF_SCORED', unitResult: 50, revision: before.revision });
  expect(toNumber(lowered.score.total)).toBeLessThan(toNumber(before.score.total));

  await setOutcome('DONE');
  expect((await confirmStaff('2.5', 'Cấp trên xem lại')).score.level).not.toBe('NOT_COMPLETED');
  expect(await sheetOf('quanly')).toEqual(before);
});

test('all leaders a confirmation may concern are worked out by the same few statements', async () => {
  await confirmStaff('2.5', 'Lần nữa');
  const looking = office.statements.filter((text) => text.includes(`s.role = 'LEADER'`));
  expect(looking).toHaveLength(1);
  // The sheet's own columns, its figures, and once the figures of all leaders.
  const updates = office.statements.filter((text) => /update\s+"?congvu"?\."?period_sheet/i.test(text));
  expect(updates.length).toBeLessThanOrEqual(3);
});

function toNumber(exact: string): number {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  return Number(numerator) / Number(denominator);
}
