import type { Transaction } from '@congvu/prisma/database';
import type { Post, SheetState } from '@congvu/schema/evaluation';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import type { Actor, Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';
import { isUnder } from '../unit/unit.store.ts';
import { ASSIGNMENT_OF_SHEET } from './sheet-figures.store.ts';

export interface SheetToNotify {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly unitPath: string;
  /** In the sheet's unit and period. */
  readonly post: Post | null;
  readonly state: SheetState;
}

/** All sheets of a unit's period and of the units below it, that one may see. */
export function listSheetsToNotify(context: Context, unit: string, period: Period): Promise<readonly SheetToNotify[]> {
  return query(
    context,
    sql`select k.id, k.employee_id as "employeeId", k.unit_id as "unitId", k.path_text as "unitPath", k.state, a.post
      from (select s.id, s.employee_id, s.unit_id, s.state, u.path_text, ${firstDay(period)}::date as first_day,
          ${lastDay(period)}::date as last_day
        from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
        where s.period = ${period} and ${isUnder('u', unit)}) k
      left join lateral (${raw(ASSIGNMENT_OF_SHEET)}) a on true
      order by k.id`,
  );
}

/** Marks sheets as notified and keeps what each says as a revision, by two statements. Answers those that were marked. */
export async function markNotified(
  tx: Transaction,
  ids: readonly string[],
  by: { readonly actor: Actor; readonly at: Date },
): Promise<readonly { readonly id: string; readonly employeeId: string; readonly revision: number }[]> {
  if (ids.length === 0) return [];
  const marked = await tx.$queryRaw<{ id: string; employeeId: string; revision: number }[]>`
    update congvu.period_sheet s set state = 'NOTIFIED', notified_at = ${by.at}, revision = s.revision + 1,
      updated_at = ${by.at}
    where s.id = any(${ids}::uuid[]) and s.state in ('CONFIRMED', 'CORRECTED')
    returning s.id, s.employee_id as "employeeId", s.revision`;
  await tx.$executeRaw`
    insert into congvu.sheet_revision (sheet_id, revision, state, total_numerator, total_denominator, display, level,
      snapshot, changed_by_id, changed_by_name, changed_at)
    select s.id, s.revision, s.state, s.total_numerator, s.total_denominator, s.display, s.level,
      (select before.snapshot from congvu.sheet_revision before
        where before.sheet_id = s.id order by before.revision desc limit 1),
      ${by.actor.userId}::uuid, ${by.actor.displayName}, ${by.at}
    from congvu.period_sheet s where s.id = any(${marked.map(({ id }) => id)}::uuid[])`;
  return marked.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
