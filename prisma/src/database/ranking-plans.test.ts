import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';

// A group of 20,000: what a page may read of it. Counted by PostgreSQL itself, within the transaction that asks.
const PEOPLE = 20_000;
const FAMILY = 'ND335-2025/CIVIL_SERVANT';

let test: TestDatabase;
let org: SmallOrganisation;
let client: pg.PoolClient;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  client = await test.ownerPool.connect();
  const run = (text: string) => client.query(text);
  await run(`INSERT INTO employee (id, code, name, search_key, sort_key)
    SELECT md5(n::text)::uuid, 'M' || n, 'Người ' || n, 'nguoi ' || n, lpad(n::text, 6, '0') FROM generate_series(1, ${PEOPLE}) n`);
  await run(`INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version, agency_id, group_code, post, subject_type,
      family, score_state, total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator,
      level, display)
    SELECT md5(n::text)::uuid, '${org.units.officeA}', '2026-10', 'STAFF', '${FAMILY}', 1, '${org.units.department}', 'CM', 'STAFF',
      'CIVIL_SERVANT', '${FAMILY}', 'SCORED', 18000 + n % 9973, 300, 12000 + n % 8000, 300, 1, 2, 'GOOD', '0' FROM generate_series(1, ${PEOPLE}) n`);
  await run(
    `INSERT INTO classification_round (agency_id, year, due_on, opened_by_name) 
    SELECT '${org.units.department}', y, '2026-01-10', 'x' FROM generate_series(2023, 2025) y`,
  );
  await run(`INSERT INTO classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type, rule_set,
      rule_set_version, months, worked_months, mean_numerator, mean_denominator, result_numerator, result_denominator, state, decided_level,
      decision_number, decided_on, decided_by_name, decided_at, override_document)
    SELECT r.id, md5(n::text)::uuid, r.agency_id, r.agency_id, '${org.units.officeA}', r.year, 'STAFF', 'CM', 'CIVIL_SERVANT', '${FAMILY}', 1, m.list, 12,
      18000 + n % 9973, 300, 12000 + n % 8000, 300, 'DECIDED', (CASE WHEN n % 100 < 5 THEN 'OUTSTANDING' ELSE 'GOOD' END)::level, '1/QĐ',
      '2026-01-08', 'Giám đốc', '2026-01-08', '3/TB'
    FROM classification_round r CROSS JOIN generate_series(1, ${PEOPLE}) n
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('period', r.year || '-' || lpad(i::text, 2, '0'))) AS list FROM generate_series(1, 12) i) m`);
  await run('VACUUM (ANALYZE) period_sheet, classification, employee, unit');
}, 120_000);
afterAll(async () => {
  client.release();
  await test.drop();
});

/** Rows of a table read since the transaction began, by going through it and by its indexes (entries of an index alone not counted). */
async function readOf(table: string) {
  const { rows } = await client.query<{ scans: string; fetched: string }>(
    `SELECT seq_scan AS scans, idx_tup_fetch AS fetched FROM pg_stat_xact_user_tables WHERE relid = $1::regclass`,
    [table],
  );
  return { scans: Number(rows[0]?.scans), fetched: Number(rows[0]?.fetched) };
}

async function asPersonnel<Value>(work: () => Promise<Value>): Promise<Value> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT name_actor($1, NULL, 'STATISTICS', 'r', true)`, [org.personnel.userId]);
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

const firstPage = (period: string) =>
  client.query('SELECT place FROM ranking_rows($1, $2, $1, $3, $4, 3, NULL, false, 51)', [
    org.units.department,
    period,
    'CM',
    FAMILY,
  ]);

describe('the first fifty of a group of 20,000', () => {
  it('of a month read the sheets of their page and its equals, and go through none', async () => {
    await asPersonnel(async () => {
      expect((await firstPage('2026-10')).rowCount).toBe(51);
      const read = await readOf('period_sheet');
      expect(read.scans).toBe(0);
      // Candidates by the index, then once more by their keys.
      expect(read.fetched).toBeLessThan(300);
    });
  });

  it('of a year read the years before of their level alone, and go through no table', async () => {
    await asPersonnel(async () => {
      expect((await firstPage('2025')).rowCount).toBe(51);
      const read = await readOf('classification');
      expect(read.scans).toBe(0);
      // The group's year once, to count its levels, and the level's thousand with their years: not the years of everybody.
      expect(read.fetched).toBeLessThan(PEOPLE * 1.5);
    });
  });

  it('and their spread goes through no table either', async () => {
    await asPersonnel(async () => {
      const { rows } = await client.query('SELECT scored FROM ranking_distribution($1, $2, $1, $3, $4)', [
        org.units.department,
        '2026-10',
        'CM',
        FAMILY,
      ]);
      expect(rows).toEqual([{ scored: PEOPLE }]);
      expect((await readOf('period_sheet')).scans).toBe(0);
    });
  });
});
