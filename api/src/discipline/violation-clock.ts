import type { DisciplineForm } from '@congvu/schema/evaluation';
import { addDays, daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { builtInTable, handlingClock, limitationEnd, type TableOf } from '@congvu/schema/registers';
import type { Source } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { loadRegisterTables } from '../register-table/register-table.store.ts';
import type { ViolationRow } from './violation.store.ts';

/** Until when an act may be disciplined with a form; null: without limit. */
export interface ViolationLimit {
  readonly form: DisciplineForm;
  readonly until: LocalDate | null;
  readonly source: Source;
}

export type Clocks = TableOf<'CLOCKS'>;

/**
 * The clocks of an act: those of its unit, in force on the day it was discovered (ASSUMPTION: that is when its handling begins).
 */
export async function clocksOf(
  context: Context,
  act: Pick<ViolationRow, 'unitPath' | 'discoveredOn'>,
): Promise<Clocks> {
  return (await loadClocks(context))(act);
}

/** As above, for many acts. */
export async function loadClocks(
  context: Context,
): Promise<(act: Pick<ViolationRow, 'unitPath' | 'discoveredOn'>) => Clocks> {
  const tables = await loadRegisterTables(context, 'CLOCKS');
  // A date column, or a LocalDate of the input.
  return ({ unitPath, discoveredOn }) => withinLaw(tables(unitPath, discoveredOn as LocalDate).table);
}

/** An office may shorten the time an extension can reach; the database holds everybody to the 150 days of the law. */
function withinLaw(clocks: Clocks): Clocks {
  const law = builtInTable('CLOCKS').find(({ name }) => name === 'DISCIPLINE_HANDLING_LATEST');
  return clocks.map((term) => (law !== undefined && term.name === law.name && term.count > law.count ? law : term));
}

/** The days limitation is counted from, as a row keeps them. */
export function limitOf(
  row: Pick<
    ViolationRow,
    'actFrom' | 'actTo' | 'discoveredOn' | 'concludedOn' | 'limitationStart' | 'limitationException'
  >,
  form: DisciplineForm,
  clocks: Clocks,
): ViolationLimit {
  const { until, source } = limitationEnd(
    {
      form,
      // Written by the database from date columns.
      actTo: (row.actTo ?? row.actFrom) as LocalDate,
      discoveredOn: row.discoveredOn as LocalDate,
      concludedOn: row.concludedOn as LocalDate | null,
      start: row.limitationStart,
      exception: row.limitationException,
    },
    clocks,
  );
  return { form, until, source };
}

/**
 * The last day to which handling can be extended. Deferrals are seen by personnel only, so their days are taken from the day
 * that counts, which has them in it.
 */
export function latestDay(
  row: Pick<ViolationRow, 'discoveredOn' | 'extendedTo' | 'dueOn'>,
  clocks: Clocks,
): LocalDate | null {
  if (row.dueOn === null) return null;
  // Date columns.
  const discoveredOn = row.discoveredOn as LocalDate;
  const clock = handlingClock(
    { discoveredOn, extendedTo: row.extendedTo as LocalDate | null, deferrals: [] },
    discoveredOn,
    clocks,
  );
  return addDays(clock.latest, daysBetween(clock.dueOn, row.dueOn as LocalDate));
}

export function isOverdueOn(row: Pick<ViolationRow, 'state' | 'dueOn'>, day: LocalDate): boolean {
  return row.state === 'OPEN' && row.dueOn !== null && row.dueOn < day;
}
