import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { openRegisters, type Registers } from '../../../test/testkit/register-readers.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import type { Person } from '../../../test/testkit/small-organisation.ts';
import { openClassification, openRound } from '../../../test/testkit/year-records.ts';

/** What protects a person’s data: requests, restrictions, retention, the sender of feedback. */
let test: Registers['test'];
let org: Registers['org'];
let ask: Registers['ask'];
let join: Registers['join'];
let at: Registers['at'];
let readers: Registers['readers'];
let write: Registers['write'];
beforeAll(async () => {
  ({ test, org, ask, join, at, readers, write } = await openRegisters());
});
afterAll(() => test.drop());

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
    const { employeeId } = await join();
    const roundId = await openRound(test.ownerPool, org.units.department);
    const kept = { roundId, agencyId: org.units.department, employeeId, unitId: org.units.officeA };
    await openClassification(test.ownerPool, kept);
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
