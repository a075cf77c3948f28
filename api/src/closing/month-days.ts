import { countWorkedDays, type DateSpan } from '@congvu/schema/aggregation';
import { listWorkingDays, makeCalendar } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { MonthFacts } from './month-people.store.ts';

const NEVER_AWAY: readonly DateSpan[] = [];

/** Who worked how many of a month's working days, and where. */
export class MonthDays {
  readonly #facts: MonthFacts;
  readonly #days: readonly LocalDate[];

  constructor(facts: MonthFacts, month: { readonly from: LocalDate; readonly to: LocalDate }) {
    this.#facts = facts;
    this.#days = listWorkingDays(makeCalendar(facts.exceptions), month.from, month.to);
  }

  /** Working days of the month. */
  get count(): number {
    return this.#days.length;
  }

  /** Days a person worked in a unit; nearly everybody works all of them in one. */
  worked(employeeId: string, unitId: string): number {
    const spans = this.#facts.service.get(employeeId);
    const absences = this.#facts.absences.get(employeeId);
    if (spans === undefined && absences === undefined) return this.#days.length;
    const service = spans === undefined ? [this.#whole()] : spans.filter((span) => span.unitId === unitId);
    return countWorkedDays(this.#days, service, absences ?? NEVER_AWAY);
  }

  /** Whether a person in service was away on every working day. */
  isAwayThroughout(employeeId: string): boolean {
    const absences = this.#facts.absences.get(employeeId);
    if (absences === undefined) return false;
    const service = this.#facts.service.get(employeeId) ?? [this.#whole()];
    return countWorkedDays(this.#days, service, absences) === 0;
  }

  /** Whether a person's service began, ended or changed unit within the month. */
  changedWithin(employeeId: string): boolean {
    return this.#facts.service.has(employeeId);
  }

  /** Since when a person has been in a unit, for putting the parts of his month in order. */
  startIn(employeeId: string, unitId: string): string {
    return this.#facts.service.get(employeeId)?.find((span) => span.unitId === unitId)?.from ?? '';
  }

  #whole(): DateSpan {
    // Only the days of the month are asked for.
    return { from: '0001-01-01' as LocalDate, to: null };
  }
}
