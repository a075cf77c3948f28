import { randomUUID } from 'node:crypto';
import { EVENT_ACTIONS } from '@congvu/schema/events';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import { actorOf, type Person } from '../../../test/testkit/small-organisation.ts';
import { translateDatabaseError } from './database.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

async function ask<Row extends pg.QueryResultRow>(person: Person, text: string, values: readonly unknown[] = []) {
  return (await test.database.runAs(actorOf(person), () => test.database.pool.query<Row>(text, [...values]))).rows;
}

describe('the feed of events', () => {
  it('has the actions of the domain, and the ping beside them', async () => {
    await test.ownerPool.query(
      `INSERT INTO audit_entry (sequence, at, actor_user_id, actor_name, action, entity, entity_id, payload, request_id, previous_hash, hash)
       SELECT n, now(), $1, 'x', a, e, gen_random_uuid(), '{"state":"CONFIRMED","period":"2026-10"}', 'r', '', sha256(n::text::bytea)
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t(a, e, n)`,
      [
        org.director.userId,
        [...Object.keys(EVENT_ACTIONS), 'testWebhook', 'assignTask', 'confirmPeriodSheet'],
        [...Object.values(EVENT_ACTIONS).map(({ entity }) => entity), 'Webhook', 'Task', 'Other'],
      ],
    );
    const fed = await test.ownerPool.query<{ action: string; state: string; period: string }>(
      'SELECT action, state, period FROM event_feed(0, 100)',
    );
    expect(fed.rows.map(({ action }) => action)).toEqual([...Object.keys(EVENT_ACTIONS), 'testWebhook']);
    expect(fed.rows[0]).toMatchObject({ state: 'CONFIRMED', period: '2026-10' });
    const { rows } = await test.ownerPool.query('SELECT action FROM event_feed(2, 1)');
    expect(rows).toEqual([{ action: Object.keys(EVENT_ACTIONS)[2] }]);
  });
});

