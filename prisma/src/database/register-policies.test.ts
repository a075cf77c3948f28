import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import { actorOf, type Person } from '../../../test/testkit/small-organisation.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

type Name = {
  [Key in keyof RegisterOrganisation]: RegisterOrganisation[Key] extends Person ? Key : never;
}[keyof RegisterOrganisation];

/** Whether somebody sees the row of a table. */
async function sees(person: Person, table: string, id: string): Promise<boolean> {
  const sql = `SELECT 1 FROM ${table} WHERE id = $1`;
  return (await test.database.runAs(actorOf(person), () => test.database.pool.query(sql, [id]))).rowCount === 1;
}

const everybody: readonly Name[] = [
  ...(['director', 'headA', 'staffA', 'staffB', 'personnel', 'inspector', 'outsideInspector'] as const),
  ...(['insideInspector', 'leader', 'officer'] as const),
];

/** Who of everybody sees the row, by name. */
async function readers(table: string, id: string): Promise<readonly Name[]> {
  const seen = await Promise.all(everybody.map((name) => sees(org[name], table, id)));
  return everybody.filter((_, index) => seen[index]);
}

/** What comes of a statement in somebody's name. */
const write = (person: Person, sql: string, ...values: unknown[]) =>
  attemptWrite(test.database, person, async (tx) => ({
    count: await tx.$executeRawUnsafe(sql, ...values),
  }));

const staffA = () => ({ employeeId: org.staffA.employeeId, unitId: org.units.officeA });
const ofA = () => ({ unitId: org.units.officeA });

describe('an act of discipline', () => {
  it('is the person’s, of who reads discipline and of personnel; sealed it is personnel’s alone', async () => {
    const open = await rows.insertViolation(test.ownerPool, staffA());
    const sealed = await rows.insertViolation(test.ownerPool, staffA(), { sealed: true });
    expect(await readers('violation', open)).toEqual(['director', 'staffA', 'personnel', 'leader']);
    expect(await readers('violation', sealed)).toEqual(['personnel']);
  });

  it('of personnel himself is not shown to him while it is sealed, nor changed by him', async () => {
    const own = await rows.insertViolation(
      test.ownerPool,
      { employeeId: org.personnel.employeeId, unitId: org.units.officeA },
      { sealed: true },
    );
    expect(await sees(org.personnel, 'violation', own)).toBe(false);
    expect(await write(org.personnel, `UPDATE violation SET sealed = false WHERE id = $1::uuid`, own)).toBe('nothing');
  });

  it.each<[Name, string]>([
    ['personnel', 'done'],
    ['director', 'FORBIDDEN'],
    ['headA', 'FORBIDDEN'],
    ['leader', 'FORBIDDEN'],
    ['inspector', 'FORBIDDEN'],
    ['staffA', 'FORBIDDEN'],
  ])('is opened by %s: %s', async (name, outcome) => {
    const sql = `INSERT INTO violation (employee_id, unit_id, act_from, discovered_on, related_to_duty)
      VALUES ($1::uuid, $2::uuid, '2026-09-01', '2026-09-02', true)`;
    expect(await write(org[name], sql, org.staffA.employeeId, org.units.officeA)).toBe(outcome);
  });

  it('waits for a reason that personnel alone sees', async () => {
    const violation = await rows.insertViolation(test.ownerPool, staffA());
    const sql = `INSERT INTO discipline_deferral (id, violation_id, kind, from_on, document, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, 'ILLNESS', '2026-10-01', 'Giấy ra viện', 'Phạm Nhân Sự')`;
    const id = randomUUID();
    expect(await write(org.director, sql, id, violation)).toBe('FORBIDDEN');
    expect(await write(org.personnel, sql, id, violation)).toBe('done');
    expect(await readers('discipline_deferral', id)).toEqual(['personnel']);
  });
});

