import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everybody, type Name, openRegisters, type Registers } from '../../../test/testkit/register-readers.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import { actorOf, type Person } from '../../../test/testkit/small-organisation.ts';

/** Who reads and writes what is recorded of a person, and the tables of the registers. */
let test: Registers['test'];
let org: Registers['org'];
let sees: Registers['sees'];
let readers: Registers['readers'];
let write: Registers['write'];
let staffA: Registers['staffA'];
let ofA: Registers['ofA'];
beforeAll(async () => {
  ({ test, org, sees, readers, write, staffA, ofA } = await openRegisters());
});
afterAll(() => test.drop());

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

describe('a table of the registers', () => {
  it('is published by who keeps the rules, for everyone by who keeps them for the whole', async () => {
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
