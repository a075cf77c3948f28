import { type DomainError, domainError } from '@congvu/schema/errors';
import { compareLevels, type Level } from '@congvu/schema/evaluation';
import type { DecidableRow } from './decide.store.ts';

/** A decision as its input says it: a level, or that the year has none. */
export interface DecisionGiven {
  readonly level: Level | null;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
}

/**
 * What stands against a decision beside the quota; null where nothing does. The authority may differ from the proposal with a
 * reason, but breaks a forced rule, the head's cap or the six months only on a document that allows it (NĐ 335/2025 art. 11,
 * 20; domain.md 3.9 step 6).
 */
export function checkDecision(row: DecidableRow, given: DecisionGiven): DomainError | null {
  return (given.overrideDocument === null ? againstLaw(row, given.level) : null) ?? withoutReason(row, given);
}

function againstLaw(row: DecidableRow, level: Level | null): DomainError | null {
  if (level === null) return null;
  if (row.flags.includes('FORCED') && level !== 'NOT_COMPLETED') return domainError('FORCED_LEVEL');
  if (row.proposal === 'NOT_CLASSIFIED') return domainError('OVERRIDE_REQUIRED');
  if (row.post === 'HEAD' && level !== 'NOT_COMPLETED') {
    // Not decided yet is no level to be under: the head waits.
    const isAbove = row.unitLevel === null || compareLevels(level, row.unitLevel) > 0;
    if (isAbove) return domainError('HEAD_ABOVE_UNIT');
  }
  return null;
}

function withoutReason(row: DecidableRow, { level, reason }: DecisionGiven): DomainError | null {
  return reason === null && differs(row, level) ? domainError('REASON_REQUIRED') : null;
}

/** Whether a decision is another than the rules propose. Where they left the choice to the authority, any level is theirs. */
export function differs(
  row: Pick<DecidableRow, 'proposal' | 'proposedLevel' | 'scoreLevel' | 'unitLevel'>,
  level: Level | null,
): boolean {
  switch (row.proposal) {
    case 'AUTHORITY_DECIDES':
      return level === null;
    case 'PENDING_UNIT':
      return level === null || level !== cappedLevel(row);
    case 'NOT_CLASSIFIED':
      return level !== null;
    case 'LEVEL':
      return level !== row.proposedLevel;
    case null:
      return true;
  }
}

/** What the head's cap gives once the unit's level is decided (art. 20(6)). */
function cappedLevel({ scoreLevel, unitLevel }: Pick<DecidableRow, 'scoreLevel' | 'unitLevel'>): Level | null {
  if (scoreLevel === null || unitLevel === null) return scoreLevel;
  return compareLevels(scoreLevel, unitLevel) < 0 ? scoreLevel : unitLevel;
}
