import type pg from 'pg';

export const YEAR = 2026;
export interface ProvinceSize {
  readonly agencies: number;
  readonly officesPerAgency: number;
  readonly peoplePerOffice: number;
}

/** The code of the nth agency, from 1. */
export const agencyCode = (number: number): string => `T.S${number}`;

/**
 * A province "T" whose year is decided: agencies of offices of people, everybody's level, a commendation round an agency, and
 * three years of titles and initiatives. Every row has an id worked out of its number, so that nothing needs looking up.
 *
 * `client` is the superuser's, in an empty migrated database: triggers and foreign keys sleep while it loads.
 */
export async function loadProvince(client: pg.Client, size: ProvinceSize): Promise<void> {
  await client.query("set session_replication_role = 'replica'");
  const offices = size.agencies * size.officesPerAgency;
  const people = offices * size.peoplePerOffice;
  await loadUnits(client, size, offices);
  await client.query(
    `insert into employee (id, code, name, search_key, sort_key, user_name)
     select ${id('person', 'n')}, 'NV' || lpad(n::text, 6, '0'), 'Nguyễn Văn ' || n, 'nguyen van ' || n,
       lpad(n::text, 6, '0') || ' nguyen van', 'nv' || n from generate_series(1, ${people}) n`,
  );
  await client.query(
    `insert into assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select gen_random_uuid(), ${id('person', 'n')}, ${id('office', `(n - 1) / ${size.peoplePerOffice} + 1`)}, ${postOf(size)},
       'Chuyên viên', 'CM', 'CIVIL_SERVANT', (case when (n - 1) % ${size.peoplePerOffice} < 2 then 'LEADER' else 'STAFF' end)::scoring_role,
       'ND335-2025/CIVIL_SERVANT', '2025-01-01' from generate_series(1, ${people}) n`,
  );
  await loadYear(client, size, people);
  await loadTitles(client, size, people);
  await client.query("set session_replication_role = 'origin'");
  await client.query('vacuum (analyze)');
}

/** The id of the nth row of a kind, n as SQL. */
export const id = (kind: string, n: string): string => `md5('${kind}' || (${n})::text)::uuid`;

async function loadUnits(client: pg.Client, size: ProvinceSize, offices: number): Promise<void> {
  await client.query(
    `insert into unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     values (${id('root', '0')}, 'T', 'Tỉnh', 'T', 1, 'MANAGING_AGENCY', 't', null, '2025-01-01')`,
  );
  await client.query(
    `insert into unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     select ${id('agency', 'n')}, 'T.S' || n, 'Sở ' || n, 'S' || n, 2, 'USING_AGENCY', ('t.s' || n)::ltree, ${id('root', '0')}, '2025-01-01'
     from generate_series(1, ${size.agencies}) n`,
  );
  await client.query(
    `insert into unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     select ${id('office', 'n')}, 'T.S' || a || '.P' || n, 'Phòng ' || n, 'P' || n, 3, 'DIRECT_UNIT', ('t.s' || a || '.p' || n)::ltree,
       ${id('agency', 'a')}, '2025-01-01'
     from generate_series(1, ${offices}) n cross join lateral (select (n - 1) / ${size.officesPerAgency} + 1 as a) at`,
  );
  await client.query(`insert into work_group (code, name, unit_id) values ('CM', 'Chuyên môn', ${id('root', '0')})`);
  await client.query(
    `insert into user_account (id, issuer, subject, user_name, display_name) values (${id('account', '0')}, 'embedded', 'ns', 'nhansu', 'Nhân sự')`,
  );
  await client.query(
    `insert into role_grant (user_id, role, unit_id, valid_from, document)
     select ${id('account', '0')}, r::role, ${id('root', '0')}, '2026-01-01', '02/QĐ' from unnest('{HR,AUTHORITY}'::text[]) r`,
  );
}

