import type { Transaction } from '@congvu/prisma/database';
import { quotaLimit, readQuota } from '@congvu/schema/classification';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { compareLevels, type Level } from '@congvu/schema/evaluation';
import { advanceUnitResult, type DecideUnitResult } from '@congvu/schema/procedure';
import type { OrganisationRuleSet } from '@congvu/schema/scoring';
import { loadAuthority } from '../authority/authority.store.ts';
import { classifierOf } from '../classification/classification.policy.ts';
import { assertNotFuture } from '../classification/procedure.service.ts';
import type { Context } from '../context.ts';
import { staleRevision, toRefusal, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { rulesOfUnit } from './submit.service.ts';
import { mayDecideUnitResult } from './unit-result.policy.ts';
import { unitResultById } from './unit-result.store.ts';
import { countOthers, lockUnitResults, subordinateLevels } from './unit-result-change.store.ts';

/**
 * The recogniser decides a unit's level: after its subordinates, with complaints verified before (art. 9). Against the rules
 * only on a document that allows it, otherwise than proposed only with a reason. Answers the result's id.
 */
export async function decideUnitResult(context: Context, input: DecideUnitResult): Promise<string> {
  const seen = assertVisible(
    await loadOne(context, unitResultById, rowId(context, 'UnitResult', input.unitResult)),
    context,
  );
  const [unit, authority, own] = await Promise.all([
    getUnit(context, seen.unitId),
    getUnit(context, seen.authorityId),
    loadAuthority(context, 'CLASSIFICATION_DECIDE'),
  ]);
  const place = { isHead: own.post === 'HEAD', unitPath: own.unitPath };
  if (!mayDecideUnitResult(classifierOf(context.actor), authority.pathText, place, unit.pathText)) {
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  }
  assertNotFuture(context, input.decidedOn, '/decidedOn');
  const rules = await rulesOfUnit(context, seen.unitId, seen.year);
  const actor = getActor(context);
  return change(context, 'decideUnitResult', input, async (tx) => {
    await lockUnitResults(tx, seen.authorityId, seen.year);
    const result = await tx.unitResult.findUnique({ where: { id: seen.id } });
    if (result === null) throw notFound(context.locale);
    if (result.rowRevision !== input.revision) throw staleRevision(input.revision, result.rowRevision);
    const state = advanceUnitResult(result.state, 'DECIDE');
    if (!state.ok) throw wrongState(result.state);
    const error = await refuse(tx, rules, result, input);
    if (error !== null) throw toRefusal(error) ?? new Error(`${error.code} has no member of a union.`);
    await tx.unitResult.update({
      where: { id: result.id },
      data: {
        state: state.value,
        decidedLevel: input.level,
        decisionNumber: input.decisionNumber,
        decidedOn: new Date(input.decidedOn),
        decidedById: actor.userId,
        decidedByName: actor.displayName,
        decidedAt: context.now,
        reason: input.reason,
        overrideDocument: input.overrideDocument,
        verification: input.verification,
        rowRevision: result.rowRevision + 1,
      },
    });
    const { level, decisionNumber: number, decidedOn, reason, overrideDocument } = input;
    const payload = { unit: unit.code, year: seen.year, level, number, decidedOn, reason, overrideDocument };
    return {
      entity: 'UnitResult',
      id: result.id,
      employeeId: null,
      payload: { ...payload, proposedLevel: result.proposedLevel },
    };
  });
}

interface ProposedResult {
  readonly id: string;
  readonly unitId: string;
  readonly authorityId: string;
  readonly year: number;
  readonly complaints: string | null;
  readonly proposedLevel: Level | null;
}

/** What stands against the decision; null where nothing does. */
async function refuse(
  tx: Transaction,
  rules: OrganisationRuleSet,
  result: ProposedResult,
  input: DecideUnitResult,
): Promise<DomainError | null> {
  const subordinates = await subordinateLevels(tx, result.unitId, result.year);
  if (subordinates.some(({ level }) => level === null)) {
    return domainError('WRONG_STATE', { state: 'SUBORDINATES_NOT_DECIDED' });
  }
  if (result.complaints !== null && input.verification === null) {
    return domainError('EVIDENCE_REQUIRED', { component: 'verification' });
  }
  const { proposedLevel } = result;
  if (input.overrideDocument === null) {
    if (proposedLevel !== null && compareLevels(input.level, proposedLevel) > 0) {
      // Better than the conditions of art. 8 allow.
      return domainError(proposedLevel === 'NOT_COMPLETED' ? 'FORCED_LEVEL' : 'OVERRIDE_REQUIRED');
    }
    const failed = subordinates.some(({ level }) => level === 'NOT_COMPLETED');
    if (failed && input.level === 'OUTSTANDING') return domainError('OVERRIDE_REQUIRED');
    const exceeded = input.level === 'OUTSTANDING' ? await exceedsQuota(tx, rules, result) : null;
    if (exceeded !== null) return exceeded;
  }
  const differs = proposedLevel !== null && input.level !== proposedLevel;
  return differs && input.reason === null ? domainError('REASON_REQUIRED') : null;
}

/** The organisations recognised by one authority share a quota (art. 8(5)). */
async function exceedsQuota(
  tx: Transaction,
  rules: OrganisationRuleSet,
  result: ProposedResult,
): Promise<DomainError<'QUOTA_EXCEEDED'> | null> {
  const reading = readQuota(rules.quota, false);
  const others = await countOthers(tx, result);
  const limit = quotaLimit(others.pool + 1, reading);
  const outstanding = others.outstanding + 1;
  return outstanding > limit ? domainError('QUOTA_EXCEEDED', { group: null, limit, outstanding }) : null;
}
