import { findMissingEvidence } from '@congvu/schema/aggregation';
import { domainError, type FieldError } from '@congvu/schema/errors';
import {
  advanceSheet,
  type ConfirmPeriodSheetRow,
  type CriterionPoints,
  checkCriteria,
} from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import { type Authority, capacityOn, mayDecideOn, type Subject } from '../authority/authority.policy.ts';
import { loadSubject, refuseDecision } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidInput, PeriodClosedError, staleRevision, wrongState } from '../error/refusals.ts';
import { requestError } from '../error/request-error.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import type { ConfirmedColumns } from './confirm-sheets.store.ts';
import { type SheetRow, sheetById } from './sheet.store.ts';
import type { LockedSheet } from './sheet-change.store.ts';
import { decimalSum } from './sheet-points.ts';

/** A sheet one may decide on, as it was seen before the transaction. */
export interface SheetToConfirm {
  readonly index: number;
  readonly input: ConfirmPeriodSheetRow;
  readonly seen: SheetRow;
  readonly subject: Subject;
}

/** Errors: NOT_FOUND, OWN_SHEET, NOT_ENTITLED_ON_DAY, FORBIDDEN. */
export async function authoriseConfirmation(
  context: Context,
  authority: Authority,
  { index, input }: { readonly index: number; readonly input: ConfirmPeriodSheetRow },
): Promise<SheetToConfirm> {
  const seen = assertVisible(await loadOne(context, sheetById, rowId(context, 'PeriodSheet', input.sheet)), context);
  const subject = await loadSubject(context, seen);
  if (seen.employeeId === authority.employeeId) throw requestError(domainError('OWN_SHEET'), context.locale);
  if (!mayDecideOn(authority, subject)) throw await refuseDecision(context, 'SCORE_CONFIRM', subject.unitPath);
  return { index, input, seen, subject };
}

/** A sheet that is confirmed, or corrected with a reason, as it will stand. */
export interface Confirmation extends SheetToConfirm {
  readonly sheet: LockedSheet;
  readonly isCorrection: boolean;
  readonly columns: ConfirmedColumns;
}

/** What the locked sheets are judged by. */
export interface ConfirmationFacts {
  readonly rules: RuleSetRegistry;
  readonly authority: Authority;
  /** "unit period" of closed months. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Judges one sheet as it stands, locked. A confirmed one is corrected, and only with a reason.
 * Errors: STALE_REVISION, WRONG_STATE, PERIOD_CLOSED, INVALID_INPUT.
 */
export function judgeConfirmation(
  context: Context,
  { rules, authority, closed }: ConfirmationFacts,
  sheet: LockedSheet,
  asked: SheetToConfirm,
): Confirmation {
  const { input, subject } = asked;
  assertRevision(sheet, input.revision);
  const isCorrection = sheet.state === 'CONFIRMED' || sheet.state === 'NOTIFIED' || sheet.state === 'CORRECTED';
  if (isCorrection && input.reason === null) throw wrongState(sheet.state);
  // A closed month takes no more scores, but what was wrong is corrected also then (art. 21(3)).
  if (!isCorrection && closed.has(`${sheet.unitId} ${sheet.period}`)) {
    // Stored by us from a Period.
    throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: sheet.period as Period }));
  }
  const state = advance(sheet, isCorrection ? 'CORRECT' : 'CONFIRM');
  assertCriteria(rules, sheet, input.criteria, leaderErrors(sheet, input));
  const columns: ConfirmedColumns = {
    id: sheet.id,
    state,
    general: decimalSum(input.criteria),
    organising: input.organising,
    cohesion: input.cohesion,
    organisingEvidence: input.organising === 50 ? input.organisingEvidence : null,
    cohesionEvidence: input.cohesion === 50 ? input.cohesionEvidence : null,
    confirmedAs: capacityOn(authority, subject),
    opinion: input.opinion,
    confirmedById: getActor(context).userId,
    confirmedByName: getActor(context).displayName,
    revision: sheet.revision + 1,
  };
  return { ...asked, sheet, isCorrection, columns };
}

export function assertRevision(sheet: LockedSheet, revision: number): void {
  if (sheet.revision !== revision) throw staleRevision(revision, sheet.revision);
}

export function advance(sheet: LockedSheet, action: 'SELF_SCORE' | 'CONFIRM' | 'CORRECT') {
  const state = advanceSheet(sheet.state, action);
  if (!state.ok) throw wrongState(sheet.state);
  return state.value;
}

export function assertCriteria(
  rules: RuleSetRegistry,
  sheet: LockedSheet,
  given: readonly CriterionPoints[],
  others: readonly FieldError[] = [],
): void {
  const ruleSet = rules.get(sheet.ruleSet, sheet.ruleSetVersion);
  // A regime of levels has no criteria to give points for.
  const criteria = ruleSet.kind === 'PERSON' ? ruleSet.criteria : [];
  const errors = [...checkCriteria(criteria, given, true), ...others];
  if (errors.length > 0) throw invalidInput(...errors);
}

/**
 * Leaders have both figures, others neither; 50 needs a finding, said in the evidence. Source: Nghị định 335/2025/NĐ-CP
 * art. 15(3).
 */
function leaderErrors(sheet: LockedSheet, input: ConfirmPeriodSheetRow): readonly FieldError[] {
  const isLeader = sheet.role === 'LEADER';
  const { organising, cohesion } = input;
  const figures = [
    ['/organising', organising],
    ['/cohesion', cohesion],
  ] as const;
  const errors: FieldError[] = figures
    .filter(([, figure]) => (figure === null) === isLeader)
    .map(([path]) => ({
      path,
      error: isLeader ? domainError('REQUIRED') : domainError('INCONSISTENT', { reason: 'LEADER_FIGURE_FOR_STAFF' }),
    }));
  if (organising === null || cohesion === null) return errors;
  const missing = findMissingEvidence({ ...input, organising, cohesion }).map((component) => ({
    path: `/${component}Evidence`,
    error: domainError('EVIDENCE_REQUIRED', { component }),
  }));
  return [...errors, ...missing];
}
