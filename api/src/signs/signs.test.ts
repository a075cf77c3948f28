import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice, type QueryData } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const SIGNS = `query S($unit: String!, $period: Period!) { signs(unit: $unit, period: $period, first: 100) { totalCount edges { node {
  kind state given display floor { name value certainty } comparable { managers people display } group { agency group { code } family { code } } unit { code }
  manager { code } employee { code } product { code } } } } }`;
const ask = async (userName: string, unit: string, period: string) =>
  office.as(userName)(SIGNS, { unit, period }, { 'x-purpose': 'CLASSIFY' });
const nodes = ({ data }: QueryData): QueryData[] => data.signs.edges.map((edge: QueryData) => edge.node);

test('signs are for who proposes or decides levels of that very unit', async () => {
  for (const userName of ['quanly', 'chuyenvien', 'thanhtra', 'quantri']) {
    expect((await ask(userName, 'H99.01', '2026-10')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect((await ask('lanhdao', 'H99.02', '2026-10')).errors).not.toEqual([]);
  expect((await ask('nhansu', 'H99.01', '2026-10')).errors).toEqual([]);
  expect((await ask('lanhdao', 'H99.01', '2026-10')).errors).toEqual([]);
});

test('below a floor nothing is said: neither a sign nor none', async () => {
  // One division has one manager: there is nobody to compare him with.
  const compared = nodes(await ask('nhansu', 'H99.01.01', '2026-10')).filter(({ kind }) =>
    ['LENIENT', 'SEVERE', 'NARROW_SPREAD'].includes(kind),
  );
  expect(compared.length).toBeGreaterThan(0);
  expect(compared.every(({ state, comparable }) => state === 'NOT_ENOUGH_DATA' && comparable === null)).toBe(true);
  expect(
    compared.every(({ floor }) => floor.certainty === 'ASSUMPTION' && ['PEOPLE', 'MANAGERS'].includes(floor.name)),
  ).toBe(true);
});

/** Everything a sign could be tempted to change. */
const FIGURES = `select md5(coalesce((select string_agg(s::text, ',' order by s.id) from congvu.period_sheet s), '')
  || coalesce((select string_agg(c::text, ',' order by c.id) from congvu.classification c), '')
  || (select count(*) from congvu.audit_entry)::text) as sum`;

test('one is compared with who scored people of the same group, and each group is named', async () => {
  const compared = nodes(await ask('nhansu', 'H99.01', '2026-10')).filter(({ kind }) => kind === 'LENIENT');
  expect(compared.every(({ group }) => group.agency === 'H99.01' && group.group.code !== '')).toBe(true);
  expect(new Set(compared.map(({ group }) => group.group.code)).size).toBeGreaterThan(1);
  const said = compared.filter(({ comparable }) => comparable !== null);
  expect(said.length).toBeGreaterThan(0);
  const { rows } = await office.ownerPool.query<{ group: string; people: number }>(
    `select s.group_code as group, count(*)::int as people from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
     where u.path <@ (select path from congvu.unit where code = 'H99.01') and s.period = '2026-10' and s.confirmed_at is not null
     group by 1`,
  );
  const sizes = new Map(rows.map(({ group, people }) => [group, people]));
  expect(said.every(({ group, comparable }) => comparable.people < (sizes.get(group.group.code) ?? 0))).toBe(true);
});

const splits = async (period: string) =>
  nodes(await ask('nhansu', 'H99.01', period)).filter(({ kind }) => kind === 'PRODUCT_SPLIT');

test('ordinary work splits no product; one given in parts alone does', async () => {
  for (const period of ['2026-09', '2026-10', '2026-11', '2026']) expect(await splits(period)).toEqual([]);
  // Whoever has most tasks of one product in October gets them in quarters.
  await office.ownerPool.query('alter table congvu.task disable trigger user');
  const { rows } = await office.ownerPool.query<{ tasks: number }>(
    `with most as (
       select t.employee_id, t.product_id from congvu.task t join congvu.unit u on u.id = t.unit_id
       where u.code = 'H99.01.01' and t.period = '2026-10' and t.outcome <> 'HANDED_OVER'
       group by 1, 2 order by count(*) desc, 1, 2 limit 1)
     update congvu.task t set quantity = 0.25, units_numerator = t.coefficient_numerator, units_denominator = 4 * t.coefficient_denominator
     from most m where t.employee_id = m.employee_id and t.product_id = m.product_id and t.period = '2026-10'
     returning 1 as tasks`,
  );
  await office.ownerPool.query('alter table congvu.task enable trigger user');
  expect(rows.length).toBeGreaterThanOrEqual(5);
  expect(await splits('2026-10')).toMatchObject([
    {
      state: 'SIGN',
      given: String(rows.length),
      floor: { name: 'SPLIT_TASKS', certainty: 'ASSUMPTION' },
      manager: null,
      group: null,
    },
  ]);
  expect(await splits('2026-11')).toEqual([]);
});

test('a manager whose people all have one score is shown, and reading it changes nothing', async () => {
  await office.ownerPool.query('alter table congvu.period_sheet disable trigger user');
  await office.ownerPool.query(
    `update congvu.period_sheet s set total_numerator = 97, total_denominator = 1
     from congvu.unit u where u.id = s.unit_id and u.code = 'H99.01.02' and s.period = '2026-10' and s.level is not null`,
  );
  await office.ownerPool.query('alter table congvu.period_sheet enable trigger user');
  const { rows: before } = await office.ownerPool.query(FIGURES);
  const all = nodes(await ask('nhansu', 'H99.01', '2026-10'));
  const own = all.filter(({ unit }) => unit.code === 'H99.01.02');
  expect(own.find(({ kind }) => kind === 'EQUAL_SCORES')).toMatchObject({
    state: 'SIGN',
    floor: { name: 'EQUAL_PEOPLE' },
  });
  expect(all.some(({ kind, comparable }) => kind === 'LENIENT' && /±/.test(comparable?.display ?? ''))).toBe(true);
  const { rows: after } = await office.ownerPool.query(FIGURES);
  expect(after).toEqual(before);
});