describe('files past their time', () => {
  it('go, and one’s own upload before', async () => {
    const { rows } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO upload (owner_id, file_name, media_type, bytes, sha256, content, expires_at)
       SELECT $1, f, 'text/csv', 1, sha256('x'), 'x', now() + e FROM (VALUES ('old', interval '-1 hour'), ('new', interval '1 hour')) v(f, e)
       RETURNING id`,
      [org.personnel.userId],
    );
    expect((await ask(org.staffA, 'SELECT drop_expired_files() AS files'))[0]).toEqual({ files: 1 });
    const drop = (person: Person) => ask(person, 'SELECT drop_upload($1) AS dropped', [rows[1]?.id]);
    expect(await drop(org.headA)).toEqual([{ dropped: false }]);
    expect(await drop(org.personnel)).toEqual([{ dropped: true }]);
  });
});

describe('an import undone', () => {
  /** A finished import of personnel that brought an office, its group, a person with post and account, and renamed staffA. */
  async function bring(code: string) {
    const ids = { job: randomUUID(), unit: randomUUID(), person: randomUUID(), post: randomUUID(), user: randomUUID() };
    const { job, unit, person, post, user } = ids;
    const run = (text: string, ...values: unknown[]) => test.ownerPool.query(text, values);
    await run(
      `INSERT INTO job (id, kind, unit_id, period, state, created_by_id, created_by_name, created_at, finished_at)
       VALUES ($1, 'IMPORT', $2, '2026', 'DONE', $3, 'Nhân sự', now() - interval '1 minute', now())`,
      job,
      org.units.department,
      org.personnel.userId,
    );
    await run(
      `INSERT INTO import_file (job_id, register, mode, sha256, rows) VALUES ($1, 'EMPLOYEE', 'GOOD_ONES', sha256('x'), 2)`,
      job,
    );
    await run(
      `INSERT INTO unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
       VALUES ($1, $2, 'Phòng', 'P', 3, 'DIRECT_UNIT', ('t.s.' || $2)::ltree, $3, '2026-11-01')`,
      unit,
      code,
      org.units.department,
    );
    await run(`INSERT INTO work_group (code, name, unit_id) VALUES ($1, 'Nhóm', $2)`, code, unit);
    await run(
      `INSERT INTO employee (id, code, name, search_key, sort_key, user_name) VALUES ($1, $2, 'Mới', 'moi', 'moi', $2)`,
      person,
      code,
    );
    await run(
      `INSERT INTO assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
       VALUES ($1, $2, $3, 'STAFF', 'Chuyên viên', $4, 'CIVIL_SERVANT', 'STAFF', 'ND335-2025/CIVIL_SERVANT', '2026-11-01')`,
      post,
      person,
      unit,
      code,
    );
    await run(
      `INSERT INTO user_account (id, issuer, subject, employee_id, user_name, display_name) VALUES ($1, 'embedded', $2, $3, $2, 'Mới')`,
      user,
      code,
      person,
    );
    await run(`UPDATE employee SET email = 'moi@example.invalid' WHERE id = $1`, org.staffA.employeeId);
    await run(
      `INSERT INTO import_row (job_id, line, entity, row_id, action, before) VALUES
        ($1, 2, 'unit', $2, 'CREATED', NULL), ($1, 2, 'work_group', $3, 'CREATED', NULL), ($1, 3, 'employee', $4, 'CREATED', NULL),
        ($1, 3, 'assignment', $5, 'CREATED', NULL), ($1, 3, 'user_account', $6, 'CREATED', NULL),
        ($1, 4, 'employee', $7, 'CHANGED', '{"email": null}')`,
      job,
      unit,
      code,
      person,
      post,
      user,
      org.staffA.employeeId,
    );
    return ids;
  }
  const undo = async (person: Person, job: string) => {
    try {
      return (await ask<{ undone: number | null }>(person, 'SELECT undo_import($1) AS undone', [job]))[0]?.undone;
    } catch (error) {
      const told = translateDatabaseError(error);
      if (told === null) throw error;
      return told;
    }
  };
  const left = async ({ unit, person, user }: { unit: string; person: string; user: string }) =>
    (
      await test.ownerPool.query<{ unit: string; person: string; user: string }>(
        `SELECT (SELECT count(*) FROM unit WHERE id = $1) AS unit, (SELECT count(*) FROM employee WHERE id = $2) AS person,
           (SELECT count(*) FROM user_account WHERE id = $3) AS user`,
        [unit, person, user],
      )
    ).rows[0];

  it('takes back what it brought and restores what it changed, once, by who may', async () => {
    const ids = await bring('IA');
    expect(await undo(org.headA, ids.job)).toBeNull();
    expect(await undo(org.outsideInspector, ids.job)).toBeNull();
    expect(await undo(org.personnel, ids.job)).toBe(3);
    expect(await left(ids)).toEqual({ unit: '0', person: '0', user: '0' });
    const { rows } = await test.ownerPool.query('SELECT email FROM employee WHERE id = $1', [org.staffA.employeeId]);
    expect(rows).toEqual([{ email: null }]);
    expect(await undo(org.personnel, ids.job)).toBeNull();
  });

  it('is refused whole where something refers to a row since, with its line', async () => {
    const ids = await bring('IB');
    await test.ownerPool.query(
      `INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version)
       VALUES ($1, $2, '2026-11', 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1)`,
      [ids.person, ids.unit],
    );
    expect(await undo(org.personnel, ids.job)).toMatchObject({
      code: 'IMPORT_USED',
      payload: { line: 3, entity: 'assignment' },
    });
    expect(await left(ids)).toEqual({ unit: '1', person: '1', user: '1' });
    await test.ownerPool.query('DELETE FROM period_sheet WHERE employee_id = $1', [ids.person]);
    // A grant refers to the account: the foreign key names it.
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'INSPECTOR', $2, '2026-11-02', '3/QĐ')`,
      [ids.user, org.units.officeA],
    );
    expect(await undo(org.personnel, ids.job)).toMatchObject({ payload: { line: 3, entity: 'user_account' } });
    await test.ownerPool.query('DELETE FROM role_grant WHERE user_id = $1', [ids.user]);
    expect(await undo(org.personnel, ids.job)).toBe(3);
  });

  it('withdraws a person whom somebody has looked at: the log stays, and nobody is shown him', async () => {
    const ids = await bring('IC');
    await test.ownerPool.query(
      `INSERT INTO access_entry (user_id, read_by, employee_id, purpose, kind, request_id) VALUES ($1, 'Ai đó', $2, 'EVALUATE', 'card', 'r')`,
      [org.director.userId, ids.person],
    );
    expect(await undo(org.personnel, ids.job)).toBe(3);
    expect(await left(ids)).toEqual({ unit: '0', person: '1', user: '0' });
    expect(await ask(org.personnel, 'SELECT 1 FROM employee WHERE id = $1', [ids.person])).toEqual([]);
    expect(await ask(org.personnel, `SELECT id FROM search_employees('moi', 10)`)).toEqual([]);
  });

  it('takes nothing that lies beyond the right, whatever a file noted of itself', async () => {
    const { job } = await bring('ID');
    await test.ownerPool.query(
      `INSERT INTO import_row (job_id, line, entity, row_id, action) VALUES ($1, 9, 'unit', $2, 'CREATED')`,
      [job, org.otherDepartment],
    );
    expect(await undo(org.personnel, job)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('figures of who scores', () => {
  it('are told to who proposes or decides levels, and to nobody else', async () => {
    await test.ownerPool.query(
      `UPDATE period_sheet SET score_state = 'SCORED', total_numerator = 80 + 5 * length(id::text), total_denominator = 3, level = 'GOOD',
         display = '0', confirmed_by_id = $1, confirmed_at = '2026-12-01T02:00:00Z' WHERE unit_id = $2`,
      [org.headA.userId, org.units.officeA],
    );
    const [figures] = await ask<{ n: number; distinct_totals: number; sittings: unknown }>(
      org.personnel,
      'SELECT manager, n, distinct_totals, sittings FROM manager_figures($1, $2)',
      [org.units.department, '2026-11'],
    );
    expect(figures).toEqual({
      manager: org.headA.employeeId,
      n: 2,
      distinct_totals: 1,
      sittings: [{ sheets: 2, seconds: 0 }],
    });
    for (const person of [org.headA, org.leader, org.staffA])
      expect(await ask(person, 'SELECT 1 FROM manager_figures($1, $2)', [org.units.department, '2026-11'])).toEqual([]);
    expect(await ask(org.headA, 'SELECT 1 FROM split_products($1, $2, 1, 2)', [org.units.officeA, '2026-11'])).toEqual(
      [],
    );
  });

  it('count people and not sheets, each in his comparable group', async () => {
    await test.ownerPool.query(
      `INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version, score_state, total_numerator,
         total_denominator, level, display, confirmed_by_id, confirmed_at)
       SELECT employee_id, unit_id, '2026-12', role, rule_set, rule_set_version, score_state, total_numerator + 30, 3, level, display,
         confirmed_by_id, confirmed_at FROM period_sheet WHERE unit_id = $1 AND period = '2026-11'`,
      [org.units.officeA],
    );
    const [year] = await ask<{ n: number; groups: readonly { group: string; n: number; sum: string }[] }>(
      org.personnel,
      'SELECT n, groups FROM manager_figures($1, $2)',
      [org.units.department, '2026'],
    );
    expect(year?.n).toBe(2);
    // Each by the mean of two months: 260/3 and 10 more.
    expect(year?.groups).toMatchObject([
      { agency: 'T.S', group: 'CM', n: 2, sum: expect.stringMatching(/^183\.33333333333333/) },
    ]);
  });

  it('call a product split by its parts, of a share that the caller states', async () => {
    await test.ownerPool.query(
      'UPDATE task SET quantity = 0.5, units_numerator = 5, units_denominator = 2 WHERE employee_id = $1',
      [org.staffA.employeeId],
    );
    await test.ownerPool.query(
      `INSERT INTO task (employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator,
         units_numerator, units_denominator, quality_requirement, deadline, responsibility, origin, period, assigned_by_name)
       SELECT employee_id, unit_id, product_id, title, q, 5, 1, (q * 10)::int, 2, quality_requirement, deadline, responsibility, origin,
         period, assigned_by_name FROM task, unnest(ARRAY[0.5, 1, 2]) q WHERE employee_id = $1`,
      [org.staffA.employeeId],
    );
    const splits = (numerator: number, denominator: number) =>
      ask(org.personnel, 'SELECT tasks, parts FROM split_products($1, $2, $3, $4)', [
        org.units.department,
        '2026-11',
        numerator,
        denominator,
      ]);
    expect(await splits(1, 2)).toEqual([{ tasks: 4, parts: 2 }]);
    expect(await splits(1, 3)).toEqual([]);
    expect(await splits(1, 1)).toEqual([{ tasks: 4, parts: 3 }]);
  });

  it('units are compared for who ranks them', async () => {
    const rows = await ask<{ unit_id: string; members: number }>(
      org.director,
      'SELECT unit_id, members FROM unit_comparison($1, $2)',
      [org.units.department, '2026-11'],
    );
    expect(rows[0]?.unit_id).toBe(org.units.department);
    expect(rows.find(({ unit_id }) => unit_id === org.units.officeA)?.members).toBe(2);
    expect(await ask(org.headA, 'SELECT 1 FROM unit_comparison($1, $2)', [org.units.department, '2026-11'])).toEqual(
      [],
    );
  });
});
