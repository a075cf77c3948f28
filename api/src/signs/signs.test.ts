import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
type Answer = any;
const SIGNS = `query S($unit: String!, $period: Period!) { signs(unit: $unit, period: $period, first: 100) { totalCount edges { node {
  kind state given display floor { name value certainty } comparable { managers people display } unit { code }
  manager { code } employee { code } product { code } } } } }`;
const ask = async (userName: string, unit: string, period: string) =>
  office.as(userName)(SIGNS, { unit, period }, { 'x-purpose': 'CLASSIFY' });
const nodes = ({ data }: Answer): Answer[] => data.signs.edges.map((edge: Answer) => edge.node);

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
