import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import { actorOf, createPerson, type Person } from '../../../test/testkit/small-organisation.ts';
import { openClassification, openRound } from '../../../test/testkit/year-records.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
let roundId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
  roundId = await openRound(test.ownerPool, org.units.department);
});
afterAll(() => test.drop());

async function ask<Row extends pg.QueryResultRow>(person: Person, sql: string, values: readonly unknown[]) {
  return (await test.database.runAs(actorOf(person), () => test.database.pool.query<Row>(sql, [...values]))).rows;
}

/** Somebody new in office A, so that one test's records are not another's. */
let next = 0;
const join = (unitId: string = org.units.officeA) =>
  createPerson(test.ownerPool, { code: `MOI${++next}`, name: `Người Mới ${next}`, unitId, post: 'STAFF' });
const at = (person: Person, unitId: string = org.units.officeA) => ({ employeeId: person.employeeId, unitId });

describe('discipline_blocks', () => {
  const blocks = async (actor: Person, person: Person, on: string) =>
    (
      await ask<{ line: string }>(
        actor,
        `SELECT concat_ws(' ', kind, until, CASE WHEN coalesce(decision_id, violation_id) IS NULL THEN '-' ELSE 'named' END) AS line
         FROM discipline_blocks($1, $2) ORDER BY 1`,
        [[person.employeeId], on],
      )
    ).map((row) => row.line);

  it('holds on every day of a window and on none after it', async () => {
    const person = await join();
    await rows.insertDecision(test.ownerPool, at(person));
    const active = ['ACTIVE_DISCIPLINE 2027-11-10 named'];
    expect(await blocks(org.personnel, person, '2027-11-10')).toEqual(active);
    expect(await blocks(person, person, '2027-11-10')).toEqual(active);
    expect(await blocks(org.personnel, person, '2027-11-11')).toEqual([]);
    // The act was being handled from its discovery to the day before the decision.
    expect(await blocks(org.personnel, person, '2026-11-09')).toEqual(['PENDING_PROCEDURE named']);
    expect(await blocks(org.personnel, person, '2026-09-19')).toEqual([]);
  });

  it('names the later of effect and window, other windows, and no end where there is none', async () => {
    const person = await join();
    const decision = await rows.insertDecision(test.ownerPool, at(person), { form: 'REMOVAL_FROM_OFFICE' });
    await test.ownerPool.query(
      `INSERT INTO discipline_effect (decision_id, kind, from_on, to_on, instrument, certainty) VALUES
        ($1, 'NO_PROMOTION', '2026-11-10', '2028-11-10', 'x', 'SECONDARY'), ($1, 'SALARY_DELAY', '2026-11-10', '2027-05-10', 'x', 'SECONDARY'),
        ($1, 'NO_LEADERSHIP', '2026-11-10', NULL, 'x', 'SECONDARY')`,
      [decision],
    );
    expect(await blocks(org.personnel, person, '2026-12-01')).toEqual([
      'ACTIVE_DISCIPLINE 2028-11-10 named',
      'NO_LEADERSHIP named',
      'SALARY_DELAY 2027-05-10 named',
    ]);
    expect(await blocks(org.personnel, person, '2028-11-11')).toEqual(['NO_LEADERSHIP named']);
    await test.ownerPool.query(`UPDATE discipline_decision SET annulled_on = '2026-11-20' WHERE id = $1`, [decision]);
    expect(await blocks(org.personnel, person, '2026-12-01')).toEqual([]);
  });

  it('follows the person, whose record stays with its unit', async () => {
    const person = await join(org.otherDepartment);
    await rows.insertDecision(test.ownerPool, at(person, org.units.officeA));
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'HR', $2, '2026-01-01', '1/QĐ')`,
      [org.outsideInspector.userId, org.otherDepartment],
    );
    expect(await blocks(org.outsideInspector, person, '2026-12-01')).toEqual(['ACTIVE_DISCIPLINE 2027-11-10 -']);
    expect(await blocks(org.personnel, person, '2026-12-01')).toEqual(['ACTIVE_DISCIPLINE 2027-11-10 named']);
  });

  it('tells of a sealed act without naming it, of the Party’s decision neither, and a manager nothing', async () => {
    const person = await join();
    const violation = await rows.insertViolation(test.ownerPool, at(person), { sealed: true });
    expect(await blocks(org.personnel, person, '2026-11-22')).toEqual(['PENDING_PROCEDURE named']);
    expect(await blocks(org.director, person, '2026-11-22')).toEqual(['PENDING_PROCEDURE -']);
    expect(await blocks(person, person, '2026-11-22')).toEqual([]);
    expect(await blocks(org.headA, person, '2026-11-22')).toEqual([]);
    expect(await blocks(org.outsideInspector, person, '2026-11-22')).toEqual([]);
    await test.ownerPool.query(
      `INSERT INTO discipline_deferral (violation_id, kind, from_on, to_on, document, recorded_by_name)
       VALUES ($1, 'PREGNANCY_CHILD', '2026-11-01', '2027-02-01', 'Giấy', 'x')`,
      [violation],
    );
    expect(await blocks(org.director, person, '2026-11-22')).toEqual(['PENDING_PROCEDURE 2027-02-01 -']);
    const other = await join();
    await rows.insertDecision(test.ownerPool, at(other), { form: 'PARTY_REPRIMAND' });
    expect(await blocks(org.leader, other, '2026-11-22')).toEqual(['ACTIVE_DISCIPLINE 2027-11-10 -']);
  });
});

describe('unit_disciplines', () => {
  const lines = async (actor: Person, unit: string, year: number) =>
    (
      await ask<{ line: string }>(
        actor,
        `SELECT concat_ws(' ', form, served_elsewhere) AS line FROM unit_disciplines($1, $2) ORDER BY 1`,
        [unit, year],
      )
    ).map((row) => row.line);

  it('counts an act where it was done: in its counted year, or its own where the person had left', async () => {
    const office = org.units.officeB;
    const stays = await join(office);
    await rows.insertDecision(test.ownerPool, at(stays, office));
    const left = await join(org.otherDepartment);
    const violationId = await rows.insertViolation(test.ownerPool, at(left, office), {
      act_from: '2025-12-05',
      act_to: '2025-12-20',
    });
    await rows.insertDecision(test.ownerPool, { ...at(left, office), violationId }, { form: 'WARNING' });
    await rows.insertDecision(test.ownerPool, at(stays, office), { form: 'PARTY_WARNING' });
    expect(await lines(org.personnel, office, 2026)).toEqual(['PARTY_WARNING f', 'REPRIMAND f']);
    expect(await lines(org.personnel, office, 2025)).toEqual(['WARNING t']);
    expect(await lines(org.leader, office, 2026)).toEqual(['REPRIMAND f']);
    expect(await lines(org.headA, office, 2026)).toEqual([]);
    await test.ownerPool.query(`UPDATE violation SET counted_year = 2027 WHERE employee_id = $1`, [stays.employeeId]);
    expect(await lines(org.personnel, office, 2026)).toEqual([]);
  });

  it('holds acts of a unit merged into it in the year', async () => {
    const { rows: merged } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO unit (code, name, short_name, level, kind, path, parent_id, valid_from, valid_to, successor_id)
       VALUES ('T.S.M', 'Phòng M', 'M', 3, 'DIRECT_UNIT', 't.s.m', $1, '2025-07-01', '2026-06-30', $2) RETURNING id`,
      [org.units.department, org.units.officeA],
    );
    const person = await join();
    const unitId = merged[0]?.id ?? '';
    const violationId = await rows.insertViolation(test.ownerPool, at(person, unitId), { act_from: '2026-05-01' });
    await rows.insertDecision(test.ownerPool, { ...at(person, unitId), violationId }, { form: 'DISMISSAL' });
    expect(await lines(org.personnel, org.units.officeA, 2026)).toContain('DISMISSAL f');
    expect(await lines(org.personnel, org.units.officeA, 2025)).not.toContain('DISMISSAL f');
  });
});

