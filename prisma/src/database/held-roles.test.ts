import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
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
});
afterAll(() => test.drop());

/** "ROLE@path" of a day, in order; a role by a document carries its kind. */
async function rolesOn(person: Person, day: string): Promise<string> {
  const { rows } = await test.ownerPool.query<{ line: string }>(
    `SELECT concat(role, '@', path, coalesce(' ' || kind, '')) AS line FROM held_roles($1, $2) ORDER BY role, path`,
    [person.userId, day],
  );
  return rows.map((row) => row.line).join(', ');
}

const permissionsOn = async (person: Person, day: string) =>
  (
    await test.ownerPool.query<{ permission: string }>('SELECT permission FROM held_permissions($1, $2) ORDER BY 1', [
      person.userId,
      day,
    ])
  ).rows.map((row) => row.permission);

describe('roles of a day', () => {
  it('follow from the post: a head may delegate, the head of an agency classifies, a deputy scores', async () => {
    expect(await rolesOn(org.headA, '2026-11-22')).toBe('EMPLOYEE@t.s.a, MANAGER@t.s.a, HEAD_OF_UNIT@t.s.a');
    expect(await rolesOn(org.director, '2026-11-22')).toBe(
      'EMPLOYEE@t.s, MANAGER@t.s, HEAD_OF_UNIT@t.s, AUTHORITY@t.s',
    );
    expect(await permissionsOn(org.headA, '2026-11-22')).not.toContain('CLASSIFICATION_DECIDE');
    // Nobody had a post before 2026.
    expect(await rolesOn(org.director, '2025-12-31')).toBe('');
  });

  it('of a past day are those of that day: a manager who left yesterday, one who comes tomorrow', async () => {
    const { rows } = await test.ownerPool.query<{ today: string }>('SELECT today()::text AS today');
    const today = rows[0]?.today ?? '';
    const dayFrom = async (days: number) =>
      (await test.ownerPool.query<{ day: string }>('SELECT (today() + $1::int)::text AS day', [days])).rows[0]?.day ??
      '';
    const yesterday = await dayFrom(-1);
    await test.ownerPool.query('UPDATE assignment SET valid_to = $2 WHERE employee_id = $1', [
      org.headA.employeeId,
      yesterday,
    ]);
    expect(await rolesOn(org.headA, yesterday)).toContain('MANAGER@t.s.a');
    expect(await rolesOn(org.headA, today)).toBe('');
    const seen = await test.database.runAs(actorOf(org.headA, ['SCORE_CONFIRM']), () =>
      test.database.prisma.periodSheet.count(),
    );
    expect(seen).toBe(1);
    await test.ownerPool.query('UPDATE assignment SET valid_to = NULL WHERE employee_id = $1', [org.headA.employeeId]);
    const tomorrow = await dayFrom(1);
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, kind, unit_id, valid_from, document, delegated_by_id)
       VALUES ($1, 'MANAGER', 'ACTING_HEAD', $2, $3, '7/QĐ', $4)`,
      [org.staffB.userId, org.units.officeB, tomorrow, org.director.userId],
    );
    expect(await rolesOn(org.staffB, today)).toBe('EMPLOYEE@t.s.b');
    expect(await rolesOn(org.staffB, tomorrow)).toContain('MANAGER@t.s.b ACTING_HEAD');
  });
});

describe('a delegation', () => {
  const delegate = (
    by: Person,
    to: Person,
    unitId: string,
    role: 'MANAGER' | 'AUTHORITY' | 'HR',
    kind: 'DELEGATION' | 'ACTING_HEAD' | 'GRANT' = 'DELEGATION',
  ) =>
    attemptWrite(test.database, by, (tx) =>
      tx.$executeRawUnsafe(
        `INSERT INTO congvu.role_grant (user_id, role, kind, unit_id, valid_from, valid_to, document, delegated_by_id)
         VALUES ($1::uuid, $2::congvu.role, $3::congvu.grant_kind, $4::uuid, '2026-11-01', '2099-12-31', '8/GUQ', congvu.actor_user())`,
        to.userId,
        role,
        kind,
        unitId,
      ),
    );

  it('is a head’s over his very unit, of what he holds, to another', async () => {
    const { department, officeA, officeB } = org.units;
    expect(await delegate(org.headA, org.staffA, officeA, 'AUTHORITY')).toBe('FORBIDDEN');
    expect(await delegate(org.headA, org.headA, officeA, 'MANAGER')).toBe('FORBIDDEN');
    expect(await delegate(org.headA, org.staffA, officeB, 'MANAGER')).toBe('FORBIDDEN');
    expect(await delegate(org.staffA, org.staffB, officeA, 'MANAGER')).toBe('FORBIDDEN');
    // The head of the sở puts somebody in charge of a phòng, and delegates only what is his own.
    expect(await delegate(org.director, org.staffB, officeB, 'MANAGER')).toBe('FORBIDDEN');
    expect(await delegate(org.director, org.staffB, officeB, 'MANAGER', 'ACTING_HEAD')).toBe('done');
    await expect(delegate(org.director, org.staffB, department, 'HR')).rejects.toThrow('role_grant_delegable');
    expect(await delegate(org.headA, org.staffA, officeA, 'MANAGER')).toBe('done');
    expect(await delegate(org.director, org.staffB, department, 'AUTHORITY')).toBe('done');
  });

  it('gives the scoring and the deciding, and never the right to delegate', async () => {
    const held = await permissionsOn(org.staffB, '2026-11-22');
    expect(held).toEqual(expect.arrayContaining(['SCORE_CONFIRM', 'CLASSIFICATION_DECIDE']));
    expect(held).not.toContain('DELEGATE');
    expect(await delegate(org.staffB, org.staffA, org.units.department, 'AUTHORITY')).toBe('FORBIDDEN');
  });

  it('that ended yesterday, or was revoked today, gives nothing today, and is still known of its days', async () => {
    const end = (change: string) =>
      test.ownerPool.query(`UPDATE role_grant SET ${change} WHERE user_id = $1`, [org.staffA.userId]);
    const sees = (mark: string) =>
      test.database.runAs(actorOf(org.staffA, ['SCORE_READ', mark]), () => test.database.prisma.periodSheet.count());
    expect(await sees('today')).toBe(2);
    await end('valid_to = today() - 1');
    expect(await sees('yesterday')).toBe(1);
    expect(await rolesOn(org.staffA, '2026-11-02')).toContain('MANAGER@t.s.a DELEGATION');
    await end('valid_to = NULL, revoked_at = now()');
    expect(await sees('revoked')).toBe(1);
    expect(await rolesOn(org.staffA, '2026-11-02')).toContain('MANAGER@t.s.a DELEGATION');
  });

  it('is told with its document to who works in the unit', async () => {
    const entitled = await test.database.runAs(actorOf(org.staffA), async () => {
      const sql = `SELECT name, capacity, role, kind, document FROM congvu.who_is_entitled($1, '2026-11-02')`;
      return (await test.database.pool.query(sql, [org.units.officeA])).rows;
    });
    const byDelegation = { capacity: 'GRANT', kind: 'DELEGATION', document: '8/GUQ' };
    expect(entitled).toHaveLength(3);
    expect(entitled[0]).toEqual({
      name: 'Trần Trưởng A',
      capacity: 'HEAD',
      role: 'MANAGER',
      kind: null,
      document: null,
    });
    expect(entitled.slice(1)).toEqual(
      expect.arrayContaining([
        { name: 'Nguyễn Thị Hòa', role: 'MANAGER', ...byDelegation },
        { name: 'Lê Văn Bình', role: 'AUTHORITY', ...byDelegation },
      ]),
    );
  });
});
