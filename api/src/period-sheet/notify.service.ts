import { domainError, type FieldError } from '@congvu/schema/errors';
import { canAdvanceSheet, type NotifySheets } from '@congvu/schema/evaluation';
import { type Authority, covers, mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { listSheetsToNotify, markNotified, type SheetToNotify } from './notify.store.ts';
import { lockConfirmations } from './sheet-change.store.ts';
import { lockSheets } from './sheet-figures.store.ts';

export interface NotifiedSheets {
  readonly sheetIds: readonly string[];
}

/**
 * Tells people their confirmed results, also after the month was closed: CONFIRMED and CORRECTED become NOTIFIED. All that
 * one may confirm, or the listed ones. Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT with "/sheets/…" for a listed sheet
 * that is not there, not one's to notify, or in another state. Source: Nghị định 335/2025/NĐ-CP art. 17(3).
 */
export async function notifySheets(context: Context, input: NotifySheets): Promise<NotifiedSheets> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const authority = await loadAuthority(context, 'SCORE_CONFIRM');
  if (!covers(authority.unitPaths, unit.pathText)) throw forbidden(context.locale, 'SCORE_CONFIRM');
  const sheets = await listSheetsToNotify(context, unit.code, input.period);
  const chosen = input.sheets === null ? null : choose(context, authority, sheets, input.sheets);
  const due = (chosen ?? sheets).filter((sheet) => canNotify(authority, sheet));
  const actor = getActor(context);
  const sheetIds = await changeAll<string[]>(context, 'notifySheets', input, async (tx) => {
    await lockConfirmations(tx, input.period);
    await lockSheets(
      tx,
      due.map((sheet) => ({ ...sheet, period: input.period })),
    );
    const notified = await markNotified(
      tx,
      due.map(({ id }) => id),
      { actor, at: context.now },
    );
    const changes = notified.map(({ id, employeeId, revision }) => ({
      entity: 'PeriodSheet' as const,
      id,
      employeeId,
      payload: { period: input.period, revision, state: 'NOTIFIED' },
    }));
    return { outcome: notified.map(({ id }) => id), changes };
  });
  return { sheetIds };
}

function canNotify(authority: Authority, sheet: SheetToNotify): boolean {
  return canAdvanceSheet(sheet.state, 'NOTIFY') && mayDecideOn(authority, sheet);
}

function choose(
  context: Context,
  authority: Authority,
  sheets: readonly SheetToNotify[],
  ids: readonly string[],
): readonly SheetToNotify[] {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const errors: FieldError[] = [];
  const chosen: SheetToNotify[] = [];
  for (const [index, id] of ids.entries()) {
    const sheet = byId.get(rowId(context, 'PeriodSheet', id));
    const path = `/sheets/${index}`;
    if (sheet === undefined) errors.push({ path, error: domainError('NOT_FOUND') });
    else if (!mayDecideOn(authority, sheet))
      errors.push({ path, error: domainError('FORBIDDEN', { permission: 'SCORE_CONFIRM' }) });
    else if (!canAdvanceSheet(sheet.state, 'NOTIFY'))
      errors.push({ path, error: domainError('WRONG_STATE', { state: sheet.state }) });
    else chosen.push(sheet);
  }
  if (errors.length > 0) throw invalidInput(...errors);
  return chosen;
}
