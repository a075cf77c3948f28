import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export const OFFICES = 1_000;

const COLUMNS = ['code', 'name', 'unit', 'post', 'title', 'group', 'subjectType', 'from'] as const;
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ'];
const MIDDLE = ['Văn', 'Thị', 'Quốc', 'Minh', 'Thu', 'Hữu'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hường', 'Khánh', 'Lan', 'Phượng', 'Yến'];

/** Every person of the file, office by office. */
export function csvOf(people: number): string {
  const lines = Array.from({ length: people }, (_, index) => {
    const name = [FAMILY, MIDDLE, GIVEN].map((words, place) => words[(index * (place + 3)) % words.length]).join(' ');
    const unit = `T.${String(index % OFFICES).padStart(4, '0')}`;
    return [
      `N${String(index).padStart(6, '0')}`,
      name,
      unit,
      'STAFF',
      'Chuyên viên',
      'CM',
      'CIVIL_SERVANT',
      '2026-11-02',
    ].join(',');
  });
  return `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}

const VIETNAMESE = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const PLAIN = 'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd';

/** The same checks as an import's, as one statement each; what is left in `bad` is named by its line. */
const CHECKS = `
  insert into bad
  select i.line, case
    when i.code !~ '^\\S.{0,63}$' then 'code'
    when count(*) over (partition by i.code) > 1 then 'twice'
    when exists (select 1 from congvu.employee e where e.code = i.code) then 'there'
    when btrim(i.name) = '' or length(i.name) > 200 then 'name'
    when i.unit_id is null or not i.path <@ 't'::ltree or i.valid_to < i.day then 'unit'
    when i.group_path is null or not i.path <@ i.group_path then 'group'
    when i.post not in ('HEAD', 'DEPUTY', 'STAFF') then 'post'
    when i.subject_type not in ('CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT') then 'subject'
    when i.day is null then 'from'
    when exists (select 1 from congvu.period_plan p where p.unit_id = i.unit_id and p.closed_at is not null
      and p.period >= to_char(i.day, 'YYYY-MM')) then 'closed' end as why
  from (
    select f.*, u.id as unit_id, u.path, u.valid_to, w.path as group_path,
      case when f.valid_from ~ '^\\d{4}-\\d{2}-\\d{2}$' then f.valid_from::date end as day
    from incoming f left join congvu.unit u on u.code = f.unit
    left join congvu.work_group g on g.code = f.group_code left join congvu.unit w on w.id = g.unit_id) i`;

/** The people of a file into both tables, in one transaction: the least that an import with the same checks could be. */
export async function copyByHand(client: pg.Client, text: string): Promise<void> {
  await client.query('begin');
  await client.query(
    `create temporary table incoming (line bigint generated always as identity, code text, name text, unit text, post text,
       title text, group_code text, subject_type text, valid_from text) on commit drop`,
  );
  await client.query('create temporary table bad (line bigint, why text) on commit drop');
  const copy = client.query(
    copyFrom(
      'copy incoming (code, name, unit, post, title, group_code, subject_type, valid_from) from stdin csv header',
    ),
  );
  await pipeline(Readable.from([text]), copy);
  await client.query('analyze incoming');
  await client.query(CHECKS);
  await client.query('delete from bad where why is null');
  await client.query(
    `insert into congvu.employee (code, name, search_key, sort_key)
     select i.code, i.name, translate(lower(i.name), '${VIETNAMESE}', '${PLAIN}'),
       regexp_replace(translate(lower(i.name), '${VIETNAMESE}', '${PLAIN}'), '^(.*) (\\S+)$', '\\2 \\1')
     from incoming i where not exists (select 1 from bad b where b.line = i.line)`,
  );
  await client.query(
    `insert into congvu.assignment (employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
     select e.id, u.id, i.post::congvu.post, i.title, i.group_code, i.subject_type::congvu.subject_type,
       case i.post when 'STAFF' then 'STAFF' else 'LEADER' end::congvu.scoring_role, 'ND335-2025/CIVIL_SERVANT', i.valid_from::date
     from incoming i join congvu.employee e on e.code = i.code join congvu.unit u on u.code = i.unit
     where not exists (select 1 from bad b where b.line = i.line)`,
  );
  await client.query('commit');
}
