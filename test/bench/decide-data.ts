import type pg from 'pg';
import { createSmallOrganisation, type Person } from '../testkit/small-organisation.ts';

export const AGENCY = 'T.S';
export const YEAR = 2026;

export interface DecidedAgency {
  /** Who decides: head of the agency. */
  readonly director: Person;
  /** Who opens and proposes: personnel of the agency. */
  readonly personnel: Person;
}

/**
 * One agency of so many staff in ten offices and ten groups, each with ten closed months: a third of them above 90, as an
 * agency that has to choose.
 */
export async function createDecidedAgency(owner: pg.Pool, people: number): Promise<DecidedAgency> {
  const { director, personnel, units } = await createSmallOrganisation(owner);
  await owner.query(
    `insert into unit (code, name, short_name, level, kind, path, parent_id, valid_from)
     select 'T.S.' || n, 'Phòng ' || n, 'P' || n, 3, 'DIRECT_UNIT', ('t.s.p' || n)::ltree, $1, '2025-07-01'
     from generate_series(1, 10) n`,
    [units.department],
  );
  await owner.query(
    `insert into work_group (code, name, unit_id) select 'G' || n, 'Nhóm ' || n, $1 from generate_series(1, 10) n`,
    [units.department],
  );
  // Two of the staff are the small organisation's; its director and its head of an office wait for their units' levels.
  await owner.query(
    `with person as (
       insert into employee (code, name, search_key, sort_key)
       select 'B' || lpad(n::text, 5, '0'), 'Nguyễn Văn ' || n, 'nguyen van ' || n, lpad(n::text, 5, '0') || ' nguyen van'
       from generate_series(1, $1) n returning id, code)
     insert into assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select p.id, u.id, 'STAFF', 'Chuyên viên', 'G' || (substr(p.code, 2)::int % 10 + 1), 'CIVIL_SERVANT', 'STAFF',
       'ND335-2025/CIVIL_SERVANT', '2026-01-01'
     from person p join unit u on u.code = 'T.S.' || (substr(p.code, 2)::int % 10 + 1)`,
    [people - 2],
  );
  await owner.query(
    `insert into period_result (employee_id, period, unit_id, role, rule_set, rule_set_version, score_state, total_numerator,
       total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator, level, display, worked_days)
     select a.employee_id, '2026-' || lpad(m::text, 2, '0'), a.unit_id, a.role, a.rule_set, 1, 'SCORED', d.total, 10,
       d.total - 280, 10, 9, 10, (case when d.total >= 900 then 'OUTSTANDING' when d.total >= 700 then 'GOOD' else 'COMPLETED' end)::level,
       (d.total / 10) || '.' || (d.total % 10) || '0', 22
     from assignment a cross join generate_series(1, 10) m
     cross join lateral (select 650 + (hashtext(a.employee_id::text) & 1023) % 330 + m as total) d`,
  );
  await owner.query('vacuum analyze');
  return { director, personnel };
}