describe('a decision of discipline', () => {
  it('of the Party is read with PARTY_READ, by the person, and by no leader', async () => {
    const party = await rows.insertDecision(test.ownerPool, staffA(), { form: 'PARTY_WARNING' });
    const administrative = await rows.insertDecision(test.ownerPool, staffA());
    expect(await readers('discipline_decision', party)).toEqual(['director', 'staffA', 'personnel']);
    expect(await readers('discipline_decision', administrative)).toEqual(['director', 'staffA', 'personnel', 'leader']);
  });

  it('shows its acts and windows to whom it shows itself', async () => {
    const party = await rows.insertDecision(test.ownerPool, staffA(), { form: 'PARTY_WARNING' });
    const windows = async (person: Person) =>
      (
        await test.database.runAs(actorOf(person), () =>
          test.database.pool.query(
            `SELECT 1 FROM discipline_effect WHERE decision_id = $1 UNION ALL SELECT 1 FROM discipline_act WHERE decision_id = $1`,
            [party],
          ),
        )
      ).rowCount;
    expect(await windows(org.staffA)).toBe(2);
    expect(await windows(org.leader)).toBe(0);
  });
});

describe('a commendation', () => {
  it('of a person is read with COMMENDATION_READ, of a collective by everybody of the unit', async () => {
    const own = await rows.insertCommendation(test.ownerPool, staffA());
    const collective = await rows.insertCommendation(test.ownerPool, { ...ofA(), employeeId: null });
    expect(await readers('commendation', own)).toEqual(['director', 'headA', 'staffA', 'personnel', 'leader']);
    // staffB works in another office; who inspects or protects data reads units too.
    expect(await readers('commendation', collective)).toEqual(everybody.filter((name) => name !== 'staffB'));
  });

  it.each<[Name, string]>([
    ['personnel', 'done'],
    ['director', 'FORBIDDEN'],
    ['headA', 'FORBIDDEN'],
    ['staffA', 'FORBIDDEN'],
  ])('is recorded by %s: %s', async (name, outcome) => {
    const sql = `INSERT INTO commendation (employee_id, unit_id, form, title, kind, decision_number, decided_on, issuer)
      VALUES ($1::uuid, $2::uuid, 'Giấy khen', 'Giấy khen', 'Đột xuất', '1/QĐ', '2026-10-01', 'Sở')`;
    expect(await write(org[name], sql, org.staffA.employeeId, org.units.officeA)).toBe(outcome);
  });

  it('is held by personnel, and the person is told', async () => {
    const round = randomUUID();
    await test.ownerPool.query(
      `INSERT INTO commendation_round (id, agency_id, year, opened_by_id) VALUES ($1, $2, 2024, $3)`,
      [round, org.units.department, org.personnel.userId],
    );
    const sql = `INSERT INTO commendation_hold (id, round_id, employee_id, reason, document, from_on, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, $3::uuid, 'Đang xác minh', '3/TB', '2026-10-01', 'Phạm Nhân Sự')`;
    const id = randomUUID();
    expect(await write(org.director, sql, id, round, org.staffA.employeeId)).toBe('FORBIDDEN');
    expect(await write(org.personnel, sql, id, round, org.staffA.employeeId)).toBe('done');
    expect(await readers('commendation_hold', id)).toEqual(['staffA', 'personnel']);
  });
});

