import { randomUUID } from 'node:crypto';
import { rational, toText, whole } from '@congvu/schema/primitives/rational';
import {
  AWARD_WEIGHTS,
  awardsWeight,
  LEVEL_POINTS,
  MONTH_ORDER,
  overYears,
  rankRows,
  YEAR_ORDER,
  yearsBasis,
} from '@congvu/schema/ranking';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';

const FAMILY = 'ND335-2025/CIVIL_SERVANT';
const MONTH = '2026-10';
const PEOPLE = 90;

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  await addPeople();
  await addMonth();
  await addYears();
});
afterAll(() => test.drop());

/** Few values, so that many are equal on some keys and some on all; thirds and sevenths, so that none is a decimal. */
const figuresOf = (n: number) => {
  const result = rational(140 + ((n * 7) % 5) * 3, 3);
  const general = rational(20 + ((n * 3) % 4), 1);
  const total = rational(140 + ((n * 7) % 5) * 3 + 3 * (20 + ((n * 3) % 4)), 3);
  return { total, result, general, quality: rational(5 + (n % 3), 7), delays: n % 2 };
};
const LEVELS = ['OUTSTANDING', 'GOOD', 'COMPLETED', 'NOT_COMPLETED'] as const;
const levelOf = (n: number, year: number) => LEVELS[(n + year) % 7 < 2 ? 0 : (n + year) % 7 < 6 ? 1 : 2] ?? 'GOOD';
const meanOf = (n: number, year: number) => rational(500 + ((n * 5 + year) % 6) * 7, 7);
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const unitOf = (n: number) => (n % 3 === 0 ? org.units.officeA : org.units.officeB);
const titlesOf = (n: number) => (n % 4 === 0 ? ['LDTT', 'CSTDCS'] : n % 4 === 1 ? ['LDTT'] : []);
const numbers = Array.from({ length: PEOPLE }, (_, n) => n + 1);

async function addPeople(): Promise<void> {
  for (const n of numbers) {
    const name = String((n * 37) % 100).padStart(3, '0');
    await test.ownerPool.query(
      `INSERT INTO employee (id, code, name, search_key, sort_key) VALUES ($1, $2, $3, $3, $3)`,
      [idOf(n), `X${n}`, name],
    );
    await test.ownerPool.query(
      `INSERT INTO assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
       VALUES ($1, $2, 'STAFF', 'Chuyên viên', 'CM', 'CIVIL_SERVANT', 'STAFF', $3, '2024-01-01')`,
      [idOf(n), unitOf(n), FAMILY],
    );
  }
}

async function addSheet(n: number, unitId: string): Promise<void> {
  const { total, result, quality, delays } = figuresOf(n);
  await test.ownerPool.query(
    `INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version, state, score_state, provisional, general,
       total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator, delays, level, display)
     VALUES ($1, $2, $3, 'STAFF', $4, 1, 'CONFIRMED', 'SCORED', false, 20, $5, $6, $7, $8, $9, $10, $11, 'GOOD', '0,00')`,
    [
      idOf(n),
      unitId,
      MONTH,
      FAMILY,
      ...[total, result, quality].flatMap((value) => [String(value.numerator), String(value.denominator)]),
      delays,
    ],
  );
}

/** Of the last three: one moved and his month is closed, one moved and it is not, one has no figure. */
async function addMonth(): Promise<void> {
  for (const n of numbers.slice(0, -1)) await addSheet(n, unitOf(n));
  const [closed, open] = [numbers.at(-3) ?? 0, numbers.at(-2) ?? 0];
  for (const n of [closed, open]) {
    const from = unitOf(n) === org.units.officeA ? org.units.officeB : org.units.officeA;
    await addSheet(n, from);
  }
  await test.ownerPool.query(
    `INSERT INTO period_result (employee_id, period, unit_id, role, rule_set, rule_set_version, score_state, total_numerator, total_denominator,
       result_numerator, result_denominator, quality_numerator, quality_denominator, delays, level, display, worked_days)
     SELECT employee_id, period, unit_id, role, rule_set, 1, 'SCORED', total_numerator, total_denominator, result_numerator, result_denominator,
       quality_numerator, quality_denominator, delays, level, display, 22 FROM period_sheet WHERE employee_id = $1 AND unit_id = $2`,
    [idOf(closed), unitOf(closed)],
  );
  await test.ownerPool.query(
    `INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version) VALUES ($1, $2, $3, 'STAFF', $4, 1)`,
    [idOf(PEOPLE), unitOf(PEOPLE), MONTH, FAMILY],
  );
}

