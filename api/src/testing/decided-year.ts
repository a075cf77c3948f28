import type pg from 'pg';

/**
 * An agency's year put in as decided, past the procedure: its own result GOOD, everybody's level GOOD but for those named.
 * Decided on 15 December of the year. What is tested is what rests on it.
 */
export async function putInDecidedYear(
  owner: pg.Pool,
  agency: string,
  year: number,
  levels: Readonly<Record<string, string>> = {},
  /** The law it was decided under; that of everybody's post unless stated. */
  ruleSet: string | null = null,
): Promise<void> {
  await owner.query(
    `insert into congvu.unit_result (unit_id, authority_id, year, state, rule_set, rule_set_version, general_points, item_points,
       decided_level, decision_number, decided_on, decided_by_name, decided_at)
     select id, id, $2::int, 'DECIDED', 'ND335-2025/ORGANISATION', 1, '{}', '{}', 'GOOD', '1/QĐ', make_date($2::int, 12, 10), 'Chủ tịch',
       make_date($2::int, 12, 10) from congvu.unit where code = $1`,
    [agency, year],
  );
  await owner.query(
    `insert into congvu.classification_round (agency_id, year, state, due_on, opened_by_name, proposed_at)
     select id, $2::int, 'PROPOSED', make_date($2::int, 12, 14), 'Tổ chức', make_date($2::int, 12, 1) from congvu.unit where code = $1`,
    [agency, year],
  );
  await owner.query(
    `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, state, months, worked_months, proposal, decided_level, decision_number, decided_on, decided_by_name,
       decided_at, notified_at)
     select r.id, a.employee_id, r.agency_id, r.agency_id, a.unit_id, r.year, a.post, a.group_code, a.subject_type, coalesce($4, a.rule_set), 1,
       'NOTIFIED', (select jsonb_agg(jsonb_build_object('period', r.year || '-' || lpad(m::text, 2, '0'), 'total', '80', 'display', '80.00',
         'resultId', null, 'ruleSet', null, 'note', null)) from generate_series(1, 12) m), 12, 'LEVEL',
       coalesce($3::jsonb ->> e.code, 'GOOD')::congvu.level, '2/QĐ', make_date(r.year, 12, 15), 'Giám đốc Sở',
       make_date(r.year, 12, 15), make_date(r.year, 12, 16)
     from congvu.classification_round r join congvu.unit u on u.id = r.agency_id
     join congvu.assignment a on a.valid_to is null and congvu.agency_of(a.unit_id) = u.id
     join congvu.employee e on e.id = a.employee_id
     where u.code = $1 and r.year = $2`,
    [agency, year, JSON.stringify(levels), ruleSet],
  );
}
