import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const SIMULATE = `query S($input: SimulateInput!, $first: Int = 20, $after: String) { simulate(input: $input) { __typename
  ... on InvalidInputError { fields { path code } }
  ... on Simulation { period ruleSet version catalogue rows(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { employee { code } stored { total display level } simulated { total display level } difference changesLevel
      unmatchedTasks } } } } } }`;

const simulate = async (input: object, page: object = {}, userName = 'nhansu') => {
  const { data, errors } = await office.as(userName)(SIMULATE, { input, ...page });
  return { result: data?.simulate, errors };
};

interface Row {
  readonly employee: { readonly code: string };
  readonly stored: { readonly total: string; readonly level: string } | null;
  readonly simulated: { readonly total: string; readonly level: string } | null;
  readonly difference: string | null;
  readonly changesLevel: boolean;
  readonly unmatchedTasks: number;
}
const rowsOf = (result: { rows: { edges: { node: Row }[] } }) => result.rows.edges.map(({ node }) => node);

/** Every table of the office that holds data, by number of rows and a digest of them. */
async function tables(): Promise<unknown> {
  const { rows } = await office.ownerPool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'congvu' and tablename not in ('access_entry', 'personal_token') order by 1",
  );
  const digests: Record<string, unknown> = {};
  for (const { name } of rows) {
    const digest = `select count(*)::integer as rows, sum(hashtextextended(t::text, 0)) as digest from congvu."${name}" t`;
    digests[name] = (await office.ownerPool.query(digest)).rows[0];
  }
  return digests;
}

const MONTH = { unit: 'H99.01.01', period: '2026-10' };

describe('a simulation', () => {
  test('under the rule set and catalogue of the sheets gives what is stored, for everybody, and stores nothing', async () => {
    const before = await tables();
    const { result, errors } = await simulate(MONTH, { first: 100 });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ ruleSet: null, version: null, catalogue: null });
    expect(rowsOf(result)).toHaveLength(46);
    for (const row of rowsOf(result)) {
      expect(row).toMatchObject({ simulated: row.stored, difference: '0', changesLevel: false, unmatchedTasks: 0 });
    }
    expect(await tables()).toEqual(before);
  });

  test('under another catalogue weighs the same tasks anew, and says which it does not know', async () => {
    await office.ownerPool.query(
      `with version as (
         insert into congvu.catalogue_version (code, name, decision_number, decided_on, valid_from, standard_points, certainty)
         values ('DM-THU', 'Danh mục thử', '99/QĐ', '2026-11-01', '2027-01-01', 5, 'PRACTICE') returning id)
       insert into congvu.product (catalogue_id, code, name, search_key, complexity_group, points, coefficient_numerator,
         coefficient_denominator, certainty)
       select v.id, p.code, p.name, p.search_key, p.complexity_group, p.points, p.coefficient_numerator * 3, p.coefficient_denominator, p.certainty
       from version v, (select distinct on (p.code) p.* from congvu.product p order by p.code) p
       where p.code <> (select p.code from congvu.task t join congvu.product p on p.id = t.product_id
         join congvu.unit u on u.id = t.unit_id where u.code = 'H99.01.01' and t.period = '2026-10' limit 1)`,
    );
    const before = await tables();
    const { result } = await simulate({ ...MONTH, catalogue: 'DM-THU' }, { first: 100 });
    const rows = rowsOf(result);
    // All but one product weigh three times as much, so only who has that one comes to another figure.
    expect(rows.filter((row) => row.unmatchedTasks === 0).every((row) => row.difference === '0')).toBe(true);
    expect(rows.some((row) => row.unmatchedTasks > 0 && row.difference !== '0')).toBe(true);
    expect(await tables()).toEqual(before);
  });

  test('of a year is the mean of its months', async () => {
    const { result } = await simulate({ unit: 'H99.01.01', period: '2026' }, { first: 1 });
    const [row] = rowsOf(result);
    const { rows } = await office.ownerPool.query<{ mean: string }>(
      `select avg(s.total_numerator / s.total_denominator)::text as mean from congvu.period_sheet s
       join congvu.employee e on e.id = s.employee_id where e.code = $1 and s.period like '2026-%'`,
      [row?.employee.code],
    );
    const [top = 0, bottom = 1] = (row?.stored?.total ?? '').split('/').map(Number);
    expect(top / bottom).toBeCloseTo(Number(rows[0]?.mean), 9);
    expect(row?.difference).toBe('0');
  });

  test('is paged by name', async () => {
    const first = (await simulate(MONTH, { first: 10 })).result;
    const second = (await simulate(MONTH, { first: 100, after: first.rows.pageInfo.endCursor })).result;
    const codes = [...rowsOf(first), ...rowsOf(second)].map((row) => row.employee.code);
    expect(new Set(codes).size).toBe(46);
  });

  test('is refused beyond one’s people, and names what is not there', async () => {
    expect((await simulate(MONTH, {}, 'chuyenvien')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await simulate({ ...MONTH, unit: 'H99.02' }, {}, 'quanly')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await simulate({ ...MONTH, unit: 'H99.99' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const [input, path, code] of [
      [{ ruleSet: 'ND335-2025/NOBODY' }, '/ruleSet', 'RULE_SET_UNKNOWN'],
      // Its weights are each agency's own (NĐ 233/2026).
      [{ ruleSet: 'ND233-2026/PUBLIC_EMPLOYEE' }, '/ruleSet', 'RULE_SET_UNKNOWN'],
      [{ catalogue: 'DM-0' }, '/catalogue', 'UNKNOWN_VALUE'],
    ] as const) {
      expect((await simulate({ ...MONTH, ...input })).result).toMatchObject({ fields: [{ path, code }] });
    }
  });
});