describe('facts of a year’s titles', () => {
  interface Facts extends pg.QueryResultRow {
    readonly code: string;
    readonly level: string | null;
    readonly titles: unknown;
    readonly levels: unknown;
    readonly initiatives: readonly { readonly kind: string }[];
    readonly worst_form: string | null;
    readonly pending: boolean | null;
    readonly held: { readonly reason: string | null } | null;
  }
  let person: Person;
  beforeAll(async () => {
    person = await join();
    const classification = await openClassification(test.ownerPool, {
      roundId,
      agencyId: org.units.department,
      employeeId: person.employeeId,
      unitId: org.units.officeA,
    });
    await test.ownerPool.query(
      `UPDATE classification SET state = 'DECIDED', decided_level = 'GOOD', decision_number = '1', decided_on = '2026-11-19', decided_at = now()
       WHERE id = $1`,
      [classification],
    );
    await rows.insertCommendation(test.ownerPool, at(person), { title_code: 'CSTDCS', year: 2025 });
    await rows.insertCommendation(test.ownerPool, at(person), {
      title_code: 'LDTT',
      year: 2024,
      revoked_on: '2026-01-01',
    });
    await rows.insertInitiative(test.ownerPool, at(person));
    await rows.insertInitiative(test.ownerPool, at(person), {
      ...{ state: 'PROPOSED', level: null, influence: null, decision_number: null, recognised_on: null },
    });
    await rows.insertDecision(test.ownerPool, at(person));
    await rows.insertDecision(test.ownerPool, at(person), { form: 'PARTY_WARNING' });
    await rows.insertViolation(test.ownerPool, at(person), { sealed: true });
    const { rows: held } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO commendation_round (agency_id, year, opened_by_id) VALUES ($1, 2026, $2) RETURNING id`,
      [org.units.department, org.personnel.userId],
    );
    await test.ownerPool.query(
      `INSERT INTO commendation_hold (round_id, employee_id, reason, document, from_on, recorded_by_name)
       VALUES ($1, $2, 'Đang xác minh', '3/TB', '2026-11-20', 'x')`,
      [held[0]?.id, person.employeeId],
    );
  });

  const facts = async (actor: Person) =>
    (await ask<Facts>(actor, 'SELECT * FROM candidate_facts($1, 2026)', [org.units.department])).find(
      (row) => row.code === person.code,
    );

  it('say what a title asks about a person', async () => {
    expect(await facts(org.personnel)).toMatchObject({
      ...{ unit_code: 'T.S.A', decided: true, level: 'GOOD', not_classified: false, worst_form: 'PARTY_WARNING' },
      titles: [{ code: 'CSTDCS', year: 2025 }],
      levels: [{ year: 2026, level: 'GOOD' }],
      initiatives: [{ kind: 'INITIATIVE', level: 'BASE', influence: 'UNIT', applied: true, year: 2026 }],
      pending: true,
      held: { reason: 'Đang xác minh', fromOn: '2026-11-20' },
    });
  });

  it('tell no procedure to who reads no discipline, the Party’s form to no leader, and others nothing', async () => {
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'MANAGER', $2, '2026-01-01', '1/QĐ')`,
      [org.officer.userId, org.units.department],
    );
    expect(await facts(org.officer)).toMatchObject({ level: 'GOOD', worst_form: null, pending: null });
    expect((await facts(org.officer))?.held?.reason).toBeNull();
    expect(await facts(org.leader)).toMatchObject({ worst_form: 'REPRIMAND' });
    expect(await facts(org.headA)).toBeUndefined();
    expect(await facts(person)).toBeUndefined();
  });

  it('of a collective count its people, who stay where they were counted', async () => {
    const collective = async (actor: Person) =>
      (
        await ask<{
          code: string;
          members: number;
          at_least_completed: number;
          titled: object;
          worst_form: string | null;
        }>(actor, 'SELECT code, members, at_least_completed, titled, worst_form FROM collective_facts($1, 2026)', [
          org.units.department,
        ])
      ).filter(({ code }) => ['T.S', 'T.S.A', 'T.S.B'].includes(code));
    await rows.insertCommendation(test.ownerPool, at(person), { title_code: 'LDTT', year: 2026 });
    const worked = { titled: { LDTT: 1 }, worst_form: 'DISMISSAL' };
    const found = await collective(org.personnel);
    expect(found.map(({ code, members, at_least_completed }) => [code, members, at_least_completed])).toEqual([
      ['T.S', 1, 1],
      ['T.S.A', 1, 1],
      ['T.S.B', 0, 0],
    ]);
    expect(found[0]).toMatchObject(worked);
    expect(found[2]).toMatchObject({ titled: {} });
    expect((await collective(org.officer))[0]).toMatchObject({ worst_form: null });
    expect(await collective(org.headA)).toEqual([]);
  });
});

