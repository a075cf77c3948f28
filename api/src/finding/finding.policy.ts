/** What may be done with one finding. */
export const FINDING_ACTIONS = ['REMEDY', 'SPREAD'] as const;
export type FindingAction = (typeof FINDING_ACTIONS)[number];

interface FindingFacts {
  readonly positive: boolean;
  readonly issued: boolean;
  readonly remedied: boolean;
  readonly spread: boolean;
}

/** What a finding's state allows: what was not told to the unit cannot be remedied by it, and a good practice is spread. */
export function isFindingActionPossible(action: FindingAction, finding: FindingFacts): boolean {
  if (!finding.issued) return false;
  return action === 'REMEDY' ? !finding.positive && !finding.remedied : finding.positive && !finding.spread;
}
