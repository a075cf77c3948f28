import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertDecision,
  insertFinding,
  insertInspection,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

const QUERY = `query C($employees: [String!]!, $period: Period!, $years: Int, $byLevel: Boolean) {
  comparison(employees: $employees, period: $period, years: $years, byLevel: $byLevel) { period comparable differs people {
    employee { code } level components { quantity quality progress unitResult organising cohesion general result total }
    trend { period total level provisional } years { year level mean notClassified } titles { code title year decidedOn }
    findings { open closed } blocks { kind until text } workload { period assigned done late } } } }`;

let office: ApiOffice;
let staff: readonly string[];
let clerk: string;
let head: string;

beforeAll(async () => {
  office = await openApiOffice();
  const owner = office.ownerPool;
  await putInDecidedYear(owner, 'H99.01', 2025);
  const codesOf = async (group: string, unit: string) => {
    const { rows } = await owner.query<{ code: string }>(
      `select e.code from congvu.employee e join congvu.period_sheet s on s.employee_id = e.id
       where s.period = '2026-10' and s.group_code = $1 and s.unit_id = (select id from congvu.unit where code = $2)
         and not exists (select from congvu.discipline_decision d where d.employee_id = e.id) order by e.code`,
      [group, unit],
    );
    return rows.map(({ code }) => code);
  };
  staff = await codesOf('H99.01.CM', 'H99.01.01');
  const { rows: clerks } = await owner.query<{ unit: string }>(
    `select u.code as unit from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
     where s.period = '2026-10' and s.group_code = 'H99.01.HC' limit 1`,
  );
  [clerk = ''] = await codesOf('H99.01.HC', clerks[0]?.unit ?? '');
  [head = ''] = await codesOf('H99.01.LDP', 'H99.01.01');
  const of = { unitId: await unitIdOf(owner, 'H99.01.01'), employeeId: await employeeIdOf(owner, staff[0] ?? '') };
  await insertDecision(owner, of);
  const inspectionId = await insertInspection(owner, { unitId: await unitIdOf(owner, 'H99') });
  await insertFinding(owner, { ...of, inspectionId });
  await insertFinding(owner, { ...of, inspectionId }, { remedied_on: '2026-11-20', remedy_proof: '1/BC' });
  await insertFinding(owner, { ...of, inspectionId }, { issued_on: null });
});
afterAll(() => office?.close());

const ask = (variables: object, userName = 'lanhdao', headers = {}) =>
  office.as(userName)(QUERY, { employees: staff.slice(0, 3), period: '2026-10', ...variables }, headers);

test('sets people of one group side by side, in the order asked for', async () => {
  const employees = [staff[2], staff[0], staff[1]];
  const { data, errors } = await ask({ employees });
  expect(errors).toEqual([]);
  const { comparison } = data;
  expect(comparison).toMatchObject({ comparable: true, differs: [] });
  expect(comparison.people.map(({ employee }: { employee: { code: string } }) => employee.code)).toEqual(employees);
  const [, found] = comparison.people;
  expect(found.blocks).toMatchObject([{ kind: 'ACTIVE_DISCIPLINE', until: '2027-11-10' }]);
  expect(found.findings).toEqual({ open: 1, closed: 1 });
  expect(found.years).toEqual([{ year: 2025, level: 'GOOD', mean: null, notClassified: false }]);
  const trend = found.trend.map(({ period }: { period: string }) => period);
  expect(trend).toEqual(trend.toSorted());
  expect(trend.at(-1)).toBe('2026-10');
  for (const { components } of comparison.people) expect(components.total).not.toBeNull();
});

test('the figures are those of the sheets, and work is summed exactly', async () => {
  const { data } = await ask({});
  for (const person of data.comparison.people) {
    const { rows } = await office.ownerPool.query<Record<string, string>>(
      `select s.total_numerator / gcd(s.total_numerator, s.total_denominator) as n, s.total_denominator / gcd(s.total_numerator, s.total_denominator) as d,
         (select sum(t.units_numerator::numeric / t.units_denominator) from congvu.task t
          where t.employee_id = s.employee_id and t.period = '2026-10' and t.outcome <> 'HANDED_OVER')::text as units
       from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id where s.period = '2026-10' and e.code = $1`,
      [person.employee.code],
    );
    const [stored] = rows;
    const whole = (text = '') => text.replace(/\.0+$/, '');
    const [numerator, denominator] = [whole(stored?.n), whole(stored?.d)];
    expect(person.components.total).toBe(denominator === '1' ? numerator : `${numerator}/${denominator}`);
    const october = person.workload.find(({ period }: { period: string }) => period === '2026-10');
    const [top = '0', bottom = '1'] = october.assigned.split('/');
    expect(Number(top) / Number(bottom)).toBeCloseTo(Number(stored?.units), 9);
  }
});

test('refuses unlike groups with what they belong to; by level they stand without points', async () => {
  const employees = [staff[0], clerk, head];
  const refused = await ask({ employees }, 'lanhdao', { 'accept-language': 'en' });
  expect(refused.errors[0]?.extensions).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'NOT_COMPARABLE',
    groups: expect.arrayContaining([expect.objectContaining({ agency: 'H99.01', group: 'H99.01.HC', people: 1 })]),
  });
  expect(refused.errors[0]?.message).toContain('groups of similar work');
  const { data, errors } = await ask({ employees, byLevel: true });
  expect(errors).toEqual([]);
  expect(data.comparison).toMatchObject({ comparable: false, differs: ['GROUP'] });
  for (const person of data.comparison.people) {
    expect(person.components).toBeNull();
    expect(person.level).not.toBeNull();
    for (const { total } of person.trend) expect(total).toBeNull();
    for (const { mean } of person.years) expect(mean).toBeNull();
  }
});

test('takes two to six people, each where one ranks', async () => {
  for (const employees of [staff.slice(0, 1), staff.slice(0, 7), [staff[0], staff[0]]])
    expect((await ask({ employees })).errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'comparedPeople',
      maximum: 6,
    });
  expect((await ask({ employees: staff.slice(0, 6) })).errors).toEqual([]);
  expect((await ask({ employees: [staff[0], 'ZZ9999'] })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await ask({ period: '2026-Q3' })).errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_PERIOD' });
  for (const userName of ['chuyenvien', 'thanhtra', 'quantri'])
    expect((await ask({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  // The head of the division compares his own people, and nobody of the next division.
  expect((await ask({}, 'quanly')).errors).toEqual([]);
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01.02' and a.group_code = 'H99.01.CM' limit 1`,
  );
  const beyond = await ask({ employees: [staff[0], rows[0]?.code] }, 'quanly');
  expect(beyond.data).toBeNull();
  expect(['NOT_FOUND', 'FORBIDDEN']).toContain(beyond.errors[0]?.extensions.code);
});

test('tells of discipline only to who may know it', async () => {
  const { data } = await ask({}, 'quanly');
  expect(data.comparison.people[0].blocks).toEqual([]);
});

test('costs nine statements at most, for two or for six', async () => {
  const countOf = async (people: number) => {
    office.statements.length = 0;
    expect((await ask({ employees: staff.slice(1, 1 + people) })).errors).toEqual([]);
    return office.statements.filter(
      (text) => /congvu\./.test(text) && !/name_actor|authenticate|access_entry|record_access/.test(text),
    ).length;
  };
  const two = await countOf(2);
  expect(two).toBeGreaterThan(3);
  expect(two).toBeLessThanOrEqual(9);
  expect(await countOf(6)).toBe(two);
});
