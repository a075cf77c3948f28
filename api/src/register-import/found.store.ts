import type { SubjectType } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import type { FoundPerson, FoundUnit, NamedPerson } from './import-target.ts';

interface PersonRow {
  readonly place: number;
  readonly id: string;
  readonly code: string;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitPath: string | null;
  readonly subjectType: SubjectType | null;
  readonly isLeader: boolean | null;
}

/** People by staff code, each with the place held on the day of his record; a key is `code` and day. One statement. */
export async function findPeople(
  context: Context,
  named: readonly NamedPerson[],
): Promise<ReadonlyMap<string, FoundPerson>> {
  if (named.length === 0) return new Map();
  const rows = await query<PersonRow>(
    context,
    sql`select k.place::integer as place, e.id, e.code, a.unit_id as "unitId", a.unit_code as "unitCode", a.path_text as "unitPath",
        a.subject_type as "subjectType", a.post <> 'STAFF' as "isLeader"
      from unnest(${named.map(({ code }) => code)}::text[], ${named.map(({ on }) => on)}::date[])
        with ordinality k (code, day, place)
      join congvu.employee e on e.code = k.code
      left join lateral (
        select s.unit_id, u.code as unit_code, u.path_text, s.subject_type, s.post
        from congvu.assignment s join congvu.unit u on u.id = s.unit_id
        where s.employee_id = e.id and s.valid_from <= k.day and coalesce(s.valid_to >= k.day, true)
        order by s.valid_from desc limit 1) a on true`,
  );
  const found = rows.map((row): [string, FoundPerson] => {
    const { place, unitId, unitCode, unitPath } = row;
    const unit =
      unitId === null || unitCode === null || unitPath === null ? null : { id: unitId, code: unitCode, path: unitPath };
    const person = { id: row.id, code: row.code, unit, subjectType: row.subjectType, isLeader: row.isLeader ?? false };
    return [keyOfPerson(named[place - 1] ?? { code: row.code, on: context.today }), person];
  });
  return new Map(found);
}

export function keyOfPerson({ code, on }: NamedPerson): string {
  return `${on} ${code}`;
}

export async function findUnits(context: Context, codes: readonly string[]): Promise<ReadonlyMap<string, FoundUnit>> {
  if (codes.length === 0) return new Map();
  const rows = await query<FoundUnit>(
    context,
    sql`select u.id, u.code, u.path_text as path from congvu.unit u where u.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}
