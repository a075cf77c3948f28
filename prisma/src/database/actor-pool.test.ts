import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import { ActorMissing, type Database, openDatabase } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  // Fewer connections than requests below: checkouts queue, and connections go from hand to hand.
  database = openDatabase({ url: test.urls.apiUrl, poolSize: 3, onStatement: (text) => statements.push(text) });
});
beforeEach(() => {
  statements.length = 0;
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const ownCode = 'SELECT code FROM employee WHERE id = actor_employee()';

describe('without an actor', () => {
  it('refuses reads, hot reads, transactions and the access log before a statement is sent', async () => {
    const attempts = [
      () => database.prisma.unit.findMany(),
      () => database.prisma.employee.findUnique({ where: { code: 'NVA' } }),
      () => database.prisma.$queryRaw`SELECT 1`,
      () => database.prisma.$transaction([database.prisma.unit.count()]),
      () => database.prisma.$transaction((tx) => tx.unit.count()),
      () => database.pool.query('SELECT 1'),
      () => database.withActor((tx) => tx.unit.count()),
      () =>
        database.recordAccess([
          { employeeId: org.staffA.employeeId, purpose: 'EVALUATE', kind: 'card', screen: null, readBy: 'x' },
        ]),
    ];
    for (const attempt of attempts) {
      // Prisma wraps what its adapter meets and keeps only the words.
      await expect((async () => attempt())()).rejects.toThrow(new ActorMissing().message);
    }
    expect(statements).toEqual([]);
  });

  it('refuses a Prisma promise that was made for somebody and is awaited outside', async () => {
    const { promise } = await database.runAs(actorOf(org.staffA), () => ({ promise: database.prisma.unit.count() }));
    await expect((async () => promise)()).rejects.toThrow(new ActorMissing().message);
    expect(statements).toEqual([]);
  });
});

describe('with an actor', () => {
  it('sends the naming statement first, once for as long as the connection keeps him', async () => {
    await database.runAs(actorOf(org.headA), async () => {
      await database.pool.query(ownCode);
      await database.pool.query(ownCode);
      await database.prisma.task.findMany({ include: { events: true, employee: true } });
    });
    expect(statements[0]).toContain('name_actor');
    expect(statements.filter((text) => text.includes('name_actor'))).toHaveLength(1);
    expect(statements).toHaveLength(4);
  });

  it('awaits inside what the work returns, though a Prisma promise is lazy', async () => {
    expect(await database.runAs(actorOf(org.staffA), () => database.prisma.task.count())).toBe(1);
  });

  it('lets nobody in whose account was closed', async () => {
    await test.ownerPool.query('UPDATE user_account SET active = false WHERE id = $1', [org.inspector.userId]);
    const attempt = database.runAs(actorOf(org.inspector), () => database.pool.query('SELECT 1'));
    await expect(attempt).rejects.toMatchObject({ code: 'CV001' });
    await test.ownerPool.query('UPDATE user_account SET active = true WHERE id = $1', [org.inspector.userId]);
  });

  it('sends dates as dates, whatever time zone the server process lives in', async () => {
    const { rows } = await database.runAs(actorOf(org.staffA), () =>
      database.pool.query<{ deadline: string; quantity: string }>('SELECT deadline, quantity FROM task'),
    );
    expect(rows).toEqual([{ deadline: '2026-11-25', quantity: '2.000000' }]);
  });
});

describe('many actors at once on few connections', () => {
  it('never run a statement with the rights of another', async () => {
    const people = [org.director, org.headA, org.staffA, org.staffB, org.personnel, org.inspector];
    const wrong: string[] = [];
    const request = async (round: number) => {
      const person = people[round % people.length] ?? org.staffA;
      await database.runAs(actorOf(person), async () => {
        const [hot, prisma, transaction] = await Promise.all([
          database.pool.query<{ code: string }>(ownCode).then(({ rows }) => rows[0]?.code),
          database.prisma.$queryRaw<
            { code: string }[]
          >`SELECT code FROM congvu.employee WHERE id = congvu.actor_employee()`.then((rows) => rows[0]?.code),
          database.withActor(async (tx) => {
            const rows = await tx.$queryRaw<
              { code: string }[]
            >`SELECT code FROM congvu.employee WHERE id = congvu.actor_employee()`;
            return rows[0]?.code;
          }),
        ]);
        for (const code of [hot, prisma, transaction])
          if (code !== person.code) wrong.push(`${person.code} as ${code}`);
      });
    };
    await Promise.all(Array.from({ length: 150 }, (_, round) => request(round)));
    expect(wrong).toEqual([]);
  });

  it('are not gathered into one statement when they look somebody up in the same tick', async () => {
    const lookUp = (id: string) => database.prisma.employee.findUnique({ where: { id } });
    const [own, foreign, seen] = await Promise.all([
      database.runAs(actorOf(org.staffA), () => lookUp(org.staffA.employeeId)),
      database.runAs(actorOf(org.staffA), () => lookUp(org.staffB.employeeId)),
      database.runAs(actorOf(org.director), () => lookUp(org.staffB.employeeId)),
    ]);
    expect([own?.code, foreign?.code, seen?.code]).toEqual(['NVA', undefined, 'NVB']);
  });

  it('do not inherit purpose and request of a transaction before them', async () => {
    await database.runAs(actorOf(org.headA), async () => {
      const during = await database.withActor(
        (tx) => tx.$queryRaw<object[]>`SELECT current_setting('congvu.purpose') AS purpose`,
      );
      expect(during).toEqual([{ purpose: 'EVALUATE' }]);
      const { rows } = await database.pool.query(`SELECT current_setting('congvu.purpose') AS purpose`);
      expect(rows).toEqual([{ purpose: '' }]);
    });
  });
});

describe('authentication', () => {
  it('tells a subject with his permissions of today and spares the naming statement', async () => {
    const director = await database.authenticateSubject('embedded', 'gd');
    expect(director).toMatchObject({ userId: org.director.userId, displayName: 'Đỗ Giám Đốc', tokenScopes: null });
    expect(director?.permissions).toContainEqual({ permission: 'TASK_ASSIGN', unitPaths: ['t.s'] });
    expect(director?.permissions.map((held) => held.permission)).not.toContain('STAFF_MANAGE');
    statements.length = 0;
    await database.runAs(actorOf(org.director), () => database.pool.query(ownCode));
    expect(statements).toEqual([ownCode]);
  });

  it('knows neither a strange subject nor a closed account', async () => {
    expect(await database.authenticateSubject('embedded', 'ai-do')).toBeNull();
    expect(await database.authenticateSubject('https://elsewhere.example', 'gd')).toBeNull();
    await test.ownerPool.query('UPDATE user_account SET active = false WHERE id = $1', [org.staffB.userId]);
    expect(await database.authenticateSubject('embedded', 'nvb')).toBeNull();
    await test.ownerPool.query('UPDATE user_account SET active = true WHERE id = $1', [org.staffB.userId]);
  });

  it('leaves nobody named where it finds nobody, though the connection knew somebody', async () => {
    for (const _ of [1, 2, 3]) await database.runAs(actorOf(org.director), () => database.pool.query(ownCode));
    await database.authenticateSubject('embedded', 'ai-do');
    const { rows } = await database.runAs(actorOf(org.staffB), () => database.pool.query(ownCode));
    expect(rows).toEqual([{ code: 'NVB' }]);
  });

  it('tells a valid token from an expired, a revoked and an unknown one', async () => {
    const digest = (await import('node:crypto')).createHash('sha256').update('NVA').digest('hex');
    const valid = await database.authenticateToken(digest);
    expect(valid).toMatchObject({
      userId: org.staffA.userId,
      tokenScopes: ['TASK_READ'],
      expired: false,
      revoked: false,
    });
    // EMPLOYEE holds no TASK_READ over others, so the token's scope narrows to nothing.
    expect(valid?.permissions).toEqual([]);
    const change = (set: string) =>
      test.ownerPool.query(`UPDATE personal_token SET ${set} WHERE user_id = $1`, [org.staffA.userId]);
    await change("expires_at = now() - interval '1 second'");
    expect(await database.authenticateToken(digest)).toMatchObject({ expired: true, revoked: false, permissions: [] });
    await change("expires_at = now() + interval '1 day', revoked_at = now()");
    expect(await database.authenticateToken(digest)).toMatchObject({ expired: false, revoked: true, permissions: [] });
    expect(await database.authenticateToken('00'.repeat(32))).toBeNull();
  });
});

describe('the office', () => {
  it('is known to nobody in particular, by the right of nobody', async () => {
    expect(await database.findOffice()).toBeNull();
    await test.ownerPool.query(`INSERT INTO office (name, demonstration) VALUES ('Tỉnh An Bình', true)`);
    expect(await database.findOffice()).toEqual({ name: 'Tỉnh An Bình', demonstration: true });
  });
});

describe('the access log', () => {
  it('takes many entries in one statement, as the actor and no other', async () => {
    statements.length = 0;
    const entry = { purpose: 'EVALUATE', kind: 'mark', screen: 'extension/overlay', readBy: 'Trần Trưởng A' };
    await database.runAs(actorOf(org.headA), () =>
      database.recordAccess([
        { ...entry, employeeId: org.staffA.employeeId },
        { ...entry, employeeId: org.headA.employeeId },
      ]),
    );
    expect(statements.filter((text) => text.includes('access_entry'))).toHaveLength(1);
    const { rows } = await test.ownerPool.query(`SELECT user_id FROM access_entry WHERE kind = 'mark'`);
    expect(rows).toEqual([{ user_id: org.headA.userId }, { user_id: org.headA.userId }]);
    await database.runAs(actorOf(org.headA), () => database.recordAccess([]));
    const forged = database.runAs(actorOf(org.headA), () =>
      database.pool.query(
        `INSERT INTO access_entry (user_id, read_by, employee_id, purpose, kind, request_id) VALUES ($1, 'x', $2, 'EVALUATE', 'card', 'r')`,
        [org.staffA.userId, org.staffA.employeeId],
      ),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});
