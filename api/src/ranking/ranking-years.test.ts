import type { Level } from '@congvu/schema/evaluation';
import { type Rational, rational, toText } from '@congvu/schema/primitives/rational';
import { awardsWeight, overYears, type RankedYear, rankRows, YEAR_ORDER, yearsBasis } from '@congvu/schema/ranking';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

const GROUP = 'H99.01.CM';
const FAMILY = 'ND335-2025/CIVIL_SERVANT';
const YEAR = 2026;
const QUERY = `query R($period: Period!, $years: Int, $first: Int, $last: Int, $after: String, $before: String, $filter: RankingFilter) {
  ranking(unit: "H99.01", period: $period, group: "${GROUP}", years: $years, filter: $filter) {
    provisional total years yearsBasis keys awardWeights { weights { code weight } source { certainty } }
    apart(first: 100) { totalCount edges { node { reason employee { code } } } }
    distribution { scored bins { count } quartiles { min median max } mean } nineBox { column row name count } cells { result general count }
    nineBoxBounds { low high source { certainty } }
    rows(first: $first, last: $last, after: $after, before: $before) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { node { rank decidingKey total level awards years { year level mean notClassified } keys { key value } blocks { kind year text } employee { code } } } } } }`;

/** Twelve months of a round `r`, as a row of a year holds them. */
const MONTHS = `(select jsonb_agg(jsonb_build_object('period', r.year || '-' || lpad(m::text, 2, '0'), 'total', '80', 'display', '80.00',
  'resultId', null, 'ruleSet', null, 'note', null)) from generate_series(1, 12) m)`;

interface Row {
  readonly rank: number;
  readonly decidingKey: string | null;
  readonly employee: { readonly code: string };
  readonly keys: readonly { readonly key: string; readonly value: string | null }[];
  readonly blocks: readonly { readonly kind: string; readonly year: number | null }[];
}

let office: ApiOffice;
const LEVELS: readonly Level[] = ['GOOD', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'GOOD'];

beforeAll(async () => {
  office = await openApiOffice();
  for (const year of [YEAR - 2, YEAR - 1, YEAR]) await decideYear(year);
  // Not classified, not decided, and a few titles.
  const change = (from: number, set: string) =>
    office.ownerPool.query(
      `insert into congvu.commendation (employee_id, unit_id, form, title, title_code, kind, year, decision_number, decided_on, issuer, recorded_by_name)
       select c.employee_id, c.unit_id, 'x', '${set}', '${set}', 'x', ${YEAR - 1}, '1/QĐ', '2026-02-01', 'Chủ tịch', 'Nhân sự'
       from (select c.*, row_number() over (order by c.employee_id) n from congvu.classification c
         where c.year = ${YEAR} and c.group_code = '${GROUP}') c where c.n between $1 and $1 + 6`,
      [from],
    );
  await change(5, 'LDTT');
  await change(8, 'CSTDCS');
});
afterAll(() => office?.close());

/** A year of the agency decided with means that repeat, so that years, results, titles and delays all have to decide. */
async function decideYear(year: number): Promise<void> {
  await office.ownerPool.query(
    `insert into congvu.classification_round (agency_id, year, state, due_on, opened_by_name, proposed_at)
     select id, $1::int, 'PROPOSED', make_date($1::int, 12, 14), 'Tổ chức', make_date($1::int, 12, 1) from congvu.unit where code = 'H99.01'`,
    [year],
  );
  await office.ownerPool.query(
    `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, state, months, worked_months, proposal, decided_level, not_classified, mean_numerator, mean_denominator,
       mean_display, result_numerator, result_denominator, quality_numerator, quality_denominator, delays,
       decision_number, decided_on, decided_by_name, decided_at, notified_at)
     select r.id, p.employee_id, r.agency_id, r.agency_id, p.unit_id, r.year, p.post, p.group_code, p.subject_type, p.rule_set, 1,
       (case when p.n = 2 then 'OPEN' else 'NOTIFIED' end)::congvu.classification_state, ${MONTHS}, 12, 'LEVEL',
       case when p.n in (1, 2) then null else ($2::text[])[1 + (p.n + r.year) % 5]::congvu.level end, p.n = 1,
       (700 + (p.n * r.year) % 7 * 10) , 9, '80.00', 500 + p.n % 3, 9, 1, 1, p.n % 2,
       case when p.n <> 2 then '2/QĐ' end, case when p.n <> 2 then make_date(r.year, 12, 15) end,
       case when p.n <> 2 then 'Giám đốc Sở' end, case when p.n <> 2 then make_date(r.year, 12, 15) end,
       case when p.n <> 2 then make_date(r.year, 12, 16) end
     from congvu.classification_round r join congvu.unit u on u.id = r.agency_id
     join (select a.*, row_number() over (order by a.employee_id)::int as n from congvu.assignment a
       where a.valid_to is null and a.group_code = '${GROUP}') p on true
     where u.code = 'H99.01' and r.year = $1`,
    [year, LEVELS],
  );
}

