import { compareLocalDates, type LocalDate } from '../primitives/local-date.ts';
import type { DisciplineCause } from '../scoring/year-rules.ts';

/** An act (hành vi), which has its own identity: several decisions may rest on it, at most one year counts it. */
export interface ViolationAct {
  readonly id: string;
  /** The agency the person served at the time of the act. */
  readonly agency: string;
  readonly actFrom: LocalDate;
  /** Last day; null: one day. */
  readonly actTo: LocalDate | null;
  readonly relatedToDuty: boolean;
  readonly degradation: boolean;
  /** The year whose level it has lowered already, with or without a decision; null: none. */
  readonly countedYear: number | null;
}

/** A decision in force on an act, of the Party or the administration. */
export interface DisciplineOnAct {
  readonly actId: string;
  readonly decidedOn: LocalDate;
  /** The agency the person served on that day; where it is not said, the one that classifies. */
  readonly servedAt?: string;
}

/**
 * COUNTED: it lowers this year's level here. COUNTED_IN_OTHER_YEAR: it has lowered, or by its first decision lowers, another year
 * (R-SP-4, R-SP-5). OTHER_ORGANISATION: done while serving elsewhere, whose result it touches (R-SP-6, R-SP-7). NOT_DECIDED: no
 * decision and no year yet.
 */
export const ACT_OUTCOMES = ['COUNTED', 'COUNTED_IN_OTHER_YEAR', 'OTHER_ORGANISATION', 'NOT_DECIDED'] as const;
export type ActOutcome = (typeof ACT_OUTCOMES)[number];

export interface CountedAct {
  readonly act: ViolationAct;
  readonly cause: DisciplineCause;
  readonly outcome: ActOutcome;
  /** The one year it counts in: this, an earlier or later one; null where nothing decides that yet. */
  readonly year: number | null;
  /** The agency whose result of that year it touches. */
  readonly agency: string;
}

/**
 * Which acts count in a person's level for a year at an agency.
 *
 * An act counts in the year it was counted in before, else the year of its first decision, and once only: a later decision of the
 * other body changes nothing. It counts at the organisation it was done in; where the person had left that by the first decision,
 * in its result of the year in which the act ended, since it rated no later one.
 *
 * Source: NĐ 335/2025 art. 11 (R-SP-3 … 7), domain.md 3.8; that the year at the old organisation is the act's is our reading.
 */
export function countedDisciplines(
  acts: readonly ViolationAct[],
  decisions: readonly DisciplineOnAct[],
  year: number,
  agency: string,
): readonly CountedAct[] {
  return acts.map((act) => {
    const [first] = decisions
      .filter(({ actId }) => actId === act.id)
      .toSorted((left, right) => compareLocalDates(left.decidedOn, right.decidedOn));
    const cause = causeOf(act);
    const countsIn = act.countedYear ?? (first === undefined ? null : yearByDecision(act, first, agency));
    return {
      act,
      cause,
      outcome: outcomeOf(act.agency !== agency, countsIn, year),
      year: countsIn,
      agency: act.agency,
    };
  });
}

/** Degradation is the graver ground; an act can be both. Source: NĐ 335/2025 art. 11(3). */
export function causeOf(act: Pick<ViolationAct, 'relatedToDuty' | 'degradation'>): DisciplineCause {
  if (act.degradation) return 'DEGRADATION';
  return act.relatedToDuty ? 'PUBLIC_DUTY' : 'UNRELATED';
}

function yearByDecision(act: ViolationAct, first: DisciplineOnAct, agency: string): number {
  const hasLeft = (first.servedAt ?? agency) !== act.agency;
  return yearOf(hasLeft ? (act.actTo ?? act.actFrom) : first.decidedOn);
}

function outcomeOf(isElsewhere: boolean, countsIn: number | null, year: number): ActOutcome {
  if (countsIn === null) return 'NOT_DECIDED';
  if (isElsewhere) return 'OTHER_ORGANISATION';
  return countsIn === year ? 'COUNTED' : 'COUNTED_IN_OTHER_YEAR';
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
