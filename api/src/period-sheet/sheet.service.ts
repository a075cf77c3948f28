import type { Transaction } from '@congvu/prisma/database';
import { findMissingEvidence } from '@congvu/schema/aggregation';
import { domainError, type FieldError } from '@congvu/schema/errors';
import {
  advanceSheet,
  type ConfirmPeriodSheet,
  type CriterionPoints,
  checkCriteria,
  type SelfScore,
} from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import { sum } from '@congvu/schema/primitives/rational';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import { capacityOn, mayDecideOn } from '../authority/authority.policy.ts';
import { assertNotFormer, loadAuthority, loadSubject, refuseDecision } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput, staleRevision, wrongState } from '../error/refusals.ts';
import { notFound, requestError } from '../error/request-error.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { correctResult } from '../period-result/correct-result.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { rescoreSheet, rescoreSheets } from './sheet.recompute.ts';
import { sheetById } from './sheet.store.ts';
import {
  assertPlanOpen,
  findLeadersToFollow,
  findUnitsOfSheets,
  keepCriteria,
  keepRevision,
  type LockedSheet,
  lockConfirmations,
  lockSheet,
} from './sheet-change.store.ts';
import { lockSheets } from './sheet-figures.store.ts';

/** The person scores the general criteria of his own sheet, again until it is confirmed. */
export async function selfScore(context: Context, input: SelfScore): Promise<string> {
  const { employeeId } = getActor(context);
  const rules = await loadRuleSets(context);
  return change(context, 'selfScore', input, async (tx) => {
    if (employeeId === null) throw notFound(context.locale);
    const sheet = await lockSheet(tx, await ownKey(tx, context, employeeId, input));
    if (sheet === null) throw notFound(context.locale);
    await assertMayChange(tx, sheet, input.revision);
    const state = advance(sheet, 'SELF_SCORE');
    assertCriteria(rules, sheet, input.criteria);
    await keepCriteria(tx, sheet.id, input.criteria, 'selfPoints');
    await tx.periodSheet.update({
      where: { id: sheet.id },
      data: {
        state,
        selfGeneral: decimalSum(input.criteria),
        strengths: input.strengths,
        limitations: input.limitations,
        selfScoredAt: context.now,
        revision: sheet.revision + 1,
      },
    });
    return finish(tx, context, sheet, null);
  });
}

/** Which of one's sheets of a period is meant. Errors: NOT_FOUND; REQUIRED at "/unit" where there are several. */
async function ownKey(tx: Transaction, context: Context, employeeId: string, { period, unit }: SelfScore) {
  const units = (await findUnitsOfSheets(tx, employeeId, period)).filter(({ code }) => unit === null || code === unit);
  const [only, another] = units;
  if (only === undefined) throw notFound(context.locale);
  if (another !== undefined) throw invalidField('/unit', domainError('REQUIRED'));
  return { employeeId, unitId: only.id, period };
}

