import type { LocalDate } from '../primitives/local-date.ts';
import type { DisciplineState } from './register-words.ts';

/**
 * A decision as of a day: nothing runs for it to lapse. An annulled one was what it was until the day of its annulment.
 * `effectiveTo` and the day of annulment are inclusive: on the last day it is ACTIVE, on the day of annulment ANNULLED.
 */
export function decisionState(
  decision: {
    readonly effectiveFrom: LocalDate;
    readonly effectiveTo: LocalDate;
    readonly annulledOn: LocalDate | null;
    /** A later decision supersedes it. */
    readonly replaced: boolean;
  },
  on: LocalDate,
): DisciplineState {
  if (decision.annulledOn !== null && decision.annulledOn <= on) return decision.replaced ? 'REPLACED' : 'ANNULLED';
  if (on < decision.effectiveFrom) return 'NOT_YET';
  return on <= decision.effectiveTo ? 'ACTIVE' : 'LAPSED';
}
