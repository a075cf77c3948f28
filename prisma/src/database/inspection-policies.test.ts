import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { everybody, type Name, openRegisters, type Registers } from '../../../test/testkit/register-readers.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import type { Person } from '../../../test/testkit/small-organisation.ts';

/** Who reads and writes what inspections find, what citizens send and what units ask of each other. */
let test: Registers['test'];
let org: Registers['org'];
let sees: Registers['sees'];
let readers: Registers['readers'];
let write: Registers['write'];
let ofA: Registers['ofA'];
beforeAll(async () => {
  ({ test, org, sees, readers, write, ofA } = await openRegisters());
});
afterAll(() => test.drop());

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
