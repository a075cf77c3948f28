import type { StatementPool, Transaction } from '@congvu/prisma/database';
import { listWorkingDays, makeCalendar } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import { insertResults } from '../closing/insert-results.store.ts';
import { readMonthWork, type SheetWork } from '../closing/month-work.store.ts';
import { loadScoringRules } from '../closing/scoring-rules.ts';
import { type MonthPart, type SettledMonth, settleMonth } from '../closing/settle.ts';
import type { Context } from '../context.ts';
import { getActor } from '../task/task-change.ts';
import type { ResultSegment } from './period-result.store.ts';

/**
 * Takes corrected sheets up into the frozen month of each person: the next revision of its result, in the transaction of the
 * correction. Answers the revision by person, for those whose figure changed: none where the month has no result yet. The
 * days worked stay as they were closed: who corrects points has not counted days anew. `loadRuleSets(context)` is awaited
 * before the transaction begins. The same number of statements for one person as for many.
 *
 * Throws where a sheet, as it is stored now, is not what its own tasks and points give.
 */
export async function correctResults(
  tx: Transaction,
  context: Context,
  employeeIds: readonly string[],
  period: Period,
): Promise<ReadonlyMap<string, number>> {
  const closed = await findResults(tx, employeeIds, period);
  if (closed.size === 0) return new Map();
  const byPerson = Map.groupBy(
    await readMonthWork(statementsOf(tx), [...closed.keys()], period),
    ({ employeeId }) => employeeId,
  );
  const rules = { find: await loadScoringRules(context), workingDays: await countWorkingDays(tx, period) };
  const months: SettledMonth[] = [];
  for (const [employeeId, result] of closed) {
    const settlement = settleMonth(rules, partsOf(byPerson.get(employeeId) ?? [], result));
    if (settlement.kind === 'LEFT_OPEN') throw new Error(`A corrected month is not settled: ${settlement.reason}.`);
    if (settlement.kind === 'SETTLED') months.push(settlement.month);
  }
  const by = { userId: getActor(context).userId, at: context.now, jobId: null };
  const kept = await insertResults(tx, months, by);
  if (kept.size !== months.length) throw new Error('A sheet changed while it was corrected.');
  return new Map(months.map(({ employeeId, revision }) => [employeeId, revision]));
}

/** The same for one person; null where nothing of his month changed. */
export async function correctResult(
  tx: Transaction,
  context: Context,
  employeeId: string,
  period: Period,
): Promise<number | null> {
  return (await correctResults(tx, context, [employeeId], period)).get(employeeId) ?? null;
}

function partsOf(sheets: readonly SheetWork[], closed: ClosedRow): readonly MonthPart[] {
  const daysOf = new Map(closed.segments?.map(({ sheetId, workingDays }) => [sheetId, workingDays]));
  const order = closed.segments?.map(({ sheetId }) => sheetId) ?? [];
  return sheets
    .map((work) => ({ work, workedDays: daysOf.get(work.sheetId) ?? closed.workedDays }))
    .toSorted((left, right) => order.indexOf(left.work.sheetId) - order.indexOf(right.work.sheetId));
}

interface ClosedRow {
  readonly workedDays: number;
  readonly segments: readonly ResultSegment[] | null;
}

async function findResults(
  tx: Transaction,
  employeeIds: readonly string[],
  period: string,
): Promise<ReadonlyMap<string, ClosedRow>> {
  const rows = await tx.$queryRaw<readonly (ClosedRow & { readonly employeeId: string })[]>`
    select distinct on (r.employee_id) r.employee_id as "employeeId", r.worked_days::integer as "workedDays", r.segments
    from congvu.period_result r where r.employee_id = any(${employeeIds}::uuid[]) and r.period = ${period}
    order by r.employee_id, r.revision desc`;
  return new Map(rows.map((row) => [row.employeeId, row]));
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
