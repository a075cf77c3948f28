import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import { actorOf, type Person } from '../../../test/testkit/small-organisation.ts';
import type { Transaction } from './database.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
let administrator: Person;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
  administrator = org.otherOfficer;
  await test.ownerPool.query(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'ADMINISTRATOR', $2, '2026-01-01', '10/QĐ')`,
    [administrator.userId, org.units.department],
  );
});
afterAll(() => test.drop());

const attempt = (person: Person, work: (tx: Transaction) => Promise<unknown>) =>
  attemptWrite(test.database, person, work);
const seen = <Row>(person: Person, read: (prisma: TestDatabase['database']['prisma']) => Promise<readonly Row[]>) =>
  test.database.runAs(actorOf(person), async () => (await read(test.database.prisma)).length);
const own = (person: Person) => ({ recordedById: person.userId, recordedByName: person.code });

describe('units and people', () => {
  const unit =
    (code: string, kind = 'DIRECT_UNIT', parentId?: string) =>
    (tx: Transaction) =>
      tx.$executeRaw`INSERT INTO congvu.unit (id, code, name, short_name, level, kind, parent_id, valid_from)
      VALUES (${randomUUID()}::uuid, ${code}, 'Phòng mới', 'M', 3, ${kind}::congvu.unit_kind, ${parentId ?? org.units.department}::uuid, '2026-11-01')`;

  it('an office comes in by personnel under its unit, an agency by who keeps the rules, with the path of its parent', async () => {
    expect(await attempt(org.personnel, unit('T.S.C'))).toBe('done');
    expect(await attempt(org.personnel, unit('T.S.D', 'USING_AGENCY'))).toBe('FORBIDDEN');
    expect(await attempt(administrator, unit('T.S.D', 'USING_AGENCY'))).toBe('done');
    expect(await attempt(administrator, unit('T.S.E'))).toBe('FORBIDDEN');
    expect(await attempt(org.director, unit('T.S.E'))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, unit('T.K.A', 'DIRECT_UNIT', org.otherDepartment))).toBe('FORBIDDEN');
    // Another code that reads the same as a label.
    expect(await attempt(org.personnel, unit('X.C'))).toBe('done');
    const { rows } = await test.ownerPool.query<{ path: string; level: number }>(
      `SELECT path::text, level FROM unit WHERE code IN ('T.S.C', 'X.C') ORDER BY code`,
    );
    expect(rows[0]).toEqual({ path: 't.s.C', level: 3 });
    expect(rows[1]?.path).toMatch(/^t\.s\.C_[0-9a-f]{8}$/);
  });

  it('a unit is not above itself', async () => {
    const id = randomUUID();
    const insert = (tx: Transaction) =>
      tx.$executeRaw`INSERT INTO congvu.unit (id, code, name, short_name, level, kind, parent_id, valid_from)
        VALUES (${id}::uuid, 'T.S.Z', 'Phòng', 'Z', 3, 'DIRECT_UNIT', ${id}::uuid, '2026-11-01')`;
    expect(await attempt(org.personnel, insert)).toBe('UNIT_CYCLE');
  });

  it('a group belongs to a unit of personnel', async () => {
    const group = (code: string, unitId: string) => (tx: Transaction) =>
      tx.workGroup.create({ data: { code, name: 'Nhóm', unitId } });
    expect(await attempt(org.personnel, group('CM2', org.units.department))).toBe('done');
    expect(await attempt(org.personnel, group('CM3', org.otherDepartment))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, group('CM3', org.units.officeA))).toBe('FORBIDDEN');
  });

  const enter =
    (code: string, unitId: string | null, account = false) =>
    async (tx: Transaction) => {
      const id = randomUUID();
      await tx.employee.createMany({ data: [{ id, code, name: 'Người Mới', searchKey: 'nguoi moi', sortKey: 'moi' }] });
      if (unitId !== null)
        await tx.assignment.createMany({
          data: [
            {
              employeeId: id,
              unitId,
              post: 'STAFF',
              title: 'Chuyên viên',
              groupCode: 'CM',
              subjectType: 'CIVIL_SERVANT',
              role: 'STAFF',
              ruleSet: 'ND335-2025/CIVIL_SERVANT',
              validFrom: new Date('2026-11-01'),
            },
          ],
        });
      if (account)
        await tx.user.createMany({
          data: [{ issuer: 'embedded', subject: code, employeeId: id, userName: code, displayName: 'Người Mới' }],
        });
    };

  it('somebody is entered with a post and, where asked, an account; without a post by nobody', async () => {
    expect(await attempt(org.personnel, enter('M1', org.units.officeA, true))).toBe('done');
    expect(await attempt(org.personnel, enter('M2', null))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, enter('M2', org.otherDepartment))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, enter('M2', org.units.officeA))).toBe('FORBIDDEN');
    const account = (employeeId: string) => (tx: Transaction) =>
      tx.user.createMany({
        data: [{ issuer: 'x', subject: employeeId, employeeId, userName: employeeId, displayName: 'X' }],
      });
    expect(await attempt(org.headA, account(org.staffA.employeeId))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, account(org.leader.employeeId))).toBe('FORBIDDEN');
  });

  it('a name is changed by personnel of his unit', async () => {
    const rename = (person: Person) => (tx: Transaction) =>
      tx.employee.updateMany({ where: { id: person.employeeId }, data: { email: `${person.code}@example.invalid` } });
    expect(await attempt(org.personnel, rename(org.staffA))).toBe('done');
    expect(await attempt(org.headA, rename(org.staffA))).toBe('nothing');
    expect(await attempt(org.staffA, rename(org.staffA))).toBe('nothing');
    expect(await attempt(org.personnel, rename(org.outsideInspector))).toBe('nothing');
  });

  it('an undone person comes back with a post alone', async () => {
    await test.ownerPool.query(
      `INSERT INTO employee (code, name, search_key, sort_key, withdrawn_at) VALUES ('R1', 'Trở Lại', 'tro lai', 'lai', now())`,
    );
    const revive = (tx: Transaction) => tx.$queryRaw`SELECT * FROM congvu.revive_employees('{R1}')`;
    expect(await attempt(org.personnel, revive)).toBe('FORBIDDEN');
    await attempt(org.headA, revive);
    const { rows } = await test.ownerPool.query(`SELECT 1 FROM employee WHERE code = 'R1' AND withdrawn_at IS NULL`);
    expect(rows).toEqual([]);
  });

  it('tasks come in a file by TASK_IMPORT, open and never to oneself', async () => {
    const task =
      (employee: Person, unitId: string, outcome = 'OPEN') =>
      (tx: Transaction) =>
        tx.task.createMany({
          data: [
            {
              employeeId: employee.employeeId,
              unitId,
              productId: org.productId,
              title: 'Báo cáo',
              quantity: 1,
              coefficientNumerator: 1,
              coefficientDenominator: 1,
              unitsNumerator: 1,
              unitsDenominator: 1,
              qualityRequirement: 'Đúng',
              deadline: new Date('2026-11-28'),
              responsibility: 'LEAD',
              origin: 'PLANNED',
              outcome: outcome as 'OPEN',
              period: '2026-11',
              assignedByName: 'Nhân sự',
            },
          ],
        });
    expect(await attempt(org.personnel, task(org.staffA, org.units.officeA))).toBe('done');
    expect(await attempt(org.personnel, task(org.staffA, org.units.officeA, 'DONE'))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, task(org.personnel, org.units.officeA))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, task(org.outsideInspector, org.otherDepartment))).toBe('FORBIDDEN');
  });
});

describe('planning and the end of service', () => {
  it('are recorded by personnel on others; the day is told to nobody else', async () => {
    const plan = (by: Person, employee: Person) => (tx: Transaction) =>
      tx.planningEntry.create({
        data: {
          employeeId: employee.employeeId,
          unitId: org.units.officeA,
          post: 'HEAD',
          fromOn: new Date('2025-01-01'),
          decisionNumber: '1/QĐ-QH',
          ...own(by),
        },
      });
    expect(await attempt(org.personnel, plan(org.personnel, org.staffA))).toBe('done');
    expect(await attempt(org.headA, plan(org.headA, org.staffA))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, plan(org.personnel, org.outsideInspector))).toBe('FORBIDDEN');
    const end = (by: Person, employee: Person) => (tx: Transaction) =>
      tx.serviceEnd.create({ data: { employeeId: employee.employeeId, onDate: new Date('2035-06-01'), ...own(by) } });
    expect(await attempt(org.personnel, end(org.personnel, org.staffA))).toBe('done');
    expect(await attempt(org.director, end(org.director, org.staffA))).toBe('FORBIDDEN');
    const entries = (person: Person) => seen(person, (prisma) => prisma.planningEntry.findMany());
    expect([await entries(org.staffA), await entries(org.headA), await entries(org.staffB)]).toEqual([1, 1, 0]);
    const days = (person: Person) => seen(person, (prisma) => prisma.serviceEnd.findMany());
    expect([await days(org.staffA), await days(org.personnel), await days(org.headA)]).toEqual([1, 1, 0]);
    const change = (tx: Transaction) => tx.planningEntry.updateMany({ data: { endedOn: new Date('2026-11-01') } });
    expect(await attempt(org.personnel, change)).toBe('done');
    expect(await attempt(org.headA, change)).toBe('nothing');
  });
});
