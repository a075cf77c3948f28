import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createPerson,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';
import { createYearRecords, openRound, type YearRecords } from '../../../test/testkit/year-records.ts';

let test: TestDatabase;
let org: SmallOrganisation;
/** Personnel of a second agency, to which `moved` went in June. */
let elsewhere: Person;
let moved: Person;
let records: YearRecords;
const other = { agency: '', office: '' };

beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  const { rows } = await test.ownerPool.query<{ id: string }>(
    `INSERT INTO unit (code, name, short_name, level, kind, path, parent_id, valid_from) VALUES
       ('T.U', 'Sở Tài chính', 'STC', 2, 'USING_AGENCY', 't.u', $1, '2025-07-01'),
       ('T.U.A', 'Phòng Ngân sách', 'NS', 3, 'DIRECT_UNIT', 't.u.a', NULL, '2025-07-01') RETURNING id`,
    [org.units.province],
  );
  other.agency = rows[0]?.id ?? '';
  other.office = rows[1]?.id ?? '';
  elsewhere = await createPerson(test.ownerPool, { code: 'NS9', name: 'Võ Nhân Sự', unitId: null, post: 'STAFF' });
  await test.ownerPool.query(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'HR', $2, '2026-01-01', '5/QĐ')`,
    [elsewhere.userId, other.agency],
  );
  moved = await createPerson(test.ownerPool, {
    code: 'CD',
    name: 'Cao Chuyển Đi',
    unitId: org.units.officeA,
    post: 'STAFF',
  });
  await test.ownerPool.query(`UPDATE assignment SET valid_to = '2026-06-10' WHERE employee_id = $1`, [
    moved.employeeId,
  ]);
  await test.ownerPool.query(
    `INSERT INTO assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     VALUES ($1, $2, 'STAFF', 'Chuyên viên', 'CM', 'CIVIL_SERVANT', 'STAFF', 'ND335-2025/CIVIL_SERVANT', '2026-06-11')`,
    [moved.employeeId, other.office],
  );
  for (const [period, unitId, revision] of [
    ['2026-05', org.units.officeA, 1],
    ['2026-05', org.units.officeA, 2],
    ['2026-07', other.office, 1],
    ['2025-12', org.units.officeA, 1],
  ] as const)
    await test.ownerPool.query(
      `INSERT INTO period_result (employee_id, period, revision, unit_id, role, rule_set, rule_set_version, score_state, worked_days)
       VALUES ($1, $2, $4, $3, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1, 'INSUFFICIENT_DATA', 20)`,
      [moved.employeeId, period, unitId, revision],
    );
  records = await createYearRecords(
    test.ownerPool,
    org,
    await openRound(test.ownerPool, org.units.department),
    org.staffA,
  );
});
afterAll(() => test.drop());

const ask = (person: Person, sql: string, values: unknown[]) =>
  test.database.runAs(
    actorOf(person),
    async () => (await test.database.pool.query(`SELECT * FROM congvu.${sql}`, values)).rows,
  );

describe('the people of an agency’s year', () => {
  it('are those whose last unit lies in it, with what they did in another (R-SP-8)', async () => {
    const [person, ...rest] = await ask(elsewhere, 'year_people($1, 2026)', [other.agency]);
    expect(rest).toEqual([]);
    expect(person?.employee_id).toBe(moved.employeeId);
    expect(person?.segments.map((segment: { from: string; to: string | null }) => [segment.from, segment.to])).toEqual([
      ['2026-01-01', '2026-06-10'],
      ['2026-06-11', null],
    ]);
    expect(person?.absences).toEqual([]);
    const results = await ask(elsewhere, 'year_results($1, 2026) r', [other.agency]);
    expect(results.map(({ period, revision }) => [period, revision])).toEqual([
      ['2026-05', 2],
      ['2026-07', 1],
    ]);
    const left = await ask(org.personnel, 'year_people($1, 2026)', [org.units.department]);
    expect(left.map((one) => one.employee_id)).not.toContain(moved.employeeId);
    expect(left).toHaveLength(4);
    expect(left.find((one) => one.employee_id === org.staffA.employeeId)?.absences).toEqual([
      { kind: 'SICK', from: '2026-05-04', to: '2026-05-08' },
    ]);
  });

  it('are told to nobody who neither proposes nor decides there', async () => {
    for (const person of [org.personnel, org.director, org.headA, moved])
      expect(await ask(person, 'year_people($1, 2026)', [other.agency])).toEqual([]);
    expect(await ask(org.headA, 'year_results($1, 2026)', [org.units.department])).toEqual([]);
    expect(await ask(org.director, 'year_people($1, 2026)', [org.units.department])).toHaveLength(4);
  });
});

describe('what was published', () => {
  it('is the level, for who works in the agency or reads its levels', async () => {
    const seen = await ask(org.staffB, 'published_levels($1, 2026)', [org.units.department]);
    expect(seen).toMatchObject([{ code: 'NVA', name: 'Nguyễn Thị Hòa', title: 'Chuyên viên', level: 'GOOD' }]);
    expect(Object.keys(seen[0] ?? {}).join(' ')).not.toMatch(/numerator|display|months|score/);
    expect(await ask(org.personnel, 'published_levels($1, 2026)', [org.units.department])).toHaveLength(1);
    // He works in another agency now.
    expect(await ask(moved, 'published_levels($1, 2026)', [org.units.department])).toEqual([]);
  });
});

describe('absences', () => {
  it('are told to the manager by their days, without their kind', async () => {
    const days = 'absences_of($1, $2, $3)';
    const seen = await ask(org.headA, days, [org.units.officeA, '2026-05-08', '2026-05-31']);
    expect(seen).toHaveLength(1);
    expect(Object.keys(seen[0] ?? {})).toEqual(['employee_id', 'absent_from', 'absent_to']);
    expect(await ask(org.headA, days, [org.units.officeA, '2026-05-09', '2026-05-31'])).toEqual([]);
    expect(await ask(org.headA, days, [org.units.department, '2026-01-01', '2026-12-31'])).toEqual([]);
    expect(await ask(org.staffB, days, [org.units.officeA, '2026-01-01', '2026-12-31'])).toEqual([]);
  });
});

describe('an act', () => {
  it('is counted in one year, by who decides or proposes the person’s level', async () => {
    const countIn = async (person: Person, year: number) =>
      (await ask(person, 'count_violations($1, $2) AS counted', [[records.violation], year]))[0]?.counted;
    expect(await countIn(org.headA, 2026)).toBe(0);
    expect(await countIn(elsewhere, 2026)).toBe(0);
    expect(await countIn(org.director, 2025)).toBe(0);
    expect(await countIn(org.director, 2026)).toBe(1);
    // R-SP-4: not twice.
    expect(await countIn(org.director, 2026)).toBe(0);
  });
});

describe('an account', () => {
  it('is named to the head over its person and to his personnel', async () => {
    const account = async (person: Person, of: Person) =>
      (await ask(person, 'account_of($1) AS id', [of.employeeId]))[0]?.id;
    expect(await account(org.headA, org.staffA)).toBe(org.staffA.userId);
    expect(await account(org.personnel, org.staffA)).toBe(org.staffA.userId);
    expect(await account(org.headA, org.staffB)).toBeNull();
    expect(await account(org.staffB, org.staffA)).toBeNull();
  });
});

describe('a job', () => {
  it('is taken once, again when its lease has run out, and never when it was ended', async () => {
    await test.ownerPool.query(
      `INSERT INTO job (kind, unit_id, period, created_by_id, created_by_name) VALUES ('CLOSE_MONTH', $1, '2026-09', $2, 'NS')`,
      [org.units.department, org.personnel.userId],
    );
    const take = async (seconds: number) => (await test.ownerPool.query('SELECT * FROM take_job($1)', [seconds])).rows;
    const [first] = await take(60);
    expect(first).toMatchObject({
      kind: 'CLOSE_MONTH',
      period: '2026-09',
      created_by_id: org.personnel.userId,
      token_scopes: null,
    });
    expect(await take(60)).toEqual([]);
    const renew = async (seconds: number) =>
      (await test.ownerPool.query('SELECT renew_job($1, $2) AS kept', [first?.id, seconds])).rows[0]?.kept;
    expect(await renew(-1)).toBe(true);
    expect(await take(60)).toHaveLength(1);
    await test.ownerPool.query(`SELECT fail_job($1, 'UNAUTHENTICATED')`, [first?.id]);
    expect(await renew(60)).toBe(false);
    expect(await take(60)).toEqual([]);
  });
});

describe('the quota of a month', () => {
  it('counts the agency’s sheets for who scores in it', async () => {
    await test.ownerPool.query(
      `UPDATE period_sheet SET score_state = 'SCORED', total_numerator = 95, total_denominator = 1, level = 'OUTSTANDING', display = '95.00'
       WHERE employee_id = ANY ($1)`,
      [[org.staffA.employeeId, org.staffB.employeeId]],
    );
    const figures = await ask(org.headA, 'month_quota($1, $2)', [org.units.officeA, '2026-11']);
    expect(figures).toEqual([
      { group_code: 'CM', members: 3, pool: 2, maximum: 0, outstanding: 2, confirmed: 0 },
      { group_code: null, members: 3, pool: 2, maximum: 0, outstanding: 2, confirmed: 0 },
    ]);
    expect(await ask(org.staffA, 'month_quota($1, $2)', [org.units.officeA, '2026-11'])).toEqual([]);
  });
});
