import type pg from 'pg';
import { type Columns, idOf, insertRow, uniqueNumber } from './insert-row.ts';

/*
 * Rows of the registers: one function a table, each answering the new row's id. What a test does not state has a value that
 * breaks no constraint; days lie before `seededToday`, 2026-11-22. `columns` replace any value given here.
 */

/** Whom or where a row is about. */
interface OfUnit {
  readonly unitId: string;
}
interface OfPerson extends OfUnit {
  readonly employeeId: string;
}

export async function unitIdOf(owner: pg.Pool, code: string): Promise<string> {
  return idOf(owner, 'select id from congvu.unit where code = $1', code);
}

/** By staff code, or by the user name of a demonstration account. */
export async function employeeIdOf(owner: pg.Pool, name: string): Promise<string> {
  return idOf(owner, 'select id from congvu.employee where code = $1 or user_name = $1', name);
}

/** An act found in September, open; `sealed: true` for a procedure that nobody but personnel may see. */
export function insertViolation(owner: pg.Pool, of: OfPerson, columns: Columns = {}): Promise<string> {
  return insertRow(owner, 'violation', {
    employee_id: of.employeeId,
    unit_id: of.unitId,
    act_from: '2026-09-02',
    discovered_on: '2026-09-20',
    due_on: '2026-12-19',
    related_to_duty: true,
    summary: 'Giải quyết hồ sơ chậm không có lý do',
    severity: 'MINOR',
    recorded_by_name: 'Tổ chức cán bộ',
    ...columns,
  });
}

/**
 * A reprimand of 10 November in force for a year, on the act of `violationId` or on a new one, with its window of no
 * promotion. The act is marked as decided.
 */
export async function insertDecision(
  owner: pg.Pool,
  of: OfPerson & { readonly violationId?: string },
  columns: Columns = {},
): Promise<string> {
  const violationId = of.violationId ?? (await insertViolation(owner, of));
  const decision = {
    employee_id: of.employeeId,
    unit_id: of.unitId,
    violation_id: violationId,
    form: 'REPRIMAND',
    decision_number: uniqueNumber('QĐ-KL'),
    decided_on: '2026-11-10',
    effective_from: '2026-11-10',
    effective_to: '2027-11-10',
    issuer: 'Sở Nội vụ',
    related_to_duty: true,
    source_certainty: 'RECALLED',
    recorded_by_name: 'Tổ chức cán bộ',
    ...columns,
  };
  const id = await insertRow(owner, 'discipline_decision', decision);
  await owner.query(
    'insert into congvu.discipline_act (decision_id, violation_id) values ($1, $2) on conflict do nothing',
    [id, violationId],
  );
  await owner.query(`update congvu.violation set state = 'DECIDED', closed_on = $2 where id = $1`, [
    violationId,
    decision.decided_on,
  ]);
  await insertRow(owner, 'discipline_effect', {
    decision_id: id,
    kind: 'NO_PROMOTION',
    from_on: decision.effective_from,
    to_on: decision.effective_to,
    instrument: '172/2025/NĐ-CP',
    certainty: 'SECONDARY',
  });
  return id;
}

/** A certificate decided on the spot; with `employeeId` null the collective of the unit's. */
export function insertCommendation(
  owner: pg.Pool,
  of: OfUnit & { readonly employeeId: string | null },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'commendation', {
    employee_id: of.employeeId,
    unit_id: of.unitId,
    form: 'Giấy khen',
    title: 'Giấy khen',
    title_code: 'GIAY_KHEN',
    kind: 'Theo công trạng',
    decision_number: uniqueNumber('QĐ-KT'),
    decided_on: '2026-06-01',
    issuer: 'Sở Nội vụ',
    recorded_by_name: 'Tổ chức cán bộ',
    ...columns,
  });
}

/** An initiative of one author, recognised at the base in 2026. */
export async function insertInitiative(owner: pg.Pool, of: OfPerson, columns: Columns = {}): Promise<string> {
  const id = await insertRow(owner, 'initiative', {
    code: uniqueNumber('SK'),
    title: 'Mẫu trả lời dùng chung cho bộ phận một cửa',
    unit_id: of.unitId,
    year: 2026,
    kind: 'INITIATIVE',
    level: 'BASE',
    influence: 'UNIT',
    applied: true,
    state: 'RECOGNISED',
    decision_number: uniqueNumber('QĐ-SK'),
    recognised_on: '2026-10-15',
    recorded_by_name: 'Tổ chức cán bộ',
    ...columns,
  });
  await owner.query('insert into congvu.initiative_author (initiative_id, employee_id, main) values ($1, $2, true)', [
    id,
    of.employeeId,
  ]);
  return id;
}

/** A check of public duty held by the unit: its team decided, ended in October. */
export function insertInspection(owner: pg.Pool, of: OfUnit, columns: Columns = {}): Promise<string> {
  return insertRow(owner, 'inspection', {
    unit_id: of.unitId,
    kind: 'DUTY_CHECK',
    area: 'PUBLIC_DUTY',
    mode: 'PLANNED',
    title: 'Kiểm tra công vụ',
    topics: ['WORKING_HOURS'],
    team_kind: 'Đoàn kiểm tra',
    decision_number: uniqueNumber('QĐ-KTCV'),
    decided_on: '2026-09-25',
    state: 'ENDED',
    started_on: '2026-10-05',
    ended_on: '2026-10-09',
    recorded_by_name: 'Thanh tra',
    ...columns,
  });
}