async function expected(years: number) {
  const { rows } = await office.ownerPool.query<{
    code: string;
    year: number;
    level: Level | null;
    n: string | null;
    d: string | null;
    rule_set: string;
    rn: string;
    rd: string;
    delays: number;
  }>(
    `select e.code, c.year::int, c.decided_level as level, c.mean_numerator::text n, c.mean_denominator::text d, c.rule_set,
       c.result_numerator::text rn, c.result_denominator::text rd, c.delays
     from congvu.classification c join congvu.employee e on e.id = c.employee_id
     where c.current and c.decided_at is not null and c.year between $1 and $2 and c.group_code = '${GROUP}' order by e.sort_key, e.id, c.year desc`,
    [YEAR - years + 1, YEAR],
  );
  const titles = await office.ownerPool.query<{ code: string; title: string }>(
    `select e.code, k.title_code as title from congvu.commendation k join congvu.employee e on e.id = k.employee_id
     where k.revoked_on is null and k.title_code is not null and k.year between $1 and $2`,
    [YEAR - years + 1, YEAR],
  );
  const fraction = (top: string | null, bottom: string | null): Rational | null =>
    top === null || bottom === null ? null : rational(BigInt(top), BigInt(bottom));
  const people = [...Map.groupBy(rows, ({ code }) => code)].flatMap(([code, own]) => {
    const now = own.find(({ year }) => year === YEAR);
    if (!now?.level) return [];
    const ranked: RankedYear[] = own.map(({ year, level, n, d, rule_set }) => ({
      year,
      level,
      mean: level === null ? null : fraction(n, d),
      family: rule_set,
    }));
    const awards = awardsWeight(titles.rows.filter((each) => each.code === code).map(({ title }) => title));
    return [
      {
        code,
        level: now.level,
        ranked,
        years: ranked,
        resultPoints: fraction(now.rn, now.rd),
        awards,
        delays: now.delays,
      },
    ];
  });
  const basis = yearsBasis(
    people.map(({ ranked }) => ({ years: ranked })),
    FAMILY,
  );
  const figures = people.map(({ ranked, ...each }) => ({ ...each, years: overYears(ranked, basis).value }));
  return { basis, ranked: rankRows(YEAR_ORDER, figures) };
}

const ask = (variables: object, userName = 'lanhdao') =>
  office.as(userName)(QUERY, { period: String(YEAR), years: 3, ...variables });

async function readAll(size: number, backward: boolean, variables: object = {}): Promise<readonly Row[]> {
  const all: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page = await ask({
      ...variables,
      ...(backward ? { last: size, before: cursor } : { first: size, after: cursor }),
    });
    expect(page.errors).toEqual([]);
    const { pageInfo, edges } = page.data.ranking.rows;
    const rows = edges.map(({ node }: { node: Row }) => node);
    if (backward) all.unshift(...rows);
    else all.push(...rows);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return all;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const placesOf = (rows: readonly Row[]) =>
  rows.map(({ rank, decidingKey, employee }) => [employee.code, rank, decidingKey]);

test.each([1, 3])('a decided year is ranked by level, %i years together, results, titles and delays', async (years) => {
  const { ranked, basis } = await expected(years);
  expect(basis).toBe('MEAN');
  const places = ranked.map(({ row, rank, decidingKey }) => [row.code, rank, decidingKey]);
  expect(new Set(places.map(([, , key]) => key))).toEqual(
    new Set([null, 'LEVEL', 'YEARS', 'RESULT_POINTS', 'DELAYS', ...(years > 1 ? ['AWARDS'] : [])]),
  );
  const rows = await readAll(9, false, { years });
  expect(placesOf(rows)).toEqual(places);
  expect(placesOf(await readAll(9, true, { years }))).toEqual(places);
  expect(placesOf(await readAll(100, false, { years }))).toEqual(places);
  for (const [index, { row }] of ranked.entries()) {
    const value = rows[index]?.keys.find(({ key }) => key === 'YEARS')?.value;
    expect(value).toBe(row.years === null ? null : toText(row.years));
  }
});

test('decided and provisional are told apart, with who has no place and why', async () => {
  const { data, errors } = await ask({ first: 100 });
  expect(errors).toEqual([]);
  const { ranking } = data;
  expect(ranking).toMatchObject({
    provisional: false,
    years: 3,
    yearsBasis: 'MEAN',
    keys: ['LEVEL', 'YEARS', 'RESULT_POINTS', 'AWARDS', 'DELAYS'],
  });
  expect(ranking.awardWeights.source.certainty).toBe('ASSUMPTION');
  const apart = ranking.apart.edges.map(({ node }: { node: { reason: string } }) => node.reason);
  expect(apart.toSorted()).toEqual(['NOT_CLASSIFIED', 'NOT_DECIDED']);
  expect(ranking.apart.totalCount).toBe(2);
  const month = await ask({ period: '2026-10', first: 1 });
  expect(month.data.ranking).toMatchObject({ provisional: true, yearsBasis: null, awardWeights: null });
});

test('figures of the group count everybody once and name nobody', async () => {
  const { data } = await ask({ first: 1 });
  const { distribution, nineBox, cells, total, nineBoxBounds } = data.ranking;
  const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((all, { count }) => all + count, 0);
  expect([distribution.scored, sum(distribution.bins), sum(nineBox), sum(cells)]).toEqual([total, total, total, total]);
  expect(distribution.bins).toHaveLength(10);
  expect(nineBox).toHaveLength(9);
  expect(nineBoxBounds).toEqual({ low: '7/10', high: '9/10', source: { certainty: 'ASSUMPTION' } });
});

test('a latest year without completion or classification blocks, and moves nobody', async () => {
  const rows = await readAll(100, false);
  const blocked = rows.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'NOT_COMPLETED'));
  expect(blocked.length).toBeGreaterThan(0);
  const shown = await readAll(100, false, { filter: { blocked: true } });
  expect(new Set(placesOf(shown))).toEqual(new Set(placesOf(rows.filter(({ blocks }) => blocks.length > 0))));
  // Of a month the last decided year blocks too.
  const month = await readAll(100, false, { period: '2026-10' });
  const byYear = month.flatMap((row) => row.blocks.filter(({ year }) => year !== null));
  expect(new Set(byYear.map(({ kind, year }) => `${kind} ${year}`))).toEqual(
    new Set([`NOT_COMPLETED ${YEAR - 1}`, `NOT_CLASSIFIED ${YEAR - 1}`]),
  );
});

