import { createHash } from 'node:crypto';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import type { LeftOpenReason } from '@congvu/schema/procedure';
import { forbidden } from '../error/request-error.ts';
import { MONTH_PERMISSIONS, missingPermission } from '../job/job.policy.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { lockConfirmations } from '../period-sheet/sheet-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { carryOver, type OpenTask } from './carry-over.ts';
import { closeUnits } from './close-units.store.ts';
import { type Batch, batchesFrom } from './closing-order.ts';
import { insertResults } from './insert-results.store.ts';
import { keepLeftOpen } from './left-open.store.ts';
import { MonthDays } from './month-days.ts';
import { listMonthPeople, type MonthPerson, readMonthFacts } from './month-people.store.ts';
import { readMonthWork, type SheetWork } from './month-work.store.ts';
import { loadScoringRules } from './scoring-rules.ts';
import { type MonthRules, type SettledMonth, settleMonth } from './settle.ts';
import { type LeaderView, Subordinates } from './subordinates.ts';

/** People a transaction: what a killed process loses, and how long a confirmation may have to wait (measured: 0.1 s). */
export const BATCH_SIZE = 1_000;

/** The last step, after everybody: which units are settled. */
const UNITS = '~units';

/**
 * Closes a month of a unit and all below it, in batches. Closing again does only what is still open.
 */
export async function closeMonth(run: JobRun, batchSize = BATCH_SIZE): Promise<void> {
  const closing = await prepare(run);
  const people = await listMonthPeople(closing.pool, run.job.unitId, closing.period, closing.month);
  await run.setTotal(people.length);
  const batches = run.job.cursor === UNITS ? [] : batchesFrom(people, run.job.cursor, batchSize);
  if (!(await closeBatches(closing, batches))) return;
  await run.step(UNITS, async (tx) => {
    await lockConfirmations(tx, closing.period);
    const by = { userId: closing.userId, at: run.context.now, today: run.context.today };
    const units = await closeUnits(tx, run.job, closing.month, by);
    return { done: 0, leftOpen: 0, payload: { units } };
  });
}

/** Answers whether all were done. Three things go on at once: one batch is stored, the next worked out, the one after read. */
async function closeBatches(closing: MonthClosing, batches: readonly Batch[]): Promise<boolean> {
  const read = (batch: Batch | undefined) => (batch === undefined ? null : ahead(readSheets(closing, batch.people)));
  let reading = read(batches[0]);
  let storing: Promise<boolean | Error> = Promise.resolve(true);
  let views = NO_LEADERS;
  for (const [index, batch] of batches.entries()) {
    const sheets = await reading;
    reading = read(batches[index + 1]);
    if (sheets === null) throw new Error('Every batch is read.');
    // Leaders are looked at once a rank, after the ranks below were stored.
    if (batch.rank > 0 && views.rank !== batch.rank) {
      if (!resultOf(await storing)) return false;
      const { pool, run, month } = closing;
      views = { rank: batch.rank, subordinates: await Subordinates.read(pool, run.job, month) };
    }
    const { subordinates } = views;
    const sorted = sort(closing, batch.people, resultOf(sheets), (person) => subordinates?.of(person) ?? null);
    if (!resultOf(await storing)) return false;
    storing = ahead(store(closing, batch, sorted));
  }
  return resultOf(await storing);
}

/** What is done ahead may fail while nobody waits for it; its error is told when its turn comes. */
function ahead<Value>(work: Promise<Value>): Promise<Value | Error> {
  return work.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
}

function resultOf<Value>(outcome: Value | Error): Value {
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

interface LeaderViews {
  readonly rank: number;
  readonly subordinates: Subordinates | null;
}
const NO_LEADERS: LeaderViews = { rank: 0, subordinates: null };

interface MonthClosing {
  readonly run: JobRun;
  readonly pool: JobRun['context']['database']['pool'];
  readonly period: Period;
  readonly month: { readonly from: LocalDate; readonly to: LocalDate };
  readonly userId: string;
  readonly days: MonthDays;
  readonly rules: MonthRules;
  /** People part of whose month the closer does not see. */
  readonly beyondSight: Set<string>;
}

/** Errors: FORBIDDEN where the creator no longer holds what closing needs. */
async function prepare(run: JobRun): Promise<MonthClosing> {
  const { job, context } = run;
  const unit = await getUnit(context, job.unitId);
  const missing = missingPermission(context.actor, MONTH_PERMISSIONS, unit.pathText);
  if (missing !== null) throw forbidden(context.locale, missing);
  // Stored by us from a Period.
  const period = job.period as Period;
  const month = { from: firstDay(period), to: lastDay(period) };
  const { pool } = context.database;
  const [facts, find] = await Promise.all([readMonthFacts(pool, month), loadScoringRules(context)]);
  const days = new MonthDays(facts, month);
  const rules = { find, workingDays: days.count };
  return { run, pool, period, month, userId: getActor(context).userId, days, rules, beyondSight: new Set() };
}

type SheetsByPerson = ReadonlyMap<string, readonly SheetWork[]>;

async function readSheets(closing: MonthClosing, people: readonly MonthPerson[]): Promise<SheetsByPerson> {
  const ids = people.map(({ id }) => id);
  const sheets = Map.groupBy(await readMonthWork(closing.pool, ids, closing.period), (sheet) => sheet.employeeId);
  const moved = ids.filter((id) => closing.days.changedWithin(id));
  for (const id of await findBeyondSight(closing, moved, sheets)) sheets.delete(id);
  return sheets;
}

/**
 * People part of whose month lies in a unit the closer does not see (a transfer from another agency): what he sees alone would
 * be a wrong month. Who sees both closes it.
 */
async function findBeyondSight(
  { pool, period, beyondSight }: MonthClosing,
  ids: readonly string[],
  sheets: SheetsByPerson,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ readonly id: string; readonly sheets: number }>(
    `select p.id, (select count(*)::integer from congvu.month_sheets(array[p.id], $2)) as sheets from unnest($1::uuid[]) p (id)`,
    [ids, period],
  );
  const found = rows.filter((row) => row.sheets > (sheets.get(row.id)?.length ?? 0)).map(({ id }) => id);
  for (const id of found) beyondSight.add(id);
  return found;
}

