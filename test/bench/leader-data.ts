import type pg from 'pg';
import { id } from './province-data.ts';

/** The month and the year that are asked for. */
export const MONTH = '2026-08';
export const YEAR = '2025';
export const GROUP = 'CM';

/**
 * A province of 200,000 people for rankings: one agency of 20,000, thirty-six of 5,000, each of parts of 1,250 with offices of 50;
 * eight months of scored sheets, three decided years, titles. One group of similar work an agency. Every row has an id worked out of
 * its number.
 *
 * `client` is the superuser's, in an empty migrated database: triggers and foreign keys sleep while it loads.
 */
export async function loadLeaders(client: pg.Client): Promise<void> {
  await client.query("set session_replication_role = 'replica'");
  await loadUnits(client);
  await loadPeople(client);
  await loadMonths(client);
  await loadYears(client);
  await loadTitles(client);
  await client.query("set session_replication_role = 'origin'");
  await client.query('vacuum (analyze)');
}

const PEOPLE = 200_000;
const OFFICES = PEOPLE / 50;
const PARTS = PEOPLE / 1_250;
const AGENCIES = 37;
const FAMILY = 'ND335-2025/CIVIL_SERVANT';

/** The code of an agency, from 1 (the one of 20,000), of a part of it and of an office, by their numbers in the province. */
export const agencyCode = (agency: number): string => `T.S${agency}`;
export const partCode = (agency: number, part: number): string => `${agencyCode(agency)}.C${part}`;
export const officeCode = (agency: number, part: number, office: number): string =>
  `${partCode(agency, part)}.P${office}`;

/** SQL: the agency of the nth part; the first sixteen parts are one agency's, then four each. */
const AGENCY_OF_PART = 'case when p <= 16 then 1 else (p - 17) / 4 + 2 end';
const office = (n: string) => `(${n} - 1) / 50 + 1`;
const part = (n: string) => `(${n} - 1) / 1250 + 1`;
const agency = (n: string) => AGENCY_OF_PART.replaceAll('p ', `(${part(n)}) `);

async function loadUnits(client: pg.Client): Promise<void> {
  const columns = 'insert into unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)';
  await client.query(
    `${columns} values (${id('root', '0')}, 'T', 'Tỉnh', 'T', 1, 'MANAGING_AGENCY', 't', null, '2022-01-01')`,
  );
  await client.query(
    `${columns} select ${id('agency', 'n')}, 'T.S' || n, 'Sở ' || n, 'S' || n, 2, 'USING_AGENCY', ('t.s' || n)::ltree, ${id('root', '0')},
       '2022-01-01' from generate_series(1, ${AGENCIES}) n`,
  );
  await client.query(
    `${columns} select ${id('part', 'p')}, 'T.S' || a || '.C' || p, 'Chi cục ' || p, 'C' || p, 3, 'DIRECT_UNIT',
       ('t.s' || a || '.c' || p)::ltree, ${id('agency', 'a')}, '2022-01-01'
     from generate_series(1, ${PARTS}) p cross join lateral (select ${AGENCY_OF_PART} as a) at`,
  );
  await client.query(
    `${columns} select ${id('office', 'n')}, 'T.S' || a || '.C' || p || '.P' || n, 'Phòng ' || n, 'P' || n, 4, 'DIRECT_UNIT',
       ('t.s' || a || '.c' || p || '.p' || n)::ltree, ${id('part', 'p')}, '2022-01-01'
     from generate_series(1, ${OFFICES}) n cross join lateral (select (n - 1) / 25 + 1 as p) q
     cross join lateral (select ${AGENCY_OF_PART} as a) at`,
  );
  await client.query(
    `insert into work_group (code, name, unit_id) values ('${GROUP}', 'Chuyên môn', ${id('root', '0')})`,
  );
  await client.query(
    `insert into user_account (id, issuer, subject, user_name, display_name)
     values (${id('account', '0')}, 'embedded', 'ns', 'nhansu', 'Nhân sự')`,
  );
  await client.query(
    `insert into role_grant (user_id, role, unit_id, valid_from, document)
     values (${id('account', '0')}, 'HR', ${id('root', '0')}, '2026-01-01', '02/QĐ')`,
  );
}

async function loadPeople(client: pg.Client): Promise<void> {
  await client.query(
    `insert into employee (id, code, name, search_key, sort_key, user_name)
     select ${id('person', 'n')}, 'NV' || lpad(n::text, 6, '0'), 'Nguyễn Văn ' || n, 'nguyen van ' || n,
       lpad(n::text, 6, '0') || ' nguyen van', 'nv' || n from generate_series(1, ${PEOPLE}) n`,
  );
  await client.query(
    `insert into assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select gen_random_uuid(), ${id('person', 'n')}, ${id('office', office('n'))}, 'STAFF', 'Chuyên viên', '${GROUP}', 'CIVIL_SERVANT',
       'STAFF', '${FAMILY}', '2022-01-01' from generate_series(1, ${PEOPLE}) n`,
  );
}

