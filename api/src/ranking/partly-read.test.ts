import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice, type QueryData } from '../testing/api-office.ts';

/** Somebody who ranks a whole sở and reads the scores of one of its divisions alone. */
let office: ApiOffice;
const [SO, DIVISION] = ['H99.01', 'H99.01.02'] as const;
const READER = 'chuyenvien';
const PURPOSE = { 'x-purpose': 'APPOINTMENT' };

const QUERY = `{ ranking(unit: "${SO}", period: "2026-10", group: "H99.01.CM") { total wholeGroup
  rows(first: 100) { edges { node { rank total employee { code } assignment { unit { code } } } } pageInfo { hasNextPage endCursor } } } }`;

async function rank(userName: string): Promise<QueryData> {
  const { data, errors } = await office.as(userName)(QUERY, {}, PURPOSE);
  expect(errors).toEqual([]);
  return data.ranking;
}
const nodes = (ranking: QueryData): QueryData[] => ranking.rows.edges.map(({ node }: QueryData) => node);

beforeAll(async () => {
  office = await openApiOffice();
  // RANKING_READ over the sở without SCORE_READ, which comes with the division alone.
  await office.ownerPool.query("delete from congvu.role_scope where role = 'LEADER' and permission = 'SCORE_READ'");
  for (const [role, unit] of [
    ['LEADER', SO],
    ['MANAGER', DIVISION],
  ]) {
    await office.ownerPool.query(
      `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
       select a.id, $2::congvu.role, u.id, '2026-01-01', '7/QĐ' from congvu.user_account a, congvu.unit u
       where a.user_name = $1 and u.code = $3`,
      [READER, role, unit],
    );
  }
});
afterAll(() => office?.close());

test('rows come of the part alone, at the places they have among everybody', async () => {
  const [whole, part] = [await rank('nhansu'), await rank(READER)];
  const own = nodes(part);
  expect(own.length).toBeGreaterThan(5);
  expect(new Set(own.map(({ assignment }) => assignment.unit.code))).toEqual(new Set([DIVISION]));
  // Whoever he may not read stands in the places and is counted, without a row.
  expect([part.total, part.wholeGroup]).toEqual([whole.total, whole.wholeGroup]);
  expect(part.total).toBeGreaterThan(own.length);
  const all = new Map(nodes(whole).map(({ employee, rank: place, total }) => [employee.code, [place, total]]));
  for (const { employee, rank: place, total } of own) {
    if (all.has(employee.code)) expect([place, total]).toEqual(all.get(employee.code));
  }
  expect(own.some(({ rank: place }, index) => place > index + 1)).toBe(true);
});

test('a score of the rest is found by no way round: neither by the person nor by a comparison', async () => {
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id join congvu.unit u on u.id = s.unit_id
     where u.code = 'H99.01.03' and s.period = '2026-10' and s.group_code = 'H99.01.CM' and s.score_state = 'SCORED' order by e.code limit 2`,
  );
  const [first, second] = rows.map(({ code }) => code);
  const one = await office.as(READER)(
    'query E($code: String!) { employee(code: $code) { code periodSheet(period: "2026-10") { id } } }',
    { code: first },
    PURPOSE,
  );
  expect(one.data.employee).toEqual({ code: first, periodSheet: null });
  const compared = await office.as(READER)(
    `{ comparison(employees: ["${first}", "${second}"], period: "2026-10") { people { total components { total } } } }`,
    {},
    PURPOSE,
  );
  // Refused whole, or answered without their figures.
  const people: QueryData[] = compared.data?.comparison?.people ?? [];
  expect(compared.errors.length > 0 || people.length === 2).toBe(true);
  expect(
    people.every(({ total, components }) => (total ?? null) === null && (components?.total ?? null) === null),
  ).toBe(true);
});

test('a summary of it names the part alone', async () => {
  const { data, errors } = await office.as(READER)(
    `mutation F($input: FreezeSummaryInput!) { freezeSummary(input: $input) { __typename
      ... on Summary { body { tables { title rows } } superseded { what } } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        kind: 'RANKING',
        title: 'Xếp hạng',
        purpose: 'APPOINTMENT',
        question: { ranking: { unit: SO, period: '2026-10', group: 'H99.01.CM' } },
      },
    },
    PURPOSE,
  );
  expect(errors).toEqual([]);
  const own = nodes(await rank(READER)).map(({ employee }) => employee.code);
  const table = data.freezeSummary.body.tables.find(({ title }: QueryData) => title === 'Xếp hạng');
  expect(table.rows.map((row: string[]) => row[2]).toSorted()).toEqual(own.toSorted());
  expect(data.freezeSummary.superseded).toEqual([]);
});