describe('an initiative', () => {
  const propose = (person: Person, unitId: string, id: string, state = 'PROPOSED') =>
    write(
      person,
      `INSERT INTO initiative (id, code, title, unit_id, year, kind, state, level, influence, decision_number, recognised_on, recorded_by_id, recorded_by_name)
       VALUES ($1::uuid, $1, 'Mẫu trả lời', $2::uuid, 2026, 'INITIATIVE', $3::congvu.initiative_state, 'BASE', 'UNIT', '1', '2026-10-01', congvu.actor_user(), 'x')`,
      id,
      unitId,
      state,
    );
  const author = (person: Person, initiative: string, employee: Person) =>
    write(
      person,
      `INSERT INTO initiative_author (initiative_id, employee_id, main) VALUES ($1::uuid, $2::uuid, true)`,
      initiative,
      employee.employeeId,
    );

  it('is proposed by who works in the unit, entered by personnel, and recognised by no author', async () => {
    const own = randomUUID();
    expect(await propose(org.staffA, org.units.officeB, own)).toBe('FORBIDDEN');
    expect(await propose(org.staffA, org.units.officeA, own, 'RECOGNISED')).toBe('FORBIDDEN');
    expect(await propose(org.staffA, org.units.officeA, own)).toBe('done');
    expect(await author(org.staffB, own, org.staffB)).toBe('FORBIDDEN');
    expect(await author(org.staffA, own, org.staffA)).toBe('done');
    expect(await readers('initiative', own)).toEqual(['director', 'headA', 'staffA', 'personnel', 'leader']);
    const refuse = `UPDATE initiative SET state = 'REFUSED', reason = 'x' WHERE id = $1::uuid`;
    expect(await write(org.staffA, refuse, own)).toBe('nothing');
    expect(await write(org.director, refuse, own)).toBe('nothing');
    const written = randomUUID();
    expect(await propose(org.personnel, org.units.officeA, written, 'RECOGNISED')).toBe('done');
    expect(await author(org.personnel, written, org.personnel)).toBe('done');
    expect(await write(org.personnel, `UPDATE initiative SET state = 'REVOKED' WHERE id = $1::uuid`, written)).toBe(
      'nothing',
    );
    expect(await write(org.personnel, refuse, own)).toBe('done');
  });
});

describe('an unannounced visit', () => {
  const secret = { unannounced: true, visited_on: null, state: 'PLANNED' };

  it('is known to inspectors of other agencies until it happened, then to who reads inspections there', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const visit = await rows.insertVisit(test.ownerPool, { ...ofA(), inspectionId }, secret);
    // The inspector of office A has no post anywhere, and the other comes from another sở.
    expect(await readers('inspection_visit', visit)).toEqual(['inspector', 'outsideInspector']);
    expect(await readers('inspection', inspectionId)).toEqual(['inspector', 'outsideInspector']);
    await test.ownerPool.query(`UPDATE inspection_visit SET visited_on = '2026-10-07', state = 'DONE' WHERE id = $1`, [
      visit,
    ]);
    const told: readonly Name[] = [
      ...(['director', 'headA', 'personnel', 'inspector', 'outsideInspector', 'insideInspector', 'leader'] as const),
    ];
    expect(await readers('inspection_visit', visit)).toEqual(told);
    expect(await readers('inspection', inspectionId)).toEqual(told);
  });

  it('hides an unannounced inspection without visits until it begins', async () => {
    const inspection = await rows.insertInspection(
      test.ownerPool,
      { unitId: org.units.province },
      { mode: 'UNANNOUNCED', state: 'PLANNED', started_on: null, ended_on: null },
    );
    expect(await readers('inspection', inspection)).toEqual(['outsideInspector', 'insideInspector']);
    await test.ownerPool.query(`UPDATE inspection SET state = 'RUNNING', started_on = '2026-10-05' WHERE id = $1`, [
      inspection,
    ]);
    expect(await readers('inspection', inspection)).toEqual(['outsideInspector', 'insideInspector', 'leader']);
  });

  it.each<[Name, string]>([
    ['outsideInspector', 'done'],
    ['insideInspector', 'FORBIDDEN'],
    ['inspector', 'FORBIDDEN'],
    ['leader', 'FORBIDDEN'],
    ['headA', 'FORBIDDEN'],
  ])('is planned by %s: %s', async (name, outcome) => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const sql = `INSERT INTO inspection_visit (inspection_id, unit_id, unannounced, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, true, 'Thanh tra')`;
    expect(await write(org[name], sql, inspectionId, org.units.officeA)).toBe(outcome);
  });

  it('of an agency that checks itself is planned by its own inspector', async () => {
    const inspectionId = await rows.insertInspection(
      test.ownerPool,
      { unitId: org.units.department },
      { kind: 'SELF_CHECK' },
    );
    const sql = `INSERT INTO inspection_visit (inspection_id, unit_id, unannounced, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, false, 'Thanh tra')`;
    expect(await write(org.insideInspector, sql, inspectionId, org.units.officeA)).toBe('done');
  });
});

