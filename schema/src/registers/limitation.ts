import { CLOCK_TABLE, type ClockTable, getTerm } from '../calendar/clock-table.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import { addMonths, type LocalDate } from '../primitives/local-date.ts';
import type { Source } from '../primitives/source.ts';
import { isParty } from './discipline-forms.ts';
import { source } from './register-source.ts';
import type { LimitationException, LimitationStart } from './register-words.ts';

/** The last day on which an act may be disciplined; null: any day. */
export interface Limitation {
  readonly until: LocalDate | null;
  readonly source: Source;
}

const exceptions = source('80/2025/QH15', 'art. 37', 'SECONDARY', '2025-07-01');
/** The Party's own limits were not read: nothing is refused by them here. */
const unread = source('Quy định của Đảng', null, 'ASSUMPTION');

/**
 * Until when an act may be disciplined with a form: 5 years for a reprimand, 10 for the others, none for the exceptions.
 *
 * Counted from the end of the act (`actTo`, for an act of one day that day); where that is unknown (null) or `start` says so from
 * its discovery; or from the authority's conclusion. The last day is the corresponding day of the year.
 *
 * Source: Luật 80/2025/QH15 art. 37, Luật 129/2025/QH15 art. 36; the start by NĐ 172/2025 (all SECONDARY).
 */
export function limitationEnd(
  act: {
    readonly form: DisciplineForm;
    readonly actTo: LocalDate | null;
    readonly discoveredOn: LocalDate;
    readonly concludedOn: LocalDate | null;
    readonly start: LimitationStart;
    readonly exception: LimitationException | null;
  },
  table: ClockTable = CLOCK_TABLE,
): Limitation {
  if (act.exception !== null) return { until: null, source: exceptions };
  if (isParty(act.form)) return { until: null, source: unread };
  const term = getTerm(table, act.form === 'REPRIMAND' ? 'LIMITATION_REPRIMAND' : 'LIMITATION_OTHER');
  return { until: addMonths(startOf(act), term.count), source: term.source };
}

/** The last day itself is still within. */
export function isWithinLimitation(limit: Limitation, on: LocalDate): boolean {
  return limit.until === null || on <= limit.until;
}

function startOf(act: {
  readonly actTo: LocalDate | null;
  readonly discoveredOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly start: LimitationStart;
}): LocalDate {
  switch (act.start) {
    case 'END_OF_ACT':
      return act.actTo ?? act.discoveredOn;
    case 'DISCOVERY':
      return act.discoveredOn;
    case 'CONCLUSION':
      return act.concludedOn ?? act.discoveredOn;
  }
}
