import { toSearchKey } from '@congvu/schema/person-name';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  await test.ownerPool.query(
    `UPDATE period_sheet SET score_state = 'SCORED', total_numerator = 94, total_denominator = 1, level = 'OUTSTANDING', display = '94,00'`,
  );
});
afterAll(() => test.drop());

const on = '2026-11-26';
async function ask<Row extends pg.QueryResultRow>(
  person: Person,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return (await test.database.runAs(actorOf(person), () => test.database.pool.query<Row>(sql, values))).rows;
}

interface MarkRow extends pg.QueryResultRow {
  readonly key_position: number;
  readonly matches: number;
  readonly code: string;
  readonly level: string | null;
  readonly open_tasks: number;
  readonly late_tasks: number;
  readonly commendations: number | null;
  readonly active_discipline: boolean | null;
  readonly active_discipline_until: string | null;
}

const identify = (person: Person, keys: readonly string[]) =>
  ask<MarkRow>(person, 'SELECT * FROM identify($1, $2, $3)', [keys, keys.map(toSearchKey), on]);

describe('identify', () => {
  it('answers keys in order: by staff code, user name and name in any tones, each only where seen', async () => {
    const rows = await identify(org.headA, ['nva', 'Nguyễn Thị Hoà', 'NVB', 'không ai', 'TPA']);
    expect(rows.map((row) => [row.key_position, row.code])).toEqual([
      [1, 'NVA'],
      [2, 'NVA'],
      [5, 'TPA'],
    ]);
  });

  it('shows what the actor may know, and null where he may not', async () => {
    const mark = { level: 'OUTSTANDING', open_tasks: 1, late_tasks: 1, commendations: 1 };
    expect(await identify(org.headA, ['NVA'])).toMatchObject([
      { ...mark, active_discipline: null, active_discipline_until: null },
    ]);
    expect(await identify(org.personnel, ['NVA'])).toMatchObject([
      { ...mark, active_discipline: true, active_discipline_until: '2027-03-10' },
    ]);
    expect(await identify(org.inspector, ['NVA'])).toMatchObject([
      { level: null, open_tasks: 1, commendations: null, active_discipline: null },
    ]);
    // One's own record needs no permission.
    expect(await identify(org.staffB, ['NVB'])).toMatchObject([{ ...mark, active_discipline: true }]);
  });

  it('judges a sheet and a task by the unit of their time, not by today’s', async () => {
    const move = (unitId: string) =>
      Promise.all(
        ['period_sheet', 'task'].map((table) =>
          test.ownerPool.query(`UPDATE ${table} SET unit_id = $1 WHERE employee_id = $2`, [
            unitId,
            org.staffA.employeeId,
          ]),
        ),
      );
    await move(org.units.officeB);
    expect(await identify(org.headA, ['NVA'])).toMatchObject([{ level: null, open_tasks: 0, commendations: 1 }]);
    expect(await identify(org.director, ['NVA'])).toMatchObject([{ level: 'OUTSTANDING', open_tasks: 1 }]);
    expect(await identify(org.staffA, ['NVA'])).toMatchObject([{ level: 'OUTSTANDING', open_tasks: 1 }]);
    await move(org.units.officeA);
  });

  it('gives people of one name as several, at most five of them', async () => {
    const namesakes = Array.from({ length: 7 }, (_, index) => `TEN${index}`);
    for (const code of namesakes) {
      await test.ownerPool.query(
        `WITH person AS (INSERT INTO employee (code, name, search_key, sort_key) VALUES ($1, 'Trịnh Trùng Tên', 'trinh trung ten', $1) RETURNING id)
         INSERT INTO assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
         SELECT id, $2, 'STAFF', 'Chuyên viên', 'CM', 'CIVIL_SERVANT', 'STAFF', 'x', '2026-01-01' FROM person`,
        [code, org.units.officeA],
      );
    }
    const rows = await identify(org.headA, ['Trịnh Trùng Tên']);
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.matches)).toEqual([7, 7, 7, 7, 7]);
    expect(await identify(org.staffB, ['Trịnh Trùng Tên'])).toEqual([]);
  });

  it('answers five hundred keys, also the same one five hundred times', async () => {
    const rows = await identify(
      org.headA,
      Array.from({ length: 500 }, () => 'NVA'),
    );
    expect(rows.map((row) => row.key_position)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });
});

describe('search_employees', () => {
  const search = async (person: Person, text: string) =>
    (
      await ask<{ code: string }>(person, 'SELECT e.code FROM search_employees($1, 20) s JOIN employee e USING (id)', [
        toSearchKey(text),
      ])
    ).map((row) => row.code);

  it('finds names without tones, codes and user names, of the actor’s units only', async () => {
    expect(await search(org.headA, 'hòa')).toEqual(['NVA']);
    expect(await search(org.headA, 'HOA')).toEqual(['NVA']);
    expect(await search(org.headA, 'nva')).toEqual(['NVA']);
    expect(await search(org.headA, 'Bình')).toEqual([]);
    expect(await search(org.director, 'Bình')).toEqual(['NVB']);
    expect(await search(org.staffB, 'Bình')).toEqual(['NVB']);
  });

  it('takes the signs of LIKE for what they are', async () => {
    expect(await search(org.director, '%')).toEqual([]);
    expect(await search(org.director, '_')).toEqual([]);
  });

  it('uses the trigram index, which a policy would keep from being used', async () => {
    await test.ownerPool.query(
      `INSERT INTO employee (code, name, search_key, sort_key)
       SELECT 'M' || n, 'x', md5(n::text) || ' ' || md5((n + 1)::text), 'x' FROM generate_series(1, 20000) n`,
    );
    // Also merges the index's list of late entries, which the planner counts against it.
    await test.ownerPool.query('VACUUM (ANALYZE) employee');
    const uses = async () =>
      Number(
        (
          await test.ownerPool.query(
            `SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'employee_search_key_trgm'`,
          )
        ).rows[0].idx_scan,
      );
    const before = await uses();
    await search(org.director, 'nguyen thi hoa');
    // The figures are published by the connection that searched, when it next comes to rest.
    await expect.poll(uses, { timeout: 15_000, interval: 500 }).toBeGreaterThan(before);
    const { rows } = await test.ownerPool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM employee WHERE search_key LIKE '%nguyen thi hoa%'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('employee_search_key_trgm');
  });
});

describe('count_levels', () => {
  it('counts a unit’s levels for who may rank it, and tells nobody else anything', async () => {
    const counts = (person: Person, unit: string) =>
      ask(person, 'SELECT level, sheets FROM count_levels($1, $2, $3)', [unit, '2026-11', 'CM']);
    expect(await counts(org.director, org.units.department)).toEqual([{ level: 'OUTSTANDING', sheets: 3 }]);
    expect(await counts(org.headA, org.units.officeA)).toEqual([{ level: 'OUTSTANDING', sheets: 2 }]);
    expect(await counts(org.headA, org.units.department)).toEqual([]);
    expect(await counts(org.staffA, org.units.officeA)).toEqual([]);
  });
});
