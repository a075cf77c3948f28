import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Person, SmallOrganisation } from './small-organisation.ts';

/** Ids of what `createYearRecords` made for one person. */
export interface YearRecords {
  readonly classification: string;
  readonly petition: string;
  readonly violation: string;
}

/** The round of the department's year 2026, open, with the parameters the law gives. */
export async function openRound(owner: pg.Pool, agencyId: string, parameters = ''): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO classification_round (id, agency_id, year, due_on, opened_by_name) VALUES ($1, $2, 2026, '2026-12-14', 'Phạm Nhân Sự')`,
    [id, agencyId],
  );
  if (parameters !== '') await owner.query(`UPDATE classification_round SET ${parameters} WHERE id = $1`, [id]);
  return id;
}

/** A row of the round for somebody, not decided; `columns` as SQL, such as `proposed_level = 'GOOD', proposal = 'LEVEL'`. */
export async function openClassification(
  owner: pg.Pool,
  row: { readonly roundId: string; readonly agencyId: string; readonly employeeId: string; readonly unitId: string },
  columns = '',
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, months, worked_months)
     VALUES ($1, $2, $3, $4, $4, $5, 2026, 'STAFF', 'CM', 'CIVIL_SERVANT', 'ND335-2025/CIVIL_SERVANT', 1,
       (SELECT jsonb_agg(jsonb_build_object('period', '2026-' || lpad(m::text, 2, '0'))) FROM generate_series(1, 12) m), 12)`,
    [id, row.roundId, row.employeeId, row.agencyId, row.unitId],
  );
  if (columns !== '') await owner.query(`UPDATE classification SET ${columns} WHERE id = $1`, [id]);
  return id;
}

/** One row about the person in every table of the year that can hold one; his classification has been published. */
export async function createYearRecords(
  owner: pg.Pool,
  org: SmallOrganisation,
  roundId: string,
  person: Person,
): Promise<YearRecords> {
  const ids = { petition: randomUUID(), violation: randomUUID(), job: randomUUID(), meeting: randomUUID() };
  const { rows } = await owner.query<{ id: string; unit_id: string }>(
    'SELECT id, unit_id FROM assignment WHERE employee_id = $1',
    [person.employeeId],
  );
  const [assignment] = rows;
  if (!assignment) throw new Error('year records are for somebody with a post');
  const { employeeId } = person;
  const unitId = assignment.unit_id;
  await owner.query(
    `INSERT INTO absence (employee_id, kind, absent_from, absent_to, document, recorded_by_name)
     VALUES ($1, 'SICK', '2026-05-04', '2026-05-08', 'Giấy nghỉ ốm', 'Phạm Nhân Sự')`,
    [employeeId],
  );
  await owner.query(`INSERT INTO charge (assignment_id, employee_id, valid_from) VALUES ($1, $2, '2026-01-01')`, [
    assignment.id,
    employeeId,
  ]);
  await owner.query(
    `INSERT INTO violation (id, employee_id, unit_id, act_from, discovered_on, related_to_duty)
     VALUES ($1, $2, $3, '2026-02-02', '2026-02-20', true)`,
    [ids.violation, employeeId, unitId],
  );
  await owner.query(
    `INSERT INTO period_result (employee_id, period, unit_id, role, rule_set, rule_set_version, score_state, worked_days)
     VALUES ($1, '2026-10', $2, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1, 'INSUFFICIENT_DATA', 22)`,
    [employeeId, unitId],
  );
  await owner.query(
    `INSERT INTO job (id, kind, unit_id, period, state, created_by_id, created_by_name, finished_at)
     VALUES ($1, 'CLOSE_MONTH', $2, '2026-10', 'DONE', $3, 'Phạm Nhân Sự', now())`,
    [ids.job, unitId, org.personnel.userId],
  );
  await owner.query(`INSERT INTO job_item (job_id, employee_id, reason) VALUES ($1, $2, 'NOT_CONFIRMED')`, [
    ids.job,
    employeeId,
  ]);
  await owner.query(
    `INSERT INTO classification_meeting (id, round_id, unit_id, held_on, kind, chair, secretary, present, absent, content, recorded_by_name)
     VALUES ($1, $2, $3, '2026-11-20', 'ALL_STAFF', 'Đỗ Giám Đốc', 'Phạm Nhân Sự', 5, 0, 'Nhất trí', 'Phạm Nhân Sự')`,
    [ids.meeting, roundId, unitId],
  );
  const classification = await openClassification(
    owner,
    { roundId, agencyId: org.units.department, employeeId, unitId },
    `meeting_id = '${ids.meeting}', state = 'PUBLISHED', decided_level = 'GOOD', decision_number = '99/QĐ-SNV',
     decided_on = '2026-11-20', decided_by_name = 'Đỗ Giám Đốc', decided_at = now(), notified_at = now(), published_at = now()`,
  );
  await owner.query(
    `INSERT INTO petition (id, classification_id, employee_id, authority_id, received_on, due_on, content)
     VALUES ($1, $2, $3, $4, '2026-11-21', '2026-12-02', 'Đề nghị xem lại')`,
    [ids.petition, classification, employeeId, org.units.department],
  );
  return { classification, petition: ids.petition, violation: ids.violation };
}
