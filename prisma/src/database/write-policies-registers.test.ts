import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';
import type { Prisma } from '../../generated/client/client.ts';
import type { Transaction } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

const attempt = (person: Person, work: (tx: Transaction) => Promise<unknown>) =>
  attemptWrite(test.database, person, work);

describe('plans, tokens and registers', () => {
  it('fixes a plan once, and opens no closed period again', async () => {
    const plan = { unitId: org.units.officeA, period: '2026-08' };
    const set = (data: Prisma.PeriodPlanUncheckedUpdateManyInput) => (tx: Transaction) =>
      tx.periodPlan.updateMany({ where: plan, data });
    expect(await attempt(org.headA, (tx) => tx.periodPlan.create({ data: plan }))).toBe('done');
    expect(await attempt(org.headA, set({ fixedAt: new Date('2026-08-05') }))).toBe('done');
    expect(await attempt(org.headA, set({ fixedAt: new Date('2026-08-30') }))).toBe('FORBIDDEN');
    // Who scores does not close, who closes does not plan.
    expect(await attempt(org.headA, set({ closedAt: new Date('2026-09-05') }))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, set({ closedAt: new Date('2026-09-05') }))).toBe('done');
    expect(await attempt(org.personnel, set({ closedAt: null }))).toBe('FORBIDDEN');
  });

  it('fixes a plan only for a unit of PLAN_FIX', async () => {
    const fix = (unitId: string) => (tx: Transaction) =>
      tx.periodPlan.create({ data: { unitId, period: '2026-12', fixedAt: new Date() } });
    expect(await attempt(org.headA, fix(org.units.officeA))).toBe('done');
    expect(await attempt(org.headA, fix(org.units.officeB))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, fix(org.units.officeB))).toBe('FORBIDDEN');
  });

  it('creates and revokes one’s own tokens only, and changes nothing else of them', async () => {
    const create = (userId: string, mark: number) => (tx: Transaction) =>
      tx.personalToken.create({
        data: {
          userId,
          name: 'Kịch bản',
          prefix: 'congvu_pat_cd',
          secretHash: new Uint8Array(32).fill(mark),
          scopes: ['TASK_READ'],
          expiresAt: new Date('2100-01-01'),
        },
      });
    expect(await attempt(org.headA, create(org.headA.userId, 1))).toBe('done');
    expect(await attempt(org.headA, create(org.staffA.userId, 2))).toBe('FORBIDDEN');
    const revoke = (tx: Transaction) =>
      tx.personalToken.updateMany({ where: { userId: org.staffB.userId }, data: { revokedAt: new Date() } });
    expect(await attempt(org.headA, revoke)).toBe('nothing');
    expect(await attempt(org.staffB, revoke)).toBe('done');
    expect(
      await attempt(org.staffB, (tx) => tx.personalToken.updateMany({ data: { expiresAt: new Date('2200-01-01') } })),
    ).toBe('FORBIDDEN');
  });

  it('writes neither registers nor people, units, grants or passwords', async () => {
    for (const table of [
      'commendation',
      'discipline_decision',
      'employee',
      'assignment',
      'unit',
      'role_grant',
      'user_account',
      'credential',
      'role_scope',
      'audit_tip',
      'oidc_key',
    ]) {
      const remove = (tx: Transaction) => tx.$executeRawUnsafe(`DELETE FROM congvu.${table}`);
      expect([table, await attempt(org.director, remove)]).toEqual([table, 'FORBIDDEN']);
    }
    for (const table of ['credential', 'audit_tip', 'oidc_key', 'oidc_record']) {
      expect(await attempt(org.director, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM congvu.${table}`))).toBe(
        'FORBIDDEN',
      );
    }
  });
});
