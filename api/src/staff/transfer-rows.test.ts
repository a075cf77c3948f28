import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const FROM = 'H99.01.01';
const TO = 'H99.01.02';

interface Person {
  readonly code: string;
  readonly unit: string;
  readonly group: string;
}

let office: ApiOffice;
/** Staff of the agency, those of one phòng first; personnel itself is not among them. */
let people: readonly Person[];
/** Two groups of similar work that the agency's units may use. */
let groups: readonly string[];

beforeAll(async () => {
  office = await openApiOffice();
  const staff = await office.ownerPool.query<Person>(
    `select e.code, n.code as unit, a.group_code as group from congvu.employee e
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null join congvu.unit n on n.id = a.unit_id
     left join congvu.user_account u on u.employee_id = e.id
     where a.post = 'STAFF' and a.subject_type = 'CIVIL_SERVANT' and coalesce(u.user_name not in ('chuyenvien', 'nhansu'), true)
       and n.path <@ (select path from congvu.unit where code = 'H99.01') order by n.code <> $1, e.code`,
    [FROM],
  );
  people = staff.rows;
  const found = await office.ownerPool.query<{ code: string }>(
    `select g.code from congvu.work_group g join congvu.unit u on u.id = g.unit_id
     where (select path from congvu.unit where code = $1) <@ u.path order by g.code`,
    [FROM],
  );
  groups = found.rows.map(({ code }) => code);
});
afterAll(() => office?.close());

const MANY = `mutation M($input: TransferEmployeesInput!) { transferEmployees(input: $input) { __typename
  ... on TransferredEmployees { transferred refused rows { index errors { path code message }
    employee { code assignments { unit { code } post validFrom validTo ruleSet } } } }
  ... on RowsRefusedError { code rows { index errors { path code } } }
  ... on InvalidInputError { fields { path code } } ... on IdempotencyConflictError { code } } }`;
const ONE = `mutation M($input: TransferEmployeeInput!) { transferEmployee(input: $input) { __typename
  ... on Employee { id } ... on DomainError { code } ... on InvalidInputError { fields { path code } } } }`;

function row(person: Person | undefined, changes: object = {}) {
  return {
    employee: person?.code,
    unit: TO,
    post: 'STAFF',
    title: 'Chuyên viên',
    group: person?.group,
    subjectType: 'CIVIL_SERVANT',
    from: '2026-11-16',
    document: '31/QĐ-SNV',
    ...changes,
  };
}

async function transfer(rows: readonly object[], changes: object = {}, userName = 'nhansu') {
  const input = { idempotencyKey: newKey(), mode: 'GOOD_ONES', rows, ...changes };
  const { data, errors } = await office.as(userName)(MANY, { input });
  return { result: data?.transferEmployees, errors };
}

async function many(rows: readonly object[], changes: object = {}) {
  const { result, errors } = await transfer(rows, changes);
  expect(errors).toEqual([]);
  return result;
}

/** What the transfer of one answers to the same row: its codes, from the union, its fields or the top level. */
async function codesOfOne(given: object): Promise<readonly string[]> {
  const { data, errors } = await office.as('nhansu')(ONE, { input: { idempotencyKey: newKey(), ...given } });
  const top = errors[0]?.extensions;
  if (top !== undefined) return [String(top.reason ?? top.code)];
  const { __typename, code, fields } = data.transferEmployee;
  return fields?.map((each: { code: string }) => each.code) ?? (__typename === 'Employee' ? [] : [code]);
}

const count = async () => {
  const { rows } = await office.ownerPool.query(
    `select (select count(*)::int from congvu.assignment) as assignments, (select count(*)::int from congvu.audit_entry) as entries,
       (select count(*)::int from congvu.assignment where valid_to is not null) as ended, (select count(*)::int from congvu.idempotency_key) as keys`,
  );
  return rows[0];
};

/** The places of somebody's sheets from this month on, as a ranking finds them. */
async function placesOf(code: string) {
  const { rows } = await office.ownerPool.query(
    `select s.period, u.code as unit, s.group_code as group, s.post::text from congvu.period_sheet s
     join congvu.employee e on e.id = s.employee_id join congvu.unit u on u.id = s.unit_id
     where e.code = $1 and s.period >= '2026-11' order by s.period, u.code`,
    [code],
  );
  return rows;
}

async function assignWork(code: string, deadline: string) {
  const { errors } = await office.as('quanly')(
    'mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename } }',
    {
      input: {
        idempotencyKey: newKey(),
        employee: code,
        product: 'DC.02',
        quantity: '1',
        deadline,
        responsibility: 'LEAD',
      },
    },
  );
  expect(errors).toEqual([]);
}

