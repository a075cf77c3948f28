import { type Rational, rational } from '@congvu/schema/primitives/rational';
import { MONTH_ORDER, rankRows } from '@congvu/schema/ranking';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

const MONTH = '2026-10';
const GROUP = 'H99.01.CM';
const ROW =
  'rank decidingKey total display level delays keys { key value text decides } reasons blocks { kind until text } employee { code } assignment { unit { code } title }';
const QUERY = `query R($unit: String!, $period: Period!, $group: String, $family: String, $first: Int, $last: Int, $after: String,
    $before: String, $filter: RankingFilter) {
  ranking(unit: $unit, period: $period, group: $group, family: $family, filter: $filter) {
    provisional total wholeGroup withoutDataCount keys levels { level count } agency { code } group { code } family { code name }
    rows(first: $first, last: $last, after: $after, before: $before) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { ${ROW} } } } } }`;

interface Row {
  readonly rank: number;
  readonly decidingKey: string | null;
  readonly total: string;
  readonly level: string;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
  readonly employee: { readonly code: string };
}
interface Stored {
  readonly code: string;
  readonly total: Rational;
  readonly resultPoints: Rational;
  readonly quality: Rational;
  readonly delays: number;
}

let office: ApiOffice;
let stored: readonly Stored[];

/** The group's sheets as they are stored, by name. */
async function readStored(): Promise<readonly Stored[]> {
  const { rows } = await office.ownerPool.query<Record<string, string>>(
    `select e.code, s.total_numerator::text tn, s.total_denominator::text td, s.result_numerator::text rn, s.result_denominator::text rd,
       s.quality_numerator::text qn, s.quality_denominator::text qd, s.delays::text
     from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id
     where s.period = $1 and s.group_code = $2 and s.score_state = 'SCORED' order by e.sort_key, e.id`,
    [MONTH, GROUP],
  );
  const pair = (top = '0', bottom = '1') => rational(BigInt(top), BigInt(bottom));
  return rows.map(({ code = '', tn, td, rn, rd, qn, qd, delays }) => ({
    code,
    total: pair(tn, td),
    resultPoints: pair(rn, rd),
    quality: pair(qn, qd),
    delays: Number(delays),
  }));
}

beforeAll(async () => {
  office = await openApiOffice();
  const before = await readStored();
  const set = (codes: readonly string[], total: string) =>
    office.ownerPool.query(
      `update congvu.period_sheet s set total_numerator = split_part($2, '/', 1)::numeric, total_denominator = split_part($2, '/', 2)::numeric,
         result_numerator = 60, result_denominator = 1, quality_numerator = 1, quality_denominator = 1, delays = 0
       from congvu.employee e where e.id = s.employee_id and s.period = '${MONTH}' and e.code = any($1)`,
      [codes, total],
    );
  const codes = before.map(({ code }) => code);
  // Fifteen who are equal on every key, over the border of any page of seven, and two whose totals differ in the 21st decimal.
  await set(codes.slice(10, 25), '90/1');
  await set(codes.slice(30, 31), '94000000000000000000001/1000000000000000000000');
  await set(codes.slice(31, 32), '94/1');
  stored = await readStored();
});
afterAll(() => office?.close());

const ask = (variables: object, userName = 'lanhdao', headers = {}) =>
  office.as(userName)(QUERY, { unit: 'H99.01', period: MONTH, group: GROUP, ...variables }, headers);
const rowsOf = (answer: { data: { ranking: { rows: { edges: readonly { node: Row }[] } } } }): readonly Row[] =>
  answer.data.ranking.rows.edges.map(({ node }) => node);

