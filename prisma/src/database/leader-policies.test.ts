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

describe('grants and tokens', () => {
  const give = (by: Person, to: Person, unitId: string) => (tx: Transaction) =>
    tx.grant.create({
      data: {
        userId: to.userId,
        role: 'INSPECTOR',
        unitId,
        validFrom: new Date('2026-11-01'),
        document: '20/QĐ',
        givenById: by.userId,
        givenByName: by.code,
      },
    });

  it('are given and reviewed by GRANT_MANAGE over the unit, never to or by oneself, and only shortened', async () => {
    expect(await attempt(administrator, give(administrator, org.staffB, org.units.officeB))).toBe('done');
    expect(await attempt(administrator, give(administrator, administrator, org.units.officeB))).toBe('FORBIDDEN');
    expect(await attempt(administrator, give(administrator, org.staffB, org.otherDepartment))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, give(org.personnel, org.staffB, org.units.officeB))).toBe('FORBIDDEN');
    const { rows } = await test.ownerPool.query<{ due: string }>(
      `SELECT review_due_on::text AS due FROM role_grant WHERE user_id = $1 AND document = '20/QĐ'`,
      [org.staffB.userId],
    );
    expect(rows).toEqual([{ due: '2027-11-01' }]);
    const change = (person: Person, data: object) => (tx: Transaction) =>
      tx.grant.updateMany({ where: { userId: person.userId, kind: 'GRANT' }, data });
    const reviewed = (by: Person) => ({
      reviewedOn: new Date('2026-11-22'),
      reviewedById: by.userId,
      reviewedByName: by.code,
    });
    expect(await attempt(administrator, change(org.staffB, reviewed(administrator)))).toBe('done');
    expect(await attempt(administrator, change(org.staffB, reviewed(org.director)))).toBe('FORBIDDEN');
    expect(await attempt(administrator, change(administrator, reviewed(administrator)))).toBe('nothing');
    expect(await attempt(org.personnel, change(org.staffB, { validTo: new Date('2026-12-01') }))).toBe('nothing');
    expect(await attempt(administrator, change(org.staffB, { validTo: new Date('2026-12-01') }))).toBe('done');
    expect(await attempt(administrator, change(org.staffB, { validTo: new Date('2027-12-01') }))).toBe('FORBIDDEN');
  });

  it('somebody else’s token is seen and revoked, with a reason, by who manages grants over his unit', async () => {
    const revoke = (by: Person, of: Person, revokedReason: string | null) => (tx: Transaction) =>
      tx.personalToken.updateMany({
        where: { userId: of.userId },
        data: { revokedAt: new Date(), revokedById: by.userId, revokedReason },
      });
    expect(await attempt(administrator, revoke(administrator, org.staffB, null))).toBe('FORBIDDEN');
    expect(await attempt(administrator, revoke(administrator, org.staffB, 'Mất máy'))).toBe('done');
    expect(await attempt(administrator, revoke(administrator, org.staffB, 'Lần nữa'))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, revoke(org.personnel, org.staffA, 'Mất máy'))).toBe('nothing');
  });
});

