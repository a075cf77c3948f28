import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import { actorOf, createPerson, type Person } from '../../../test/testkit/small-organisation.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
  await test.ownerPool.query(`INSERT INTO work_group (code, name, unit_id) VALUES ('HC', 'Hành chính', $1)`, [
    org.units.department,
  ]);
});
afterAll(() => test.drop());

/** Past the policies; the place is written by the trigger, since none is given. */
const OPEN = `INSERT INTO period_sheet (employee_id, unit_id, period, role, rule_set, rule_set_version)
  VALUES ($1, $2, $3, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1)`;
const openSheet = (client: pg.Pool | pg.Client, person: Person, unitId: string, period: string) =>
  client.query(OPEN, [person.employeeId, unitId, period]);

async function sheetsOf(person: Person, period: string) {
  const { rows } = await test.ownerPool.query<{
    unit: string;
    group: string | null;
    post: string | null;
    sole: boolean;
  }>(
    `SELECT u.code AS unit, s.group_code AS group, s.post, s.sole FROM period_sheet s JOIN unit u ON u.id = s.unit_id
     WHERE s.employee_id = $1 AND s.period = $2 ORDER BY u.code`,
    [person.employeeId, period],
  );
  return rows;
}
const somebody = (code: string) =>
  createPerson(test.ownerPool, { code, name: `Hồ ${code}`, unitId: org.units.officeA, post: 'STAFF' });

describe('two sheets of one person in a month', () => {
  it('know of each other, the one opened first too', async () => {
    const person = await somebody('PS1');
    await openSheet(test.ownerPool, person, org.units.officeA, '2026-10');
    expect(await sheetsOf(person, '2026-10')).toMatchObject([{ unit: 'T.S.A', sole: true, group: 'CM' }]);
    await openSheet(test.ownerPool, person, org.units.officeB, '2026-10');
    expect((await sheetsOf(person, '2026-10')).map(({ sole }) => sole)).toEqual([false, false]);
  });

  it('know of each other where both are opened at one time, by two connections', async () => {
    const person = await somebody('PS2');
    const clients = [0, 1].map(
      () => new pg.Client({ connectionString: test.urls.ownerUrl, options: '-c search_path=congvu,public' }),
    );
    const [first, second] = clients;
    if (first === undefined || second === undefined) throw new Error('two were made');
    await Promise.all(clients.map((client) => client.connect()));
    try {
      await Promise.all(clients.map((client) => client.query('BEGIN')));
      await openSheet(first, person, org.units.officeA, '2026-10');
      // Waits for the first one's end, or does not: either way it must know of the other afterwards.
      const waiting = openSheet(second, person, org.units.officeB, '2026-10');
      await new Promise((resolve) => setTimeout(resolve, 200));
      await first.query('COMMIT');
      await waiting;
      await second.query('COMMIT');
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
    expect((await sheetsOf(person, '2026-10')).map(({ unit, sole }) => [unit, sole])).toEqual([
      ['T.S.A', false],
      ['T.S.B', false],
    ]);
  });

  it('of two people do not wait for one another', async () => {
    const [one, other] = [await somebody('PS3'), await somebody('PS4')];
    const client = new pg.Client({ connectionString: test.urls.ownerUrl, options: '-c search_path=congvu,public' });
    await client.connect();
    try {
      await client.query('BEGIN');
      await openSheet(client, one, org.units.officeA, '2026-10');
      await openSheet(test.ownerPool, other, org.units.officeA, '2026-10');
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    expect(await sheetsOf(other, '2026-10')).toMatchObject([{ sole: true }]);
  });
});

describe('place_sheets', () => {
  const place = async (by: Person, people: readonly Person[], period: string) =>
    (
      await test.database.runAs(actorOf(by), () =>
        test.database.pool.query<{ placed: number }>('SELECT place_sheets($1, $2) AS placed', [
          people.map(({ employeeId }) => employeeId),
          period,
        ]),
      )
    ).rows[0]?.placed;
  const move = (person: Person, group: string, post: string) =>
    test.ownerPool.query(
      'UPDATE assignment SET group_code = $2, post = $3::post, role = $4::scoring_role WHERE employee_id = $1',
      [person.employeeId, group, post, post === 'STAFF' ? 'STAFF' : 'LEADER'],
    );

  it('places open sheets by the post somebody has in that unit and month, for who manages staff there', async () => {
    const person = await somebody('PS5');
    await openSheet(test.ownerPool, person, org.units.officeA, '2026-11');
    await openSheet(test.ownerPool, person, org.units.officeA, '2026-12');
    await move(person, 'HC', 'DEPUTY');
    for (const stranger of [org.headA, org.director, org.staffA, org.leader, org.inspector]) {
      expect(await place(stranger, [person], '2026-11')).toBe(0);
    }
    expect(await sheetsOf(person, '2026-11')).toMatchObject([{ group: 'CM', post: 'STAFF' }]);
    expect(await place(org.personnel, [person], '2026-11')).toBe(1);
    expect(await sheetsOf(person, '2026-11')).toMatchObject([{ group: 'HC', post: 'DEPUTY' }]);
    // Of that month alone, and nothing changes twice.
    expect(await sheetsOf(person, '2026-12')).toMatchObject([{ group: 'CM', post: 'STAFF' }]);
    expect(await place(org.personnel, [person], '2026-11')).toBe(0);
  });

  it('leaves a closed month as it was closed, and the sheet of a unit somebody has no post in', async () => {
    const person = await somebody('PS6');
    await openSheet(test.ownerPool, person, org.units.officeA, '2026-09');
    await openSheet(test.ownerPool, person, org.units.officeB, '2026-11');
    await test.ownerPool.query(
      `INSERT INTO period_plan (unit_id, period, closed_at) VALUES ($1, '2026-09', now())
       ON CONFLICT (unit_id, period) DO UPDATE SET closed_at = now()`,
      [org.units.officeA],
    );
    await move(person, 'HC', 'STAFF');
    expect(await place(org.personnel, [person], '2026-09')).toBe(0);
    expect(await place(org.personnel, [person], '2026-11')).toBe(0);
    expect(await sheetsOf(person, '2026-09')).toMatchObject([{ unit: 'T.S.A', group: 'CM' }]);
    expect(await sheetsOf(person, '2026-11')).toMatchObject([{ unit: 'T.S.B', group: null }]);
  });
});