describe('people transferred in one call', () => {
  test('answer for each bad row what the transfer of one answers, and write the good ones', async () => {
    const [good, other, moved] = people;
    const { rows: own } = await office.ownerPool.query<{ code: string }>(
      "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'nhansu'",
    );
    await office.ownerPool.query(
      `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2027-06', now() from congvu.unit where code = $1`,
      [TO],
    );
    await office.ownerPool.query(`update congvu.unit set valid_to = '2026-11-01' where code = 'H99.01.03'`);
    expect(await codesOfOne(row(moved, { from: '2027-07-05' }))).toEqual([]);
    const bad = [
      row(other, { employee: 'AB9999' }),
      row(other, { unit: 'H99.77' }),
      row(other, { group: 'KHONG-CO' }),
      row(other, { subjectType: 'CONTRACT' }),
      row(other, { from: '2026-02-30' }),
      row(other, { title: '' }),
      row(other, { from: '2027-05-10' }),
      row(other, { unit: 'H99.01.03' }),
      row(other, { employee: own[0]?.code }),
      row(moved),
    ];
    const expected: (readonly string[])[] = [];
    for (const each of bad) expected.push(await codesOfOne(each));
    expect(expected.filter((codes) => codes.length === 0)).toEqual([]);
    const answer = await many([...bad, row(good, { from: '2027-07-01' })]);
    await office.ownerPool.query("delete from congvu.period_plan where period = '2027-06'");
    await office.ownerPool.query(`update congvu.unit set valid_to = null where code = 'H99.01.03'`);
    const codes = answer.rows.map((each: { errors: { code: string }[] }) => each.errors.map(({ code }) => code));
    expect(codes).toEqual([...expected, []]);
    expect(answer).toMatchObject({ transferred: 1, refused: bad.length });
    expect(answer.rows[6].errors).toMatchObject([{ path: '/employee', code: 'PERIOD_CLOSED' }]);
    expect(answer.rows[9].errors).toMatchObject([{ path: '/from', code: 'INCONSISTENT' }]);
    expect(answer.rows.at(-1).employee.assignments.slice(0, 2)).toMatchObject([
      { unit: { code: TO }, validFrom: '2027-07-01', validTo: null, ruleSet: 'ND335-2025/CIVIL_SERVANT' },
      { unit: { code: FROM }, validTo: '2027-06-30' },
    ]);
  });

  test('place the open sheets of the month and of later ones anew, alone as in a set, and write the same', async () => {
    const [, , , one, two] = people;
    if (!one || !two) throw new Error('The seed has them.');
    const group = groups.find((each) => each !== one.group && each !== two.group);
    if (group === undefined) throw new Error('The agency has a second group.');
    for (const { code } of [one, two]) await assignWork(code, '2026-12-18');
    const before = await placesOf(one.code);
    expect(before.map(({ period }) => period)).toEqual(['2026-11', '2026-12']);
    expect(before.map((each) => each.group)).toEqual([one.group, one.group]);
    const changes = { unit: FROM, group, post: 'DEPUTY', title: 'Phó Trưởng phòng' };
    expect(await codesOfOne(row(one, changes))).toEqual([]);
    const placed = ['2026-11', '2026-12'].map((period) => ({ period, unit: FROM, group, post: 'DEPUTY' }));
    expect(await placesOf(one.code)).toEqual(placed);
    expect((await many([row(two, changes)])).transferred).toBe(1);
    expect(await placesOf(two.code)).toEqual(placed);
    const { rows } = await office.ownerPool.query(
      `select a.post::text, a.title, a.group_code, a.role::text, a.rule_set, a.valid_from::text, a.valid_to::text, ae.entity,
         ae.employee_id = a.employee_id as his, ae.payload::jsonb - 'employee' - 'ended' as payload,
         jsonb_array_length(ae.payload::jsonb -> 'ended') as ended
       from congvu.assignment a join congvu.employee e on e.id = a.employee_id join congvu.audit_entry ae on ae.entity_id = a.id::text
       where e.code = any($1) order by ae.sequence`,
      [[one.code, two.code]],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[0]).toMatchObject({ entity: 'Assignment', his: true, ended: 1, role: 'LEADER', valid_to: null });
  });

  test('leave the sheet of a closed month where it stood', async () => {
    const [, , , , , person] = people;
    if (!person) throw new Error('The seed has him.');
    const group = groups.find((each) => each !== person.group);
    await office.ownerPool.query(
      `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2026-11', now() from congvu.unit where code = $1
       on conflict (unit_id, period) do update set closed_at = now()`,
      [FROM],
    );
    const [first] = await placesOf(person.code);
    const refused = await many([row(person, { unit: FROM, group })]);
    expect(refused.rows[0].errors).toMatchObject([{ code: 'PERIOD_CLOSED' }]);
    expect((await many([row(person, { unit: FROM, group, from: '2026-12-01' })])).transferred).toBe(1);
    expect((await placesOf(person.code))[0]).toEqual(first);
    await office.ownerPool.query(
      `update congvu.period_plan set closed_at = null where period = '2026-11' and unit_id = (select id from congvu.unit where code = $1)`,
      [FROM],
    );
  });

  test('meet the assignment that an earlier row about the person opened', async () => {
    const [, , , , , , person] = people;
    const answer = await many([
      row(person, { from: '2026-11-16' }),
      row(person, { from: '2026-11-16' }),
      row(person, { unit: FROM, from: '2026-12-01' }),
    ]);
    expect(answer).toMatchObject({
      transferred: 2,
      rows: [{ errors: [] }, { errors: [{ path: '/from', code: 'INCONSISTENT' }] }, { errors: [] }],
    });
    expect(answer.rows[2].employee.assignments.slice(0, 3)).toMatchObject([
      { unit: { code: FROM }, validFrom: '2026-12-01', validTo: null },
      { unit: { code: TO }, validFrom: '2026-11-16', validTo: '2026-11-30' },
      { unit: { code: FROM }, validTo: '2026-11-15' },
    ]);
  });

  test('leave nothing where all or none is asked and one is bad, and answer a repeated call as before', async () => {
    const [, , , , , , , first, second] = people;
    const rows = [row(first), row(second, { group: 'KHONG-CO' })];
    const before = await count();
    expect(await many(rows, { mode: 'ALL_OR_NONE' })).toMatchObject({
      __typename: 'RowsRefusedError',
      code: 'ROWS_REFUSED',
      rows: [{ index: 1, errors: [{ path: '/group', code: 'INCONSISTENT' }] }],
    });
    expect(await count()).toEqual(before);
    const idempotencyKey = newKey();
    const answer = await many(rows, { idempotencyKey });
    expect(answer).toMatchObject({ transferred: 1, refused: 1 });
    const after = await count();
    expect(await many(rows, { idempotencyKey })).toEqual(answer);
    expect(await count()).toEqual(after);
    expect(await many([row(first)], { idempotencyKey })).toMatchObject({ __typename: 'IdempotencyConflictError' });
  });

  test('are forbidden to who has not the permission, row by row outside it, and refuse more than 250', async () => {
    for (const userName of ['quanly', 'chuyenvien', 'lanhdao', 'quantri']) {
      const { errors } = await transfer([row(people[9])], {}, userName);
      expect([userName, errors[0]?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
    const limited = await office.ownerPool.query(
      `update congvu.role_grant set unit_id = (select id from congvu.unit where code = $1)
       where user_id = (select id from congvu.user_account where user_name = 'nhansu') and revoked_at is null returning id`,
      [TO],
    );
    expect(limited.rowCount).toBeGreaterThan(0);
    const there = people.find(({ unit }) => unit === TO);
    const rows = [row(there, { unit: FROM }), row(people[9])];
    const answer = await many(rows);
    expect(answer.transferred).toBe(0);
    const codes = answer.rows.map((each: { errors: { code: string }[] }) => each.errors.map(({ code }) => code));
    expect(codes).toEqual([['FORBIDDEN'], ['NOT_FOUND']]);
    expect([await codesOfOne(rows[0] ?? {}), await codesOfOne(rows[1] ?? {})]).toEqual(codes);
    await office.ownerPool.query(
      `update congvu.role_grant set unit_id = (select id from congvu.unit where level = 1 limit 1) where id = any($1)`,
      [limited.rows.map(({ id }) => id)],
    );
    const most = Array.from({ length: 251 }, () => row(people[9]));
    expect(await many(most)).toMatchObject({ fields: [{ path: '/rows' }] });
  });

  test('take at most 20 statements for 250', async () => {
    const movable = people.slice(10);
    const rows = Array.from({ length: 250 }, (_each, index) => {
      const month = String(1 + Math.floor(index / movable.length)).padStart(2, '0');
      return row(movable[index % movable.length], { from: `2028-${month}-10`, unit: index % 2 === 0 ? TO : FROM });
    });
    office.statements.length = 0;
    const answer = await many(rows);
    const statements = office.statements.filter(
      (text) => !/^(begin|commit|savepoint|release|set |select set_config)|name_actor|sign_in/i.test(text.trim()),
    );
    expect(answer.rows.filter(({ errors }: { errors: unknown[] }) => errors.length > 0)).toEqual([]);
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(20);
  });
});
