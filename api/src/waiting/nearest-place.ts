import type { Permission } from '@congvu/schema/permission';
import { raw, type Sql, sql } from '../sql/sql.ts';

/**
 * Units `u` whose people wait for the actor: `staff` where no head stands between them and a unit he holds the permission
 * over, `head` where that is so for the unit's own head, `as_head` where he is that head, `from_above` where he
 * holds it over a unit above (a deputy is judged by the head or from above).
 *
 * A director may confirm the work of everybody in the sở; what waits for him is that of the heads of its phòng, whose people
 * wait for them (Nghị định 335/2025/NĐ-CP art. 10). Where a phòng has no head they wait for the next above.
 */
export function placesNearest(permission: Permission): Sql {
  return sql`
    with held as (select congvu.scopes(${permission}) as paths),
    headed as (select b.path from held join congvu.unit b on b.path <@ held.paths
      where exists (select 1 from congvu.assignment a where a.unit_id = b.id and a.post = 'HEAD'
        and a.valid_from <= congvu.today() and coalesce(a.valid_to, 'infinity') >= congvu.today()))
    select u.id, u.path,
      exists (select 1 from unnest(held.paths) as scope (path) where scope.path @> u.path
        and not exists (select 1 from headed b where b.path @> u.path
          and b.path <@ scope.path and b.path <> scope.path)) as staff,
      exists (select 1 from unnest(held.paths) as scope (path) where scope.path @> u.path
        and scope.path <> u.path
        and not exists (select 1 from headed b where b.path @> u.path and b.path <> u.path
          and b.path <@ scope.path and b.path <> scope.path)) as head,
      exists (select 1 from congvu.assignment own where own.employee_id = congvu.actor_employee() and own.unit_id = u.id
        and own.post = 'HEAD' and own.valid_from <= congvu.today() and coalesce(own.valid_to, 'infinity') >= congvu.today())
        as as_head,
      exists (select 1 from unnest(held.paths) as scope (path) where scope.path @> u.path and scope.path <> u.path)
        as from_above
    from held join congvu.unit u on u.path <@ held.paths`;
}

/** Whether the person of a row waits for the actor in the place aliased `place`, by his own post there today. */
export function isNearest(place: string, employee: string, day: string): Sql {
  return sql`case (select a.post from congvu.assignment a where a.employee_id = ${raw(employee)}
      and a.valid_from <= ${day}::date and coalesce(a.valid_to >= ${day}::date, true) limit 1)
    when 'HEAD' then ${raw(place)}.head
    when 'DEPUTY' then ${raw(place)}.staff and (${raw(place)}.as_head or ${raw(place)}.from_above)
    else ${raw(place)}.staff end`;
}