test('one year of another regime, or without points, puts everybody’s years on levels', async () => {
  await office.ownerPool.query(
    `insert into congvu.classification_round (agency_id, year, state, due_on, opened_by_name)
     select id, 2023, 'PROPOSED', '2023-12-14', 'Tổ chức' from congvu.unit where code = 'H99.01'`,
  );
  await office.ownerPool.query(
    `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, state, months, worked_months, proposal, decided_level, decision_number, decided_on, decided_by_name, decided_at, notified_at)
     select r.id, c.employee_id, c.agency_id, c.authority_id, c.unit_id, 2023, c.post, c.group_code, c.subject_type, 'ND90-2020/CIVIL_SERVANT', 1,
       'NOTIFIED', ${MONTHS}, 12, 'LEVEL', 'COMPLETED', '2/QĐ', '2023-12-15', 'Giám đốc Sở', '2023-12-15', '2023-12-16'
     from congvu.classification_round r cross join lateral (select * from congvu.classification c where c.year = ${YEAR}
       and c.group_code = '${GROUP}' and c.decided_level = 'GOOD' order by c.employee_id limit 1) c where r.year = 2023`,
  );
  expect((await expected(3)).basis).toBe('MEAN');
  const { ranked, basis } = await expected(4);
  expect(basis).toBe('LEVEL_POINTS');
  const page = await ask({ years: 4, first: 1 });
  expect(page.data.ranking.yearsBasis).toBe('LEVEL_POINTS');
  expect(placesOf(await readAll(9, false, { years: 4 }))).toEqual(
    ranked.map(({ row, rank, decidingKey }) => [row.code, rank, decidingKey]),
  );
  expect((await ask({ years: 6, first: 1 })).errors[0]?.extensions).toMatchObject({ reason: 'OUT_OF_RANGE' });
});

test('who has a level and no points is ranked by levels, without a figure', async () => {
  await office.ownerPool.query(
    `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, state, months, worked_months, proposal, decided_level, decision_number, decided_on, decided_by_name, decided_at, notified_at)
     select r.id, a.employee_id, r.agency_id, r.agency_id, a.unit_id, r.year, a.post, a.group_code, a.subject_type, a.rule_set, 1,
       'NOTIFIED', ${MONTHS}, 12, 'LEVEL', (case when a.post = 'HEAD' then 'GOOD' else 'COMPLETED' end)::congvu.level, '2/QĐ',
       make_date(r.year, 12, 15), 'Giám đốc Sở', make_date(r.year, 12, 15), make_date(r.year, 12, 16)
     from congvu.classification_round r join congvu.assignment a on a.valid_to is null and a.group_code = 'H99.01.LDP'
     where r.year = ${YEAR}`,
  );
  const query = QUERY.replace(GROUP, 'H99.01.LDP');
  const { data, errors } = await office.as('lanhdao')(query, { period: String(YEAR), first: 100 });
  expect(errors).toEqual([]);
  expect(data.ranking).toMatchObject({
    total: 16,
    yearsBasis: 'LEVEL_POINTS',
    distribution: { scored: 0, quartiles: null, mean: null },
    cells: [],
  });
  const places = data.ranking.rows.edges.map(({ node }: { node: Row & { level: string; total: null } }) => [
    node.rank,
    node.level,
    node.total,
  ]);
  expect(places).toEqual([
    ...Array.from({ length: 4 }, () => [1, 'GOOD', null]),
    ...Array.from({ length: 12 }, () => [5, 'COMPLETED', null]),
  ]);
});