describe('an inspection', () => {
  it('is added, and its team named, by who manages the unit that holds it', async () => {
    const sql = `INSERT INTO inspection (id, unit_id, kind, area, mode, title, team_kind, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, 'DUTY_CHECK', 'PUBLIC_DUTY', 'PLANNED', 'Kiểm tra', 'Đoàn', 'Thanh tra')`;
    const id = randomUUID();
    for (const name of ['leader', 'personnel', 'inspector', 'headA'] as const) {
      expect([name, await write(org[name], sql, id, org.units.province)]).toEqual([name, 'FORBIDDEN']);
    }
    expect(await write(org.outsideInspector, sql, id, org.units.province)).toBe('done');
    const team = (person: Person, members: unknown) =>
      attemptWrite(test.database, person, (tx) =>
        tx.$queryRawUnsafe('SELECT set_team($1::uuid, $2::jsonb)', id, JSON.stringify(members)),
      );
    const head = { employeeId: org.outsideInspector.employeeId, name: 'Võ Thanh Tra', role: 'HEAD' };
    expect(await team(org.leader, [head])).toBe('FORBIDDEN');
    expect(await team(org.outsideInspector, [head, { employeeId: null, name: 'Khách', role: 'MEMBER' }])).toBe('done');
    expect(await team(org.outsideInspector, [{ ...head, role: 'SECRETARY' }])).toBe('done');
    const { rows: members } = await test.ownerPool.query(
      'SELECT place, name, role FROM inspection_member WHERE inspection_id = $1',
      [id],
    );
    expect(members).toEqual([{ place: 0, name: 'Võ Thanh Tra', role: 'SECRETARY' }]);
  });

  it('shows a plan to who reads the unit, and to who sees one of its inspections', async () => {
    const plan = randomUUID();
    await test.ownerPool.query(
      `INSERT INTO inspection_plan (id, unit_id, year, recorded_by_name) VALUES ($1, $2, 2031, 'Thanh tra')`,
      [plan, org.units.province],
    );
    expect(await readers('inspection_plan', plan)).toEqual(['outsideInspector', 'insideInspector', 'leader']);
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province }, { plan_id: plan });
    await rows.insertVisit(test.ownerPool, { ...ofA(), inspectionId });
    expect(await readers('inspection_plan', plan)).toContain('headA');
  });
});

describe('a finding', () => {
  it('is the team’s until it is issued, then the unit’s and the person’s', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const finding = await rows.insertFinding(
      test.ownerPool,
      { ...ofA(), inspectionId, employeeId: org.staffA.employeeId },
      { issued_on: null },
    );
    expect(await readers('finding', finding)).toEqual(['inspector', 'outsideInspector']);
    await test.ownerPool.query(`UPDATE finding SET issued_on = '2026-10-20' WHERE id = $1`, [finding]);
    expect(await readers('finding', finding)).toEqual([
      ...(['director', 'headA', 'staffA', 'personnel', 'inspector', 'outsideInspector'] as const),
      ...(['insideInspector', 'leader'] as const),
    ]);
  });

  it('is never recorded or seen as a draft by whom it is about', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const draft = await rows.insertFinding(
      test.ownerPool,
      { unitId: org.otherDepartment, inspectionId, employeeId: org.outsideInspector.employeeId },
      { issued_on: null },
    );
    expect(await sees(org.outsideInspector, 'finding', draft)).toBe(false);
    expect(await sees(org.insideInspector, 'finding', draft)).toBe(true);
    const sql = `INSERT INTO finding (inspection_id, unit_id, employee_id, topic, positive, description, evidence, found_on, recorded_by_name)
      VALUES ($1::uuid, $2::uuid, $3::uuid, 'OTHER', true, 'Gương tốt', 'Biên bản', '2026-10-06', 'Thanh tra')`;
    const record = (person: Person, about: Person) =>
      write(person, sql, inspectionId, org.units.officeA, about.employeeId);
    expect(await record(org.outsideInspector, org.outsideInspector)).toBe('FORBIDDEN');
    expect(await record(org.insideInspector, org.staffA)).toBe('FORBIDDEN');
    expect(await record(org.leader, org.staffA)).toBe('FORBIDDEN');
    expect(await record(org.outsideInspector, org.staffA)).toBe('done');
  });
});

