import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createPerson,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';
import {
  createYearRecords,
  openClassification,
  openRound,
  type YearRecords,
} from '../../../test/testkit/year-records.ts';
import type { Transaction } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
/** Head of the province: the managing agency, whose head replaces what heads of sở decided. */
let chairman: Person;
let roundId: string;
let published: YearRecords;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  chairman = await createPerson(test.ownerPool, {
    code: 'CT',
    name: 'Hồ Chủ Tịch',
    unitId: org.units.province,
    post: 'HEAD',
  });
  roundId = await openRound(test.ownerPool, org.units.department);
  published = await createYearRecords(test.ownerPool, org, roundId, org.staffB);
});
afterAll(() => test.drop());

const attempt = (person: Person, work: (tx: Transaction) => Promise<unknown>) =>
  attemptWrite(test.database, person, work);
/** A statement in somebody's name; counts as "nothing" where no row was there for him. */
const run = (person: Person, sql: string, ...values: unknown[]) =>
  attempt(person, async (tx) => ({
    count: await tx.$executeRawUnsafe(sql.replaceAll('$schema', 'congvu'), ...values),
  }));

const decision = (
  level: string,
  others = '',
) => `state = 'DECIDED', decided_level = '${level}', decision_number = '12/QĐ',
  decided_on = '2026-11-22', decided_by_id = congvu.actor_user(), decided_by_name = 'Ai đó', decided_at = now()${others}`;
const decide = (person: Person, id: string, level: string, others = '') =>
  run(person, `UPDATE congvu.classification SET ${decision(level, others)} WHERE id = $1::uuid`, id);

const rowOf = (person: Person, unitId: string, columns: string) =>
  openClassification(
    test.ownerPool,
    { roundId, agencyId: org.units.department, employeeId: person.employeeId, unitId },
    columns,
  );