describe('files', () => {
  it('are their owner’s alone', async () => {
    const bytes = new Uint8Array([1]);
    const sha256 = new Uint8Array(32);
    const upload = (owner: Person) => (tx: Transaction) =>
      tx.upload.create({
        data: { ownerId: owner.userId, fileName: 'a.csv', mediaType: 'text/csv', bytes: 1, sha256, content: bytes },
      });
    expect(await attempt(org.personnel, upload(org.personnel))).toBe('done');
    expect(await attempt(org.personnel, upload(org.headA))).toBe('FORBIDDEN');
    expect(await seen(org.personnel, (prisma) => prisma.upload.findMany())).toBe(1);
    expect(await seen(org.director, (prisma) => prisma.upload.findMany())).toBe(0);
    const exported = (creator: Person) => async (tx: Transaction) => {
      const job = await tx.job.create({
        data: {
          kind: 'EXPORT',
          unitId: org.units.officeA,
          period: '2026',
          createdById: creator.userId,
          createdByName: creator.code,
        },
      });
      await tx.exportFile.create({ data: { jobId: job.id, list: 'employees', variables: {}, format: 'CSV' } });
      await tx.exportChunk.create({ data: { jobId: job.id, place: 0, content: bytes } });
    };
    // Anybody exports what he sees, two files at once too.
    expect(await attempt(org.staffA, exported(org.staffA))).toBe('done');
    expect(await attempt(org.staffA, exported(org.staffA))).toBe('done');
    expect(await attempt(org.staffA, exported(org.headA))).toBe('FORBIDDEN');
    for (const person of [org.headA, org.personnel]) {
      expect(await seen(person, (prisma) => prisma.exportFile.findMany())).toBe(0);
      expect(await seen(person, (prisma) => prisma.exportChunk.findMany())).toBe(0);
    }
    expect(await seen(org.staffA, (prisma) => prisma.exportChunk.findMany())).toBe(2);
    const chunk = async (tx: Transaction) => {
      const { rows } = await test.ownerPool.query<{ id: string }>(`SELECT id FROM job WHERE kind = 'EXPORT' LIMIT 1`);
      await tx.exportChunk.create({ data: { jobId: rows[0]?.id ?? '', place: 9, content: bytes } });
    };
    expect(await attempt(org.headA, chunk)).toBe('FORBIDDEN');
  });

  it('a register’s file is brought by who may fill the register, and only he notes its rows', async () => {
    const bring =
      (person: Person, register: 'UNIT' | 'TASK' | 'CATALOGUE' | 'UNIT_RESULT' | 'EARLIER_LEVEL') =>
      async (tx: Transaction) => {
        const job = await tx.job.create({
          data: {
            kind: 'IMPORT',
            unitId: org.units.officeA,
            period: '2026',
            createdById: person.userId,
            createdByName: person.code,
          },
        });
        await tx.importFile.create({
          data: { jobId: job.id, register, mode: 'PREVIEW', sha256: new Uint8Array(32), rows: 1 },
        });
        await tx.importRow.create({
          data: { jobId: job.id, line: 2, entity: 'unit', rowId: randomUUID(), action: 'CREATED' },
        });
      };
    for (const register of ['UNIT', 'TASK', 'CATALOGUE', 'UNIT_RESULT', 'EARLIER_LEVEL'] as const)
      expect(await attempt(org.personnel, bring(org.personnel, register))).toBe('done');
    expect(await attempt(org.headA, bring(org.headA, 'TASK'))).toBe('done');
    expect(await attempt(org.headA, bring(org.headA, 'UNIT'))).toBe('FORBIDDEN');
    expect(await attempt(org.director, bring(org.director, 'UNIT_RESULT'))).toBe('FORBIDDEN');
    for (const person of [org.director, org.headA])
      expect(await attempt(person, bring(person, 'EARLIER_LEVEL'))).toBe('FORBIDDEN');
    expect(await seen(org.headA, (prisma) => prisma.importRow.findMany())).toBe(1);
    const { rows } = await test.ownerPool.query<{ id: string }>(
      `SELECT job_id AS id FROM import_file WHERE register = 'UNIT'`,
    );
    const note = (tx: Transaction) =>
      tx.importRow.create({
        data: { jobId: rows[0]?.id ?? '', line: 3, entity: 'unit', rowId: 'x', action: 'CREATED' },
      });
    expect(await attempt(org.headA, note)).toBe('FORBIDDEN');
  });
});

describe('webhooks', () => {
  it('are made by WEBHOOK_MANAGE in one’s own name; the secret is read by nobody', async () => {
    const make = (by: Person, owner: Person) => (tx: Transaction) =>
      tx.webhook.createMany({
        data: [
          {
            ownerId: owner.userId,
            unitId: org.units.department,
            name: 'Kho dữ liệu',
            url: 'https://example.invalid/',
            events: ['SCORE_CONFIRMED'],
            secret: new Uint8Array(32).fill(by.code.length),
            after: 0n,
          },
        ],
      });
    expect(await attempt(org.personnel, make(org.personnel, org.personnel))).toBe('done');
    expect(await attempt(org.personnel, make(org.personnel, org.headA))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, make(org.headA, org.headA))).toBe('FORBIDDEN');
    const names = (person: Person) => seen(person, (prisma) => prisma.webhook.findMany({ select: { name: true } }));
    expect([await names(org.personnel), await names(administrator)]).toEqual([1, 0]);
    expect(await attempt(org.personnel, (tx) => tx.webhook.findMany())).toBe('FORBIDDEN');
    const rotate = (tx: Transaction) => tx.webhook.updateMany({ data: { secret: new Uint8Array(32).fill(9) } });
    expect(await attempt(administrator, rotate)).toBe('nothing');
    expect(await attempt(org.personnel, rotate)).toBe('done');
    const { rows } = await test.ownerPool.query<{ previous: string; hours: number }>(
      `SELECT encode(previous_secret, 'hex') AS previous, round(extract(epoch FROM previous_until - now()) / 3600)::int AS hours FROM webhook`,
    );
    expect(rows).toEqual([{ previous: '02'.repeat(32), hours: 24 }]);
    await test.ownerPool.query(
      `INSERT INTO webhook_attempt (webhook_id, sequence, event, attempt, milliseconds) SELECT id, 1, 'SCORE_CONFIRMED', 1, 5 FROM webhook`,
    );
    const attempts = (person: Person) => seen(person, (prisma) => prisma.webhookAttempt.findMany());
    expect([await attempts(org.personnel), await attempts(administrator)]).toEqual([1, 0]);
  });
});
