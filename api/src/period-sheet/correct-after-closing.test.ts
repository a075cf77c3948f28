import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClosingOffice, closingOffice } from '../closing/testing/closing-office.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

// The phòng that quanly heads, and a month all of whose sheets are confirmed.
const UNIT = 'H99.01.01';
const PERIOD = '2026-10';

let office: ApiOffice;
let closing: ClosingOffice;

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
});
afterAll(async () => {
  await closing?.stop();
  await office?.close();
});

test('a closed month takes no new work or score, but a correction, which writes the next revision of its result', async () => {
  expect(await closing.close(UNIT, PERIOD)).toMatchObject({ state: 'DONE', leftOpen: 0 });
  const { rows: people } = await office.ownerPool.query(
    `select e.id, e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'chuyenvien'`,
  );
  const { id: employeeId, code } = people[0];
  const { data } = await office.as('quanly')(
    `query Q($code: String!) { employee(code: $code) { periodSheet(period: "${PERIOD}") { id revision state } } }`,
    { code },
  );
  const sheet = data.employee.periodSheet;
  const criteria = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((each) => ({
    code: each,
    points: '1',
  }));
  const confirm = async (changes: object) => {
    const answer = await office.as('quanly')(
      `mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) { __typename
        ... on PeriodSheet { state revision score { display total } } ... on WrongStateError { wrong: state } } }`,
      { input: { idempotencyKey: newKey(), sheet: sheet.id, revision: sheet.revision, criteria, ...changes } },
    );
    expect(answer.errors).toEqual([]);
    return answer.data.confirmPeriodSheet;
  };
  expect(await confirm({})).toMatchObject({ __typename: 'WrongStateError', wrong: sheet.state });
  const corrected = await confirm({ reason: 'Chấm lại theo kết luận kiểm tra' });
  expect(corrected).toMatchObject({ state: 'CORRECTED', revision: sheet.revision + 1 });
  const { rows } = await office.ownerPool.query(
    `select r.revision, r.display, r.job_id is null as "byHand" from congvu.period_result r
     where r.employee_id = $1 and r.period = $2 order by r.revision`,
    [employeeId, PERIOD],
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual({ revision: 2, display: corrected.score.display, byHand: true });
  expect(rows[0].display).not.toBe(rows[1].display);

  const task = await office.as('quanly')(
    `mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename ... on PeriodClosedError { code message period } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        employee: code,
        product: 'DC.02',
        quantity: '1',
        deadline: '2026-10-20',
        responsibility: 'LEAD',
      },
    },
  );
  expect(task.data.assignTask).toMatchObject({ __typename: 'PeriodClosedError', period: PERIOD });
  const notified = await office.as('quanly')(
    'mutation M($input: NotifySheetsInput!) { notifySheets(input: $input) { ... on NotifiedSheets { count sheets { id state } } } }',
    { input: { idempotencyKey: newKey(), unit: UNIT, period: PERIOD, sheets: [sheet.id] } },
  );
  expect(notified.data.notifySheets).toEqual({ count: 1, sheets: [{ id: sheet.id, state: 'NOTIFIED' }] });
});