describe('open_findings', () => {
  it('are the unit’s own, told of by the day and not remedied by it', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const finding = await rows.insertFinding(test.ownerPool, { unitId: org.units.officeB, inspectionId });
    await rows.insertFinding(test.ownerPool, { unitId: org.units.officeB, inspectionId }, { issued_on: null });
    await rows.insertFinding(test.ownerPool, { unitId: org.units.officeB, inspectionId }, { positive: true });
    await rows.insertRecommendation(test.ownerPool, { unitId: org.units.officeB, inspectionId, findingId: finding });
    const open = (actor: Person, unit: string, on: string) =>
      ask(actor, 'SELECT id, due_on FROM open_findings($1, $2)', [unit, on]);
    const found = [{ id: finding, due_on: '2026-11-04' }];
    expect(await open(org.director, org.units.officeB, '2026-10-20')).toEqual(found);
    expect(await open(org.director, org.units.officeB, '2026-10-19')).toEqual([]);
    expect(await open(org.director, org.units.department, '2026-11-20')).toEqual([]);
    expect(await open(org.staffB, org.units.officeB, '2026-11-20')).toEqual([]);
    await test.ownerPool.query(`UPDATE finding SET remedied_on = '2026-11-20', remedy_proof = 'x' WHERE id = $1`, [
      finding,
    ]);
    expect(await open(org.director, org.units.officeB, '2026-11-19')).toEqual(found);
    expect(await open(org.director, org.units.officeB, '2026-11-20')).toEqual([]);
  });
});