/** The inspection was at the unit on 6 October. */
export function insertVisit(
  owner: pg.Pool,
  of: OfUnit & { readonly inspectionId: string },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'inspection_visit', {
    inspection_id: of.inspectionId,
    unit_id: of.unitId,
    planned_from: '2026-10-05',
    planned_to: '2026-10-09',
    unannounced: false,
    visited_on: '2026-10-06',
    state: 'DONE',
    recorded_by_name: 'Thanh tra',
    ...columns,
  });
}

/** A negative finding the unit was told of, not remedied; `issued_on: null` for the team's draft. */
export function insertFinding(
  owner: pg.Pool,
  of: OfUnit & { readonly inspectionId: string; readonly employeeId?: string | null; readonly visitId?: string | null },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'finding', {
    inspection_id: of.inspectionId,
    visit_id: of.visitId ?? null,
    unit_id: of.unitId,
    employee_id: of.employeeId ?? null,
    topic: 'ADMINISTRATIVE_PROCEDURES',
    positive: false,
    description: 'Hồ sơ trả chậm không có thư xin lỗi',
    severity: columns.positive === true ? null : 'LIGHT',
    evidence: 'Biên bản làm việc ngày 06/10/2026',
    found_on: '2026-10-06',
    issued_on: '2026-10-20',
    recorded_by_name: 'Thanh tra',
    ...columns,
  });
}

/** Exactly one target and one owner: those of the unit unless a person is named. */
export function insertRecommendation(
  owner: pg.Pool,
  of: OfUnit & {
    readonly inspectionId: string;
    readonly findingId?: string | null;
    readonly targetEmployeeId?: string;
    readonly ownerEmployeeId?: string;
  },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'recommendation', {
    inspection_id: of.inspectionId,
    finding_id: of.findingId ?? null,
    kind: 'RECTIFY',
    target_unit_id: of.targetEmployeeId === undefined ? of.unitId : null,
    target_employee_id: of.targetEmployeeId ?? null,
    owner_unit_id: of.ownerEmployeeId === undefined ? of.unitId : null,
    owner_employee_id: of.ownerEmployeeId ?? null,
    content: 'Chấn chỉnh việc trả kết quả đúng hẹn',
    issued_on: '2026-10-20',
    due_on: '2026-11-04',
    recorded_by_name: 'Thanh tra',
    ...columns,
  });
}

export function insertFollowUp(
  owner: pg.Pool,
  of: { readonly recommendationId: string },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'follow_up', {
    recommendation_id: of.recommendationId,
    state: 'UNDER_WAY',
    note: 'Đã phân công người thực hiện',
    by_name: 'Trưởng phòng',
    ...columns,
  });
}

/** A complaint about how somebody received a citizen, not answered, with its sender in the table of senders. */
export async function insertFeedback(
  owner: pg.Pool,
  of: OfUnit & { readonly employeeId?: string | null; readonly handlerId?: string | null },
  columns: Columns = {},
): Promise<string> {
  const id = await insertRow(owner, 'feedback', {
    number: uniqueNumber('PA'),
    unit_id: of.unitId,
    employee_id: of.employeeId ?? null,
    kind: 'REFLECTION',
    channel: 'Cổng dịch vụ công',
    topic: 'CITIZEN_RECEPTION',
    received_on: '2026-11-02',
    content: 'Phải chờ lâu tại bộ phận một cửa',
    due_on: '2026-11-17',
    handler_id: of.handlerId ?? null,
    assigned_on: of.handlerId == null ? null : '2026-11-03',
    state: of.handlerId == null ? 'RECEIVED' : 'ASSIGNED',
    recorded_by_name: 'Thanh tra',
    ...columns,
  });
  await owner.query('insert into congvu.feedback_sender (feedback_id, name, contact) values ($1, $2, $3)', [
    id,
    `Người gửi ${id.slice(0, 4)}`,
    `nguoi-gui-${id.slice(0, 4)}@example.invalid`,
  ]);
  return id;
}

/** An opinion asked on 2 November, due on the 12th, not answered. */
export function insertCoordination(
  owner: pg.Pool,
  of: { readonly askingUnitId: string; readonly askedUnitId: string; readonly employeeId?: string | null },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'coordination_request', {
    number: uniqueNumber('PH'),
    asking_unit_id: of.askingUnitId,
    asked_unit_id: of.askedUnitId,
    employee_id: of.employeeId ?? null,
    subject: 'Xin ý kiến về dự thảo quy chế',
    asked_on: '2026-11-02',
    due_on: '2026-11-12',
    recorded_by_name: 'Trưởng phòng',
    ...columns,
  });
}

/** A request of correction, received two days ago, waiting for an answer. */
export function insertDataRequest(
  owner: pg.Pool,
  of: { readonly employeeId: string },
  columns: Columns = {},
): Promise<string> {
  return insertRow(owner, 'data_request', {
    employee_id: of.employeeId,
    kind: 'CORRECTION',
    subject: 'Hồ sơ cá nhân',
    content: 'Chức danh ghi chưa đúng',
    received_at: '2026-11-20T02:00:00Z',
    answer_due_on: '2026-11-24',
    ...columns,
  });
}