describe('a level', () => {
  it('is decided by the head of the very agency: not above, not below, not by who proposes, not on himself', async () => {
    const id = await rowOf(org.staffA, org.units.officeA, `proposed_level = 'GOOD', proposal = 'LEVEL'`);
    expect(await decide(chairman, id, 'GOOD')).toBe('FORBIDDEN');
    expect(await decide(org.headA, id, 'GOOD')).toBe('nothing');
    expect(await decide(org.personnel, id, 'GOOD')).toBe('FORBIDDEN');
    expect(await decide(org.staffA, id, 'GOOD')).toBe('FORBIDDEN');
    const own = await rowOf(
      org.director,
      org.units.department,
      `post = 'HEAD', proposed_level = 'GOOD', proposal = 'LEVEL'`,
    );
    expect(await decide(org.director, own, 'GOOD')).toBe('FORBIDDEN');
    expect(
      await run(
        org.director,
        `UPDATE congvu.classification SET ${decision('GOOD').replace('congvu.actor_user()', 'NULL')} WHERE id = $1::uuid`,
        id,
      ),
    ).toBe('FORBIDDEN');
    expect(await decide(org.director, id, 'GOOD')).toBe('done');
    await test.ownerPool.query('UPDATE classification SET authority_id = $2 WHERE id = $1', [own, org.units.province]);
    expect(await decide(chairman, own, 'GOOD')).toBe('done');
  });

  it('once decided is superseded by a successor and never edited, not even by the owner', async () => {
    const { classification: id } = published;
    for (const change of [
      `decided_level = 'OUTSTANDING'`,
      `decision_number = '1'`,
      `trace = '[]'`,
      'decided_level = NULL, decided_at = NULL',
    ]) {
      expect(await run(org.director, `UPDATE congvu.classification SET ${change} WHERE id = $1::uuid`, id)).toBe(
        'FORBIDDEN',
      );
      await expect(
        test.ownerPool.query(`UPDATE classification SET ${change} WHERE id = $1`, [id]),
      ).rejects.toMatchObject({ code: 'CV003' });
    }
    const supersede = `UPDATE congvu.classification SET state = 'SUPERSEDED', current = false WHERE id = $1::uuid`;
    // At the commit: nothing took its place.
    expect(await run(org.director, supersede, id)).toBe('FORBIDDEN');
    const replace = (person: Person, authority: string) =>
      attempt(person, async (tx) => {
        await tx.$executeRawUnsafe(supersede, id);
        await tx.$executeRawUnsafe(
          `INSERT INTO congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, revision, post, group_code,
             subject_type, rule_set, rule_set_version, months, worked_months, supersedes_id, state, decided_level, decision_number,
             decided_on, decided_by_id, decided_by_name, decided_at)
           SELECT round_id, employee_id, agency_id, $2::uuid, unit_id, year, 2, post, group_code, subject_type, rule_set, rule_set_version,
             months, worked_months, id, 'RESOLVED', 'COMPLETED', '2/QĐ', '2026-11-22', congvu.actor_user(), 'A', now()
           FROM congvu.classification WHERE id = $1::uuid`,
          id,
          authority,
        );
      });
    expect(await replace(org.personnel, org.units.department)).toBe('FORBIDDEN');
    // Art. 21(3): the head of the managing agency replaces what a head of a using agency decided.
    expect(await replace(chairman, org.units.province)).toBe('done');
    const { rows } = await test.ownerPool.query(
      'SELECT revision, current, state, decided_level AS level FROM classification WHERE employee_id = $1 ORDER BY revision',
      [org.staffB.employeeId],
    );
    expect(rows).toEqual([
      { revision: 1, current: false, state: 'SUPERSEDED', level: 'GOOD' },
      { revision: 2, current: true, state: 'RESOLVED', level: 'COMPLETED' },
    ]);
  });

  it('of a head is not above his unit’s, a forced one not raised, but for a document', async () => {
    const unitOf = (columns: string) =>
      test.ownerPool
        .query(
          `INSERT INTO unit_result (unit_id, authority_id, year, rule_set, rule_set_version, general_points, item_points)
         VALUES ($1, $2, 2026, 'ND335-2025/ORGANISATION', 1, '[]', '[]')`,
          [org.units.officeA, org.units.department],
        )
        .then(() => test.ownerPool.query(`UPDATE unit_result SET ${columns} WHERE unit_id = $1`, [org.units.officeA]));
    await unitOf(
      `state = 'DECIDED', decided_level = 'COMPLETED', decision_number = '1', decided_on = '2026-11-20', decided_at = now()`,
    );
    const head = await rowOf(
      org.headA,
      org.units.officeA,
      `post = 'HEAD', proposed_level = 'COMPLETED', proposal = 'LEVEL'`,
    );
    expect(await decide(org.director, head, 'GOOD')).toBe('HEAD_ABOVE_UNIT');
    expect(await decide(org.director, head, 'GOOD', `, override_document = '9/CV'`)).toBe('done');
    const clerk = await createPerson(test.ownerPool, {
      code: 'NV9',
      name: 'Bùi Văn Chín',
      unitId: org.units.officeA,
      post: 'STAFF',
    });
    const forced = await rowOf(
      clerk,
      org.units.officeA,
      `flags = '{FORCED}', proposed_level = 'NOT_COMPLETED', proposal = 'LEVEL'`,
    );
    expect(await decide(org.director, forced, 'COMPLETED')).toBe('FORCED_LEVEL');
    expect(await decide(org.director, forced, 'NOT_COMPLETED')).toBe('done');
  });

  it('of one’s own one rates and petitions, and moves no further; nobody rates for another', async () => {
    const clerk = await createPerson(test.ownerPool, {
      code: 'NV8',
      name: 'Bùi Văn Tám',
      unitId: org.units.officeA,
      post: 'STAFF',
    });
    const id = await rowOf(clerk, org.units.officeA, `proposed_level = 'GOOD', proposal = 'LEVEL'`);
    const set = (person: Person, change: string) =>
      run(person, `UPDATE congvu.classification SET ${change} WHERE id = $1::uuid`, id);
    expect(
      await set(clerk, `state = 'SELF_RATED', self_level = 'OUTSTANDING', self_rated_at = now(), row_revision = 2`),
    ).toBe('done');
    expect(await set(clerk, `proposed_level = 'OUTSTANDING'`)).toBe('FORBIDDEN');
    expect(await set(clerk, `state = 'MEETING_HELD'`)).toBe('FORBIDDEN');
    expect(await set(org.personnel, `self_level = 'GOOD'`)).toBe('FORBIDDEN');
    expect(await set(org.personnel, `state = 'MEETING_HELD'`)).toBe('done');
    expect(await set(org.staffA, `state = 'MEETING_HELD'`)).toBe('nothing');
  });
});

