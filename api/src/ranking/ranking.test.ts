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
