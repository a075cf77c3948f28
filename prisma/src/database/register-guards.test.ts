import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import type { Columns } from '../../../test/testkit/insert-row.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from '../../../test/testkit/register-organisation.ts';
import * as rows from '../../../test/testkit/register-rows.ts';
import { actorOf, type Person } from '../../../test/testkit/small-organisation.ts';
import { openClassification, openRound } from '../../../test/testkit/year-records.ts';
import { translateDatabaseError } from './database-error.ts';

let test: TestDatabase;
let org: RegisterOrganisation;
let roundId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createRegisterOrganisation(test.ownerPool);
  roundId = await openRound(test.ownerPool, org.units.department);
});
afterAll(() => test.drop());

const write = (person: Person, sql: string, ...values: unknown[]) =>
  attemptWrite(test.database, person, async (tx) => ({ count: await tx.$executeRawUnsafe(sql, ...values) }));

/** The refusal of a statement with what it carries; null where it was carried out. */
async function refusal(person: Person, sql: string, ...values: unknown[]) {
  try {
    await test.database.runAs(actorOf(person), () =>
      test.database.withActor((tx) => tx.$executeRawUnsafe(sql, ...values)),
    );
    return null;
  } catch (error) {
    const translated = translateDatabaseError(error);
    if (translated === null) throw error;
    return translated;
  }
}

const staffA = () => ({ employeeId: org.staffA.employeeId, unitId: org.units.officeA });
const name = (decision: string, violation: string) =>
  [
    'INSERT INTO discipline_act (decision_id, violation_id) VALUES ($1::uuid, $2::uuid)',
    ...[decision, violation],
  ] as const;

/** A decision without its act, as the api stands before it names one. */
async function bareDecision(columns: Columns = {}): Promise<string> {
  const other = await rows.insertViolation(test.ownerPool, staffA());
  return rows.insertDecision(test.ownerPool, { ...staffA(), violationId: other }, columns);
}

describe('an act', () => {
  it('has one decision of the administration and one of the Party in force', async () => {
    const violationId = await rows.insertViolation(test.ownerPool, staffA());
    const first = await rows.insertDecision(test.ownerPool, { ...staffA(), violationId }, { decision_number: '77/QĐ' });
    const second = await bareDecision();
    expect(await refusal(org.personnel, ...name(second, violationId))).toEqual({
      code: 'DECISION_EXISTS',
      payload: { decisionNumber: '77/QĐ', decidedOn: '2026-11-10' },
    });
    expect(
      await refusal(org.personnel, ...name(await bareDecision({ form: 'PARTY_WARNING' }), violationId)),
    ).toBeNull();
    await test.ownerPool.query(`UPDATE discipline_decision SET annulled_on = '2026-11-15' WHERE id = $1`, [first]);
    expect(await refusal(org.personnel, ...name(second, violationId))).toBeNull();
  });

  it('of two decisions at once keeps the first', async () => {
    const violationId = await rows.insertViolation(test.ownerPool, staffA());
    const decisions = [await bareDecision(), await bareDecision(), await bareDecision()];
    const outcomes = await Promise.all(decisions.map((id) => write(org.personnel, ...name(id, violationId))));
    expect(outcomes.toSorted()).toEqual(['DECISION_EXISTS', 'DECISION_EXISTS', 'done']);
  });

  it('is decided after it was done, in who did it', async () => {
    const later = await rows.insertViolation(test.ownerPool, staffA(), {
      act_from: '2026-11-12',
      act_to: '2026-11-14',
    });
    await expect(refusal(org.personnel, ...name(await bareDecision(), later))).rejects.toThrow(
      'a decision follows its act',
    );
    const others = await rows.insertViolation(test.ownerPool, {
      employeeId: org.staffB.employeeId,
      unitId: org.units.officeB,
    });
    await expect(refusal(org.personnel, ...name(await bareDecision(), others))).rejects.toThrow('in who did it');
  });

  it('is handled within 150 days, longer only where handling was deferred', async () => {
    const violation = await rows.insertViolation(test.ownerPool, staffA(), { discovered_on: '2026-09-01' });
    const extend = (day: string) =>
      write(
        org.personnel,
        `UPDATE violation SET extended_to = $2::date, extension_document = '4/QĐ' WHERE id = $1::uuid`,
        violation,
        day,
      );
    // D1 of domain.md: discovered on 1 September, at most 29 January.
    expect(await extend('2027-01-29')).toBe('done');
    await expect(extend('2027-01-30')).rejects.toThrow('150 days');
    await test.ownerPool.query(
      `INSERT INTO discipline_deferral (violation_id, kind, from_on, document, recorded_by_name)
       VALUES ($1, 'PROCEEDINGS', '2026-10-01', '5/QĐ', 'x')`,
      [violation],
    );
    expect(await extend('2027-03-01')).toBe('done');
  });

  it('keeps what it says, its person and its unit', async () => {
    const violation = await rows.insertViolation(test.ownerPool, staffA());
    const set = (change: string) =>
      write(org.personnel, `UPDATE violation SET ${change} WHERE id = $1::uuid`, violation);
    expect(await set(`act_from = '2020-01-01'`)).toBe('FORBIDDEN');
    expect(await set(`unit_id = (SELECT id FROM unit WHERE code = 'T.S.B')`)).toBe('FORBIDDEN');
    expect(await set(`mitigating = '{Tự giác khắc phục}', revision = revision + 1`)).toBe('done');
    await expect(set(`state = 'DISMISSED'`)).rejects.toThrow('violation_dismissed');
    expect(await set(`state = 'DISMISSED', dismissal_document = '6/KL', closed_on = '2026-11-20'`)).toBe('done');
  });
});

