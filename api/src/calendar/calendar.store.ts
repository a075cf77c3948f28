import { type CalendarDayKind, makeCalendar, type WorkCalendar } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { defineBatch, loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

const calendarOfOffice = defineBatch('calendarOfOffice', async (context: Context, keys: readonly 'office'[]) => {
  const days = await query<{ readonly date: LocalDate; readonly kind: CalendarDayKind }>(
    context,
    sql`select d.date, d.kind from congvu.calendar_day d`,
  );
  return new Map(keys.map((key) => [key, makeCalendar(days)]));
});

/** The office's working days: Monday to Friday but for the days its calendar lists. Read once a request. */
export async function loadCalendar(context: Context): Promise<WorkCalendar> {
  return (await loadOne(context, calendarOfOffice, 'office')) ?? makeCalendar([]);
}
