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
import type { Transaction } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
let headB: Person;
let headC: Person;
const officeC = randomUUID();
let session: string;
const rows = new Map<Person, string>();

beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
  headB = await createPerson(test.ownerPool, {
    code: 'TPB',
    name: 'Hồ Trưởng B',
    unitId: org.units.officeB,
    post: 'HEAD',
  });
  await test.ownerPool.query(
    `INSERT INTO unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     VALUES ($1, 'T.S.C', 'Phòng C', 'C', 3, 'DIRECT_UNIT', 't.s.c', $2, '2025-07-01')`,
    [officeC, org.units.department],
  );
  headC = await createPerson(test.ownerPool, { code: 'TPC', name: 'Lý Trưởng C', unitId: officeC, post: 'HEAD' });
  const { rows: round } = await test.ownerPool.query<{ id: string }>(
    `INSERT INTO classification_round (agency_id, year, due_on, opened_by_name) VALUES ($1, 2026, '2026-12-10', 'Nhân sự') RETURNING id`,
    [org.units.department],
  );
  for (const [person, unit] of [
    [org.headA, org.units.officeA],
    [org.staffA, org.units.officeA],
    [org.staffB, org.units.officeB],
  ] as const) {
    const id = randomUUID();
    await test.ownerPool.query(
      `INSERT INTO classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
         rule_set, rule_set_version, months, worked_months)
       SELECT $1, $2, $3, $4, $4, $5, 2026, 'STAFF', 'CM', 'CIVIL_SERVANT', 'ND335-2025/CIVIL_SERVANT', 1,
         jsonb_agg(jsonb_build_object('period', '2026-' || lpad(m::text, 2, '0'))), 12 FROM generate_series(1, 12) m`,
      [id, round[0]?.id, person.employeeId, org.units.department, unit],
    );
    rows.set(person, id);
  }
});
afterAll(() => test.drop());

const attempt = (person: Person, work: (tx: Transaction) => Promise<unknown>) =>
  attemptWrite(test.database, person, work);
const proposalsSeenBy = (person: Person) =>
  test.database.runAs(actorOf(person), async () => (await test.database.prisma.calibrationProposal.findMany()).length);

const open = (by: Person, unitId: string) => async (tx: Transaction) => {
  const created = await tx.calibrationSession.create({
    data: {
      agencyId: org.units.department,
      unitId,
      year: 2026,
      title: 'Hiệu chỉnh năm 2026',
      dueOn: new Date('2026-12-05'),
      openedById: by.userId,
      openedByName: by.code,
    },
  });
  session = created.id;
};
const join =
  (unitId: string, late = false) =>
  (tx: Transaction) =>
    tx.calibrationUnit.createMany({ data: [{ sessionId: session, unitId, late }] });
const propose = (by: Person, unitId: string, about: Person) => (tx: Transaction) =>
  tx.calibrationProposal.createMany({
    data: [
      {
        sessionId: session,
        unitId,
        classificationId: rows.get(about) ?? '',
        level: 'GOOD',
        proposedById: by.userId,
        proposedByName: by.code,
      },
    ],
  });
const submit = (by: Person, unitId: string) => (tx: Transaction) =>
  tx.calibrationUnit.updateMany({
    where: { sessionId: session, unitId },
    data: { submittedAt: new Date(), submittedById: by.userId, submittedByName: by.code },
  });
const move = (data: object) => (tx: Transaction) => tx.calibrationSession.updateMany({ where: { id: session }, data });
const change = (by: Person, about: Person) => (tx: Transaction) =>
  tx.calibrationChange.create({
    data: {
      sessionId: session,
      classificationId: rows.get(about) ?? '',
      before: 'GOOD',
      after: 'COMPLETED',
      reason: 'Chậm hai nhiệm vụ',
      authorisedBy: 'Đỗ Giám Đốc',
      byId: by.userId,
      byName: by.code,
    },
  });
const stateNow = async () =>
  (await test.ownerPool.query<{ state: string }>('SELECT state FROM calibration_session WHERE id = $1', [session]))
    .rows[0]?.state;

