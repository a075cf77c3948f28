import type pg from 'pg';
import { createPerson, createSmallOrganisation, type Person, type SmallOrganisation } from './small-organisation.ts';

/** The small organisation with those who keep the registers of the whole province, and a second agency. */
export interface RegisterOrganisation extends SmallOrganisation {
  /** A sở beside the department, at "t.k". */
  readonly otherDepartment: string;
  /** INSPECTOR over the province with a post in the other department: serves in no unit of the first. */
  readonly outsideInspector: Person;
  /** INSPECTOR over the province with a post in office B: serves in the department. */
  readonly insideInspector: Person;
  /** LEADER over the province, without a post: reads discipline, and no decision of the Party. */
  readonly leader: Person;
  /** Two DATA_OFFICERs over the province. */
  readonly officer: Person;
  readonly otherOfficer: Person;
}

export async function createRegisterOrganisation(owner: pg.Pool): Promise<RegisterOrganisation> {
  const org = await createSmallOrganisation(owner);
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO unit (code, name, short_name, level, kind, path, parent_id, valid_from)
     VALUES ('T.K', 'Sở Khác', 'SK', 2, 'USING_AGENCY', 't.k', $1, '2025-07-01') RETURNING id`,
    [org.units.province],
  );
  const otherDepartment = rows[0]?.id;
  if (otherDepartment === undefined) throw new Error('INSERT … RETURNING answers one row');
  const join = async (code: string, name: string, unitId: string | null, role: string) => {
    const person = await createPerson(owner, { code, name, unitId, post: 'STAFF' });
    await owner.query(
      `INSERT INTO role_grant (user_id, role, unit_id, valid_from, document) VALUES ($1, $2::role, $3, '2026-01-01', '09/QĐ')`,
      [person.userId, role, org.units.province],
    );
    return person;
  };
  return {
    ...org,
    otherDepartment,
    outsideInspector: await join('TTN', 'Võ Thanh Tra', otherDepartment, 'INSPECTOR'),
    insideInspector: await join('TTT', 'Bùi Thanh Tra', org.units.officeB, 'INSPECTOR'),
    leader: await join('LD', 'Mai Lãnh Đạo', null, 'LEADER'),
    officer: await join('DL', 'Cao Dữ Liệu', org.units.officeB, 'DATA_OFFICER'),
    otherOfficer: await join('DL2', 'Tạ Dữ Liệu', null, 'DATA_OFFICER'),
  };
}