/** The authority confirms or changes the points; a confirmed sheet is corrected, with a reason, and the older version stays. */
export async function confirmPeriodSheet(context: Context, input: ConfirmPeriodSheet): Promise<string> {
  await assertNotFormer(context, 'SCORE_CONFIRM');
  const seen = assertVisible(await loadOne(context, sheetById, rowId(context, 'PeriodSheet', input.sheet)), context);
  const authority = await loadAuthority(context, 'SCORE_CONFIRM');
  const subject = await loadSubject(context, seen);
  if (seen.employeeId === authority.employeeId) throw requestError(domainError('OWN_SHEET'), context.locale);
  if (!mayDecideOn(authority, subject)) throw await refuseDecision(context, 'SCORE_CONFIRM', subject.unitPath);
  const rules = await loadRuleSets(context);
  return change(context, 'confirmPeriodSheet', input, async (tx) => {
    await lockConfirmations(tx, seen.period);
    const { employeeId, unitId, period } = seen;
    const sheet = await lockSheet(tx, { employeeId, unitId, period });
    if (sheet === null) throw notFound(context.locale);
    assertRevision(sheet, input.revision);
    const isCorrection = sheet.state === 'CONFIRMED' || sheet.state === 'NOTIFIED' || sheet.state === 'CORRECTED';
    if (isCorrection && input.reason === null) throw wrongState(sheet.state);
    // A closed month takes no more scores, but what was wrong is corrected also then (art. 21(3)).
    if (!isCorrection) await assertPlanOpen(tx, sheet.unitId, sheet.period);
    const state = advance(sheet, isCorrection ? 'CORRECT' : 'CONFIRM');
    assertCriteria(rules, sheet, input.criteria, leaderErrors(sheet, input));
    await keepCriteria(tx, sheet.id, input.criteria, 'confirmedPoints');
    const actor = getActor(context);
    await tx.periodSheet.update({
      where: { id: sheet.id },
      data: {
        state,
        general: decimalSum(input.criteria),
        organising: input.organising,
        cohesion: input.cohesion,
        organisingEvidence: input.organising === 50 ? input.organisingEvidence : null,
        cohesionEvidence: input.cohesion === 50 ? input.cohesionEvidence : null,
        confirmedAs: capacityOn(authority, subject),
        opinion: input.opinion,
        provisional: false,
        confirmedById: actor.userId,
        confirmedByName: actor.displayName,
        confirmedAt: context.now,
        revision: sheet.revision + 1,
      },
    });
    const done = await finish(tx, context, sheet, input.reason);
    // A subordinate below 50 halves the leader's figure for his unit (art. 15(3)(d)); what he sees meanwhile follows.
    const leaders = await findLeadersToFollow(tx, sheet);
    await lockSheets(tx, leaders);
    await rescoreSheets(tx, context, leaders);
    // The frozen figure of a closed month takes a correction up as its next revision; an open month has none.
    // Stored by us from a Period.
    if (isCorrection) await correctResult(tx, context, employeeId, period as Period);
    return done;
  });
}

function assertRevision(sheet: LockedSheet, revision: number): void {
  if (sheet.revision !== revision) throw staleRevision(revision, sheet.revision);
}

async function assertMayChange(tx: Transaction, sheet: LockedSheet, revision: number): Promise<void> {
  assertRevision(sheet, revision);
  await assertPlanOpen(tx, sheet.unitId, sheet.period);
}

function advance(sheet: LockedSheet, action: 'SELF_SCORE' | 'CONFIRM' | 'CORRECT') {
  const state = advanceSheet(sheet.state, action);
  if (!state.ok) throw wrongState(sheet.state);
  return state.value;
}

function assertCriteria(
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
function leaderErrors(sheet: LockedSheet, input: ConfirmPeriodSheet): readonly FieldError[] {
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

/** The sum as a decimal column takes it: criteria have six decimals at most, so it is exact. */
function decimalSum(criteria: readonly CriterionPoints[]): string {
  return toDecimal(sum(criteria.map(({ points }) => points)));
}

/** Works the score out, keeps what the sheet now says as a revision, and answers the change for the chain. */
async function finish(tx: Transaction, context: Context, before: LockedSheet, reason: string | null): Promise<Change> {
  await rescoreSheet(tx, context, before);
  const after = await keepRevision(tx, before.id, { actor: getActor(context), at: context.now, reason });
  return {
    entity: 'PeriodSheet',
    id: before.id,
    employeeId: before.employeeId,
    payload: {
      period: before.period,
      revision: after.revision,
      state: after.state,
      selfGeneral: after.selfGeneral?.toString() ?? null,
      general: after.general?.toString() ?? null,
      total:
        after.totalNumerator === null ? null : `${after.totalNumerator.toFixed()}/${after.totalDenominator?.toFixed()}`,
      level: after.level,
      reason,
    },
  };
}