describe('a recommendation', () => {
  it('is read by target, owner and who reads inspections of theirs, and issued by who holds the inspection', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const recommendation = await rows.insertRecommendation(test.ownerPool, {
      ...ofA(),
      inspectionId,
      targetEmployeeId: org.staffA.employeeId,
      ownerEmployeeId: org.staffB.employeeId,
    });
    expect(await readers('recommendation', recommendation)).toEqual([
      ...(['director', 'headA', 'staffA', 'staffB', 'personnel', 'inspector'] as const),
      ...(['outsideInspector', 'insideInspector', 'leader'] as const),
    ]);
    const sql = `INSERT INTO recommendation (inspection_id, kind, target_unit_id, owner_unit_id, content, issued_on, due_on, recorded_by_name)
      VALUES ($1::uuid, 'RECTIFY', $2::uuid, $2::uuid, 'Chấn chỉnh', '2026-10-20', '2026-11-04', 'Thanh tra')`;
    expect(await write(org.headA, sql, inspectionId, org.units.officeA)).toBe('FORBIDDEN');
    expect(await write(org.inspector, sql, inspectionId, org.units.officeA)).toBe('FORBIDDEN');
    expect(await write(org.outsideInspector, sql, inspectionId, org.units.officeA)).toBe('done');
  });

  it('to hand a case to the investigators is not shown to whom it concerns, whatever he may read', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    for (const target of [org.staffA, org.headA]) {
      const of = { ...ofA(), inspectionId, targetEmployeeId: target.employeeId };
      const transfer = await rows.insertRecommendation(test.ownerPool, of, { kind: 'TRANSFER_TO_INVESTIGATION' });
      expect(await sees(target, 'recommendation', transfer)).toBe(false);
      expect(await sees(org.outsideInspector, 'recommendation', transfer)).toBe(true);
    }
  });

  it('is followed up by its owner, the head of its owner, and inspectors, each in his own name', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const recommendation = await rows.insertRecommendation(test.ownerPool, { ...ofA(), inspectionId });
    const follow = (person: Person, by: Person) =>
      write(
        person,
        `INSERT INTO follow_up (recommendation_id, state, note, by_id, by_name) VALUES ($1::uuid, 'UNDER_WAY', 'Đang làm', $2::uuid, 'x')`,
        recommendation,
        by.userId,
      );
    expect(await follow(org.staffA, org.staffA)).toBe('FORBIDDEN');
    expect(await follow(org.leader, org.leader)).toBe('FORBIDDEN');
    expect(await follow(org.headA, org.director)).toBe('FORBIDDEN');
    expect(await follow(org.headA, org.headA)).toBe('done');
    expect(await follow(org.outsideInspector, org.outsideInspector)).toBe('done');
  });
});

