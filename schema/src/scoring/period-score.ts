import type { ScoringRole } from '../evaluation/assignment.ts';
import type { Level } from '../evaluation/level.ts';
import type { TaskOrigin, TaskOutcome } from '../evaluation/task.ts';
import type { Rational } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import type { CompactExplanation } from './compact-explanation.ts';
import type { Component, ScoreStep, TaskComponent } from './component.ts';

/** One product in a period. `units` above 0: quantity × coefficient. `errors` and `delays`: the non-exempt ones, whole, at least 0. */
export interface ScoreItem {
  readonly units: Rational;
  readonly origin: TaskOrigin;
  /** OPEN is for a figure while the period runs: so far not done. */
  readonly outcome: TaskOutcome;
  readonly errors: number;
  readonly delays: number;
}

/** The readings the law leaves open, as contract.md names them; what is not given is the rule set's own default. */
export interface ScoreParameters {
  /** COMPONENT_100 (the law's default): each component at most 1. SECTION_70: only their weighted sum is limited. */
  readonly componentCap?: 'COMPONENT_100' | 'SECTION_70';
  /** COUNT_AS_PLANNED: a taken-over or unplanned item that failed is added to what was assigned. The law's default: NO_PENALTY. */
  readonly extraTaskFailure?: 'NO_PENALTY' | 'COUNT_AS_PLANNED';
  /** Points at full fulfilment over exactly the role's components, with the sum 70; the rule set's own by default. */
  readonly weights?: Readonly<Partial<Record<Component, Rational>>>;
}

/** A leader's component: 50 or 100 percent; the decree knows no other value. */
export type LeaderFigure = 50 | 100;

interface PeriodInput {
  /** Confirmed points of the general criteria, 0 … 30. */
  readonly general: Rational;
  readonly items: readonly ScoreItem[];
  readonly parameters?: ScoreParameters;
}

export interface StaffPeriodInput extends PeriodInput {
  readonly role: 'STAFF';
}

export interface LeaderPeriodInput extends PeriodInput {
  readonly role: 'LEADER';
  readonly unitResult: LeaderFigure;
  readonly organising: LeaderFigure;
  readonly cohesion: LeaderFigure;
}

/** What one period of one person is scored from. */
export type ScoreInput = StaffPeriodInput | LeaderPeriodInput;

/** One step of a score. The `points` of all lines sum to the total exactly. */
export interface ExplanationLine {
  readonly step: ScoreStep;
  /** The id of the rule in the rule set. */
  readonly rule: string;
  readonly source: Source;
  /** The points given (general), the component as a fraction, or the weighted sum before the cap (sectionCap). */
  readonly value: Rational;
  /** What the step adds to the total; negative for sectionCap. */
  readonly points: Rational;
  /** For quantity, quality and progress: the units each item counts with, in input order; they sum to the numerator. */
  readonly items: readonly { readonly index: number; readonly value: Rational }[];
}

export interface ScoredPeriod {
  readonly state: 'SCORED';
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly role: ScoringRole;
  readonly general: Rational;
  /** The components used, as fractions; the leader's are null for staff. */
  readonly quantity: Rational;
  readonly quality: Rational;
  readonly progress: Rational;
  readonly unitResult: Rational | null;
  readonly organising: Rational | null;
  readonly cohesion: Rational | null;
  /** The task components before the cap. */
  readonly raw: Readonly<Record<TaskComponent, Rational>>;
  /** Units of DONE items that are not PLANNED. */
  readonly extraUnits: Rational;
  /** 0 … 70. */
  readonly resultPoints: Rational;
  /** General and result points, 0 … 100, exact. */
  readonly total: Rational;
  /** The total in two decimals, "66.56". */
  readonly display: string;
  /** By the exact total; provisional, since only a year is classified. */
  readonly level: Level;
  readonly explanation: readonly ExplanationLine[];
  /** The explanation in the form that is stored; `decodeExplanation` reads it back. */
  readonly compact: CompactExplanation;
}

/** Nothing was assigned, so no ratio exists: neither 0 nor 100. */
export interface UnscoredPeriod {
  readonly state: 'INSUFFICIENT_DATA';
  readonly extraUnits: Rational;
}

export type PeriodScore = ScoredPeriod | UnscoredPeriod;
