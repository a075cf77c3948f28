import { setImmediate } from 'node:timers/promises';
import type { CalendarDay } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay } from '@congvu/schema/primitives/period';
import pg from 'pg';
import { writeAccounts } from './account-rows.ts';
import { type Month, monthsUntil } from './calendar.ts';
import { writeCaseAccesses, writeCases } from './case-rows.ts';
import { writeEarlierLevels } from './earlier-levels.ts';
import { writeCoordination, writeFeedback } from './feedback-rows.ts';
import { writeInspections } from './inspected-year.ts';
import { writeCalibrations, writeGrantsInCare, writePlanning } from './leader-rows.ts';
import { loadInBulk } from './load/bulk-load.ts';
import { copyRows } from './load/copy-rows.ts';
import { createTables, type Tables } from './load/tables.ts';
import { writeCatalogue, writeOrganisation } from './organisation-rows.ts';
import { playYear } from './played-year.ts';
import { writeAccesses, writeCommendations, writeDisciplines } from './register-rows.ts';
import { ClosedMonths } from './result-rows.ts';
import { type SeedContext, writeUnitMonth } from './unit-month.ts';
import { demonstrationUnits } from './units.ts';
import { writeOpenYear, writeService } from './year-rows.ts';

export { type DemonstrationAccount, demonstrationAccounts } from './accounts.ts';

export interface SeedOptions {
  /** The day on which the demonstration stands: its month is under way, the eleven before it are settled. */
  readonly today: LocalDate;
  /**
   * False leaves the year unplayed: nobody is away or moves, months are closed without results, no agency's year is open. For
   * tests that play it themselves; true by default.
   */
  readonly withYear?: boolean;
  /** Called with the share done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

/** How many rows each table received. */
export type SeedReport = Readonly<Record<string, number>>;

/**
 * Fills an empty, migrated database with the fictional province "Tỉnh An Bình": about 1,200 people in 34 units, twelve
 * months of tasks, scored sheets, registers and the demonstration's accounts. The same for the same `today` on every
 * machine, but for the salts of the passwords. All or nothing.
 *
 * Answers null, having changed nothing, where the database already belongs to an office.
 */
export async function seedDemonstration(ownerUrl: string, options: SeedOptions): Promise<SeedReport | null> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=congvu,public' });
  // A start that is ended cuts the connection between two statements; the next one reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (await isInUse(client)) return null;
    await client.query('begin');
    // The second of two seeds at once waits here and then finds the office.
    await client.query('lock table office in exclusive mode');
    if (await isInUse(client)) return null;
    const tables = createTables();
    await fill(client, tables, options);
    await client.query('commit');
    // The planner must know what came in before the first request, which is seconds away.
    await client.query(`analyze ${Object.values(tables).map(({ table }) => table)}`);
    return Object.fromEntries(Object.values(tables).map(({ table, count }) => [table, count]));
  } finally {
    // Whatever was not committed goes with the connection.
    await client.end();
  }
}

async function isInUse(client: pg.Client): Promise<boolean> {
  const found = await client.query('select from office union all (select from employee limit 1)');
  return found.rowCount !== 0;
}

async function fill(
  client: pg.Client,
  tables: Tables,
  { today, onProgress, withYear = true }: SeedOptions,
): Promise<void> {
  const months = monthsUntil(today);
  const earliest = firstDay(months[0]?.period ?? raise('no months'));
  // Hashing passwords takes other threads meanwhile.
  const accounts = writeAccounts(tables, earliest);
  const holidays = await readCalendar(client);
  const year = withYear ? playYear(months, holidays) : null;
  const closed = year === null ? null : new ClosedMonths(tables, year);
  writeOrganisation(tables, earliest, year?.transfer ?? null);
  const { id: catalogueId, productIds } = writeCatalogue(tables, earliest);
  const context: SeedContext = { tables, catalogueId, productIds, taskNumbers: { next: 1 }, year, closed };
  const all = Object.values(tables);
  await loadInBulk(
    client,
    all.map(({ table }) => table),
    async (emptied) => {
      const copy = (rows: (typeof all)[number], chunks: Iterable<Buffer> | AsyncIterable<Buffer>) =>
        copyRows(client, rows, chunks, emptied.has(rows.table));
      // Tasks are two thirds of all bytes: they are stored while they are made, the rest afterwards.
      await copy(
        tables.tasks,
        makeTasks(context, months, (share) => onProgress?.(share * 0.7)),
      );
      writeCommendations(tables, today);
      writeDisciplines(tables, today, withYear);
      writeAccesses(tables, today);
      if (year !== null && closed !== null) {
        closed.writeJobs();
        writeService(tables, year, today);
        writeRegisters(tables, today);
        const open = writeOpenYear(tables, year, closed, holidays, today);
        writeEarlierLevels(tables, today);
        writePlanning(tables, today);
        writeCalibrations(tables, open, today);
        writeGrantsInCare(tables, today);
      }
      await accounts;
      for (const rows of all) await copy(rows, rows.takeChunks());
    },
  );
  // The next file of an office is numbered after those of the demonstration.
  for (const { table, count } of [tables.feedback, tables.coordination]) {
    if (count > 0) await client.query('select setval($1, $2)', [`${table.replace('_request', '')}_number`, count]);
  }
  await client.query(`insert into office (id, name, demonstration) values (1, 'Tỉnh An Bình', true)`);
  onProgress?.(1);
}

/** What inspections found and what followed from it, citizens' feedback and coordination. */
function writeRegisters(tables: Tables, today: LocalDate): void {
  const inspected = writeInspections(tables, today);
  writeCases(tables, today, inspected);
  writeFeedback(tables, today);
  writeCoordination(tables, today);
  writeCaseAccesses(tables, today, inspected);
}

/** The days that differ from their weekday, as the migrations and an office entered them. */
async function readCalendar(client: pg.Client): Promise<readonly CalendarDay[]> {
  const { rows } = await client.query(
    'select date::text, kind, name, certainty, source from calendar_day order by date',
  );
  // The columns' checks are those of calendarDayShape.
  return rows as unknown as readonly CalendarDay[];
}

/** Makes every month's work, handing out the tasks' rows unit by unit; sheets, events and documents gather in `tables`. */
async function* makeTasks(
  context: SeedContext,
  months: readonly Month[],
  onProgress: (share: number) => void,
): AsyncGenerator<Buffer> {
  for (const [index, month] of months.entries()) {
    const completed = new Map<string, boolean>();
    for (const unit of bottomUp) {
      const isCompleted = writeUnitMonth(context, unit, month, completed.get(unit.code) ?? true);
      if (unit.parent !== null) completed.set(unit.parent, (completed.get(unit.parent) ?? true) && isCompleted);
      yield* context.tables.tasks.takeChunks();
      // Lets the socket be written before the next unit's arithmetic.
      await setImmediate();
    }
    onProgress((index + 1) / months.length);
  }
}

/** The phòng first, then the sở above them: a leader's figure rests on those below. */
const bottomUp = demonstrationUnits.toSorted((left, right) => right.level - left.level);

function raise(message: string): never {
  throw new Error(message);
}