async function addYears(): Promise<void> {
  for (const year of [2023, 2024, 2025]) {
    const { rows } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO classification_round (agency_id, year, due_on, opened_by_name) VALUES ($1, $2, '2026-01-10', 'Nhân sự') RETURNING id`,
      [org.units.department, year],
    );
    for (const n of numbers) {
      // Some came later: they have fewer years.
      if (year < 2025 && n % 5 === 0) continue;
      const mean = meanOf(n, year);
      const { result, delays } = figuresOf(n);
      await test.ownerPool.query(
        `INSERT INTO classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type, rule_set,
           rule_set_version, months, worked_months, mean_numerator, mean_denominator, mean_display, result_numerator, result_denominator, delays,
           state, decided_level, decision_number, decided_on, decided_by_name, decided_at, notified_at, override_document)
         SELECT $1, $2, $3, $3, $4, $5::int, 'STAFF', 'CM', 'CIVIL_SERVANT', $6, 1,
           jsonb_agg(jsonb_build_object('period', $5::text || '-' || lpad(m::text, 2, '0'))), 12, $7, $8, '0,00', $9, $10, $11, 'NOTIFIED',
           $12::level, '1/QĐ', '2026-01-08', 'Giám đốc', '2026-01-08', '2026-01-09', '3/TB' FROM generate_series(1, 12) m`,
        [
          rows[0]?.id,
          idOf(n),
          org.units.department,
          unitOf(n),
          year,
          FAMILY,
          String(mean.numerator),
          String(mean.denominator),
          String(result.numerator),
          String(result.denominator),
          delays,
          levelOf(n, year),
        ],
      );
    }
  }
  for (const n of numbers)
    for (const code of titlesOf(n))
      await test.ownerPool.query(
        `INSERT INTO commendation (employee_id, unit_id, form, title, title_code, year, kind, decision_number, decided_on, issuer)
         VALUES ($1, $2, 'Danh hiệu', $3, $3, 2024, 'Thường xuyên', '2/QĐ', '2024-12-20', 'Sở')`,
        [idOf(n), unitOf(n), code],
      );
}

interface RankingRow extends pg.QueryResultRow {
  readonly place: number;
  readonly rank: number;
  readonly deciding: string | null;
  readonly cursor: unknown;
  readonly employee_id: string;
  readonly general: string | null;
  readonly years_numerator: string | null;
  readonly years_denominator: string | null;
  readonly basis: string | null;
}

interface Asked {
  readonly by?: Person;
  readonly unit?: string;
  readonly after?: unknown;
  readonly backward?: boolean;
  readonly limit?: number | null;
}

async function ask(period: string, { by = org.director, unit, after, backward = false, limit = null }: Asked = {}) {
  const { rows } = await test.database.runAs(actorOf(by), () =>
    test.database.pool.query<RankingRow>('SELECT * FROM ranking_rows($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      unit ?? org.units.department,
      period,
      org.units.department,
      'CM',
      FAMILY,
      3,
      after === undefined ? null : JSON.stringify(after),
      backward,
      limit,
    ]),
  );
  return rows;
}

const told = (rows: readonly RankingRow[]) =>
  rows.map(({ place, rank, deciding, employee_id }) => [place, rank, deciding, employee_id]);

/** Every page in one direction, put together in the order of places. */
async function inPages(period: string, limit: number, backward: boolean, unit?: string) {
  const pages: RankingRow[][] = [];
  let after: unknown;
  for (;;) {
    const page = await ask(period, {
      limit,
      backward,
      ...(after === undefined ? {} : { after }),
      ...(unit ? { unit } : {}),
    });
    if (page.length === 0) return (backward ? pages.toReversed() : pages).flat();
    pages.push(page);
    after = (backward ? page[0] : page.at(-1))?.cursor;
  }
}

/** What @congvu/schema/ranking makes of the same people, by name where they are equal. */
function expectedMonth(unit?: string) {
  const ranked = numbers.slice(0, -2).filter((n) => unit === undefined || unitOf(n) === unit);
  const rows = ranked
    .map((n) => ({ ...figuresOf(n), id: idOf(n), name: `${String((n * 37) % 100).padStart(3, '0')} ${idOf(n)}` }))
    .map(({ result, ...row }) => ({ ...row, resultPoints: result }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return rankRows(MONTH_ORDER, rows).map(({ row, rank, decidingKey }, index) => [index + 1, rank, decidingKey, row.id]);
}

function expectedYear() {
  const people = numbers.map((n) => ({
    n,
    years: [2025, 2024, 2023]
      .filter((year) => year === 2025 || n % 5 !== 0)
      .map((year) => ({ year, level: levelOf(n, year), mean: meanOf(n, year), family: FAMILY })),
  }));
  const basis = yearsBasis(people, FAMILY);
  const rows = people
    .map(({ n, years }) => ({
      id: idOf(n),
      name: `${String((n * 37) % 100).padStart(3, '0')} ${idOf(n)}`,
      level: levelOf(n, 2025),
      years: overYears(years, basis).value,
      resultPoints: figuresOf(n).result,
      awards: awardsWeight(titlesOf(n)),
      delays: figuresOf(n).delays,
    }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return rankRows(YEAR_ORDER, rows).map(({ row, rank, decidingKey }, index) => [index + 1, rank, decidingKey, row.id]);
}

describe('a month', () => {
  it('is ranked as the domain ranks it: places, equal ranks and deciding keys', async () => {
    expect(told(await ask(MONTH))).toEqual(expectedMonth());
    expect(told(await ask(MONTH, { unit: org.units.officeA }))).toEqual(expectedMonth(org.units.officeA));
  });

  it.each([1, 4, 25, 200])('is the same in pages of %d, forwards and backwards', async (limit) => {
    expect(told(await inPages(MONTH, limit, false))).toEqual(expectedMonth());
    expect(told(await inPages(MONTH, limit, true))).toEqual(expectedMonth());
    expect(told(await inPages(MONTH, limit, false, org.units.officeB))).toEqual(expectedMonth(org.units.officeB));
    expect(told(await inPages(MONTH, limit, true, org.units.officeB))).toEqual(expectedMonth(org.units.officeB));
  });

  it('goes on after a row that is there no more', async () => {
    const [first, second] = await ask(MONTH, { limit: 2 });
    const stand = (group: string | null) =>
      test.ownerPool.query('UPDATE period_sheet SET group_code = $2 WHERE employee_id = $1', [
        first?.employee_id,
        group,
      ]);
    await stand(null);
    const [next] = await ask(MONTH, { limit: 1, after: first?.cursor });
    expect([next?.employee_id, next?.place]).toEqual([second?.employee_id, 1]);
    await stand('CM');
  });

  it('shows rows where scores may be read, in the places of all; nothing without RANKING_READ over the unit', async () => {
    expect(await ask(MONTH, { by: org.headA })).toEqual([]);
    expect(await ask(MONTH, { by: org.staffA })).toEqual([]);
    expect(told(await ask(MONTH, { by: org.headA, unit: org.units.officeA }))).toEqual(
      expectedMonth(org.units.officeA),
    );
    const { rows } = await test.database.runAs(actorOf(org.director, ['RANKING_READ']), () =>
      test.database.pool.query('SELECT * FROM ranking_rows($1, $2, $1, $3, $4, 3, NULL, false, 10)', [
        org.units.department,
        MONTH,
        'CM',
        FAMILY,
      ]),
    );
    expect(rows).toEqual([]);
  });
});

describe('a year', () => {
  it('is ranked as the domain ranks it, over three years by their means', async () => {
    const rows = await ask('2025');
    expect(told(rows)).toEqual(expectedYear());
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['MEAN']));
  });

  it.each([1, 7, 40, 200])('is the same in pages of %d, forwards and backwards', async (limit) => {
    expect(told(await inPages('2025', limit, false))).toEqual(expectedYear());
    expect(told(await inPages('2025', limit, true))).toEqual(expectedYear());
  });

  it('counts one’s own decision before its notice and does not show it', async () => {
    const { employeeId } = org.director;
    const round = await test.ownerPool.query<{ id: string }>('SELECT id FROM classification_round WHERE year = 2025');
    const id = randomUUID();
    await test.ownerPool.query(
      `INSERT INTO classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type, rule_set,
         rule_set_version, months, worked_months, mean_numerator, mean_denominator, state, decided_level, decision_number, decided_on,
         decided_by_name, decided_at, override_document)
       SELECT $1, $2, $3, $4, $4, $4, 2025, 'HEAD', 'CM', 'CIVIL_SERVANT', $5, 1,
         jsonb_agg(jsonb_build_object('period', '2025-' || lpad(m::text, 2, '0'))), 12, 99, 1, 'DECIDED', 'OUTSTANDING', '1/QĐ', '2026-01-08',
         'Chủ tịch', '2026-01-08', '3/TB' FROM generate_series(1, 12) m`,
      [id, round.rows[0]?.id, employeeId, org.units.department, FAMILY],
    );
    const rows = await ask('2025', { limit: 3 });
    expect(rows.map(({ place, employee_id }) => [place, employee_id === employeeId])).toEqual([
      [2, false],
      [3, false],
      [4, false],
    ]);
    // By who is above him he is seen.
    expect((await ask('2025', { by: org.personnel, limit: 1 }))[0]?.employee_id).toBe(employeeId);
  });

  it('counts by level points for everybody as soon as anybody has a year of another regime', async () => {
    await test.ownerPool.query(
      `INSERT INTO classification_round (agency_id, year, due_on, opened_by_name) VALUES ($1, 2022, '2026-01-10', 'Nhân sự')`,
      [org.units.department],
    );
    const move = (ruleSet: string) =>
      test.ownerPool.query(
        `ALTER TABLE classification DISABLE TRIGGER keep_decided; UPDATE classification SET rule_set = '${ruleSet}'
         WHERE employee_id = '${idOf(1)}' AND year = 2024; ALTER TABLE classification ENABLE TRIGGER keep_decided`,
      );
    await move('ND233-2026/PUBLIC_EMPLOYEE');
    const rows = await ask('2025', { limit: 5 });
    expect(rows.map(({ basis }) => basis)).toEqual(Array.from({ length: 5 }, () => 'LEVEL_POINTS'));
    await move(FAMILY);
  });
});

describe('a group', () => {
  interface GroupRow extends pg.QueryResultRow {
    readonly people: number;
    readonly scored: number;
    readonly levels: readonly number[];
    readonly whole: number;
  }
  /** The one group there is; null where the actor is told of none. */
  const findGroup = async (unit: string, period: string, by = org.director) =>
    (
      await test.database.runAs(actorOf(by), () =>
        test.database.pool.query<GroupRow>(
          'SELECT group_code, family, people, scored, levels, whole FROM ranking_groups($1, $2)',
          [unit, period],
        ),
      )
    ).rows[0] ?? null;

  it('counts who stands in it, who has a figure, and how many it has in the whole agency', async () => {
    const group = await findGroup(org.units.department, MONTH);
    expect(group).toMatchObject({ group_code: 'CM', family: FAMILY, scored: PEOPLE - 2 });
    const office = await findGroup(org.units.officeA, MONTH);
    expect(office?.whole).toBe(group?.people);
    expect(office?.scored).toBe(expectedMonth(org.units.officeA).length);
    const year = await findGroup(org.units.department, '2025');
    expect(year?.levels.reduce((sum, n) => sum + n, 0)).toBe(year?.scored);
    expect(await findGroup(org.units.department, MONTH, org.headA)).toBeNull();
    // The sheets of the small organisation's November have no figure.
    expect(await findGroup(org.units.department, '2026-11')).toMatchObject({
      people: 3,
      scored: 0,
      levels: [0, 0, 0, 0],
    });
  });
});

it('weights of titles and points of levels are those of the domain', async () => {
  const codes = [...Object.keys(AWARD_WEIGHTS.weights), 'KHAC'];
  const { rows } = await test.ownerPool.query<{ weights: number[]; points: number[] }>(
    `SELECT (SELECT array_agg(award_weight(c) ORDER BY o) FROM unnest($1::text[]) WITH ORDINALITY AS t(c, o)) AS weights,
       (SELECT array_agg(level_points(l::level) ORDER BY o) FROM unnest($2::text[]) WITH ORDINALITY AS t(l, o)) AS points`,
    [codes, LEVELS],
  );
  expect(rows[0]).toEqual({
    weights: codes.map((code) => awardsWeight([code])),
    points: LEVELS.map((level) => LEVEL_POINTS[level]),
  });
});

it('a fraction is written as the domain writes it', async () => {
  for (const value of [whole(94), rational(263, 3), rational(50, 100)]) {
    const { rows } = await test.ownerPool.query<{ text: string }>('SELECT fraction_text($1 * 6, $2 * 6) AS text', [
      String(value.numerator),
      String(value.denominator),
    ]);
    expect(rows[0]?.text).toBe(toText(value));
  }
});