describe('reveal_sender', () => {
  const reveal = (actor: Person, feedback: string) =>
    attemptWrite(test.database, actor, async (tx) => {
      const found = await tx.$queryRawUnsafe<{ name: string }[]>('SELECT name FROM reveal_sender($1::uuid)', feedback);
      expect(found[0]?.name).toMatch(/^Người gửi/);
    });

  it('tells the handler and who keeps the register, never the person concerned', async () => {
    const file = await rows.insertFeedback(test.ownerPool, {
      ...at(org.staffA),
      handlerId: org.staffB.employeeId,
    });
    expect(await reveal(org.staffB, file)).toBe('done');
    expect(await reveal(org.personnel, file)).toBe('done');
    for (const name of ['staffA', 'headA', 'director', 'leader', 'officer'] as const) {
      expect([name, await reveal(org[name], file)]).toEqual([name, 'FORBIDDEN']);
    }
    const own = await rows.insertFeedback(test.ownerPool, at(org.personnel));
    expect(await reveal(org.personnel, own)).toBe('FORBIDDEN');
    expect(await reveal(org.personnel, randomUUID())).toBe('FORBIDDEN');
  });

  it('tells a denouncer’s name to no superior but the handler', async () => {
    const denunciation = await rows.insertFeedback(test.ownerPool, at(org.staffB, org.units.officeB), {
      kind: 'DENUNCIATION',
    });
    expect(await reveal(org.personnel, denunciation)).toBe('done');
    await test.ownerPool.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'MANAGER', $2, '2026-01-01', '1/QĐ')`,
      [org.insideInspector.userId, org.units.officeB],
    );
    expect(await reveal(org.insideInspector, denunciation)).toBe('FORBIDDEN');
    await test.ownerPool.query('UPDATE feedback SET handler_id = $2 WHERE id = $1', [
      denunciation,
      org.insideInspector.employeeId,
    ]);
    expect(await reveal(org.insideInspector, denunciation)).toBe('done');
  });
});

describe('restriction and retention', () => {
  async function propose(by: Person, entity: string, cutoff: string): Promise<string> {
    const { rows: made } = await test.ownerPool.query<{ id: string }>(
      `WITH asked AS (
         INSERT INTO job (kind, unit_id, period, state, started_at, finished_at, created_by_id, created_by_name)
         VALUES ('RETENTION', $1, '2026', 'DONE', now(), now(), $2, 'x') RETURNING id)
       INSERT INTO retention_proposal (job_id, entity, cutoff, rows, sample, basis, proposed_by_id)
       SELECT id, $3::retention_entity, $4, 1, '[]', '{}', $2 FROM asked RETURNING id`,
      [org.units.department, by.userId, entity, cutoff],
    );
    return made[0]?.id ?? '';
  }
  const carryOut = (person: Person, proposal: string) =>
    attemptWrite(test.database, person, async (tx) => {
      const found = await tx.$queryRawUnsafe<{ done: number | null }[]>(
        'SELECT carry_out_retention($1::uuid) AS done',
        proposal,
      );
      return { count: found[0]?.done ?? 0 };
    });

  it('leaves people with an EXPORT restriction out of files', async () => {
    const person = await join();
    const requestId = await rows.insertDataRequest(test.ownerPool, { employeeId: person.employeeId });
    const restricted = () =>
      ask(org.headA, 'SELECT employee_id FROM export_restricted($1)', [[person.employeeId, org.staffB.employeeId]]);
    expect(await restricted()).toEqual([]);
    await test.ownerPool.query(
      `INSERT INTO data_restriction (employee_id, request_id, scope, from_on, recorded_by_name) VALUES ($1, $2, 'EXPORT', '2026-11-01', 'x')`,
      [person.employeeId, requestId],
    );
    expect(await restricted()).toEqual([{ employee_id: person.employeeId }]);
  });

  it('shows marks of a restricted person without figures, but to himself', async () => {
    const requestId = await rows.insertDataRequest(test.ownerPool, { employeeId: org.staffB.employeeId });
    const mark = async (actor: Person) =>
      (
        await ask(
          actor,
          `SELECT display, sheet_state, open_tasks, commendations, active_discipline, active_discipline_until, restricted
           FROM identify('{NVB}', '{nvb}', '2026-11-22')`,
          [],
        )
      )[0];
    const discipline = { active_discipline: true, active_discipline_until: '2027-03-10' };
    expect(await mark(org.director)).toMatchObject({ ...discipline, open_tasks: 1, restricted: false });
    await test.ownerPool.query(
      `INSERT INTO data_restriction (employee_id, request_id, scope, from_on, recorded_by_name) VALUES ($1, $2, 'OVERLAY', '2026-11-01', 'x')`,
      [org.staffB.employeeId, requestId],
    );
    expect(await mark(org.director)).toEqual({
      ...{ display: null, sheet_state: null, open_tasks: 0, commendations: null },
      ...{ active_discipline: null, active_discipline_until: null, restricted: true },
    });
    expect(await mark(org.staffB)).toMatchObject({ ...discipline, open_tasks: 1, restricted: true });
  });

  it('is carried out by a second person alone, once', async () => {
    const file = await rows.insertFeedback(test.ownerPool, at(org.staffA), {
      ...{ received_on: '2022-01-03', due_on: '2022-01-20', answered_on: '2022-01-10', state: 'CLOSED' },
    });
    const count = (actor: Person) =>
      ask<{ rows: number; sample: unknown }>(
        actor,
        `SELECT * FROM retention_count($1, 'FEEDBACK_SENDER', '2024-01-01')`,
        [org.units.department],
      );
    expect(await count(org.officer)).toEqual([{ rows: 1, sample: [file] }]);
    expect(await count(org.personnel)).toEqual([]);
    const proposal = await propose(org.officer, 'FEEDBACK_SENDER', '2024-01-01');
    expect(await carryOut(org.officer, proposal)).toBe('SECOND_PERSON_REQUIRED');
    expect(await carryOut(org.personnel, proposal)).toBe('nothing');
    const confirm = `UPDATE retention_proposal SET state = 'CONFIRMED', decided_at = now(), decided_by_id = congvu.actor_user()`;
    expect(await attemptWrite(test.database, org.otherOfficer, (tx) => tx.$executeRawUnsafe(confirm))).toBe(
      'FORBIDDEN',
    );
    expect(await carryOut(org.otherOfficer, proposal)).toBe('done');
    expect(await carryOut(org.otherOfficer, proposal)).toBe('nothing');
    const { rows: senders } = await test.ownerPool.query(
      'SELECT name, contact, erased_at IS NOT NULL AS erased FROM feedback_sender WHERE feedback_id = $1',
      [file],
    );
    expect(senders).toEqual([{ name: null, contact: null, erased: true }]);
    const { rows: decided } = await test.ownerPool.query(
      'SELECT state, done, decided_by_name FROM retention_proposal WHERE id = $1',
      [proposal],
    );
    expect(decided).toEqual([{ state: 'CONFIRMED', done: 1, decided_by_name: 'Tạ Dữ Liệu' }]);
  });

  it('empties requests and deletes absences past their time, and no evaluation file', async () => {
    const request = await rows.insertDataRequest(
      test.ownerPool,
      { employeeId: org.staffA.employeeId },
      { state: 'REFUSED', received_at: '2015-01-05T02:00:00Z', answered_at: '2015-01-06T02:00:00Z', answer: 'Không' },
    );
    await test.ownerPool.query(
      `INSERT INTO absence (employee_id, kind, absent_from, absent_to, document, recorded_by_name) VALUES ($1, 'SICK', '2015-01-05', '2015-01-08', 'Giấy', 'x')`,
      [org.staffA.employeeId],
    );
    expect(await carryOut(org.otherOfficer, await propose(org.officer, 'DATA_REQUEST', '2020-01-01'))).toBe('done');
    expect(await carryOut(org.otherOfficer, await propose(org.officer, 'ABSENCE', '2020-01-01'))).toBe('done');
    expect(await carryOut(org.otherOfficer, await propose(org.officer, 'EVALUATION_FILE', '2027-01-01'))).toBe('done');
    const { rows: left } = await test.ownerPool.query(
      `SELECT (SELECT content || answer FROM data_request WHERE id = $1) AS request,
              (SELECT count(*)::int FROM absence) AS absences, (SELECT count(*) > 0 FROM classification) AS files`,
      [request],
    );
    expect(left).toEqual([{ request: '', absences: 0, files: true }]);
  });
});

describe('report_counts', () => {
  it('counts a subtree without names for who reads reports, and tells nobody else anything', async () => {
    const counts = (actor: Person) =>
      ask<{ figure: string; code: string; unit_id: string | null; value: string }>(
        actor,
        `SELECT figure, code, sum(value)::int AS value FROM report_counts($1, '2026-01-01', '2026-12-31', '2026-11-22')
         WHERE figure IN ('inspections.ended', 'findings') GROUP BY 1, 2 ORDER BY 1, 2`,
        [org.units.department],
      );
    expect(await counts(org.leader)).toEqual([{ figure: 'findings', code: 'ADMINISTRATIVE_PROCEDURES', value: 1 }]);
    expect(await counts(org.headA)).toEqual([]);
    expect(await counts(org.staffA)).toEqual([]);
  });
});
