import { canAdvanceSheet, isProvisional } from '@congvu/schema/evaluation';
import { type Authority, mayDecideOn, type Subject } from '../authority/authority.policy.ts';
import type { SheetRow } from './sheet.store.ts';

type SheetFacts = Pick<SheetRow, 'employeeId' | 'state'>;

/** One's own sheet, until it is confirmed. */
export function canSelfScore(employeeId: string | null, sheet: SheetFacts): boolean {
  return employeeId === sheet.employeeId && canAdvanceSheet(sheet.state, 'SELF_SCORE');
}

/** Another's sheet that is not confirmed yet. A confirmed one is corrected, with a reason. */
export function canConfirm(authority: Authority, subject: Subject, sheet: SheetFacts): boolean {
  return canAdvanceSheet(sheet.state, 'CONFIRM') && mayDecideOn(authority, subject);
}

/** Another's sheet that is confirmed: corrected with a reason, also after its month is closed. */
export function canCorrect(authority: Authority, subject: Subject, sheet: SheetFacts): boolean {
  return canAdvanceSheet(sheet.state, 'CORRECT') && mayDecideOn(authority, subject);
}

/** Whether the sheet and the tasks of its period may still change. */
export function isOpen(sheet: Pick<SheetRow, 'state'>): boolean {
  return isProvisional(sheet.state);
}