describe('a petition', () => {
  it('is filed by the person alone, once at a time, and resolved by the authority', async () => {
    const { rows } = await test.ownerPool.query<{ id: string }>(
      'SELECT id FROM classification WHERE employee_id = $1',
      [org.staffA.employeeId],
    );
    const file = (person: Person) =>
      run(
        person,
        `INSERT INTO congvu.petition (classification_id, employee_id, authority_id, received_on, due_on, content)
         VALUES ($1::uuid, $2::uuid, $3::uuid, '2026-11-23', '2026-12-02', 'Đề nghị xem lại')`,
        rows[0]?.id,
        org.staffA.employeeId,
        org.units.department,
      );
    expect(await file(org.headA)).toBe('FORBIDDEN');
    expect(await file(org.personnel)).toBe('FORBIDDEN');
    expect(await file(org.staffA)).toBe('done');
    await expect(file(org.staffA)).rejects.toThrow();
    const set = (person: Person, change: string) =>
      run(person, `UPDATE congvu.petition SET ${change} WHERE employee_id = $1::uuid`, org.staffA.employeeId);
    const resolve = `state = 'RESOLVED', outcome = 'DISMISSED', resolved_at = now(), resolved_by_id = congvu.actor_user()`;
    expect(await set(org.staffA, resolve)).toBe('FORBIDDEN');
    expect(await set(org.personnel, resolve)).toBe('nothing');
    expect(await set(chairman, resolve)).toBe('nothing');
    expect(await set(org.director, `content = 'Khác'`)).toBe('FORBIDDEN');
    expect(await set(org.director, resolve)).toBe('done');
    expect(await set(org.director, `resolution = 'Khác'`)).toBe('FORBIDDEN');
    expect(await set(org.staffA, `state = 'WITHDRAWN', outcome = NULL, resolved_at = NULL`)).toBe('nothing');
  });
});

describe('an organisation’s level', () => {
  it('is written by its own leaders, decided by the authority above, and then kept', async () => {
    const insert = (person: Person) =>
      run(
        person,
        `INSERT INTO congvu.unit_result (unit_id, authority_id, year, rule_set, rule_set_version, general_points, item_points)
         VALUES ($1::uuid, $2::uuid, 2025, 'ND335-2025/ORGANISATION', 1, '[]', '[]')`,
        org.units.officeA,
        org.units.department,
      );
    expect(await insert(org.staffA)).toBe('FORBIDDEN');
    expect(await insert(org.headA)).toBe('done');
    const set = (person: Person, change: string) =>
      run(
        person,
        `UPDATE congvu.unit_result SET ${change} WHERE unit_id = $1::uuid AND year = 2025`,
        org.units.officeA,
      );
    expect(await set(org.headA, `self_level = 'GOOD', state = 'SUBMITTED'`)).toBe('done');
    expect(await set(org.headA, decision('GOOD'))).toBe('FORBIDDEN');
    expect(await set(org.personnel, decision('GOOD'))).toBe('FORBIDDEN');
    expect(await set(org.director, decision('GOOD'))).toBe('done');
    expect(await set(org.director, `decided_level = 'OUTSTANDING'`)).toBe('FORBIDDEN');
  });
});

