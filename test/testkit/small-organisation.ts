import { randomUUID } from 'node:crypto';
import type { Actor } from '@congvu/prisma/database';
import type pg from 'pg';

/** Somebody of the small organisation: his employee row and his account. */
export interface Person {
  readonly employeeId: string;
  readonly userId: string;
  readonly code: string;
}

/**
 * One sở of two phòng, the least in which every policy has somebody inside and outside its scope. Everybody who works there
 * has one row in each table that holds a person.
 */
export interface SmallOrganisation {
  readonly units: {
    readonly province: string;
    readonly department: string;
    readonly officeA: string;
    readonly officeB: string;
  };
  readonly director: Person;
  readonly headA: Person;
  readonly staffA: Person;
  readonly staffB: Person;
  /** Without a post: their rights come from grants over the department, the inspector's over office A. */
  readonly personnel: Person;
  readonly inspector: Person;
  readonly productId: string;
}

/** An actor as a signed-in request makes one. */
export function actorOf(person: Pick<Person, 'userId'>, tokenScopes: readonly string[] | null = null): Actor {
  return { userId: person.userId, tokenScopes, purpose: 'EVALUATE', requestId: randomUUID() };
}

export async function createSmallOrganisation(owner: pg.Pool): Promise<SmallOrganisation> {
  const units = { province: randomUUID(), department: randomUUID(), officeA: randomUUID(), officeB: randomUUID() };
  await owner.query(
    `INSERT INTO unit (id, code, name, short_name, level, kind, path, parent_id, valid_from) VALUES
      ($1, 'T', 'Tỉnh An Bình', 'Tỉnh', 1, 'MANAGING_AGENCY', 't', NULL, '2025-07-01'),
      ($2, 'T.S', 'Sở Nội vụ', 'SNV', 2, 'USING_AGENCY', 't.s', $1, '2025-07-01'),
      ($3, 'T.S.A', 'Phòng A', 'A', 3, 'DIRECT_UNIT', 't.s.a', $2, '2025-07-01'),
      ($4, 'T.S.B', 'Phòng B', 'B', 3, 'DIRECT_UNIT', 't.s.b', $2, '2025-07-01')`,
    [units.province, units.department, units.officeA, units.officeB],
  );
  await owner.query(`INSERT INTO work_group (code, name, unit_id) VALUES ('CM', 'Chuyên môn', $1)`, [units.department]);
  const productId = await createProduct(owner);

  const join = (code: string, name: string, unitId: string | null, post = 'STAFF') =>
    createPerson(owner, { code, name, unitId, post });
  const organisation: SmallOrganisation = {
    units,
    productId,
    director: await join('GD', 'Đỗ Giám Đốc', units.department, 'HEAD'),
    headA: await join('TPA', 'Trần Trưởng A', units.officeA, 'HEAD'),
    staffA: await join('NVA', 'Nguyễn Thị Hòa', units.officeA),
    staffB: await join('NVB', 'Lê Văn Bình', units.officeB),
    personnel: await join('NS', 'Phạm Nhân Sự', null),
    inspector: await join('TT', 'Vũ Thanh Tra', null),
  };
  await owner.query(
    `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES
      ($1, 'HR', $2, '2026-01-01', '01/QĐ-SNV'), ($3, 'INSPECTOR', $4, '2026-01-01', '02/QĐ-SNV')`,
    [organisation.personnel.userId, units.department, organisation.inspector.userId, units.officeA],
  );
  for (const person of [organisation.headA, organisation.staffA, organisation.staffB]) {
    await createRecords(owner, person, productId);
  }
  return organisation;
}