describe('a calibration session', () => {
  it('is opened over an agency’s own units by who proposes its levels', async () => {
    expect(await attempt(org.headA, open(org.headA, org.units.officeA))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, open(org.personnel, org.units.province))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, open(org.personnel, org.units.department))).toBe('done');
    expect(await attempt(org.personnel, join(org.units.officeA))).toBe('done');
    expect(await attempt(headB, join(org.units.officeA))).toBe('FORBIDDEN');
    expect(await attempt(headB, join(org.units.officeB, true))).toBe('FORBIDDEN');
    expect(await attempt(headB, join(org.units.officeB))).toBe('done');
    const sessions = (person: Person) =>
      test.database.runAs(actorOf(person), () => test.database.prisma.calibrationSession.count());
    expect([await sessions(org.headA), await sessions(org.staffA), await sessions(org.inspector)]).toEqual([1, 0, 0]);
  });

  it('takes a unit’s proposals for its own people, never for oneself', async () => {
    expect(await attempt(org.headA, propose(org.headA, org.units.officeA, org.staffA))).toBe('done');
    expect(await attempt(org.headA, propose(org.headA, org.units.officeA, org.headA))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, propose(org.headA, org.units.officeA, org.staffB))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, propose(org.headA, org.units.officeB, org.staffB))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, propose(org.personnel, org.units.officeA, org.headA))).toBe('FORBIDDEN');
    expect(await attempt(headB, propose(headB, org.units.officeB, org.staffB))).toBe('done');
  });

  it('hides each unit’s proposals from all others until every unit has submitted', async () => {
    const seen = async () => [
      await proposalsSeenBy(org.headA),
      await proposalsSeenBy(headB),
      await proposalsSeenBy(org.personnel),
      // He scores both units, and so is the voice of neither.
      await proposalsSeenBy(org.director),
    ];
    expect(await seen()).toEqual([1, 1, 0, 0]);
    expect(await attempt(org.director, submit(org.director, org.units.officeA))).toBe('nothing');
    expect(await attempt(org.headA, change(org.headA, org.staffA))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, change(org.personnel, org.staffA))).toBe('FORBIDDEN');
    // Nobody lays it open before its day.
    expect(await attempt(org.personnel, move({ state: 'REVEALED', revealedAt: new Date(), revealReason: 'Gấp' }))).toBe(
      'FORBIDDEN',
    );
    expect(await attempt(headB, submit(headB, org.units.officeA))).toBe('nothing');
    expect(await attempt(org.headA, submit(org.headA, org.units.officeA))).toBe('done');
    expect(await seen()).toEqual([1, 1, 0, 0]);
    expect(await attempt(org.headA, propose(org.headA, org.units.officeA, org.staffA))).toBe('FORBIDDEN');
    expect(await attempt(headB, submit(headB, org.units.officeB))).toBe('done');
    expect(await stateNow()).toBe('REVEALED');
    expect(await seen()).toEqual([2, 2, 2, 2]);
    expect(await proposalsSeenBy(org.staffA)).toBe(0);
  });

  it('lets a late unit in, which sees nothing before it has submitted', async () => {
    expect(await attempt(org.personnel, join(officeC))).toBe('FORBIDDEN');
    expect(await attempt(org.personnel, join(officeC, true))).toBe('done');
    expect(await proposalsSeenBy(headC)).toBe(0);
    expect(await attempt(headC, submit(headC, officeC))).toBe('done');
    expect(await proposalsSeenBy(headC)).toBe(2);
  });

  it('takes changes with reason and authoriser while it is open to all, is locked by who decides, and takes nothing after', async () => {
    expect(await attempt(org.personnel, change(org.personnel, org.staffA))).toBe('done');
    expect(await attempt(headB, change(headB, org.staffA))).toBe('FORBIDDEN');
    const locked = (by: Person) => ({
      state: 'LOCKED' as const,
      lockedAt: new Date(),
      lockedById: by.userId,
      lockedByName: by.code,
      lockDocument: '5/BB',
    });
    expect(await attempt(org.personnel, move(locked(org.personnel)))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, move(locked(org.headA)))).toBe('nothing');
    expect(await attempt(org.director, move(locked(org.director)))).toBe('done');
    expect(await attempt(org.personnel, change(org.personnel, org.staffB))).toBe('SESSION_LOCKED');
    expect(await attempt(org.personnel, join(org.units.officeA))).toBe('SESSION_LOCKED');
    expect(await attempt(org.personnel, move({ title: 'Khác' }))).toBe('SESSION_LOCKED');
    await expect(test.ownerPool.query('DELETE FROM calibration_change')).rejects.toThrow(/append-only/);
  });
});

