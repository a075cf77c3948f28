import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegisters, type Registers } from '../../../test/testkit/register-readers.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import type { Person } from '../../../test/testkit/small-organisation.ts';
import { openClassification, openRound } from '../../../test/testkit/year-records.ts';

let test: Registers['test'];
let org: Registers['org'];
let ask: Registers['ask'];
let join: Registers['join'];
let at: Registers['at'];
let roundId: string;
beforeAll(async () => {
  ({ test, org, ask, join, at } = await openRegisters());
  roundId = await openRound(test.ownerPool, org.units.department);
});
afterAll(() => test.drop());

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
