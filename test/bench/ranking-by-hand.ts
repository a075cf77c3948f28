/**
 * The best SQL we can write for a page of a ranking and its spread, past the row policies. Arguments: code of the unit, code of its
 * agency, period. Where the unit is the agency itself a page is read from the index on (agency, period, group, family, total …), else
 * from that on the unit; whoever asks knows which. The spread is read from the index alone.
 */
const ROW = `json_build_object('rank', r.rank, 'total', r.total_numerator::text || '/' || r.total_denominator::text,
  'resultPoints', r.result_numerator::text || '/' || r.result_denominator::text, 'quality', r.quality_numerator::text || '/' || r.quality_denominator::text,
  'delays', r.delays, 'level', r.level, 'display', r.display, 'code', e.code, 'name', e.name, 'unit', w.name)`;
const AGENCY = '(select a.id from congvu.unit a where a.code = $2)';
const UNITS = 'array(select b.id from congvu.unit t join congvu.unit b on b.path <@ t.path where t.code = $1)';
const ASKED = '$1::text is not null';

const sheets = (
  isWhole: boolean,
) => `s.agency_id = ${AGENCY} and s.period = $3 and s.group_code = 'CM' and s.family = 'ND335-2025/CIVIL_SERVANT'
  and s.score_state = 'SCORED' and s.sole and ${isWhole ? ASKED : `s.unit_id = any (${UNITS})`}`;
const ORDER = 's.total_order desc, s.result_order desc, s.quality_order desc, s.delays';

const monthPage = (isWhole: boolean) => `with page as (
    select s.* from congvu.period_sheet s where ${sheets(isWhole)} order by ${ORDER} fetch first 50 rows with ties),
  ranked as (select s.*, rank() over (order by ${ORDER}) as rank from page s)
  select json_agg(${ROW} order by r.rank, e.sort_key)::text as rows, array_agg(r.employee_id) as ids
  from ranked r join congvu.employee e on e.id = r.employee_id join congvu.unit w on w.id = r.unit_id`;

const rows = (isWhole: boolean) => `c.agency_id = ${AGENCY} and c.year = $3 and c.group_code = 'CM' and c.current
  and c.rule_set = 'ND335-2025/CIVIL_SERVANT' and ${isWhole ? ASKED : `c.unit_id = any (${UNITS})`}`;

/** Everybody of the levels that fill a page, with the mean of three years, then the titles of those in question. */
const yearPage = (isWhole: boolean) => `with best as (
    select max(l.level) as level from (
      select n.level, sum(n.people) over (order by n.level) - n.people as before from (
        select c.decided_level as level, count(*) as people from congvu.classification c
        where ${rows(isWhole)} and c.decided_level is not null group by 1) n) l
    where l.before < 50),
  member as (
    select c.id, c.employee_id, c.decided_level, (sum(y.mean_order) / count(*)) as mean
    from best join congvu.classification c on ${rows(isWhole)} and c.decided_level <= best.level
    join congvu.classification y on y.employee_id = c.employee_id and y.current and y.decided_at is not null and y.year between $3 - 2 and $3
    group by c.id, c.employee_id, c.decided_level),
  page as (select m.* from member m order by m.decided_level, m.mean desc fetch first 50 rows with ties),
  ranked as (
    select c.*, c.mean_numerator as total_numerator, c.mean_denominator as total_denominator, c.decided_level as level, c.mean_display as display,
      rank() over (order by p.decided_level, p.mean desc, c.result_numerator / c.result_denominator desc, k.weight desc, c.delays) as rank
    from page p join congvu.classification c on c.id = p.id
    cross join lateral (
      select coalesce(sum(case k.title_code when 'LDTT' then 1 when 'CSTDCS' then 2 else 0 end), 0) as weight from congvu.commendation k
      where k.employee_id = p.employee_id and k.revoked_on is null and k.employee_id is not null and k.year between $3 - 2 and $3) k)
  select json_agg(${ROW} order by r.rank, e.sort_key)::text as rows, array_agg(r.employee_id) as ids
  from ranked r join congvu.employee e on e.id = r.employee_id join congvu.unit w on w.id = r.unit_id`;

const spread = (values: string) => `with v as materialized (${values})
  select json_build_object('levels', (select json_object_agg(l.level, l.n) from (select v.level, count(*) as n from v group by v.level) l),
    'bins', (select json_agg(json_build_array(b.bin, b.n)) from (select least(9, div(v.total, 10)) as bin, count(*) as n from v group by 1) b),
    'quartiles', (select percentile_disc(array[0, 0.25, 0.5, 0.75, 1]) within group (order by v.total)::text[] from v),
    'mean', (select avg(v.total)::text from v), 'wholeGroup', (select count(*) from v))::text as spread`;

/** The two statements that answer a question. */
export function byHand(isMonth: boolean, isWhole: boolean): { readonly page: string; readonly spread: string } {
  return isMonth
    ? {
        page: monthPage(isWhole),
        spread: spread(`select s.level, s.total_order as total from congvu.period_sheet s where ${sheets(isWhole)}`),
      }
    : {
        page: yearPage(isWhole),
        spread: spread(
          `select c.decided_level as level, c.mean_order as total from congvu.classification c where ${rows(isWhole)}`,
        ),
      };
}
