import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

// The phòng of the demonstration's manager: quanly heads it, chuyenvien works in it.
const UNIT = 'H99.01.01';

let office: ApiOffice;
let staff: string[];
let managerCode: string;
let foreignCode: string;

beforeAll(async () => {
  office = await openApiOffice();
  const codes = async (condition: string) => {
    const { rows } = await office.ownerPool.query<{ code: string }>(
      `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
       where ${condition} order by e.code`,
    );
    return rows.map(({ code }) => code);
  };
  staff = await codes(`n.code = '${UNIT}' and a.post = 'STAFF'`);
  [managerCode = ''] = await codes("u.user_name = 'quanly'");
  [foreignCode = ''] = await codes("n.code = 'H99.02.01' and a.post = 'STAFF'");
});
afterAll(() => office?.close());

const MUTATION = `mutation M($input: AssignTasksInput!) { assignTasks(input: $input) {
  __typename ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
  ... on UnitClosedError { unit }
  ... on AssignedTasks { assigned refused
    rows { index task { id origin period units employee { code } } errors { path code message } } } } }`;

async function assign(rows: readonly object[], changes: object = {}, userName = 'quanly', headers = {}) {
  const input = { idempotencyKey: newKey(), unit: UNIT, rows, ...changes };
  const answer = await office.as(userName)(MUTATION, { input }, headers);
  return { ...answer, result: answer.data?.assignTasks };
}

function row(changes: object = {}) {
  return {
    employee: staff[0],
    product: 'DC.02',
    quantity: '2',
    deadline: '2026-12-11',
    responsibility: 'LEAD',
    ...changes,
  };
}

async function countTasks(): Promise<number> {
  const { rows } = await office.ownerPool.query('select count(*)::int as n from congvu.task');
  return rows[0].n;
}