describe('feedback', () => {
  it('is shown to the person concerned when it was answered, a denunciation never', async () => {
    const about = { ...ofA(), employeeId: org.staffA.employeeId };
    const open = await rows.insertFeedback(test.ownerPool, about);
    const answered = await rows.insertFeedback(test.ownerPool, about, {
      state: 'ANSWERED',
      answered_on: '2026-11-10',
      outcome: 'UPHELD',
    });
    const denunciation = await rows.insertFeedback(test.ownerPool, about, {
      kind: 'DENUNCIATION',
      state: 'ANSWERED',
      answered_on: '2026-11-10',
      outcome: 'UPHELD',
    });
    const readersOf: readonly Name[] = [
      ...(['director', 'headA', 'personnel', 'inspector', 'outsideInspector', 'insideInspector', 'leader'] as const),
    ];
    expect(await readers('feedback', open)).toEqual(readersOf);
    expect(await readers('feedback', answered)).toEqual(
      everybody.filter((n) => readersOf.includes(n) || n === 'staffA'),
    );
    expect(await readers('feedback', denunciation)).toEqual([
      ...(['personnel', 'inspector', 'outsideInspector', 'insideInspector'] as const),
    ]);
  });

  it('about who keeps the register is like anybody’s own to him', async () => {
    const own = await rows.insertFeedback(test.ownerPool, { ...ofA(), employeeId: org.personnel.employeeId });
    expect(await sees(org.personnel, 'feedback', own)).toBe(false);
    expect(await sees(org.outsideInspector, 'feedback', own)).toBe(true);
  });

  it.each<[Name, string]>([
    ['personnel', 'done'],
    ['outsideInspector', 'done'],
    ['headA', 'FORBIDDEN'],
    ['director', 'FORBIDDEN'],
    ['leader', 'FORBIDDEN'],
    ['staffA', 'FORBIDDEN'],
  ])('is received with its sender by %s: %s', async (name, outcome) => {
    const id = randomUUID();
    const received = await attemptWrite(test.database, org[name], async (tx) => {
      await tx.$executeRawUnsafe(
        `INSERT INTO feedback (id, unit_id, kind, channel, received_on, content, due_on, recorded_by_name)
         VALUES ($1::uuid, $2::uuid, 'REFLECTION', 'Thư', '2026-11-02', 'Chờ lâu', '2026-11-17', 'x')`,
        id,
        org.units.officeA,
      );
      await tx.$executeRawUnsafe(
        `INSERT INTO feedback_sender (feedback_id, name) VALUES ($1::uuid, 'Người gửi thử')`,
        id,
      );
    });
    expect(received).toBe(outcome);
    if (outcome !== 'done') return;
    const { rows: found } = await test.ownerPool.query<{ number: string }>(
      'SELECT number FROM feedback WHERE id = $1',
      [id],
    );
    expect(found[0]?.number).toMatch(/^PA-2026-\d{5}$/);
  });

  it('keeps its sender from every SELECT', async () => {
    for (const name of everybody) {
      expect([name, await write(org[name], 'SELECT name FROM feedback_sender')]).toEqual([name, 'FORBIDDEN']);
    }
  });
});

describe('a request for an opinion', () => {
  it('is read on both sides and by who is to answer, and made by who assigns tasks of the asking unit', async () => {
    const request = await rows.insertCoordination(test.ownerPool, {
      askingUnitId: org.units.officeA,
      askedUnitId: org.units.officeB,
      employeeId: org.staffB.employeeId,
    });
    expect(await readers('coordination_request', request)).toEqual([
      ...(['director', 'headA', 'staffB', 'personnel', 'inspector', 'outsideInspector'] as const),
      ...(['insideInspector', 'leader'] as const),
    ]);
    const ask = (person: Person) =>
      write(
        person,
        `INSERT INTO coordination_request (asking_unit_id, asked_unit_id, subject, asked_on, due_on, recorded_by_name)
         VALUES ($1::uuid, $2::uuid, 'Xin ý kiến', '2026-11-02', '2026-11-12', 'x')`,
        org.units.officeA,
        org.units.officeB,
      );
    expect(await ask(org.staffA)).toBe('FORBIDDEN');
    expect(await ask(org.personnel)).toBe('FORBIDDEN');
    expect(await ask(org.headA)).toBe('done');
  });
});