describe('a summary', () => {
  const freeze =
    (by: Person, unitId: string, showsDiscipline = false) =>
    (tx: Transaction) =>
      tx.summary.create({
        data: {
          unitId,
          kind: 'RANKING',
          title: 'Xếp hạng tháng 10',
          purpose: 'APPOINTMENT',
          question: {},
          inputs: {},
          versions: [],
          body: {},
          engine: '1',
          inputsSha256: new Uint8Array(32),
          bodySha256: new Uint8Array(32),
          showsDiscipline,
          frozenById: by.userId,
          frozenByName: by.code,
        },
      });
  const seenBy = (person: Person) => test.database.runAs(actorOf(person), () => test.database.prisma.summary.count());

  it('is frozen under RANKING_READ and read by who ranks there, with discipline in it by fewer', async () => {
    expect(await attempt(org.director, freeze(org.director, org.units.officeA))).toBe('done');
    expect(await attempt(org.director, freeze(org.director, org.units.officeA, true))).toBe('done');
    expect(await attempt(org.headA, freeze(org.headA, org.units.officeB))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, freeze(org.director, org.units.officeA))).toBe('FORBIDDEN');
    expect([
      await seenBy(org.director),
      await seenBy(org.headA),
      await seenBy(org.staffA),
      await seenBy(headB),
    ]).toEqual([2, 1, 0, 0]);
  });

  it('is numbered, and its place in the chain is written once; nothing else of it changes, by the owner neither', async () => {
    const { rows: numbers } = await test.ownerPool.query<{ number: string }>(
      'SELECT number FROM summary ORDER BY number',
    );
    expect(numbers[0]?.number).toMatch(/^TH-\d{4}-00001$/);
    const place = (tx: Transaction) => tx.summary.updateMany({ data: { auditSequence: 7n } });
    expect(await attempt(org.headA, place)).toBe('nothing');
    expect(await attempt(org.director, place)).toBe('done');
    expect(await attempt(org.director, place)).toBe('nothing');
    await expect(test.ownerPool.query(`UPDATE summary SET title = 'Khác'`)).rejects.toThrow(/was decided/);
    await expect(test.ownerPool.query('DELETE FROM summary')).rejects.toThrow(/append-only/);
  });

  it('is pulled in one’s own name by who reads it; who pulled is told to who reads the log of access', async () => {
    const summary = await test.ownerPool.query<{ id: string }>('SELECT id FROM summary WHERE NOT shows_discipline');
    const pull = (name: Person) => (tx: Transaction) =>
      tx.summaryPull.createMany({
        data: [
          {
            summaryId: summary.rows[0]?.id ?? '',
            byId: name.userId,
            byName: name.code,
            purpose: 'APPOINTMENT',
            format: 'DOCX',
          },
        ],
      });
    expect(await attempt(org.headA, pull(org.headA))).toBe('done');
    expect(await attempt(org.headA, pull(org.director))).toBe('FORBIDDEN');
    expect(await attempt(headB, pull(headB))).toBe('FORBIDDEN');
    const pulls = (person: Person) =>
      test.database.runAs(actorOf(person), () => test.database.prisma.summaryPull.count());
    expect([await pulls(org.headA), await pulls(org.personnel), await pulls(org.director)]).toEqual([1, 1, 0]);
  });
});
