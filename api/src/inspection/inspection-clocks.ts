import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { InspectionRow } from './inspection.store.ts';

/** A time limit of a formal inspection, as it was fixed when it began to run. */
export interface InspectionClock {
  readonly kind: 'CONCLUSION' | 'IMPLEMENTING';
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly overdue: boolean;
}

/**
 * The clocks that run or ran for an inspection; none for checks of public duty, for which no law sets one.
 * Source: Luật Thanh tra 84/2025/QH15 art. 53(1); domain.md 10.
 */
export function clocksOf(inspection: InspectionRow, today: LocalDate): readonly InspectionClock[] {
  const clocks: InspectionClock[] = [];
  const add = (kind: InspectionClock['kind'], dueOn: string | null, doneOn: string | null) => {
    if (dueOn === null) return;
    const overdue = inspection.state !== 'CANCELLED' && (doneOn ?? today) > dueOn;
    clocks.push({ kind, dueOn, doneOn, overdue });
  };
  add('CONCLUSION', inspection.conclusionDueOn, inspection.concludedOn);
  add('IMPLEMENTING', inspection.implementingDueOn, inspection.implementedOn);
  return clocks;
}
