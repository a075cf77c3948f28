import { randomUUID } from 'node:crypto';
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

let test: TestDatabase;
let org: SmallOrganisation;
/** Keep adapters of the whole province, and of office A alone. */
let keeper: Person;
let keeperOfA: Person;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  keeper = await createPerson(test.ownerPool, { code: 'QT', name: 'Ngô Quản Trị', unitId: null, post: 'STAFF' });
  keeperOfA = await createPerson(test.ownerPool, { code: 'QTA', name: 'Bùi Quản Trị', unitId: null, post: 'STAFF' });
  await test.ownerPool.query(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES
      ($1, 'ADMINISTRATOR', $2, '2026-01-01', '03/QĐ-SNV'), ($3, 'ADMINISTRATOR', $4, '2026-01-01', '04/QĐ-SNV')`,
    [keeper.userId, org.units.province, keeperOfA.userId, org.units.officeA],
  );
});
afterAll(() => test.drop());

/** Saves a version with so many pages, as its adapter's first or next. */
async function saveVersion(person: Person, name: string, version: number, pages = 3): Promise<string> {
  return attemptWrite(test.database, person, async (tx) => {
    const author = { createdById: person.userId, createdByName: 'Người lưu' };
    const { id: adapterId } =
      (await tx.siteAdapter.findUnique({ where: { name } })) ??
      (await tx.siteAdapter.create({ data: { name, ...author } }));
    await tx.siteAdapterVersion.create({
      data: {
        adapterId,
        version,
        content: { name, version },
        note: 'lần lưu',
        pageCount: pages,
        ...author,
        pages: {
          create: Array.from({ length: pages }, (_page, position) => ({
            position,
            name: `trang-${position}`,
            html: '<p>',
            expected: {},
          })),
        },
      },
    });
  });
}

const publish = (person: Person, name: string, version: number, unitId: string | null) =>
  attemptWrite(test.database, person, async (tx) => {
    const { id: adapterId } = await tx.siteAdapter.findUniqueOrThrow({ where: { name } });
    await tx.siteAdapterPublication.create({
      data: { adapterId, version, unitId, publishedById: person.userId, publishedByName: 'Người công bố' },
    });
  });

const publishedTo = (person: Person, on = '2026-11-22') =>
  test.database.runAs(actorOf(person), async () =>
    (
      await test.database.pool.query<{ line: string }>(
        `SELECT name || ' ' || version AS line FROM published_adapters($1)`,
        [on],
      )
    ).rows.map((row) => row.line),
  );

describe('a site adapter', () => {
  it('is saved and read by who keeps adapters, and by nobody else', async () => {
    expect(await saveVersion(keeperOfA, 'luu', 1)).toBe('done');
    for (const person of [org.director, org.personnel, org.staffA])
      expect(await saveVersion(person, `luu-${person.code.toLowerCase()}`, 1)).toBe('FORBIDDEN');
    for (const [person, count] of [
      [keeper, 1],
      [org.director, 0],
    ] as const)
      expect(await test.database.runAs(actorOf(person), () => test.database.prisma.siteAdapterVersion.count())).toBe(
        count,
      );
  });

  it('counts its versions without a gap, under its own name, each with all its pages', async () => {
    expect(await saveVersion(keeper, 'dem', 2)).toBe('FORBIDDEN');
    expect(await saveVersion(keeper, 'dem', 1)).toBe('done');
    expect(await saveVersion(keeper, 'dem', 1)).toBe('FORBIDDEN');
    expect(await saveVersion(keeper, 'dem', 3)).toBe('FORBIDDEN');
    const { rows } = await test.ownerPool.query<{ id: string }>(
      `SELECT v.id FROM site_adapter_version v JOIN site_adapter s ON s.id = v.adapter_id WHERE s.name = 'dem'`,
    );
    const added = attemptWrite(test.database, keeper, (tx) =>
      tx.siteAdapterPage.create({
        data: { versionId: rows[0]?.id ?? '', position: 3, name: 'sau', html: '<p>', expected: {} },
      }),
    );
    expect(await added).toBe('FORBIDDEN');
  });

  it('is never edited or deleted, by the owner either', async () => {
    for (const statement of [
      `UPDATE site_adapter_version SET note = 'khác'`,
      'DELETE FROM site_adapter_page',
      `UPDATE site_adapter SET name = 'khac'`,
      'DELETE FROM site_adapter_publication',
    ])
      await expect(test.ownerPool.query(statement)).rejects.toMatchObject({ code: 'CV010' });
  });
});

describe('a publication', () => {
  it('needs the right over its unit, over the province for everyone, and three saved pages', async () => {
    await saveVersion(keeper, 'cong-bo', 1, 3);
    await saveVersion(keeper, 'hai-trang', 1, 2);
    expect(await publish(keeperOfA, 'cong-bo', 1, org.units.officeB)).toBe('FORBIDDEN');
    expect(await publish(keeperOfA, 'cong-bo', 1, null)).toBe('FORBIDDEN');
    expect(await publish(keeper, 'hai-trang', 1, null)).toBe('FORBIDDEN');
    expect(await publish(keeperOfA, 'cong-bo', 1, org.units.officeA)).toBe('done');
    expect(await publish(keeper, 'cong-bo', 1, null)).toBe('done');
  });

  it('of the nearest unit wins over one above, that over everyone’s; withdrawn it gives way', async () => {
    await saveVersion(keeper, 'gan', 1);
    await saveVersion(keeper, 'gan', 2);
    await saveVersion(keeper, 'gan', 3);
    await publish(keeper, 'gan', 1, null);
    await publish(keeper, 'gan', 2, org.units.department);
    await publish(keeper, 'gan', 3, org.units.officeA);
    const seen = async (person: Person) => (await publishedTo(person)).filter((line) => line.startsWith('gan '));
    expect(await seen(org.staffA)).toEqual(['gan 3']);
    expect(await seen(org.staffB)).toEqual(['gan 2']);
    expect(await seen(org.inspector)).toEqual(['gan 1']);
    const withdraw = (person: Person) =>
      attemptWrite(test.database, person, (tx) =>
        tx.siteAdapterPublication.updateMany({
          where: { unitId: org.units.department, version: 2, withdrawnAt: null },
          data: { withdrawnAt: new Date(), withdrawnById: person.userId, withdrawnByName: 'Người rút' },
        }),
      );
    expect(await withdraw(keeperOfA)).toBe('nothing');
    expect(await withdraw(keeper)).toBe('done');
    expect(await seen(org.staffB)).toEqual(['gan 1']);
    await expect(
      test.ownerPool.query(`UPDATE site_adapter_publication SET withdrawn_at = NULL, withdrawn_by_id = NULL,
        withdrawn_by_name = NULL WHERE withdrawn_at IS NOT NULL`),
    ).rejects.toMatchObject({ code: 'CV003' });
    await expect(test.ownerPool.query('UPDATE site_adapter_publication SET version = 1')).rejects.toMatchObject({
      code: 'CV003',
    });
  });

  it('to a unit that was merged goes on in its successor, behind what the successor has itself', async () => {
    const [former, merged] = [randomUUID(), randomUUID()];
    await test.ownerPool.query(
      `INSERT INTO unit (id, code, name, short_name, level, kind, path, parent_id, valid_from, valid_to, successor_id) VALUES
        ($2, 'T.S.D', 'Phòng D', 'D', 3, 'DIRECT_UNIT', 't.s.d', $3, '2026-06-01', NULL, NULL),
        ($1, 'T.S.C', 'Phòng C', 'C', 3, 'DIRECT_UNIT', 't.s.c', $3, '2025-07-01', '2026-10-31', $2)`,
      [former, merged, org.units.department],
    );
    const moved = await createPerson(test.ownerPool, { code: 'NVD', name: 'Lý Văn D', unitId: merged, post: 'STAFF' });
    await saveVersion(keeper, 'sap-nhap', 1);
    await saveVersion(keeper, 'sap-nhap', 2);
    await publish(keeper, 'sap-nhap', 1, former);
    const seen = async (on?: string) => (await publishedTo(moved, on)).filter((line) => line.startsWith('sap-nhap '));
    expect(await seen('2026-10-31')).toEqual([]);
    expect(await seen('2026-11-01')).toEqual(['sap-nhap 1']);
    await publish(keeper, 'sap-nhap', 2, merged);
    expect(await seen()).toEqual(['sap-nhap 2']);
  });
});

describe('what belongs to one user', () => {
  it('is his choice of handlers alone', async () => {
    const remember = (person: Person, userId: string) =>
      attemptWrite(test.database, person, (tx) =>
        tx.handlerChoice.create({
          data: {
            userId,
            host: 'vb.example.gov.vn',
            handler: '17',
            employeeId: org.staffA.employeeId,
            chosenAt: new Date(),
          },
        }),
      );
    expect(await remember(org.headA, org.headA.userId)).toBe('done');
    expect(await remember(org.staffB, org.headA.userId)).toBe('FORBIDDEN');
    const count = (person: Person) =>
      test.database.runAs(actorOf(person), () => test.database.prisma.handlerChoice.count());
    expect(await count(org.headA)).toBe(1);
    expect(await count(keeper)).toBe(0);
  });

  it('is his offline key, made once and read by nobody else, also not as a row', async () => {
    const keep = (person: Person, byte: number) =>
      test.database.runAs(actorOf(person), async () => {
        const made = await test.database.pool.query<{ made: boolean }>('SELECT keep_offline_key($1) AS made', [
          Buffer.alloc(32, byte),
        ]);
        const { rows } = await test.database.pool.query<{ key: Buffer }>('SELECT find_offline_key() AS key');
        return [made.rows[0]?.made, rows[0]?.key[0]];
      });
    expect(await keep(org.staffA, 1)).toEqual([true, 1]);
    expect(await keep(org.staffA, 2)).toEqual([false, 1]);
    expect(await keep(org.staffB, 3)).toEqual([true, 3]);
    expect(await attemptWrite(test.database, keeper, (tx) => tx.offlineKey.count())).toBe('FORBIDDEN');
    await expect(test.ownerPool.query(`UPDATE offline_key SET key = sha256('')`)).rejects.toMatchObject({
      code: 'CV010',
    });
  });
});

describe('a report', () => {
  const report = (person: Person, path: string, limit = 3, host = 'vb.example.gov.vn') =>
    test.database.runAs(actorOf(person), async () => {
      const { rows } = await test.database.pool.query<{ id: string | null }>(
        `SELECT report_adapter('vnpt-ioffice', 1, $3, $1, 'LIST', '2026-11-22', now(), 10, 4, 0, '1.2.0', $2) AS id`,
        [path, limit, host],
      );
      return rows[0]?.id ?? null;
    });

  it('is counted up by whoever sends it, and read and closed by who keeps adapters', async () => {
    const id = await report(org.staffA, '/qlvb/main');
    expect(await report(org.staffB, '/qlvb/main')).toBe(id);
    const read = (person: Person) =>
      test.database.runAs(actorOf(person), () =>
        test.database.prisma.adapterReport.findMany({ select: { id: true, count: true } }),
      );
    expect(await read(keeperOfA)).toEqual([{ id, count: 2 }]);
    expect(await read(org.director)).toEqual([]);
    const close = (person: Person, as: Person = person) =>
      attemptWrite(test.database, person, (tx) =>
        tx.adapterReport.updateMany({
          where: { closedAt: null },
          data: { closedAt: new Date(), closedById: as.userId, closedByName: 'Người đóng' },
        }),
      );
    expect(await close(org.director)).toBe('nothing');
    expect(await close(keeper, keeperOfA)).toBe('FORBIDDEN');
    expect(await close(keeper)).toBe('done');
  });

  it('makes so many rows a person and day and no more, also of many at once', async () => {
    const paths = Array.from('abcdefgh', (letter) => `/${letter}`);
    const made = (await Promise.all(paths.map((path) => report(org.headA, path)))).filter((id) => id !== null);
    expect(made).toHaveLength(3);
    // What is known already is counted up all the same.
    expect(await report(org.headA, '/qlvb/main')).not.toBeNull();
  });

  it('has no place for what a page says', async () => {
    for (const path of ['/van-ban/12', '/ds?ten=a', '/a b', `/${'a'.repeat(300)}`])
      await expect(report(org.staffB, path)).rejects.toMatchObject({ code: '23514' });
  });

  it('names a host as a browser does', async () => {
    for (const host of ['qlvb_tinh:8080', '10.0.0.5', '[::1]:4100'])
      expect(await report(org.personnel, '/h', 9, host)).not.toBeNull();
    for (const host of ['VB', 'a/b', 'a b', ''])
      await expect(report(org.personnel, '/h', 9, host)).rejects.toMatchObject({ code: '23514' });
  });

  it('is refused where nobody is named', async () => {
    await expect(
      test.ownerPool.query(
        `SELECT report_adapter('vnpt-ioffice', 1, 'a', '/', 'LIST', '2026-11-22', now(), 1, 1, 0, '1.0', 3)`,
      ),
    ).rejects.toMatchObject({ code: 'CV001' });
    expect((await test.ownerPool.query(`SELECT * FROM published_adapters('2026-11-22')`)).rows).toEqual([]);
  });
});

describe('the loose number of a document', () => {
  it('is the key’s number with one sign for both, also where the issuer holds a bar', async () => {
    const { rows } = await test.ownerPool.query<{ loose: string }>(
      `INSERT INTO document (unit_id, key, number, host) VALUES
        ($1, 'ubnd | tỉnh|2026|968/CĐ-TTg', '968/CĐ-TTg', 'h'), ($1, '||968-CĐ-TTg', '968-CĐ-TTg', 'h')
       RETURNING loose_number AS loose`,
      [org.units.officeA],
    );
    expect(rows.map((row) => row.loose)).toEqual(['968-CĐ-TTg', '968-CĐ-TTg']);
  });
});
