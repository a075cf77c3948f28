import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  actorOf,
  createPerson,
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';

/** A department with a director and two deputies; office A has a head and a deputy, office B neither; both take part, and the department. */
let test: TestDatabase;
let org: SmallOrganisation;
let [deputyDirector, deputyA]: Person[] = [];
const session = randomUUID();
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  const join = (code: string, unitId: string) =>
    createPerson(test.ownerPool, { code, name: `Phó ${code}`, unitId, post: 'DEPUTY' });
  deputyDirector = await join('PGD', org.units.department);
  deputyA = await join('PTP', org.units.officeA);
  await test.ownerPool.query(
    `INSERT INTO calibration_session (id, agency_id, unit_id, year, title, due_on, opened_by_name)
     VALUES ($1, $2, $2, 2026, 'Hiệu chỉnh', '2026-12-05', 'Nhân sự')`,
    [session, org.units.department],
  );
  await test.ownerPool.query(`INSERT INTO calibration_unit (session_id, unit_id) SELECT $1, unnest($2::uuid[])`, [
    session,
    [org.units.officeA, org.units.officeB],
  ]);
});
afterAll(() => test.drop());

async function spokenBy(person: Person | undefined): Promise<readonly string[]> {
  if (person === undefined) throw new Error('nobody was asked for');
  const { rows } = await test.database.runAs(actorOf(person), () =>
    test.database.pool.query<{ code: string }>(
      'SELECT u.code FROM spoken_calibrations($1) s JOIN unit u ON u.id = s.unit_id ORDER BY u.code',
      [session],
    ),
  );
  return rows.map(({ code }) => code);
}

it('a unit speaks by its head and his deputies, and one without any by the director and his', async () => {
  expect(await spokenBy(org.headA)).toEqual(['T.S.A']);
  expect(await spokenBy(deputyA)).toEqual(['T.S.A']);
  expect(await spokenBy(org.director)).toEqual(['T.S.B']);
  expect(await spokenBy(deputyDirector)).toEqual(['T.S.B']);
  for (const person of [org.staffA, org.staffB, org.personnel, org.inspector])
    expect(await spokenBy(person)).toEqual([]);
});

it('the department’s own people speak by those who score all, since nobody is nearer', async () => {
  await test.ownerPool.query('INSERT INTO calibration_unit (session_id, unit_id) VALUES ($1, $2)', [
    session,
    org.units.department,
  ]);
  expect(await spokenBy(org.director)).toEqual(['T.S', 'T.S.B']);
  expect(await spokenBy(org.headA)).toEqual(['T.S.A']);
});

it('who acts for an office that has no head speaks for it from that day, and no more once it ends', async () => {
  const { rows } = await test.ownerPool.query<{ id: string }>(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'MANAGER', $2, '2026-01-01', '7/QĐ') RETURNING id`,
    [org.staffB.userId, org.units.officeB],
  );
  expect(await spokenBy(org.staffB)).toEqual(['T.S.B']);
  expect(await spokenBy(org.director)).toEqual(['T.S']);
  await test.ownerPool.query('UPDATE role_grant SET revoked_at = now() WHERE id = $1', [rows[0]?.id]);
  expect(await spokenBy(org.staffB)).toEqual([]);
  expect(await spokenBy(org.director)).toEqual(['T.S', 'T.S.B']);
});

it('a head whose account is closed has no voice: who is above him speaks', async () => {
  await test.ownerPool.query('UPDATE user_account SET active = false WHERE id = ANY ($1)', [
    [org.headA.userId, deputyA?.userId],
  ]);
  expect(await spokenBy(org.director)).toEqual(['T.S', 'T.S.A', 'T.S.B']);
});