describe('what only grows', () => {
  it.each([
    ['period_result', `delays = 1`],
    ['classification_meeting', `content = 'Khác'`],
  ])('%s is neither changed nor emptied, by the owner either', async (table, change) => {
    for (const sql of [`UPDATE ${table} SET ${change}`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
      await expect(test.ownerPool.query(sql)).rejects.toMatchObject({ code: 'CV010' });
    expect(await run(org.personnel, `UPDATE congvu.${table} SET ${change}`)).toBe('FORBIDDEN');
  });
});

describe('a closed period', () => {
  it('refuses sheets and tasks, and takes a correction and a notice', async () => {
    const { officeA } = org.units;
    const { employeeId } = org.staffA;
    await test.ownerPool.query(`UPDATE period_sheet SET state = 'CONFIRMED' WHERE employee_id = $1`, [employeeId]);
    expect(
      await run(
        org.personnel,
        `INSERT INTO congvu.period_plan (unit_id, period, closed_at) VALUES ($1::uuid, '2026-11', now())`,
        officeA,
      ),
    ).toBe('done');
    const set = (person: Person, table: string, change: string) =>
      run(person, `UPDATE congvu.${table} SET ${change} WHERE employee_id = $1::uuid`, employeeId);
    expect(await set(org.headA, 'period_sheet', `general = 20`)).toBe('PERIOD_CLOSED');
    expect(await set(org.headA, 'period_sheet', `state = 'NOTIFIED', general = 20`)).toBe('PERIOD_CLOSED');
    expect(await set(org.headA, 'period_sheet', `state = 'NOTIFIED', notified_at = now()`)).toBe('done');
    expect(await set(org.headA, 'period_sheet', `state = 'CORRECTED', general = 20`)).toBe('done');
    expect(await set(org.staffA, 'task', `submitted_on = '2026-11-22'`)).toBe('PERIOD_CLOSED');
    expect(await set(org.headA, 'task', `outcome = 'DONE'`)).toBe('PERIOD_CLOSED');
    const assign = (period: string) =>
      run(
        org.headA,
        `INSERT INTO congvu.task (employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator,
           units_numerator, units_denominator, quality_requirement, deadline, responsibility, origin, period, assigned_by_name)
         VALUES ($1::uuid, $2::uuid, $3::uuid, 'Công văn', 1, 5, 1, 5, 1, 'Đủ', '2026-12-25', 'LEAD', 'PLANNED', $4, 'A')`,
        employeeId,
        officeA,
        org.productId,
        period,
      );
    expect(await assign('2026-11')).toBe('PERIOD_CLOSED');
    expect(await assign('2026-12')).toBe('done');
  });

  it('carries its unfinished tasks over once, the closer’s own too, with a delay where they are late', async () => {
    const closer = await createPerson(test.ownerPool, {
      code: 'NS2',
      name: 'Vũ Nhân Sự',
      unitId: org.units.officeB,
      post: 'STAFF',
    });
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'HR', $2, '2026-01-01', '4/QĐ')`,
      [closer.userId, org.units.department],
    );
    const { rows } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO task (employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator, units_numerator,
         units_denominator, quality_requirement, deadline, responsibility, origin, period, assigned_by_name)
       SELECT $1, $2, $3, 'Việc', 1, 5, 1, 5, 1, 'Đủ', '2026-10-20', 'LEAD', 'PLANNED', '2026-10', 'A' RETURNING id`,
      [closer.employeeId, org.units.officeB, org.productId],
    );
    const carry = (person: Person) =>
      test.database.runAs(actorOf(person), async () => {
        const sql = `SELECT period, (SELECT delays FROM congvu.task t WHERE t.id = task_id) AS delays FROM congvu.carry_over_tasks($1, true, 'Chuyển kỳ')`;
        return (await test.database.pool.query(sql, [[rows[0]?.id]])).rows;
      });
    expect(await carry(org.headA)).toEqual([]);
    expect(await carry(closer)).toHaveLength(1);
    expect(await carry(closer)).toEqual([]);
    const { rows: tasks } = await test.ownerPool.query(
      'SELECT period, outcome, delays, (SELECT count(*)::int FROM task_event e WHERE e.task_id = t.id) AS events FROM task t WHERE employee_id = $1 ORDER BY period',
      [closer.employeeId],
    );
    expect(tasks).toEqual([
      { period: '2026-10', outcome: 'NOT_DONE', delays: 0, events: 0 },
      { period: '2026-11', outcome: 'OPEN', delays: 1, events: 1 },
    ]);
  });
});
