import type { Post } from '../evaluation/assignment.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { Level } from '../evaluation/level.ts';
import type { Rational } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import type { LeaveKind } from '../procedure/procedure-terms.ts';
import type { QuotaBasis } from '../scoring/quota-rules.ts';
import type { DisciplineCause, YearRules } from '../scoring/year-rules.ts';

/** What a rule set says about a year: of a scoring rule set or of one that knows levels only. */
export interface ClassifyingRules {
  readonly thresholds: readonly { readonly level: Level; readonly atLeast: Rational; readonly source: Source }[];
  readonly year: YearRules;
}

/** The record a line of a trace rests on, by its own id and number; who may see it is asked where the line is shown. */
export interface TraceRecord {
  readonly kind: 'DisciplineDecision' | 'Violation' | 'Finding';
  readonly id: string;
  readonly number: string | null;
}

/** A decision in force; criticism and self-criticism to draw lessons are no discipline (domain.md 16). */
export interface DisciplineFact {
  readonly form: DisciplineForm;
  readonly cause: DisciplineCause;
  /** One act counts in one year only, whichever decisions follow it (R-SP-4, R-SP-5). */
  readonly countsInYear: boolean;
  /** The decision, where it stands in the register. */
  readonly record?: TraceRecord;
}

export interface PersonYear {
  readonly code: string;
  readonly post: Post;
  /**
   * The unit a head leads where it is not the agency itself, such as an office (phòng) of it, with that unit's decided level. The
   * agency's own head has none here: his level goes by the agency's.
   */
  readonly unit?: { readonly level: Level | null };
  /** The group of similar tasks whose quota the person shares. */
  readonly group: string;
  /** The totals of the twelve months, null where a month has none. */
  readonly months: readonly (Rational | null)[];
  /** Months worked, 0 … 12. */
  readonly workedMonths: Rational;
  readonly leave: LeaveKind;
  /** Mean task-result points of the year, 0 … 70. */
  readonly resultPoints: Rational;
  /** Mean quality component, a fraction. */
  readonly quality: Rational;
  /** Non-exempt delays of the year. */
  readonly delays: number;
  readonly discipline: readonly DisciplineFact[];
  /** The authority has concluded ideological or moral degradation (art. 20(4)(b)). */
  readonly hasDegradation: boolean;
  /** The unit directly led was handled for embezzlement, corruption or waste (art. 20(4)(d)). */
  readonly hasCorruptionInUnit: boolean;
  /** The act that says so, where it stands in the register. */
  readonly corruptionRecord?: TraceRecord;
  /** A discipline procedure is pending: told to who decides, the level stays (domain.md 7.4). */
  readonly pending?: boolean;
  /** Where somebody of the agency falls under another rule set than the agency's; it governs all but the quota. */
  readonly rules?: ClassifyingRules;
}

/** Readings of the quota that an agency chose; what is absent is the rule set's. */
export interface QuotaChoices {
  readonly basis?: QuotaBasis;
  readonly minOne?: boolean;
  readonly includeHead?: boolean;
  /** Stated by the authority instead of following from `unit.isOutstanding`, in whole percent. */
  readonly ratePercent?: number;
}

/** The head of the agency itself, whom a higher body classifies; heads of its offices are among its people. */
export function isAgencyHead(person: Pick<PersonYear, 'post' | 'unit'>): boolean {
  return person.post === 'HEAD' && person.unit === undefined;
}

export interface AgencyYear {
  readonly unit: {
    /** The organisation's decided level; null while it is not decided. */
    readonly level: Level | null;
    /** Whether its results are outstanding, which raises the rate (art. 20(5)(b)). */
    readonly isOutstanding: boolean;
  };
  readonly people: readonly PersonYear[];
  readonly quota?: QuotaChoices;
}

/** What the system proposes for a person: a level, or why it names none. */
export const PROPOSAL_OUTCOMES = ['LEVEL', 'NOT_CLASSIFIED', 'PENDING_UNIT', 'AUTHORITY_DECIDES'] as const;
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];
export type Proposed = Level | Exclude<ProposalOutcome, 'LEVEL'>;

/** Sorted as an answer gives them. */
export const CLASSIFICATION_FLAGS = [
  'FORCED',
  'HEAD_CAP',
  'INCOMPLETE_MONTHS',
  'PENDING_PROCEDURE',
  'QUOTA',
  'TIE',
  'UNRELATED_DISCIPLINE',
] as const;
export type ClassificationFlag = (typeof CLASSIFICATION_FLAGS)[number];

export const CLASSIFICATION_TRACE_STEPS = [
  'mean',
  'eligibility',
  'scoreLevel',
  'forced',
  'unrelatedDiscipline',
  'pendingProcedure',
  'headCap',
  'quotaGroup',
  'quotaAgency',
] as const;
export type ClassificationTraceStep = (typeof CLASSIFICATION_TRACE_STEPS)[number];

/** One step that concerned a person: the rule it rests on, what stood before it and what after. */
export interface TraceLine<Step extends string = ClassificationTraceStep> {
  readonly step: Step;
  /** The rule's id, stable within the rule set's code. */
  readonly rule: string;
  readonly source: Source;
  /** A level, an outcome or an exact figure; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The figures the step looked at, by name; exact ones as text. */
  readonly figures: Readonly<Record<string, string | number | null>>;
  /** The record it rests on; absent where it rests on figures alone. */
  readonly record?: TraceRecord;
}

export interface ClassifiedPerson {
  readonly code: string;
  /** The exact yearly mean; null where no month has a figure. */
  readonly mean: Rational | null;
  /** By the exact mean; null where the person is not classified. */
  readonly scoreLevel: Level | null;
  readonly level: Proposed;
  readonly flags: readonly ClassificationFlag[];
  readonly trace: readonly TraceLine[];
}

export interface QuotaLimit {
  /** Those OUTSTANDING or GOOD before the quota, whom it counts. */
  readonly pool: number;
  /** The most of them who may be OUTSTANDING. */
  readonly limit: number;
}

export interface ClassifiedAgency {
  /** `groups` in the order their first member was read; empty where the rule set has no limit by group. */
  readonly quota: QuotaLimit & { readonly groups: ReadonlyMap<string, QuotaLimit> };
  /** In the order read. */
  readonly people: readonly ClassifiedPerson[];
}

/** The two columns a proposal is stored in. */
export function toProposal(level: Proposed): {
  readonly proposal: ProposalOutcome;
  readonly proposedLevel: Level | null;
} {
  switch (level) {
    case 'NOT_CLASSIFIED':
    case 'PENDING_UNIT':
    case 'AUTHORITY_DECIDES':
      return { proposal: level, proposedLevel: null };
    default:
      return { proposal: 'LEVEL', proposedLevel: level };
  }
}