/** Everybody's level of the year: of a hundred 15 outstanding, 60 good, 23 completed, 2 not. Units at GOOD. */
async function loadYear(client: pg.Client, size: ProvinceSize, people: number): Promise<void> {
  await client.query(
    `insert into classification_round (id, agency_id, year, state, due_on, opened_by_name, closed_at)
     select ${id('round', 'n')}, ${id('agency', 'n')}, ${YEAR}, 'CLOSED', '2026-12-14', 'Nhân sự', '2026-11-20T03:00:00Z'
     from generate_series(1, ${size.agencies}) n`,
  );
  await client.query(
    `insert into classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type,
       rule_set, rule_set_version, months, worked_months, state, decided_level, decision_number, decided_on, decided_by_name, decided_at)
     select gen_random_uuid(), ${id('round', 'a')}, ${id('person', 'n')}, ${id('agency', 'a')}, ${id('agency', 'a')},
       ${id('office', `(n - 1) / ${size.peoplePerOffice} + 1`)}, ${YEAR}, ${postOf(size)}, 'CM', 'CIVIL_SERVANT',
       'ND335-2025/CIVIL_SERVANT', 1, (select jsonb_agg(jsonb_build_object('period', '${YEAR}-' || lpad(m::text, 2, '0'))) from generate_series(1, 12) m),
       12, 'DECIDED', ${LEVEL}, '400/QĐ', '2026-11-20', 'Giám đốc', '2026-11-20T03:00:00Z'
     from generate_series(1, ${people}) n
     cross join lateral (select (n - 1) / ${size.peoplePerOffice * size.officesPerAgency} + 1 as a) at`,
  );
  await client.query(
    `insert into unit_result (id, unit_id, authority_id, year, state, rule_set, rule_set_version, general_points, item_points,
       decided_level, decision_number, decided_on, decided_by_name, decided_at)
     select gen_random_uuid(), u.id, ${id('root', '0')}, ${YEAR}, 'DECIDED', 'ND335-2025/ORGANISATION', 1, '[]', '[]', 'GOOD', '12/QĐ',
       '2026-11-20', 'Chủ tịch', '2026-11-20T03:00:00Z' from unit u where u.kind <> 'MANAGING_AGENCY'`,
  );
  await client.query(
    `insert into commendation_round (id, agency_id, year, state, base_title_quota_percent, base_salary, opened_by_id)
     select gen_random_uuid(), ${id('agency', 'n')}, ${YEAR}, 'OPEN', 15, 2340000, ${id('account', '0')} from generate_series(1, ${size.agencies}) n`,
  );
}

/** Half of the people hold the lesser title of each of three past years, one in six the greater; one in ten has an initiative. */
async function loadTitles(client: pg.Client, size: ProvinceSize, people: number): Promise<void> {
  const office = id('office', `(n - 1) / ${size.peoplePerOffice} + 1`);
  await client.query(
    `insert into commendation (id, employee_id, unit_id, form, title, title_code, year, kind, decision_number, decided_on, issuer)
     select gen_random_uuid(), ${id('person', 'n')}, ${office}, 'Danh hiệu thi đua', t.code, t.code, y, 'Thường xuyên',
       y || '/QĐ-KT', make_date(y, 12, 20), 'Sở'
     from generate_series(1, ${people}) n cross join generate_series(${YEAR - 3}, ${YEAR - 1}) y
     cross join (values ('LDTT', 2), ('CSTDCS', 6)) t(code, one_in) where (n + y) % t.one_in = 0`,
  );
  await client.query(
    `insert into initiative (id, code, title, unit_id, year, kind, level, influence, applied, state, decision_number, recognised_on, recorded_by_name)
     select ${id('initiative', 'n')}, 'SK-' || n, 'Sáng kiến ' || n, ${office}, ${YEAR}, 'INITIATIVE', 'BASE', 'UNIT', true, 'RECOGNISED',
       n || '/QĐ-SK', '${YEAR}-10-01', 'Nhân sự' from generate_series(10, ${people}, 10) n`,
  );
  await client.query(
    `insert into initiative_author (initiative_id, employee_id, main)
     select ${id('initiative', 'n')}, ${id('person', 'n')}, true from generate_series(10, ${people}, 10) n`,
  );
}

/** Of the nth person: the first two of an office lead it. */
function postOf({ peoplePerOffice }: ProvinceSize): string {
  return `(case (n - 1) % ${peoplePerOffice} when 0 then 'HEAD' when 1 then 'DEPUTY' else 'STAFF' end)::post`;
}

const LEVEL = `(case when n % 100 < 15 then 'OUTSTANDING' when n % 100 < 75 then 'GOOD' when n % 100 < 98 then 'COMPLETED'
  else 'NOT_COMPLETED' end)::level`;