describe('a decision', () => {
  it('is annulled once, complained about, and never edited', async () => {
    const decision = await bareDecision();
    const set = (change: string) =>
      write(org.personnel, `UPDATE discipline_decision SET ${change} WHERE id = $1::uuid`, decision);
    expect(await set(`form = 'WARNING'`)).toBe('FORBIDDEN');
    expect(await set(`effective_to = '2026-12-01'`)).toBe('FORBIDDEN');
    expect(await set(`complaint_filed_on = '2026-11-12', complaint_outcome = 'PENDING'`)).toBe('done');
    expect(await set(`annulled_on = '2026-11-20', annul_document = '9/QĐ', annul_reason = 'Sai'`)).toBe('done');
    expect(await set(`annulled_on = NULL, annul_document = NULL`)).toBe('FORBIDDEN');
  });

  it('keeps its windows and acts', async () => {
    const decision = await bareDecision();
    for (const table of ['discipline_effect', 'discipline_act']) {
      await expect(
        test.ownerPool.query(`DELETE FROM ${table} WHERE decision_id = $1`, [decision]),
      ).rejects.toMatchObject({ code: 'CV010' });
    }
  });

  it('replaces one on the same person', async () => {
    const old = await bareDecision();
    const replace = (employee: Person, unitId: string) =>
      write(
        org.personnel,
        `INSERT INTO discipline_decision (employee_id, unit_id, form, decision_number, decided_on, effective_from, effective_to, issuer, related_to_duty, source_certainty, supersedes_id)
         VALUES ($1::uuid, $2::uuid, 'WARNING', '10/QĐ', '2026-11-20', '2026-11-20', '2027-11-20', 'Sở', true, 'RECALLED', $3::uuid)`,
        employee.employeeId,
        unitId,
        old,
      );
    await expect(replace(org.staffB, org.units.officeB)).rejects.toThrow('on the same person');
    expect(await replace(org.staffA, org.units.officeA)).toBe('done');
  });
});

