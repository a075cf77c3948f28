import type { Transaction } from '@congvu/prisma/database';
import { next, type Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { rescoreSheets } from '../period-sheet/sheet.recompute.ts';
import { lockSheets, type SheetKey } from '../period-sheet/sheet-figures.store.ts';

/** A planned task of a closed month that nobody finished. */
export interface OpenTask {
  readonly id: string;
  /** Whether the sheet's rule set lets it go on (lateAcrossPeriod). */
  readonly carries: boolean;
}

/** What the DELAY event of a task carried over says; forms are Vietnamese. */
const NOTE = 'Chưa hoàn thành trong kỳ đến hạn, chuyển sang kỳ sau';

/**
 * Open planned tasks of a month that was just closed go on in the next one, late ones with one delay; the old ones count as
 * not done (domain.md 3.15, lateAcrossPeriod). Into a month that is closed or confirmed already nothing goes: it is frozen.
 * Answers how many went on. The next month's sheets follow.
 */
export async function carryOver(
  tx: Transaction,
  context: Context,
  period: Period,
  tasks: readonly OpenTask[],
): Promise<number> {
  if (tasks.length === 0) return 0;
  const frozen = await findFrozen(tx, tasks, next(period));
  const goesOn = ({ id, carries }: OpenTask) => carries && !frozen.has(id);
  const keys = new Map<string, SheetKey>();
  let carried = 0;
  for (const carries of [true, false]) {
    const ids = tasks.filter((task) => goesOn(task) === carries).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await tx.$queryRaw<readonly SheetKey[]>`
      select employee_id as "employeeId", unit_id as "unitId", period
      from congvu.carry_over_tasks(${ids}::uuid[], ${carries}, ${NOTE})`;
    for (const row of rows) keys.set(`${row.employeeId} ${row.unitId}`, row);
    carried += rows.length;
  }
  const sheets = [...keys.values()];
  if (sheets.length > 0) await lockSheets(tx, sheets);
  await rescoreSheets(tx, context, sheets);
  return carried;
}

/** Tasks whose person and unit have a confirmed sheet or a closed plan in the next month. */
async function findFrozen(tx: Transaction, tasks: readonly OpenTask[], into: Period): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<readonly { readonly id: string }[]>`
    select t.id from congvu.task t where t.id = any(${tasks.map(({ id }) => id)}::uuid[])
      and (exists (select 1 from congvu.period_plan p where p.unit_id = t.unit_id and p.period = ${into} and p.closed_at is not null)
        or exists (
          select 1 from congvu.period_sheet s
          where s.employee_id = t.employee_id and s.unit_id = t.unit_id and s.period = ${into} and not s.provisional))`;
  return new Set(rows.map(({ id }) => id));
}
