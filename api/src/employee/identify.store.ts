import type { Level, Post, SheetState } from '@congvu/schema/evaluation';
import { stripTitles, toSearchKey } from '@congvu/schema/person-name';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** What a page shows beside a name. Null where the asking person may not know. */
export interface MarkRow {
  /** Place of its key, from 1. */
  readonly position: number;
  readonly employeeId: string;
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly post: Post;
  readonly unitCode: string;
  readonly unitName: string;
  readonly period: string | null;
  readonly level: Level | null;
  readonly sheetState: SheetState | null;
  readonly display: string | null;
  readonly provisional: boolean;
  readonly openTasks: number;
  readonly lateTasks: number;
  readonly commendations: number | null;
  readonly activeDiscipline: boolean | null;
  readonly activeDisciplineUntil: string | null;
  /** His data are held back from pages, at his request: what is null here may then exist. */
  readonly restricted: boolean;
}

export interface IdentificationRow {
  readonly key: string;
  readonly matches: readonly MarkRow[];
}

/** Marks for up to 500 keys, by one statement; answers in the order of the keys. */
export async function identify(
  context: Context,
  keys: readonly string[],
  day: string,
): Promise<readonly IdentificationRow[]> {
  // A key with NUL, which no column can hold, means nobody; the rest of the page is answered.
  const tidy = keys.map((key) => (key.includes('\0') ? '' : key.normalize('NFC').trim()));
  const rows = await query<MarkRow>(
    context,
    sql`select key_position as position, employee_id as "employeeId", code, name, title, post, unit_code as "unitCode",
        unit_name as "unitName", period, level, sheet_state as "sheetState", display, provisional,
        open_tasks as "openTasks", late_tasks as "lateTasks", commendations, active_discipline as "activeDiscipline",
        active_discipline_until::text as "activeDisciplineUntil", restricted
      from congvu.identify(${tidy}::text[], ${tidy.map(toNameKey)}::text[], ${day}::date)`,
  );
  const byPosition = Map.groupBy(rows, (row) => row.position);
  return keys.map((key, index) => ({ key, matches: byPosition.get(index + 1) ?? [] }));
}

/** A code, user name or address has no tones and no title to take off; a page's worth of names costs enough as it is. */
function toNameKey(key: string): string {
  return /^[\w.@-]*$/.test(key) ? key.toLowerCase() : toSearchKey(stripTitles(key));
}
