import type { Transaction } from '@congvu/prisma/database';
import { quotaLimit, readQuota } from '@congvu/schema/classification';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { compareLevels, type Level } from '@congvu/schema/evaluation';
import type { OrganisationRuleSet } from '@congvu/schema/scoring';
import { EvidenceRequiredError, toRefusal } from '../error/refusals.ts';
import { countOthers, openFindings, subordinateLevels } from './unit-result-change.store.ts';

/** A unit's year as a decision looks at it. */
export interface DecidableResult {
  readonly id: string;
  readonly unitId: string;
  readonly authorityId: string;
  readonly year: number;
  readonly complaints: string | null;
  readonly proposedLevel: Level | null;
}

/** A decision as its input says it; `verification`: also one that was kept before. */
export interface UnitDecision {
  readonly level: Level;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
  readonly verification: string | null;
}

/** Refuses a decision something stands against, under the lock of the authority's year. */
export async function assertDecidable(
  tx: Transaction,
  rules: OrganisationRuleSet,
  result: DecidableResult,
  decision: UnitDecision,
): Promise<void> {
  const error = await against(tx, rules, result, decision);
  if (error === null) return;
  if (error.code === 'EVIDENCE_REQUIRED') throw new EvidenceRequiredError(error, '/verification');
  throw toRefusal(error) ?? new Error(`${error.code} has no member of a union.`);
}

/** What stands against the decision; null where nothing does. */
async function against(
  tx: Transaction,
  rules: OrganisationRuleSet,
  result: DecidableResult,
  decision: UnitDecision,
): Promise<DomainError | null> {
  const subordinates = await subordinateLevels(tx, result.unitId, result.year);
  if (subordinates.some(({ level }) => level === null)) {
    return domainError('WRONG_STATE', { state: 'SUBORDINATES_NOT_DECIDED' });
  }
  if (result.complaints !== null && decision.verification === null) {
    return domainError('EVIDENCE_REQUIRED', { component: 'verification' });
  }
  const { proposedLevel } = result;
  if (decision.overrideDocument === null) {
    // First: it names what is to be done, where the next would ask for a document alone.
    const open = decision.level === 'OUTSTANDING' ? (await openFindings(tx, result.unitId, result.year)).length : 0;
    if (open > 0) return domainError('FINDINGS_OPEN', { count: open });
    if (proposedLevel !== null && compareLevels(decision.level, proposedLevel) > 0) {
      // Better than the conditions of art. 8 allow.
      return domainError(proposedLevel === 'NOT_COMPLETED' ? 'FORCED_LEVEL' : 'OVERRIDE_REQUIRED');
    }
    const failed = subordinates.some(({ level }) => level === 'NOT_COMPLETED');
    if (failed && decision.level === 'OUTSTANDING') return domainError('OVERRIDE_REQUIRED');
    const exceeded = decision.level === 'OUTSTANDING' ? await exceedsQuota(tx, rules, result) : null;
    if (exceeded !== null) return exceeded;
  }
  const differs = proposedLevel !== null && decision.level !== proposedLevel;
  return differs && decision.reason === null ? domainError('REASON_REQUIRED') : null;
}

/** The organisations recognised by one authority share a quota (art. 8(5)). */
async function exceedsQuota(
  tx: Transaction,
  rules: OrganisationRuleSet,
  result: DecidableResult,
): Promise<DomainError<'QUOTA_EXCEEDED'> | null> {
  const reading = readQuota(rules.quota, false);
  const others = await countOthers(tx, result);
  const limit = quotaLimit(others.pool + 1, reading);
  const outstanding = others.outstanding + 1;
  return outstanding > limit ? domainError('QUOTA_EXCEEDED', { group: null, limit, outstanding }) : null;
}
