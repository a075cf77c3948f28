import type { DisciplineForm } from '@congvu/schema/evaluation';
import { addDays, daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { handlingClock, limitationEnd } from '@congvu/schema/registers';
import type { Source } from '@congvu/schema/scoring';
import type { ViolationRow } from './violation.store.ts';

/** Until when an act may be disciplined with a form; null: without limit. */
export interface ViolationLimit {
  readonly form: DisciplineForm;
  readonly until: LocalDate | null;
  readonly source: Source;
}

/** The days limitation is counted from, as a row keeps them. */
export function limitOf(
  row: Pick<
    ViolationRow,
    'actFrom' | 'actTo' | 'discoveredOn' | 'concludedOn' | 'limitationStart' | 'limitationException'
  >,
  form: DisciplineForm,
): ViolationLimit {
  const { until, source } = limitationEnd({
    form,
    // Written by the database from date columns.
    actTo: (row.actTo ?? row.actFrom) as LocalDate,
    discoveredOn: row.discoveredOn as LocalDate,
    concludedOn: row.concludedOn as LocalDate | null,
    start: row.limitationStart,
    exception: row.limitationException,
  });
  return { form, until, source };
}

/**
 * The last day to which handling can be extended. Deferrals are seen by personnel only, so their days are taken from the day
 * that counts, which has them in it.
 */
export function latestDay(row: Pick<ViolationRow, 'discoveredOn' | 'extendedTo' | 'dueOn'>): LocalDate | null {
  if (row.dueOn === null) return null;
  // Date columns.
  const discoveredOn = row.discoveredOn as LocalDate;
  const clock = handlingClock(
    { discoveredOn, extendedTo: row.extendedTo as LocalDate | null, deferrals: [] },
    discoveredOn,
  );
  return addDays(clock.latest, daysBetween(clock.dueOn, row.dueOn as LocalDate));
}

export function isOverdueOn(row: Pick<ViolationRow, 'state' | 'dueOn'>, day: LocalDate): boolean {
  return row.state === 'OPEN' && row.dueOn !== null && row.dueOn < day;
}
