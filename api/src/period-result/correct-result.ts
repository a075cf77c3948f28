import type { StatementPool, Transaction } from '@congvu/prisma/database';
import { listWorkingDays, makeCalendar } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import { insertResults } from '../closing/insert-results.store.ts';
import { readMonthWork } from '../closing/month-work.store.ts';
import { loadScoringRules } from '../closing/scoring-rules.ts';
import { type MonthPart, settleMonth } from '../closing/settle.ts';
import type { Context } from '../context.ts';
import { getActor } from '../task/task-change.ts';
import type { ResultSegment } from './period-result.store.ts';

/**
 * Takes a corrected sheet up into the frozen month: the next revision of its result, in the transaction of the correction.
 * Answers the revision, null where the month has no result yet or its figure stays. The days worked stay as they were
 * closed: who corrects points has not counted days anew. `loadRuleSets(context)` is awaited before the transaction begins.
 *
 * Throws where the sheet, as it is stored now, is not what its own tasks and points give.
 */
export async function correctResult(
  tx: Transaction,
  context: Context,
  employeeId: string,
  period: Period,
): Promise<number | null> {
  const closed = await findResult(tx, employeeId, period);
  if (closed === null) return null;
  const sheets = await readMonthWork(statementsOf(tx), [employeeId], period);
  const daysOf = new Map(closed.segments?.map(({ sheetId, workingDays }) => [sheetId, workingDays]));
  const order = closed.segments?.map(({ sheetId }) => sheetId) ?? [];
  const parts: readonly MonthPart[] = sheets
    .map((work) => ({ work, workedDays: daysOf.get(work.sheetId) ?? closed.workedDays }))
    .toSorted((left, right) => order.indexOf(left.work.sheetId) - order.indexOf(right.work.sheetId));
  const rules = { find: await loadScoringRules(context), workingDays: await countWorkingDays(tx, period) };
  const settlement = settleMonth(rules, parts);
  if (settlement.kind === 'LEFT_OPEN') throw new Error(`A corrected month is not settled: ${settlement.reason}.`);
  if (settlement.kind === 'UNCHANGED') return null;
  const by = { userId: getActor(context).userId, at: context.now, jobId: null };
  const kept = await insertResults(tx, [settlement.month], by);
  if (!kept.has(employeeId)) throw new Error('A sheet changed while it was corrected.');
  return settlement.month.revision;
}

interface ClosedRow {
  readonly workedDays: number;
  readonly segments: readonly ResultSegment[] | null;
}

async function findResult(tx: Transaction, employeeId: string, period: string): Promise<ClosedRow | null> {
  const rows = await tx.$queryRaw<readonly ClosedRow[]>`
    select r.worked_days::integer as "workedDays", r.segments from congvu.period_result r
    where r.employee_id = ${employeeId}::uuid and r.period = ${period} order by r.revision desc limit 1`;
  return rows[0] ?? null;
}

async function countWorkingDays(tx: Transaction, period: Period): Promise<number> {
  const [from, to] = [firstDay(period), lastDay(period)];
  const exceptions = await tx.$queryRaw<readonly { readonly date: LocalDate; readonly kind: 'HOLIDAY' | 'WORKING' }[]>`
    select c.date::text as date, c.kind::text as kind from congvu.calendar_day c
    where c.date between ${from}::date and ${to}::date`;
  return listWorkingDays(makeCalendar(exceptions), from, to).length;
}

/** The transaction as what reads take: a second connection inside it would wait for itself (decisions/0002). */
function statementsOf(tx: Transaction): Pick<StatementPool, 'query'> {
  return {
    // The rows are the statement's own; the caller names their shape.
    query: async (text: string, values: readonly unknown[] = []) =>
      ({ rows: await tx.$queryRawUnsafe(text, ...values) }) as never,
  };
}
