import type pg from 'pg';

/** A person of an agency as the year's tests name him. */
export interface AgencyPerson {
  readonly employeeId: string;
  readonly code: string;
  readonly userName: string | null;
  readonly post: 'HEAD' | 'DEPUTY' | 'STAFF';
  readonly unit: string;
  readonly group: string;
}

/** The people of an agency today, the agency's own first, by unit, post and code. */
export async function peopleOfAgency(ownerPool: pg.Pool, agency: string): Promise<readonly AgencyPerson[]> {
  const { rows } = await ownerPool.query<AgencyPerson>(
    `select e.id as "employeeId", e.code, a.post, n.code as unit, a.group_code as "group",
       (select u.user_name from congvu.user_account u where u.employee_id = e.id) as "userName"
     from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit n on n.id = a.unit_id join congvu.unit top on n.path <@ top.path
     where top.code = $1 order by n.path_text, a.post, e.code`,
    [agency],
  );
  return rows;
}

/** Whole totals of closed months of a year, one for each month named "01" … "12"; as the closing of months would write them. */
export async function closeMonths(
  ownerPool: pg.Pool,
  year: number,
  totals: ReadonlyMap<string, Readonly<Record<string, number>>>,
): Promise<void> {
  const rows = [...totals].flatMap(([employeeId, months]) =>
    Object.entries(months).map(([month, total]) => ({ employee_id: employeeId, period: `${year}-${month}`, total })),
  );
  await ownerPool.query(
    `insert into congvu.period_result (id, employee_id, period, revision, unit_id, role, rule_set, rule_set_version, score_state,
       total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator,
       delays, level, display, worked_days)
     select gen_random_uuid(), d.employee_id, d.period, 1, a.unit_id, a.role, a.rule_set, 1, 'SCORED', d.total, 1,
       greatest(d.total - 28, 0), 1, 1, 1, 0,
       (case when d.total >= 90 then 'OUTSTANDING' when d.total >= 70 then 'GOOD' when d.total >= 50 then 'COMPLETED'
         else 'NOT_COMPLETED' end)::congvu.level, d.total || '.00', 22
     from jsonb_to_recordset($1::jsonb) as d(employee_id uuid, period text, total int)
     join lateral (select * from congvu.assignment s where s.employee_id = d.employee_id
       and s.valid_from <= congvu.period_end(d.period) order by s.valid_from desc limit 1) a on true`,
    [JSON.stringify(rows)],
  );
}

/** The same total in each of these months. */
export function everyMonth(total: number, months: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: months }, (_, index) => [String(index + 1).padStart(2, '0'), total]));
}
