import { CLOCK_TABLE, type ClockTable, getTerm } from '../calendar/clock-table.ts';
import { addDays, daysBetween, type LocalDate } from '../primitives/local-date.ts';
import type { Source } from '../primitives/source.ts';

/** Days on which an act is not handled, both inclusive; `to` null while it lasts. */
export interface Deferral {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** DEFERRED on a day of a deferral, whatever the clock says. */
type HandlingState = 'RUNNING' | 'DEFERRED' | 'OVERDUE';

interface HandlingClock {
  /** Last day of handling as of the day asked about. */
  readonly dueOn: LocalDate;
  /** The last day an extension can reach. */
  readonly latest: LocalDate;
  readonly state: HandlingState;
  readonly source: Source;
}

/**
 * By when an act is to be decided: 90 days from its discovery, extended in complex cases to 150 in all. Each day of a deferral after
 * the discovery moves both by a day (ASSUMPTION: the texts read do not say). `extendedTo` is the day the extension names, before any
 * deferral moves it.
 *
 * Source: Luật 80/2025/QH15 art. 37 (SECONDARY).
 */
export function handlingClock(
  act: {
    readonly discoveredOn: LocalDate;
    readonly extendedTo: LocalDate | null;
    readonly deferrals: readonly Deferral[];
  },
  on: LocalDate,
  table: ClockTable = CLOCK_TABLE,
): HandlingClock {
  const term = getTerm(table, 'DISCIPLINE_HANDLING');
  const moved = deferredDays(act.discoveredOn, act.deferrals, on);
  const dueOn = addDays(act.extendedTo ?? addDays(act.discoveredOn, term.count), moved);
  const latest = addDays(act.discoveredOn, getTerm(table, 'DISCIPLINE_HANDLING_LATEST').count + moved);
  const isDeferred = act.deferrals.some(({ from, to }) => from <= on && (to === null || on <= to));
  return { dueOn, latest, state: isDeferred ? 'DEFERRED' : on > dueOn ? 'OVERDUE' : 'RUNNING', source: term.source };
}

/** Days after the discovery and up to `on` that lie in a deferral, each once; a deferral that has its end counts to that. */
function deferredDays(discoveredOn: LocalDate, deferrals: readonly Deferral[], on: LocalDate): number {
  let [days, counted] = [0, discoveredOn];
  for (const { from, to } of deferrals.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const first = from > counted ? from : addDays(counted, 1);
    const last = to ?? on;
    if (last < first) continue;
    days += daysBetween(first, last) + 1;
    counted = last;
  }
  return days;
}
