import type { Transaction } from '@congvu/prisma/database';
import type { Level, Post, SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Planned, toJson, type WrittenRow } from './import-target.ts';

/** A year of somebody a file names. */
export interface NamedYear {
  readonly employee: string;
  readonly year: number;
}

/** Who it is, where he stood in that year, and what is stored of it. */
export interface KnownPerson {
  readonly id: string;
  readonly code: string;
  /** Null where he was not in service in that year. */
  readonly place: {
    readonly unitId: string;
    readonly path: string;
    readonly post: Post;
    readonly group: string;
    readonly subjectType: SubjectType;
    /** The agency that uses him. */
    readonly agencyId: string;
    /** Whose head decides: of the agency’s head the managing agency’s (NĐ 335/2025 art. 10). */
    readonly authorityId: string;
  } | null;
  readonly stored: {
    readonly level: Level | null;
    readonly decisionNumber: string | null;
    readonly decidedOn: LocalDate | null;
    readonly issuer: string | null;
  } | null;
}

/**
 * In the order of the rows; null where the person is not to be seen. Where he stood: his last place in the year; where none is known
 * of it, the first after it, since whoever was entered when the program came has no place before. One statement.
 */
export async function findPeopleOfYears(
  tx: Transaction,
  years: readonly NamedYear[],
): Promise<readonly (KnownPerson | null)[]> {
  const found = await tx.$queryRaw<readonly (KnownPerson & { readonly row: number })[]>`
    select g.row::integer, e.id, e.code,
      case when a.unit_id is not null and coalesce(s.on_date > first.day, true) then jsonb_build_object('unitId', a.unit_id,
        'path', a.path, 'post', a.post, 'group', a.group_code, 'subjectType', a.subject_type, 'agencyId', a.agency_id,
        'authorityId', case when a.post = 'HEAD' and a.unit_id = a.agency_id then coalesce(managing.id, a.agency_id)
                            else a.agency_id end) end as place,
      case when c.id is not null then jsonb_build_object('level', c.decided_level, 'decisionNumber', c.decision_number,
        'decidedOn', c.decided_on, 'issuer', c.decided_by_name) end as stored
    from rows from (jsonb_to_recordset(${JSON.stringify(years)}::jsonb) as (employee text, year integer))
      with ordinality g (employee, year, row)
    cross join lateral (select make_date(g.year, 1, 1) as day) first
    cross join lateral (select make_date(g.year, 12, 31) as day) last
    join congvu.employee e on e.code = g.employee
    left join congvu.service_end s on s.employee_id = e.id
    left join lateral (
      select p.unit_id, u.path_text as path, u.path as unit_path, p.post, p.group_code, p.subject_type,
        congvu.agency_of(u.id) as agency_id
      from congvu.assignment p join congvu.unit u on u.id = p.unit_id
      where p.employee_id = e.id and coalesce(p.valid_to >= first.day, true)
      order by p.valid_from <= last.day desc, case when p.valid_from <= last.day then p.valid_from end desc, p.valid_from
      limit 1) a on true
    left join lateral (
      select u.id from congvu.unit u where a.unit_path <@ u.path and u.kind = 'MANAGING_AGENCY'
      order by nlevel(u.path) desc limit 1) managing on true
    left join congvu.classification c on c.employee_id = e.id and c.year = g.year and c.current`;
  const byRow = new Map(found.map(({ row, ...person }) => [row, person]));
  return years.map((_year, index) => byRow.get(index + 1) ?? null);
}

/**
 * Stores levels as finished, each in the closed round of its agency and year, which the first of them makes. Notified on the day of the
 * decision, since no other day is known, and published to nobody. No month, mean or step: that law had none. Three statements.
 */
export async function writeEarlierLevels(
  tx: Transaction,
  planned: readonly Planned[],
  openedBy: { readonly id: string; readonly name: string },
): Promise<readonly WrittenRow[]> {
  const rows = toJson(planned);
  await tx.$executeRaw`
    insert into congvu.classification_round (agency_id, year, state, due_on, opened_by_id, opened_by_name, opened_at, closed_at)
    select distinct g.agency_id, g.year, 'CLOSED'::congvu.round_state, make_date(g.year, 12, 31), ${openedBy.id}::uuid,
      ${openedBy.name}, now(), now()
    from jsonb_to_recordset(${rows}::jsonb) g (agency_id uuid, year integer)
    on conflict (agency_id, year) do nothing`;
  // An undoing meanwhile waits: it takes a round that nobody stands in with it.
  await tx.$queryRaw`
    select r.id from congvu.classification_round r
    where exists (select from jsonb_to_recordset(${rows}::jsonb) g (agency_id uuid, year integer)
      where g.agency_id = r.agency_id and g.year = r.year)
    order by r.id for key share`;
  await tx.$executeRaw`
    insert into congvu.classification (id, round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code,
      subject_type, rule_set, rule_set_version, state, months, worked_months, decided_level, not_classified, decision_number,
      decided_on, decided_by_name, decided_at, notified_at)
    select g.id, r.id, g.employee_id, g.agency_id, g.authority_id, g.unit_id, g.year, g.post, g.group_code, g.subject_type,
      g.rule_set, g.rule_set_version, 'NOTIFIED', empty.months, 0, g.level, g.level is null, g.decision_number, g.decided_on,
      g.issuer, decided.at, decided.at
    from jsonb_to_recordset(${rows}::jsonb) g (id uuid, employee_id uuid, agency_id uuid, authority_id uuid, unit_id uuid,
      year integer, post congvu.post, group_code text, subject_type congvu.subject_type, rule_set text,
      rule_set_version smallint, level congvu.level, decision_number text, decided_on date, issuer text)
    join congvu.classification_round r on r.agency_id = g.agency_id and r.year = g.year
    cross join lateral (select g.decided_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as at) decided
    cross join lateral (
      select jsonb_agg(jsonb_build_object('period', g.year || '-' || lpad(m::text, 2, '0'), 'total', null, 'display', null,
        'resultId', null, 'ruleSet', null, 'note', null) order by m) as months
      from generate_series(1, 12) m) empty`;
  return planned.map(({ line, id }): WrittenRow => {
    return { line, entity: 'classification', rowId: id, action: 'CREATED', revisionAfter: 1 };
  });
}