/** Results 36 … 70 in hundredths of a third, general criteria 23 … 30, quality in twentieths, up to two delays: some equal on every key. */
async function loadMonths(client: pg.Client): Promise<void> {
  await client.query(
    `insert into period_sheet (id, employee_id, unit_id, period, role, agency_id, group_code, post, subject_type, family, sole, rule_set,
       rule_set_version, state, revision, self_general, general, score_state, provisional, total_numerator, total_denominator,
       result_numerator, result_denominator, quality_numerator, quality_denominator, quantity_numerator, quantity_denominator,
       progress_numerator, progress_denominator, delays, level, display, task_ids)
     select gen_random_uuid(), ${id('person', 'n')}, ${id('office', office('n'))}, '2026-' || lpad(m::text, 2, '0'), 'STAFF',
       ${id('agency', agency('n'))}, '${GROUP}', 'STAFF', 'CIVIL_SERVANT', '${FAMILY}', true, '${FAMILY}', 1, 'NOTIFIED', 4, f.general, f.general,
       'SCORED', false, f.result + f.general * 300, 300, f.result, 300, 10 + x % 11, 20, 10 + x % 7, 16, 8 + x % 9, 16, x % 3,
       (case when f.result + f.general * 300 >= 27000 then 'OUTSTANDING' when f.result + f.general * 300 >= 21000 then 'GOOD'
        else 'COMPLETED' end)::level, replace(to_char((f.result + f.general * 300) / 300.0, 'FM990.00'), '.', ','), '{}'
     from generate_series(1, 8) m cross join generate_series(1, ${PEOPLE}) n
     cross join lateral (select abs(hashint4(n * 16 + m)) % 1000 as x) h
     cross join lateral (select 21000 - h.x * h.x / 100 as result, 30 - h.x % 8 as general) f`,
  );
}

/** Of a hundred 15 outstanding, 60 good, 23 completed, 2 not. */
async function loadYears(client: pg.Client): Promise<void> {
  await client.query(
    `insert into classification_round (id, agency_id, year, state, due_on, opened_by_name, closed_at)
     select ${id('round', `n * 10000 + y`)}, ${id('agency', 'n')}, y, 'CLOSED', '2026-12-14', 'Nhân sự', '2026-01-10T03:00:00Z'
     from generate_series(1, ${AGENCIES}) n cross join generate_series(2023, 2025) y`,
  );
  await client.query(
    `insert into classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code, subject_type, rule_set,
       rule_set_version, months, worked_months, mean_numerator, mean_denominator, mean_display, result_numerator, result_denominator,
       delays, state, decided_level, decision_number, decided_on, decided_by_name, decided_at, notified_at)
     select gen_random_uuid(), ${id('round', `(${agency('n')}) * 10000 + y`)}, ${id('person', 'n')}, ${id('agency', agency('n'))},
       ${id('agency', agency('n'))}, ${id('office', office('n'))}, y, 'STAFF', '${GROUP}', 'CIVIL_SERVANT', '${FAMILY}', 1, months.list, 12,
       f.result + f.general * 300, 300, '0,00', f.result, 300, h.x % 3, 'NOTIFIED',
       (case when (n + y) % 100 < 15 then 'OUTSTANDING' when (n + y) % 100 < 75 then 'GOOD' when (n + y) % 100 < 98 then 'COMPLETED'
        else 'NOT_COMPLETED' end)::level, '400/QĐ', make_date(y + 1, 1, 10), 'Giám đốc', make_date(y + 1, 1, 10), make_date(y + 1, 1, 12)
     from generate_series(2023, 2025) y cross join generate_series(1, ${PEOPLE}) n
     cross join lateral (
       select jsonb_agg(jsonb_build_object('period', y || '-' || lpad(m::text, 2, '0'))) as list from generate_series(1, 12) m) months
     cross join lateral (select abs(hashint4(n * 16 + y)) % 1000 as x) h
     cross join lateral (select 21000 - h.x * h.x / 100 as result, 30 - h.x % 8 as general) f`,
  );
}

/** Half of the people hold the lesser title of each of three years, one in six the greater. */
async function loadTitles(client: pg.Client): Promise<void> {
  await client.query(
    `insert into commendation (id, employee_id, unit_id, form, title, title_code, year, kind, decision_number, decided_on, issuer)
     select gen_random_uuid(), ${id('person', 'n')}, ${id('office', office('n'))}, 'Danh hiệu thi đua', t.code, t.code, y, 'Thường xuyên',
       y || '/QĐ-KT', make_date(y, 12, 20), 'Sở'
     from generate_series(1, ${PEOPLE}) n cross join generate_series(2023, 2025) y
     cross join (values ('LDTT', 2), ('CSTDCS', 6)) t(code, one_in) where (n + y) % t.one_in = 0`,
  );
}