async function createProduct(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH version AS (
       INSERT INTO catalogue_version (code, name, decision_number, decided_on, valid_from, standard_points, certainty)
       VALUES ('DM-1', 'Danh mục thử', '03/QĐ-SNV', '2026-01-01', '2026-01-01', 5, 'PRACTICE') RETURNING id)
     INSERT INTO product (catalogue_id, code, name, search_key, complexity_group, points, coefficient_numerator, coefficient_denominator, certainty)
     SELECT id, 'DC.02', 'Công văn xin ý kiến', 'cong van xin y kien', 'N2', 25, 5, 1, 'PRACTICE' FROM version RETURNING id`,
  );
  const [product] = rows;
  if (!product) throw new Error('INSERT … RETURNING answers one row');
  return product.id;
}

/** Somebody with an account, and with a post from the first of January 2026 unless `unitId` is null. */
export async function createPerson(
  owner: pg.Pool,
  person: { readonly code: string; readonly name: string; readonly unitId: string | null; readonly post: string },
): Promise<Person> {
  const employeeId = randomUUID();
  const userId = randomUUID();
  const userName = person.code.toLowerCase();
  const key = person.name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .toLowerCase();
  await owner.query(
    `INSERT INTO employee (id, code, name, search_key, sort_key, user_name) VALUES ($1, $2, $3, $4, $4, $5)`,
    [employeeId, person.code, person.name, key, userName],
  );
  await owner.query(
    `INSERT INTO user_account (id, issuer, subject, employee_id, user_name, display_name) VALUES ($1, 'embedded', $2, $3, $2, $4)`,
    [userId, userName, employeeId, person.name],
  );
  await owner.query(`INSERT INTO credential (user_id, user_name, hash) VALUES ($1, $2, 'scrypt$none')`, [
    userId,
    userName,
  ]);
  if (person.unitId !== null) {
    const role = person.post === 'STAFF' ? 'STAFF' : 'LEADER';
    await owner.query(
      `INSERT INTO assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
       VALUES ($1, $2, $3, 'Chuyên viên', 'CM', 'CIVIL_SERVANT', $4, 'ND335-2025/CIVIL_SERVANT', '2026-01-01')`,
      [employeeId, person.unitId, person.post, role],
    );
  }
  return { employeeId, userId, code: person.code };
}

/** One row about the person in every table that can hold one. */
async function createRecords(owner: pg.Pool, person: Person, productId: string): Promise<void> {
  const ids = { task: randomUUID(), event: randomUUID(), document: randomUUID(), sheet: randomUUID() };
  const { employeeId, userId } = person;
  const unit = `(SELECT unit_id FROM assignment WHERE employee_id = '${employeeId}')`;
  await owner.query(
    `INSERT INTO task (id, employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator,
       units_numerator, units_denominator, quality_requirement, deadline, responsibility, origin, period, assigned_by_name)
     VALUES ($1, $2, ${unit}, $3, 'Công văn', 2, 5, 1, 10, 1, 'Đúng thể thức', '2026-11-25', 'LEAD', 'PLANNED', '2026-11', 'Đỗ Giám Đốc')`,
    [ids.task, employeeId, productId],
  );
  await owner.query(
    `INSERT INTO task_event (id, task_id, employee_id, kind, occurred_on, recorded_by_name) VALUES ($1, $2, $3, 'DELAY', '2026-11-20', 'Đỗ Giám Đốc')`,
    [ids.event, ids.task, employeeId],
  );
  await owner.query(
    `INSERT INTO objective_cause (event_id, employee_id, reason, claimed_by_name) VALUES ($1, $2, 'Chờ ý kiến', 'Bản thân')`,
    [ids.event, employeeId],
  );
  await owner.query(
    `INSERT INTO document (id, unit_id, key, number, host) VALUES ($1, ${unit}, $2, '12/SNV', 'vanban.example')`,
    [ids.document, ids.document],
  );
  await owner.query(
    `INSERT INTO document_handler (document_id, position, name, employee_id) VALUES ($1, 0, 'Người xử lý', $2)`,
    [ids.document, employeeId],
  );
  await owner.query('INSERT INTO task_document (task_id, document_id) VALUES ($1, $2)', [ids.task, ids.document]);
  await owner.query(
    `INSERT INTO period_sheet (id, employee_id, unit_id, period, role, rule_set, rule_set_version, state)
     VALUES ($1, $2, ${unit}, '2026-11', 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1, 'ASSIGNED')`,
    [ids.sheet, employeeId],
  );
  await owner.query(`INSERT INTO sheet_criterion (sheet_id, code, position) VALUES ($1, 'I.1', 0)`, [ids.sheet]);
  await owner.query(
    `INSERT INTO sheet_revision (sheet_id, revision, state, changed_by_name) VALUES ($1, 1, 'ASSIGNED', 'Đỗ Giám Đốc')`,
    [ids.sheet],
  );
  await owner.query(
    `INSERT INTO commendation (employee_id, unit_id, form, title, kind, decision_number, decided_on, issuer)
     VALUES ($1, ${unit}, 'Giấy khen', 'Giấy khen', 'Theo công trạng', '05/QĐ-SNV', '2026-06-01', 'Sở Nội vụ')`,
    [employeeId],
  );
  await owner.query(
    `INSERT INTO discipline_decision (employee_id, unit_id, form, decision_number, decided_on, effective_from, effective_to, issuer, related_to_duty, source_certainty)
     VALUES ($1, ${unit}, 'REPRIMAND', '06/QĐ-SNV', '2026-03-10', '2026-03-10', '2027-03-10', 'Sở Nội vụ', true, 'RECALLED')`,
    [employeeId],
  );
  await owner.query(
    `INSERT INTO access_entry (user_id, read_by, employee_id, purpose, kind, request_id) VALUES ($1, 'Ai đó', $2, 'EVALUATE', 'card', 'r')`,
    [userId, employeeId],
  );
  await owner.query(
    `INSERT INTO personal_token (user_id, name, prefix, secret_hash, scopes, expires_at)
     VALUES ($1, 'Báo cáo', 'congvu_pat_ab', sha256($2::text::bytea), '{TASK_READ}', '2100-01-01')`,
    [userId, person.code],
  );
  await owner.query(
    `INSERT INTO idempotency_key (user_id, key, mutation, body_hash) VALUES ($1, $2, 'assignTask', sha256('x'))`,
    [userId, `${person.code}-00000000`],
  );
}