interface Sorted {
  readonly settled: SettledMonth[];
  readonly leftOpen: Map<string, LeftOpenReason>;
  /** Planned tasks nobody finished, by person. */
  readonly openTasks: Map<string, readonly OpenTask[]>;
}

/** One batch, one transaction. Answers whether to go on. */
function store(closing: MonthClosing, batch: Batch, sorted: Sorted): Promise<boolean> {
  const { run, period, userId } = closing;
  return run.step(batch.cursor, async (tx) => {
    // Whoever confirms or corrects a sheet of the month holds this lock: none changes between the look and the result.
    await lockConfirmations(tx, period);
    const by = { userId, at: run.context.now, jobId: run.job.id };
    const kept = await insertResults(tx, sorted.settled, by);
    for (const { employeeId } of sorted.settled) {
      if (!kept.has(employeeId)) sorted.leftOpen.set(employeeId, 'CHANGED_MEANWHILE');
    }
    await keepLeftOpen(tx, run.job.id, sorted.leftOpen);
    const open = [...kept].flatMap((id) => sorted.openTasks.get(id) ?? []);
    const carried = await carryOver(tx, run.context, period, open);
    const payload = { closed: kept.size, carried, figures: digest(sorted.settled, kept) };
    return { done: batch.people.length, leftOpen: sorted.leftOpen.size, payload };
  });
}

function sort(
  closing: MonthClosing,
  people: readonly MonthPerson[],
  sheets: SheetsByPerson,
  viewOf: (person: MonthPerson) => LeaderView | null,
): Sorted {
  const { days, rules } = closing;
  const sorted: Sorted = { settled: [], leftOpen: new Map(), openTasks: new Map() };
  for (const person of people) {
    const own = sheets.get(person.id) ?? [];
    const reason = closing.beyondSight.has(person.id) ? 'SEGMENT_PENDING' : reasonToWait(days, person, own, viewOf);
    if (reason !== null) {
      sorted.leftOpen.set(person.id, reason);
      continue;
    }
    const parts = own
      .toSorted((left, right) =>
        compareTexts(days.startIn(person.id, left.unitId), days.startIn(person.id, right.unitId)),
      )
      .map((work) => ({ work, workedDays: days.worked(person.id, work.unitId) }));
    const settlement = settleMonth(rules, parts);
    if (settlement.kind === 'LEFT_OPEN') sorted.leftOpen.set(person.id, settlement.reason);
    else if (settlement.kind === 'SETTLED') {
      sorted.settled.push(settlement.month);
      const open = own.flatMap((work) => openTasksOf(rules, work));
      if (open.length > 0) sorted.openTasks.set(person.id, open);
    }
  }
  return sorted;
}

function openTasksOf(rules: MonthRules, work: SheetWork): readonly OpenTask[] {
  if (work.openTasks === null) return [];
  const late = rules.find(work.ruleSet, work.ruleSetVersion)?.year.lateAcrossPeriod.value;
  return work.openTasks.map((id) => ({ id, carries: late !== 'CLOSE_AS_NOT_DONE' }));
}

/** What stands in the way before anything is worked out. */
function reasonToWait(
  days: MonthDays,
  person: MonthPerson,
  sheets: readonly SheetWork[],
  viewOf: (person: MonthPerson) => LeaderView | null,
): LeftOpenReason | null {
  const isAway = days.isAwayThroughout(person.id);
  if (isAway && sheets.every((sheet) => sheet.provisional)) return 'ABSENT_WHOLE_MONTH';
  if (sheets.length === 0) return 'NO_SHEET';
  const leading = sheets.find((sheet) => sheet.role === 'LEADER');
  const view = leading === undefined || leading.provisional ? null : viewOf(person);
  if (leading === undefined || view === null) return null;
  if (view.isWaiting) return 'SUBORDINATES_PENDING';
  return (leading.unitResult ?? 100) === view.unitResult ? null : 'UNIT_RESULT_DIFFERS';
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** SHA-256 of what was kept, so that the audit entry of a batch stands for every figure in it. */
function digest(settled: readonly SettledMonth[], kept: ReadonlySet<string>): string {
  const lines = settled
    .filter(({ employeeId }) => kept.has(employeeId))
    .map(({ employeeId, revision, total }) => `${employeeId} ${revision} ${total?.join('/') ?? '-'}`)
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
