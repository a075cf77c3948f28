import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const FROM = 'H99.01.01';
const TO = 'H99.01.02';

let office: ApiOffice;
const people: Record<string, { code: string; group: string; title: string }[]> = {};

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query(
    `select e.code, a.group_code as group, a.title, n.code as unit, a.post::text, u.user_name as user from congvu.employee e
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit n on n.id = a.unit_id left join congvu.user_account u on u.employee_id = e.id
     where n.code in ('${FROM}', '${TO}', 'H99.02.01', 'H99.02.02') order by e.code`,
  );
  for (const row of rows) people[`${row.unit} ${row.post}`] = [...(people[`${row.unit} ${row.post}`] ?? []), row];
});
afterAll(() => office?.close());

const person = (place: string, index = 0) => people[place]?.[index] ?? { code: '', group: '', title: '' };

async function mutate(userName: string, name: string, fields: string, input: object, headers = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename
    ... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
    ... on WrongStateError { wrong: state } ... on PeriodClosedError { period } ... on UnitClosedError { unit closedOn } ${fields} } }`;
  const answer = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, headers);
  return { ...answer, result: answer.data?.[name] };
}
const codeOf = (answer: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors[0]?.extensions.code;

const ASSIGNMENTS =
  '... on Employee { assignment { unit { code } } assignments { unit { code } post validFrom validTo ruleSet subjectType } }';

describe('transferEmployee', () => {
  const transfer = (changes: object = {}, userName = 'nhansu', headers = {}) =>
    mutate(
      userName,
      'transferEmployee',
      ASSIGNMENTS,
      {
        employee: person(`${FROM} STAFF`, 1).code,
        unit: TO,
        post: 'STAFF',
        title: 'Chuyên viên',
        group: person(`${TO} STAFF`).group,
        subjectType: 'CIVIL_SERVANT',
        from: '2026-11-16',
        document: '31/QĐ-SNV',
        ...changes,
      },
      headers,
    );

  test('in mid-month ends one assignment, opens another, and gives the month a sheet a unit', async () => {
    const { code } = person(`${FROM} STAFF`, 1);
    const before = await mutate('quanly', 'assignTask', '... on Task { id }', {
      employee: code,
      product: 'DC.02',
      quantity: '1',
      deadline: '2026-11-27',
      responsibility: 'LEAD',
    });
    expect(before.errors).toEqual([]);
    const { result, errors } = await transfer();
    expect(errors).toEqual([]);
    expect(result.assignment.unit.code).toBe(TO);
    expect(result.assignments.slice(0, 2)).toMatchObject([
      { unit: { code: TO }, validFrom: '2026-11-16', validTo: null, ruleSet: 'ND335-2025/CIVIL_SERVANT' },
      { unit: { code: FROM }, validTo: '2026-11-15' },
    ]);
    // lanhdao is above both phòng.
    const after = await mutate('lanhdao', 'assignTask', '... on Task { id }', {
      employee: code,
      product: 'DC.02',
      quantity: '1',
      deadline: '2026-11-28',
      responsibility: 'LEAD',
    });
    expect(after.result.__typename).toBe('Task');
    const { data } = await office.as('nhansu')(
      'query Q($code: String!) { periodSheets(first: 5, filter: { employee: $code, period: "2026-11" }) { edges { node { unit { code } } } } employee(code: $code) { periodSheet(period: "2026-11") { unit { code } } } }',
      { code },
    );
    expect(
      data.periodSheets.edges.map(({ node }: { node: { unit: { code: string } } }) => node.unit.code).toSorted(),
    ).toEqual([FROM, TO]);
    expect(data.employee.periodSheet.unit.code).toBe(TO);
    const user = await office.ownerPool.query(
      'select u.user_name from congvu.user_account u join congvu.employee e on e.id = u.employee_id where e.code = $1',
      [code],
    );
    const criteria = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'].map((each) => ({
      code: each,
      points: '2',
    }));
    const score = (changes: object) =>
      mutate(user.rows[0].user_name, 'selfScore', '... on PeriodSheet { place: unit { code } }', {
        period: '2026-11',
        revision: 1,
        criteria,
        ...changes,
      });
    const unclear = await score({});
    expect(unclear.errors).toEqual([]);
    expect(unclear.result).toMatchObject({ fields: [{ path: '/unit', code: 'REQUIRED' }] });
    expect((await score({ unit: TO })).result).toMatchObject({ __typename: 'PeriodSheet', place: { code: TO } });
  });

  test('refuses a second assignment at once, a group of another agency, 30 February, and a closed month', async () => {
    expect((await transfer()).result).toMatchObject({ fields: [{ path: '/from', code: 'INCONSISTENT' }] });
    const other = { employee: person(`${FROM} STAFF`, 2).code };
    expect((await transfer({ ...other, from: '2026-02-30' })).result).toMatchObject({
      fields: [{ path: '/from', code: 'NOT_A_DATE' }],
    });
    expect((await transfer({ ...other, group: 'KHONG-CO' })).result).toMatchObject({
      fields: [{ path: '/group', code: 'INCONSISTENT' }],
    });
    expect((await transfer({ ...other, subjectType: 'CONTRACT' })).result).toMatchObject({
      fields: [{ path: '/subjectType', code: 'RULE_SET_UNKNOWN' }],
    });
    await office.ownerPool.query(
      `insert into congvu.period_plan (unit_id, period, closed_at) select id, '2027-06', now() from congvu.unit where code = $1`,
      [TO],
    );
    const closed = await transfer({ ...other, from: '2027-06-10' });
    expect(closed.result).toMatchObject({ __typename: 'PeriodClosedError', period: '2027-06' });
    await office.ownerPool.query("delete from congvu.period_plan where period = '2027-06'");
    const texts = await Promise.all(
      ['vi', 'en'].map((locale) => transfer({ ...other, group: 'KHONG-CO' }, 'nhansu', { 'accept-language': locale })),
    );
    expect(new Set(texts.map(({ result }) => result.fields[0].message)).size).toBe(2);
  });

  test('changes the kind of service, and the rule set follows from the day', async () => {
    const { code, group } = person(`${FROM} STAFF`, 3);
    const { result } = await transfer({
      employee: code,
      unit: FROM,
      group,
      subjectType: 'PUBLIC_EMPLOYEE',
      from: '2026-11-17',
    });
    expect(result.assignments[0]).toMatchObject({
      ruleSet: 'ND233-2026/PUBLIC_EMPLOYEE',
      subjectType: 'PUBLIC_EMPLOYEE',
    });
  });

  test('is forbidden to who has not the permission, and to personnel for themselves', async () => {
    for (const userName of ['quanly', 'chuyenvien', 'lanhdao', 'quantri'])
      expect(codeOf(await transfer({ employee: person(`${FROM} STAFF`, 2).code }, userName))).toBe('FORBIDDEN');
    const own = await office.ownerPool.query(
      "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'nhansu'",
    );
    expect(codeOf(await transfer({ employee: own.rows[0].code }))).toBe('FORBIDDEN');
  });
});

describe('absences', () => {
  const record = (changes: object = {}, userName = 'nhansu') =>
    mutate(userName, 'recordAbsence', '... on Absence { id kind from to revokedAt }', {
      employee: person(`${FROM} STAFF`, 2).code,
      kind: 'MATERNITY',
      from: '2026-11-01',
      to: '2027-04-30',
      document: '12/QĐ-SNV',
      ...changes,
    });

  test('are recorded by personnel, seen with their kind by the person and without it by who assigns', async () => {
    const { result } = await record();
    expect(result).toMatchObject({ kind: 'MATERNITY', to: '2027-04-30' });
    const days = `{ unit(code: "${FROM}") { absences(from: "2026-11-10", to: "2026-11-20") { employee { code } from to } } }`;
    const { data } = await office.as('quanly')(days);
    expect(data.unit.absences).toContainEqual({
      employee: { code: person(`${FROM} STAFF`, 2).code },
      from: '2026-11-01',
      to: '2027-04-30',
    });
    const { data: kinds } = await office.as('quanly')(
      'query Q($code: String!) { employee(code: $code) { absences { kind } } }',
      {
        code: person(`${FROM} STAFF`, 2).code,
      },
    );
    expect(kinds.employee.absences).toEqual([]);
    expect((await office.as('chuyenvien')(days)).data.unit.absences).toEqual([]);
    const revoke = () => mutate('nhansu', 'revokeAbsence', '... on Absence { revokedAt }', { absence: result.id });
    expect((await revoke()).result.revokedAt).not.toBeNull();
    expect((await revoke()).result).toMatchObject({ wrong: 'REVOKED' });
    expect((await office.as('quanly')(days)).data.unit.absences).toEqual([]);
  });

  test('are refused reversed, outside service, and without the permission', async () => {
    expect((await record({ to: '2026-10-01' })).result).toMatchObject({
      fields: [{ path: '/to', code: 'INCONSISTENT' }],
    });
    expect((await record({ from: '1999-01-01', to: '1999-02-01' })).result).toMatchObject({
      fields: [{ path: '/from', code: 'NO_ASSIGNMENT' }],
    });
    for (const userName of ['quanly', 'chuyenvien']) expect(codeOf(await record({}, userName))).toBe('FORBIDDEN');
  });
});

describe('setCharges', () => {
  const charge = (changes: object = {}, userName = 'nhansu') =>
    mutate(
      userName,
      'setCharges',
      '... on Employee { assignment { charges { employee { code } unit { code } validFrom validTo } } }',
      {
        employee: person('H99.02.01 DEPUTY').code,
        from: '2026-11-01',
        people: [person('H99.02.01 STAFF').code],
        ...changes,
      },
    );

  test('limits a deputy’s result of his unit to his field, and replaces it from a day on', async () => {
    const { result, errors } = await charge();
    expect(errors).toEqual([]);
    expect(result.assignment.charges).toMatchObject([
      { employee: { code: person('H99.02.01 STAFF').code }, validTo: null },
    ]);
    const later = await charge({ from: '2026-12-01', people: [person('H99.02.01 STAFF', 1).code] });
    expect(later.result.assignment.charges).toMatchObject([
      { employee: { code: person('H99.02.01 STAFF', 1).code }, validFrom: '2026-12-01' },
      { employee: { code: person('H99.02.01 STAFF').code }, validTo: '2026-11-30' },
    ]);
    // Somebody in the field below 50, and one outside it: only the first counts.
    const fail = async (code: string, level: string) =>
      office.ownerPool.query(
        `update congvu.period_sheet set level = $2::congvu.level, provisional = false, score_state = 'SCORED',
         total_numerator = 10, total_denominator = 1 where period = '2026-11'
         and employee_id = (select id from congvu.employee where code = $1)`,
        [code, level],
      );
    const now = async () => {
      const { data } = await office.as('nhansu')(
        'query Q($code: String!) { employee(code: $code) { periodSheet(period: "2026-11") { unitResultNow } } }',
        { code: person('H99.02.01 DEPUTY').code },
      );
      return data.employee.periodSheet.unitResultNow;
    };
    await fail(person('H99.02.01 STAFF', 1).code, 'NOT_COMPLETED');
    expect(await now()).toBe(100);
    await fail(person('H99.02.01 STAFF').code, 'NOT_COMPLETED');
    expect(await now()).toBe(50);
  });

  test('refuses who is no deputy, people and units elsewhere, and a day before the present field', async () => {
    expect((await charge({ employee: person('H99.02.01 STAFF').code })).result).toMatchObject({
      fields: [{ path: '/employee', code: 'INCONSISTENT' }],
    });
    expect((await charge({ people: [person(`${FROM} STAFF`).code], units: [FROM] })).result).toMatchObject({
      fields: [
        { path: '/units/0', code: 'UNIT_UNKNOWN' },
        { path: '/people/0', code: 'EMPLOYEE_UNKNOWN' },
      ],
    });
    expect((await charge({ from: '2026-11-15' })).result).toMatchObject({
      fields: [{ path: '/from', code: 'OUT_OF_RANGE' }],
    });
    expect(codeOf(await charge({}, 'quanly'))).toBe('FORBIDDEN');
  });
});

describe('mergeUnits', () => {
  const merge = (changes: object = {}, userName = 'nhansu') =>
    mutate(userName, 'mergeUnits', '... on Unit { employees(first: 100) { edges { node { code } } } }', {
      unit: 'H99.02.02',
      successor: 'H99.02.01',
      on: '2026-11-16',
      document: '41/QĐ-UBND',
      ...changes,
    });

  test('in mid-month refuses two heads, then moves everybody on the day with a sheet a unit', async () => {
    expect((await merge()).result).toMatchObject({ fields: [{ path: '/places', code: 'INCONSISTENT' }] });
    const head = person('H99.02.02 HEAD').code;
    const { result, errors } = await merge({ places: [{ employee: head, post: 'DEPUTY', title: 'Phó Trưởng phòng' }] });
    expect(errors).toEqual([]);
    expect(result.employees.edges.length).toBeGreaterThan(0);
    const moved = [person('H99.02.02 HEAD'), ...(people['H99.02.02 STAFF'] ?? [])].map(({ code }) => code);
    const { rows: there } = await office.ownerPool.query(
      `select count(*)::int as n from congvu.assignment a join congvu.employee e on e.id = a.employee_id
       join congvu.unit u on u.id = a.unit_id where u.code = 'H99.02.01' and a.valid_from = '2026-11-16' and e.code = any($1)`,
      [moved],
    );
    expect(there[0].n).toBe(moved.length);
    const { rows } = await office.ownerPool.query(
      `select u.valid_to::text, s.code as successor,
         (select count(*)::int from congvu.assignment a where a.unit_id = u.id and coalesce(a.valid_to > '2026-11-15', true)) as left
       from congvu.unit u join congvu.unit s on s.id = u.successor_id where u.code = 'H99.02.02'`,
    );
    expect(rows).toEqual([{ valid_to: '2026-11-15', successor: 'H99.02.01', left: 0 }]);
    expect((await merge()).result).toMatchObject({
      __typename: 'UnitClosedError',
      unit: 'H99.02.02',
      closedOn: '2026-11-15',
    });
  });

  test('is refused with units below it, into itself, and without the permission', async () => {
    expect((await merge({ unit: 'H99.01', successor: 'H99.02' })).result).toMatchObject({
      fields: [{ path: '/unit', code: 'INCONSISTENT' }],
    });
    expect((await merge({ unit: 'H99.02.01', successor: 'H99.02.01' })).result).toMatchObject({
      fields: [{ path: '/successor', code: 'INCONSISTENT' }],
    });
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien'])
      expect(codeOf(await merge({ unit: FROM, successor: TO }, userName))).toBe('FORBIDDEN');
  });
});
