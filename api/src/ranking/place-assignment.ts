import { firstDay, lastDay, type Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { type AssignmentRow, assignmentsByEmployee } from '../employee/employee.store.ts';
import { loadOne } from '../sql/batch.ts';
import type { PlaceRow } from './ranking.store.ts';

/**
 * The assignment in which a place's figures were made: that of today where it is of the same unit and began in time, else the latest of
 * the period, in that unit first. Throws where there is none: a ranking finds its people by their assignments.
 */
export async function getAssignmentOf(place: PlaceRow, context: Context): Promise<AssignmentRow> {
  const today = place.assignment;
  if (today !== null && today.unit.id === place.unitId && wasIn(today, place.period)) return today;
  const rows = (await loadOne(context, assignmentsByEmployee, place.id)) ?? [];
  const inPeriod = rows.map(({ assignment }) => assignment).filter((each) => wasIn(each, place.period));
  const found = inPeriod.find(({ unit }) => unit.id === place.unitId) ?? inPeriod[0] ?? today;
  if (found === null) throw new Error('A ranking found somebody without an assignment.');
  return found;
}

function wasIn({ validFrom, validTo }: AssignmentRow, period: Period): boolean {
  return validFrom <= lastDay(period) && (validTo === null || validTo >= firstDay(period));
}
