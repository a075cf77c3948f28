import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { COMMENDATION_TITLE_TABLE, DISCIPLINE_EFFECT_TABLE, DISCIPLINE_FORM_TABLE } from '@congvu/schema/registers';
import type { Context } from '../context.ts';

const TABLES = {
  DISCIPLINE_FORMS: DISCIPLINE_FORM_TABLE,
  DISCIPLINE_EFFECTS: DISCIPLINE_EFFECT_TABLE,
  COMMENDATION_TITLES: COMMENDATION_TITLE_TABLE,
} as const;

/** The table in force for a unit on a day. */
export async function loadRegisterTable<Kind extends keyof typeof TABLES>(
  _context: Context,
  kind: Kind,
  _unitPath: string | null,
  _on: LocalDate,
): Promise<{ readonly id: string | null; readonly version: number; readonly table: (typeof TABLES)[Kind] }> {
  return { id: null, version: 0, table: TABLES[kind] };
}

export async function getRegisterTable<Kind extends keyof typeof TABLES>(
  _context: Context,
  kind: Kind,
  _id: string | null,
): Promise<(typeof TABLES)[Kind]> {
  return TABLES[kind];
}

export async function findTableVersion(
  _context: Context,
  _kind: keyof typeof TABLES,
  _unitPath: string,
  _version: number,
): Promise<string | null> {
  return null;
}