describe('personal data', () => {
  it('are asked about by the person, and seen by who protects them where he serves or served', async () => {
    const request = await rows.insertDataRequest(test.ownerPool, { employeeId: org.staffA.employeeId });
    expect(await readers('data_request', request)).toEqual(['staffA', 'officer']);
    const file = (person: Person, about: Person) =>
      write(
        person,
        `INSERT INTO data_request (employee_id, kind, subject, content, answer_due_on) VALUES ($1::uuid, 'ACCESS', 'Hồ sơ', 'Xem', '2026-11-24')`,
        about.employeeId,
      );
    expect(await file(org.officer, org.staffA)).toBe('FORBIDDEN');
    expect(await file(org.staffA, org.staffA)).toBe('done');
    const restrict = (person: Person, about: Person) =>
      write(
        person,
        `INSERT INTO data_restriction (employee_id, request_id, scope, from_on, recorded_by_name)
         VALUES ($1::uuid, $2::uuid, 'EXPORT', '2026-11-22', 'x')`,
        about.employeeId,
        request,
      );
    expect(await restrict(org.staffA, org.staffA)).toBe('FORBIDDEN');
    expect(await restrict(org.personnel, org.staffA)).toBe('FORBIDDEN');
    expect(await restrict(org.officer, org.officer)).toBe('FORBIDDEN');
    expect(await restrict(org.officer, org.staffA)).toBe('done');
  });

  it('tables of the registers are published by who keeps the rules, for everyone by who keeps them for the whole', async () => {
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'ADMINISTRATOR', $2, '2026-01-01', '1/QĐ')`,
      [org.otherOfficer.userId, org.units.department],
    );
    const publish = (person: Person, agency: string | null) =>
      write(
        person,
        `INSERT INTO register_table (kind, version, agency_id, effective_from, decision_number, body, published_by_id)
         VALUES ('CLOCKS', 1, $1::uuid, '2026-01-01', '1/QĐ', '{}', congvu.actor_user())`,
        agency,
      );
    expect(await publish(org.personnel, org.units.department)).toBe('FORBIDDEN');
    expect(await publish(org.otherOfficer, null)).toBe('FORBIDDEN');
    expect(await publish(org.otherOfficer, org.units.department)).toBe('done');
  });
});

describe('a job', () => {
  /** One of a kind, unit and period is under way at a time. */
  let year = 2026;
  const ask = (person: Person, kind: string, id: string = randomUUID()) =>
    write(
      person,
      `INSERT INTO job (id, kind, unit_id, period, created_by_id, created_by_name)
       VALUES ($1::uuid, $2::congvu.job_kind, $3::uuid, $4, congvu.actor_user(), 'x')`,
      id,
      kind,
      org.units.officeA,
      String(year++),
    );

  it.each<[string, Name, string]>([
    ['IMPORT', 'personnel', 'done'],
    ['IMPORT', 'inspector', 'done'],
    ['IMPORT', 'director', 'done'],
    ['IMPORT', 'staffA', 'FORBIDDEN'],
    ['RETENTION', 'officer', 'done'],
    ['RETENTION', 'personnel', 'FORBIDDEN'],
    ['CLOSE_MONTH', 'personnel', 'done'],
    ['CLOSE_MONTH', 'officer', 'FORBIDDEN'],
  ])('%s is asked for by %s: %s', async (kind, name, outcome) => {
    expect(await ask(org[name], kind)).toBe(outcome);
  });

  it('that imports does not wait for another’s file, one that closes is under way once', async () => {
    const now = `INSERT INTO job (kind, unit_id, period, created_by_id, created_by_name)
      VALUES ($1::congvu.job_kind, $2::uuid, '2019', congvu.actor_user(), 'x')`;
    expect(await write(org.personnel, now, 'IMPORT', org.units.officeA)).toBe('done');
    expect(await write(org.inspector, now, 'IMPORT', org.units.officeA)).toBe('done');
    expect(await write(org.officer, now, 'RETENTION', org.units.officeA)).toBe('done');
    await expect(write(org.officer, now, 'RETENTION', org.units.officeA)).rejects.toThrow('job_under_way');
  });

  it('that imports is its creator’s, and brings only what he may write', async () => {
    const own = randomUUID();
    await ask(org.inspector, 'IMPORT', own);
    const bring = (person: Person, register: string) =>
      write(
        person,
        `INSERT INTO import_file (job_id, register, mode, content, sha256, rows)
         VALUES ($1::uuid, $2::congvu.import_register, 'GOOD_ONES', 'x', sha256('x'), 1)`,
        own,
        register,
      );
    expect(await readers('job', own)).toEqual(['inspector']);
    expect(await bring(org.personnel, 'DISCIPLINE')).toBe('FORBIDDEN');
    expect(await bring(org.inspector, 'DISCIPLINE')).toBe('FORBIDDEN');
    expect(await bring(org.inspector, 'FEEDBACK')).toBe('done');
    // What is left of the file when the job is done is its fingerprint.
    expect(
      await write(
        org.inspector,
        `UPDATE job SET state = 'DONE', started_at = now(), finished_at = now() WHERE id = $1::uuid`,
        own,
      ),
    ).toBe('done');
    const { rows: files } = await test.ownerPool.query('SELECT content, rows FROM import_file WHERE job_id = $1', [
      own,
    ]);
    expect(files).toEqual([{ content: null, rows: 1 }]);
  });
});