describe('assignTasks', () => {
  test('lands good rows, names bad ones in both languages, and scores each sheet as assignTask does', async () => {
    const rows = [
      row(),
      row({ quantity: '0', deadline: '2026-02-30' }),
      row({ product: 'XX.99', employee: 'AB9999' }),
      row({ employee: staff[1], product: 'DC.01', title: 'Soạn tờ trình' }),
      row({ employee: managerCode }),
      row({ employee: foreignCode }),
      row({ deadline: '2020-01-01' }),
    ];
    const { result, errors } = await assign(rows);
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ assigned: 2, refused: 5 });
    expect(result.rows[0].task).toMatchObject({ origin: 'PLANNED', period: '2026-12', units: '10' });
    expect(result.rows[3].task).toMatchObject({ units: '2', employee: { code: staff[1] } });
    const wrong = result.rows.map((each: { errors: { path: string; code: string }[] }) =>
      each.errors.map(({ path, code }) => `${path} ${code}`),
    );
    expect(wrong).toEqual([
      [],
      ['/quantity OUT_OF_RANGE', '/deadline NOT_A_DATE'],
      ['/employee EMPLOYEE_UNKNOWN', '/product PRODUCT_UNKNOWN'],
      [],
      ['/employee FORBIDDEN'],
      ['/employee EMPLOYEE_UNKNOWN'],
      ['/deadline DEADLINE_OUTSIDE_ASSIGNMENT'],
    ]);
    const vi = await assign([row({ deadline: '2026-02-30' })], {}, 'quanly', { 'accept-language': 'vi' });
    const en = await assign([row({ deadline: '2026-02-30' })], {}, 'quanly', { 'accept-language': 'en' });
    expect(vi.result.rows[0].errors[0].message).toContain('ngày');
    expect(en.result.rows[0].errors[0].message).toContain('date');
    const { rows: sheets } = await office.ownerPool.query(
      `select s.state, cardinality(s.task_ids) as tasks from congvu.period_sheet s
       join congvu.employee e on e.id = s.employee_id where s.period = '2026-12' and e.code = any($1) order by e.code`,
      [[staff[0], staff[1]]],
    );
    expect(sheets).toEqual([
      { state: 'ASSIGNED', tasks: 1 },
      { state: 'ASSIGNED', tasks: 1 },
    ]);
  });

  test('with `atomic` lands all or none, and says which rows are bad', async () => {
    const before = await countTasks();
    const refused = await assign([row(), row({ product: 'XX.99' })], { atomic: true });
    expect(refused.result).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: '/rows/1/product', code: 'PRODUCT_UNKNOWN' }],
    });
    expect(await countTasks()).toBe(before);
    expect((await assign([row(), row()], { atomic: true })).result).toMatchObject({ assigned: 2, refused: 0 });
    expect(await countTasks()).toBe(before + 2);
  });

  test('does nothing twice: a repeated call answers the same rows, bad ones too, and one entry stands in the chain', async () => {
    const idempotencyKey = newKey();
    const rows = [row(), row({ product: 'XX.99' })];
    const first = await assign(rows, { idempotencyKey });
    const before = await countTasks();
    const again = await assign(rows, { idempotencyKey });
    expect(again.result).toEqual(first.result);
    expect(await countTasks()).toBe(before);
    const entries = await office.ownerPool.query(
      'select action, payload from congvu.audit_entry where idempotency_key = $1',
      [idempotencyKey],
    );
    expect(entries.rows).toHaveLength(1);
    expect(JSON.parse(entries.rows[0].payload)).toMatchObject({ unit: UNIT, assigned: 1, refused: 1 });
    const other = await assign([row()], { idempotencyKey });
    expect(other.result).toMatchObject({ __typename: 'IdempotencyConflictError' });
  });

  test('says of a closed month and a confirmed sheet that their rows cannot land', async () => {
    await office.ownerPool.query(
      `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2027-02', now() from congvu.unit where code = $1`,
      [UNIT],
    );
    const { result } = await assign([row({ deadline: '2027-02-10' }), row({ deadline: '2026-10-15' })]);
    expect(result.rows.map((each: { errors: object[] }) => each.errors)).toMatchObject([
      [{ path: '/deadline', code: 'PERIOD_CLOSED' }],
      [{ path: '/deadline', code: 'WRONG_STATE' }],
    ]);
  });

  test('refuses who may not assign there, a unit that is not there or closed, and a person without an assignment', async () => {
    expect((await assign([row()], {}, 'chuyenvien')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assign([row()], {}, 'nhansu')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assign([row()], { unit: 'H99.02.01' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assign([row()], { unit: 'H00' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await assign([])).result).toMatchObject({ fields: [{ path: '/rows', code: 'REQUIRED' }] });
    await office.ownerPool.query(`update congvu.unit set valid_to = '2026-11-01' where code = $1`, [UNIT]);
    expect((await assign([row()])).result).toMatchObject({ __typename: 'UnitClosedError', unit: UNIT });
    await office.ownerPool.query('update congvu.unit set valid_to = null where code = $1', [UNIT]);
    await office.ownerPool.query(
      `update congvu.assignment set valid_to = '2026-11-20' where employee_id = (select id from congvu.employee where code = $1)`,
      [staff[2]],
    );
    expect((await assign([row({ employee: staff[2] })])).result.rows[0].errors).toMatchObject([
      { path: '/employee', code: 'NO_ASSIGNMENT' },
    ]);
  });

  test('needs the same few statements for two hundred rows as for one', async () => {
    const statementsOf = async (rows: readonly object[]) => {
      await assign(rows.slice(0, 1));
      office.statements.length = 0;
      expect((await assign(rows)).result).toMatchObject({ refused: 0 });
      return office.statements.length;
    };
    const one = await statementsOf([row({ deadline: '2027-03-05' })]);
    const rows = Array.from({ length: 200 }, (_, index) =>
      row({ employee: staff[index % 2], deadline: '2027-03-05', product: index % 3 === 0 ? 'DC.01' : 'DC.04' }),
    );
    const many = await statementsOf(rows);
    // A second person may bring one more access entry's statement and the making of a sheet.
    expect(many).toBeLessThanOrEqual(one + 1);
    expect(many).toBeLessThanOrEqual(24);
  });
});