describe('a title', () => {
  const decided = `decision_number = '1/QĐ', decided_on = '2026-11-19', decided_by_name = 'x', decided_at = now()`;
  const commend = (person: Person, employee: Person | null, year: number, title = 'LDTT') =>
    refusal(
      person,
      `INSERT INTO commendation (employee_id, unit_id, form, title, title_code, year, kind, decision_number, decided_on, issuer)
       VALUES ($1::uuid, $2::uuid, 'Danh hiệu', 'Lao động tiên tiến', $3, $4::smallint, 'Theo công trạng', '1/QĐ', '2026-11-20', 'Sở')`,
      employee?.employeeId ?? null,
      org.units.officeB,
      title,
      year,
    );

  it('waits for the year to be decided, and is given once for it', async () => {
    const undecided = { code: 'YEAR_NOT_DECIDED', payload: { unit: 'T.S.B', year: 2026 } };
    expect(await commend(org.personnel, org.staffB, 2026)).toEqual(undecided);
    const row = await openClassification(test.ownerPool, {
      roundId,
      agencyId: org.units.department,
      employeeId: org.staffB.employeeId,
      unitId: org.units.officeB,
    });
    expect(await commend(org.personnel, org.staffB, 2026)).toEqual(undecided);
    await test.ownerPool.query(
      `UPDATE classification SET state = 'DECIDED', decided_level = 'GOOD', ${decided} WHERE id = $1`,
      [row],
    );
    expect(await commend(org.personnel, org.staffB, 2026)).toBeNull();
    expect(await commend(org.personnel, org.staffB, 2026)).toEqual({
      code: 'ALREADY_COMMENDED',
      payload: { title: 'LDTT', year: 2026 },
    });
    expect(await commend(org.personnel, org.staffB, 2026, 'CSTDCS')).toBeNull();
    // A year of before this system is entered as the papers say.
    expect(await commend(org.personnel, org.staffB, 2019)).toBeNull();
    expect(await commend(org.personnel, null, 2026)).toEqual(undecided);
    expect(await commend(org.staffB, org.staffB, 2026, 'CSTD_TQ')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('given twice at once is given once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => commend(org.personnel, org.staffA, 2020, 'CSTDCS')),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.code === 'ALREADY_COMMENDED')).toHaveLength(3);
  });

  it('is revoked once, by a document, and otherwise says what it said', async () => {
    const id = await rows.insertCommendation(test.ownerPool, staffA());
    const set = (change: string) => write(org.personnel, `UPDATE commendation SET ${change} WHERE id = $1::uuid`, id);
    expect(await set(`title = 'Khác'`)).toBe('FORBIDDEN');
    await expect(set(`revoked_on = '2026-11-20', revocation = 'DISHONEST'`)).rejects.toThrow('commendation_revoked');
    expect(await set(`revoked_on = '2026-11-20', revocation = 'DISHONEST', revocation_document = '2/QĐ'`)).toBe('done');
    expect(await set(`revoked_on = NULL, revocation = NULL`)).toBe('FORBIDDEN');
    expect(await set('bonus_returned = true')).toBe('done');
  });

  it('has no round before agency and people are decided', async () => {
    const open = () =>
      refusal(
        org.personnel,
        `INSERT INTO commendation_round (agency_id, year, opened_by_id) VALUES ($1::uuid, 2026, congvu.actor_user())`,
        org.units.department,
      );
    const undecided = { code: 'YEAR_NOT_DECIDED', payload: { unit: 'T.S', year: 2026 } };
    expect(await open()).toEqual(undecided);
    await test.ownerPool.query(
      `INSERT INTO unit_result (unit_id, authority_id, year, rule_set, rule_set_version, general_points, item_points, state, decided_level, decision_number,
         decided_on, decided_by_name, decided_at)
       VALUES ($1, $2, 2026, 'ND335-2025/ORGANISATION', 1, '{}', '{}', 'DECIDED', 'GOOD', '1/QĐ', '2026-11-19', 'x', now())`,
      [org.units.department, org.units.province],
    );
    const open2 = await openClassification(test.ownerPool, {
      roundId,
      agencyId: org.units.department,
      employeeId: org.staffA.employeeId,
      unitId: org.units.officeA,
    });
    expect(await open()).toEqual(undecided);
    await test.ownerPool.query(
      `UPDATE classification SET state = 'DECIDED', decided_level = 'GOOD', ${decided} WHERE id = $1`,
      [open2],
    );
    expect(await open()).toBeNull();
  });
});

describe('a visit', () => {
  it('of a unit that was closed is refused, and what happened stays', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const { rows: closed } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO unit (code, name, short_name, level, kind, path, parent_id, valid_from, valid_to, successor_id)
       VALUES ('T.S.C', 'Phòng C', 'C', 3, 'DIRECT_UNIT', 't.s.c', $1, '2025-07-01', '2026-06-30', $2) RETURNING id`,
      [org.units.department, org.units.officeA],
    );
    const plan = (from: string) =>
      refusal(
        org.outsideInspector,
        `INSERT INTO inspection_visit (inspection_id, unit_id, unannounced, planned_from, recorded_by_name)
         VALUES ($1::uuid, $2::uuid, false, $3::date, 'Thanh tra')`,
        inspectionId,
        closed[0]?.id,
        from,
      );
    expect(await plan('2026-07-01')).toEqual({
      code: 'UNIT_CLOSED',
      payload: { unit: 'T.S.C', closedOn: '2026-06-30' },
    });
    expect(await plan('2026-06-30')).toBeNull();
    await expect(plan('2025-01-01')).rejects.toThrow('there was no unit yet');
    const done = await rows.insertVisit(test.ownerPool, { unitId: org.units.officeA, inspectionId });
    expect(
      await write(
        org.outsideInspector,
        `UPDATE inspection_visit SET visited_on = '2026-10-08' WHERE id = $1::uuid`,
        done,
      ),
    ).toBe('FORBIDDEN');
  });
});

describe('a finding', () => {
  it('is a draft until it is issued, then remedied with proof and never edited', async () => {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province });
    const id = await rows.insertFinding(
      test.ownerPool,
      { unitId: org.units.officeA, inspectionId },
      { issued_on: null },
    );
    const set = (change: string) => write(org.outsideInspector, `UPDATE finding SET ${change} WHERE id = $1::uuid`, id);
    expect(await set(`description = 'Chậm hai hồ sơ', quantity = 2`)).toBe('done');
    expect(await set(`issued_on = '2026-10-20'`)).toBe('done');
    expect(await set(`description = 'Không có gì'`)).toBe('FORBIDDEN');
    await expect(set(`remedied_on = '2026-11-01'`)).rejects.toThrow('finding_remedied');
    expect(await set(`remedied_on = '2026-11-01', remedy_proof = 'Báo cáo 12/BC'`)).toBe('done');
  });
});

describe('a recommendation', () => {
  const close = `state = 'CLOSED', closed_on = '2026-11-20', closed_by_id = congvu.actor_user(), closed_by_name = 'x'`;

  async function issue(unitId: string, columns: Columns = {}, inspection: Columns = {}) {
    const inspectionId = await rows.insertInspection(test.ownerPool, { unitId: org.units.province }, inspection);
    return rows.insertRecommendation(test.ownerPool, { unitId, inspectionId }, columns);
  }
  const set = (person: Person, id: string, change: string) =>
    refusal(person, `UPDATE recommendation SET ${change} WHERE id = $1::uuid`, id);

  it('is done and closed with a proof, by an inspector who neither owns it nor serves with the owner', async () => {
    const id = await issue(org.units.officeA);
    const noProof = { code: 'EVIDENCE_REQUIRED', payload: { component: 'proof' } };
    expect(await set(org.headA, id, `state = 'UNDER_WAY'`)).toBeNull();
    expect(await set(org.headA, id, `state = 'DONE', done_on = '2026-11-10'`)).toEqual(noProof);
    expect(await set(org.outsideInspector, id, close)).toEqual(noProof);
    await rows.insertFollowUp(test.ownerPool, { recommendationId: id }, { proof: 'Báo cáo 15/BC' });
    expect(await set(org.headA, id, `state = 'DONE', done_on = '2026-11-10'`)).toBeNull();
    const forbidden = { code: 'FORBIDDEN' };
    expect(await set(org.headA, id, close)).toMatchObject(forbidden);
    expect(await set(org.headA, id, `due_on = '2027-01-01'`)).toMatchObject(forbidden);
    expect(await set(org.headA, id, `content = 'Khác'`)).toMatchObject(forbidden);
    expect(await set(org.insideInspector, id, close)).toMatchObject(forbidden);
    expect(await set(org.outsideInspector, id, close.replace('congvu.actor_user()', 'NULL'))).toMatchObject(forbidden);
    expect(await set(org.outsideInspector, id, close)).toBeNull();
    expect(await set(org.outsideInspector, id, `state = 'UNDER_WAY', closed_on = NULL`)).toMatchObject(forbidden);
  });

  it('of an agency that checks itself is closed there', async () => {
    const id = await issue(org.units.officeA, {}, { kind: 'SELF_CHECK' });
    await rows.insertFollowUp(test.ownerPool, { recommendationId: id }, { proof: 'Báo cáo' });
    expect(await set(org.insideInspector, id, close)).toBeNull();
  });

  it('has exactly one owner', async () => {
    await expect(issue(org.units.officeA, { owner_unit_id: null })).rejects.toThrow('recommendation_owner');
  });
});

describe('feedback and coordination', () => {
  it('is answered by its handler, who changes nothing else of it', async () => {
    const id = await rows.insertFeedback(test.ownerPool, {
      unitId: org.units.officeA,
      employeeId: org.staffA.employeeId,
      handlerId: org.staffB.employeeId,
    });
    const set = (person: Person, change: string) =>
      write(person, `UPDATE feedback SET ${change} WHERE id = $1::uuid`, id);
    expect(await set(org.staffB, `handler_id = NULL`)).toBe('FORBIDDEN');
    expect(await set(org.staffB, `state = 'CLOSED'`)).toBe('FORBIDDEN');
    expect(await set(org.staffB, `content = 'Khác'`)).toBe('FORBIDDEN');
    expect(await set(org.staffA, `state = 'CLOSED'`)).toBe('nothing');
    await expect(set(org.personnel, `handler_id = employee_id`)).rejects.toThrow('feedback_handler');
    expect(
      await set(
        org.staffB,
        `state = 'ANSWERED', answered_on = '2026-11-10', outcome = 'UPHELD', answer_document = '1/CV'`,
      ),
    ).toBe('done');
    expect(await set(org.personnel, `state = 'CLOSED'`)).toBe('done');
  });

  it('is answered by the asked side and judged by the asking one', async () => {
    const { rows: heads } = await test.ownerPool.query<{ id: string }>(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, 'MANAGER', $2, '2026-01-01', '1/QĐ') RETURNING id`,
      [org.leader.userId, org.units.officeB],
    );
    expect(heads).toHaveLength(1);
    const id = await rows.insertCoordination(test.ownerPool, {
      askingUnitId: org.units.officeA,
      askedUnitId: org.units.officeB,
      employeeId: org.staffB.employeeId,
    });
    const set = (person: Person, change: string) =>
      write(person, `UPDATE coordination_request SET ${change} WHERE id = $1::uuid`, id);
    const answer = `state = 'ANSWERED', answered_on = '2026-11-11', answer_document = '2/CV'`;
    expect(await set(org.headA, answer)).toBe('FORBIDDEN');
    expect(await set(org.leader, `state = 'WITHDRAWN'`)).toBe('FORBIDDEN');
    expect(await set(org.staffB, `subject = 'Khác'`)).toBe('FORBIDDEN');
    expect(await set(org.staffB, answer)).toBe('done');
    expect(await set(org.staffB, 'clear = true')).toBe('FORBIDDEN');
    expect(await set(org.headA, 'clear = false')).toBe('done');
  });
});

describe('a request about one’s data', () => {
  it('is withdrawn by the person and answered by another, in his own name', async () => {
    const id = await rows.insertDataRequest(test.ownerPool, { employeeId: org.staffA.employeeId });
    const own = await rows.insertDataRequest(test.ownerPool, { employeeId: org.officer.employeeId });
    const set = (person: Person, request: string, change: string) =>
      write(person, `UPDATE data_request SET ${change} WHERE id = $1::uuid`, request);
    const answer = `state = 'ACCEPTED', answered_at = now(), answer = 'Đã sửa', handled_by_id = congvu.actor_user()`;
    expect(await set(org.staffA, id, answer)).toBe('FORBIDDEN');
    expect(await set(org.officer, own, answer)).toBe('FORBIDDEN');
    expect(await set(org.officer, id, `state = 'WITHDRAWN'`)).toBe('FORBIDDEN');
    expect(await set(org.officer, id, `${answer}, content = ''`)).toBe('FORBIDDEN');
    expect(await set(org.officer, id, answer)).toBe('done');
    expect(await set(org.officer, own, `state = 'WITHDRAWN', revision = revision + 1`)).toBe('done');
  });
});
