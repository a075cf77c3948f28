import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { DISCIPLINE_EFFECT_TABLE, DISCIPLINE_FORM_TABLE } from '@congvu/schema/registers';
import type { Context } from '../context.ts';

const TABLES = { DISCIPLINE_FORMS: DISCIPLINE_FORM_TABLE, DISCIPLINE_EFFECTS: DISCIPLINE_EFFECT_TABLE } as const;

/** The table in force for a unit on a day. */
export async function loadRegisterTable<Kind extends keyof typeof TABLES>(
  _context: Context,
  kind: Kind,
  _unitPath: string | null,
  _on: LocalDate,
): Promise<{ readonly id: string | null; readonly version: number; readonly table: (typeof TABLES)[Kind] }> {
  return { id: null, version: 0, table: TABLES[kind] };
}