/** All rows, page by page, forward or backward; always in the ranking's own order. */
async function readAll(size: number, backward: boolean, variables: object = {}): Promise<readonly Row[]> {
  const all: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page = await ask({
      ...variables,
      ...(backward ? { last: size, before: cursor } : { first: size, after: cursor }),
    });
    expect(page.errors).toEqual([]);
    const { pageInfo } = page.data.ranking.rows;
    const rows = rowsOf(page);
    if (backward) all.unshift(...rows);
    else all.push(...rows);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return all;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const placesOf = (rows: readonly Row[]) =>
  rows.map(({ rank, decidingKey, employee }) => [employee.code, rank, decidingKey]);

describe('the places of a month', () => {
  test('are those of the rules, equals sharing a rank, whatever the pages and the way they are read', async () => {
    const ranked = rankRows(MONTH_ORDER, stored).map(({ row, rank, decidingKey }) => [row.code, rank, decidingKey]);
    expect(ranked.length).toBeGreaterThan(100);
    expect(placesOf(await readAll(7, false))).toEqual(ranked);
    expect(placesOf(await readAll(7, true))).toEqual(ranked);
    expect(placesOf(await readAll(100, false))).toEqual(ranked);
    const nineties = ranked.filter(([, rank]) => rank === ranked.find(([code]) => code === stored[10]?.code)?.[1]);
    expect(nineties.length).toBeGreaterThanOrEqual(15);
  });

  test('tell apart what fifteen decimals do not', async () => {
    const rows = await readAll(100, false);
    const [above, below] = [30, 31].map((index) => rows.find(({ employee }) => employee.code === stored[index]?.code));
    expect(above?.rank).toBeLessThan(below?.rank ?? 0);
    expect(below?.decidingKey).toBe('TOTAL');
  });

  test('stay what they are under every filter, and a block lowers none', async () => {
    const whole = new Map(placesOf(await readAll(100, false)).map(([code, rank, key]) => [code, [rank, key]]));
    const filters = [
      { search: 'nguyen' },
      { level: ['GOOD', 'COMPLETED'] },
      { blocked: true },
      { blocked: false },
      { state: ['CONFIRMED'] },
      { total: { min: '90', max: '94' } },
      { general: { min: '25' }, resultPoints: { max: '65' } },
      { quality: { min: '0.9' }, quantity: { min: '1/2' }, progress: { max: '1' } },
    ];
    const counts: number[] = [];
    for (const filter of filters) {
      const rows = await readAll(9, false, { filter });
      counts.push(rows.length);
      expect(rows.length, JSON.stringify(filter)).toBeLessThan(stored.length + 1);
      for (const { employee, rank, decidingKey } of rows) expect([rank, decidingKey]).toEqual(whole.get(employee.code));
      expect(placesOf(await readAll(9, true, { filter }))).toEqual(placesOf(rows));
    }
    // Whoever is blocked and whoever is not are all there are.
    expect((counts[2] ?? 0) + (counts[3] ?? 0)).toBe(stored.length);
    expect(counts[5]).toBeGreaterThanOrEqual(16);
    const blocked = await readAll(50, false, { filter: { blocked: true } });
    for (const { blocks } of blocked) expect(blocks.length).toBeGreaterThan(0);
  });

  test('say how many there are, here and in the whole group, and what decided', async () => {
    const { data, errors } = await ask({ first: 3 });
    expect(errors).toEqual([]);
    expect(data.ranking).toMatchObject({
      provisional: true,
      total: stored.length,
      wholeGroup: stored.length,
      keys: ['TOTAL', 'RESULT_POINTS', 'QUALITY', 'DELAYS'],
      agency: { code: 'H99.01' },
      group: { code: GROUP },
      family: { code: 'ND335-2025/CIVIL_SERVANT', name: expect.stringContaining('335/2025') },
    });
    const counted = data.ranking.levels.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(counted).toBe(stored.length);
    const [first] = data.ranking.rows.edges;
    expect(first.node.keys.map(({ key }: { key: string }) => key)).toEqual(data.ranking.keys);
    expect(first.node.reasons).toHaveLength(1);
    const part = await ask({ unit: 'H99.01.01', first: 1 });
    expect(part.data.ranking.total).toBeLessThan(stored.length);
    expect(part.data.ranking.wholeGroup).toBe(stored.length);
    expect(rowsOf(part)[0]?.rank).toBe(1);
  });
});

describe('what is never ranked together', () => {
  test('are groups, agencies and regimes: refused with the groups there are', async () => {
    const several = await ask({ group: null, first: 1 }, 'lanhdao', { 'accept-language': 'en' });
    expect(several.data.ranking).toBeNull();
    expect(several.errors).toHaveLength(1);
    expect(several.errors[0]?.extensions).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'NOT_COMPARABLE',
      groups: expect.arrayContaining([
        { agency: 'H99.01', group: GROUP, family: 'ND335-2025/CIVIL_SERVANT', people: stored.length },
      ]),
    });
    expect(several.errors[0]?.message).toContain('groups of similar work');
    const agencies = await ask({ unit: 'H99', group: null, first: 1 }, 'nhansu');
    expect(agencies.errors[0]?.message).toContain('nhiều cơ quan');
    const nobody = await ask({ group: 'H99.02.CM', first: 1 });
    expect(nobody.errors[0]?.extensions).toMatchObject({ reason: 'NOT_COMPARABLE', groups: [] });
  });

  test('are two regimes within one group; each is ranked by itself, and a page of one is none of the other', async () => {
    const other = 'ND233-2026/PUBLIC_EMPLOYEE';
    const change = (family: string, from: string) =>
      office.ownerPool.query(
        `update congvu.period_sheet s set family = $1, rule_set = $1 from congvu.employee e
         where e.id = s.employee_id and s.period = $2 and e.code = any($3) and s.family = $4`,
        [family, MONTH, stored.slice(40, 43).map(({ code }) => code), from],
      );
    await change(other, 'ND335-2025/CIVIL_SERVANT');
    const mixed = await ask({ first: 1 }, 'lanhdao', { 'accept-language': 'en' });
    expect(mixed.errors[0]?.extensions).toMatchObject({ reason: 'NOT_COMPARABLE' });
    expect(mixed.errors[0]?.message).toContain('regimes');
    const few = await ask({ family: other, first: 1 });
    expect(few.errors).toEqual([]);
    expect(few.data.ranking).toMatchObject({ total: 3, wholeGroup: 3 });
    const { endCursor } = few.data.ranking.rows.pageInfo;
    const rest = await ask({ family: other, first: 5, after: endCursor });
    expect(rowsOf(rest)).toHaveLength(2);
    const foreign = await ask({ family: 'ND335-2025/CIVIL_SERVANT', first: 5, after: endCursor });
    expect(foreign.errors[0]?.extensions).toMatchObject({ reason: 'CURSOR_FOREIGN' });
    const forged = await ask({ family: other, first: 5, after: `${endCursor.split('.')[0]}.WyJ4Il0` });
    expect(forged.errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
    await change('ND335-2025/CIVIL_SERVANT', other);
  });

  test('is a quarter, and a range that is none', async () => {
    const quarter = await ask({ period: '2026-Q3', first: 1 });
    expect(quarter.errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_PERIOD' });
    const reversed = await ask({ first: 1, filter: { total: { min: '90', max: '80' } } });
    expect(reversed.errors[0]?.extensions).toMatchObject({ reason: 'INCONSISTENT' });
    const letters = await ask({ first: 1, filter: { total: { min: 'chín mươi' } } });
    expect(letters.errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_NUMBER' });
  });
});

describe('who sees what', () => {
  const GROUPS = `query G($unit: String!, $period: Period!) { comparableGroups(unit: $unit, period: $period) {
    agency { code } group { code name } family { code name } people scored levels { level count } } }`;
  const groupsOf = (userName: string, unit: string, headers = {}) =>
    office.as(userName)(GROUPS, { unit, period: MONTH }, headers);

  test('needs RANKING_READ, and tells nothing of units beyond it', async () => {
    for (const userName of ['chuyenvien', 'thanhtra', 'quantri']) {
      expect((await ask({ first: 1 }, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await groupsOf(userName, 'H99.01')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await ask({ unit: 'H99.99', first: 1 })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    // A head ranks his own division; of the agency above it he learns neither rows nor counts.
    expect((await groupsOf('quanly', 'H99.01.01')).data.comparableGroups.length).toBeGreaterThan(1);
    expect((await groupsOf('quanly', 'H99.01')).data).toEqual({ comparableGroups: [] });
    expect((await ask({ first: 1 }, 'quanly')).data).toEqual({ ranking: null });
  });

  test('sees more with a wider reach, and every row is noted', async () => {
    const own = await ask({ unit: 'H99.01.01', first: 100 }, 'quanly');
    const wider = await ask({ first: 100 }, 'nhansu', { 'x-purpose': 'RANKING' });
    expect(own.errors).toEqual([]);
    expect(rowsOf(wider).length).toBeGreaterThan(rowsOf(own).length);
    const places = new Map(
      rowsOf(await ask({ unit: 'H99.01.01', first: 100 })).map((row) => [row.employee.code, row.rank]),
    );
    for (const { employee, rank } of rowsOf(own)) expect(rank).toBe(places.get(employee.code));
    const { rows } = await office.ownerPool.query<{ count: number }>(
      `select count(distinct a.employee_id)::int as count from congvu.access_entry a join congvu.user_account u on u.id = a.user_id
       where u.user_name = 'quanly' and a.kind like '%ranking%'`,
    );
    // His own row is his.
    expect(rows[0]?.count).toBeGreaterThanOrEqual(rowsOf(own).length - 1);
  });

  test('lists each group with its size and levels', async () => {
    const { data, errors } = await groupsOf('lanhdao', 'H99.01');
    expect(errors).toEqual([]);
    const group = data.comparableGroups.find((each: { group: { code: string } }) => each.group.code === GROUP);
    expect(group).toMatchObject({ agency: { code: 'H99.01' }, people: stored.length, scored: stored.length });
    const counted = group.levels.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(counted).toBe(stored.length);
    expect(data.comparableGroups).toHaveLength(4);
    // In the month that runs, some groups have nobody with a figure yet.
    const running = await office.as('lanhdao')(GROUPS, { unit: 'H99.01', period: '2026-11' });
    expect(running.errors).toEqual([]);
    expect(running.data.comparableGroups).toHaveLength(4);
  });
});

describe('what it costs', () => {
  /** Statements beside naming the actor, transactions and the entry of the access log. */
  const countOf = async (query: () => Promise<{ readonly errors: readonly unknown[] }>) => {
    office.statements.length = 0;
    expect((await query()).errors).toEqual([]);
    return office.statements.filter(
      (text) => /congvu\./.test(text) && !/name_actor|authenticate|access_entry|record_access/.test(text),
    ).length;
  };

  test('is the same number of statements for one row and for a hundred', async () => {
    const one = await countOf(() => ask({ first: 1 }));
    expect(await countOf(() => ask({ first: 100 }))).toBe(one);
    expect(one).toBeGreaterThan(3);
    expect(one).toBeLessThanOrEqual(7);
    const filtered = await countOf(() => ask({ first: 1, filter: { blocked: false } }));
    expect(await countOf(() => ask({ first: 100, filter: { blocked: false } }))).toBe(filtered);
    const groups = `query G { comparableGroups(unit: "H99.01", period: "${MONTH}") { agency { code } group { name } family { name } people levels { count } } }`;
    expect(await countOf(() => office.as('lanhdao')(groups))).toBeLessThanOrEqual(3);
  });
});
