import type { Post } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type AppointmentRow, conditionsOf } from '@congvu/schema/shortlist';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import type { UnitRow } from '../unit/unit.store.ts';

/** What a post of a unit asks for on a day, by the table in force there. */
export interface PostConditions {
  readonly unit: UnitRow;
  readonly post: Post;
  readonly on: LocalDate;
  /** The office’s published table; null: the built-in one. */
  readonly tableId: string | null;
  /** Counts from 1; 0 is the built-in one. */
  readonly tableVersion: number;
  readonly row: AppointmentRow;
}

/** Errors: NOT_FOUND for the unit; BAD_REQUEST (POST_WITHOUT_CONDITIONS) for a post nobody is appointed to, or whose row is empty. */
export async function loadPostConditions(
  context: Context,
  unitCode: string,
  post: Post,
  on: LocalDate,
): Promise<PostConditions> {
  const unit = assertVisible(await filterUnit(unitCode, context), context);
  const { id, version, table } = await loadRegisterTable(context, 'APPOINTMENT_CONDITIONS', unit.pathText, on);
  const row = conditionsOf(table, post, unit);
  if (!row.ok) throw requestError(row.error, context.locale);
  return { unit, post, on, tableId: id, tableVersion: version, row: row.value };
}
