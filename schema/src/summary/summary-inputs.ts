import type { Level } from '../evaluation/level.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { Certainty } from '../primitives/source.ts';
import type { SummaryKind } from './summary-words.ts';

/**
 * What a summary was made of, as values: with them it is worked out again for ever, whatever becomes of the tables they came
 * from. Figures are exact texts ("263/3"); whole numbers are numbers; a fact that is not there, or not the asker's to know, is null.
 */
export type SummaryInputs =
  | RankingInputs
  | ShortlistInputs
  | ComparisonInputs
  | CommendationInputs
  | UnitsInputs
  | CalibrationInputs;

/** A unit or a group by its code, with its name on the day. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A person with his title and unit on the day. */
export interface NamedPerson extends Named {
  readonly post: string;
  readonly unit: string;
}

interface Head<Kind extends SummaryKind> {
  readonly kind: Kind;
  readonly title: string;
  readonly unit: Named;
  /** The day it was frozen, in Viet Nam. */
  readonly on: LocalDate;
}

export interface BlockFact {
  readonly kind: string;
  readonly until: LocalDate | null;
}

export interface YearFact {
  readonly year: number;
  readonly level: Level | null;
  readonly notClassified: boolean;
}

export interface RankingFact extends NamedPerson {
  readonly rank: number;
  readonly level: Level | null;
  readonly total: string | null;
  readonly resultPoints: string | null;
  readonly general: string | null;
  readonly quality: string | null;
  readonly delays: number;
  /** Weight of awards; null where it is no key. */
  readonly awards: number | null;
  readonly years: readonly YearFact[];
  /** The key that put this place below the one before; null for the first and for equals. */
  readonly decidingKey: string | null;
  readonly blocks: readonly BlockFact[];
}

export interface RankingInputs extends Head<'RANKING'> {
  readonly period: string;
  readonly provisional: boolean;
  readonly agency: Named;
  readonly group: Named;
  readonly family: string;
  readonly keys: readonly string[];
  readonly yearsBasis: string | null;
  /** People ranked, and people of the whole comparable group. */
  readonly ranked: number;
  readonly wholeGroup: number;
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
  readonly rows: readonly RankingFact[];
  readonly apart: readonly (NamedPerson & { readonly reason: string })[];
}

export interface ConditionFact {
  readonly kind: string;
  readonly state: string;
  readonly needed: string;
  readonly found: string;
  readonly certainty: Certainty;
}

export interface ShortlistInputs extends Head<'SHORTLIST'> {
  readonly post: string;
  /** The unit that has the post; `unit` is the one whose people were looked at. Absent in the first summaries, which named that one. */
  readonly postUnit?: Named;
  /** The day the conditions were looked at. */
  readonly judgedOn: LocalDate;
  readonly within: Named | null;
  /** Version of the table of conditions; 0: the built-in one. */
  readonly tableVersion: number;
  readonly rows: readonly (NamedPerson & { readonly state: string; readonly conditions: readonly ConditionFact[] })[];
}

export interface ComparedFact extends NamedPerson {
  readonly level: Level | null;
  /** Null where people are compared by level alone. */
  readonly total: string | null;
  readonly components: Readonly<Record<string, string | null>>;
  readonly trend: readonly { readonly period: string; readonly total: string | null; readonly level: Level | null }[];
  readonly titles: readonly string[];
  /** Null for who may not know. */
  readonly findings: { readonly open: number; readonly closed: number } | null;
  readonly blocks: readonly BlockFact[];
  readonly workload: readonly {
    readonly period: string;
    readonly assigned: string;
    readonly done: string;
    readonly late: string;
  }[];
}

export interface ComparisonInputs extends Head<'COMPARISON'> {
  readonly period: string;
  readonly byLevel: boolean;
  readonly rows: readonly ComparedFact[];
}

export interface CommendationInputs extends Head<'COMMENDATION'> {
  readonly year: number;
  readonly standing: readonly {
    readonly title: Named;
    readonly quota: { readonly limit: number; readonly used: number; readonly left: number } | null;
    readonly eligible: number;
    readonly missing: number;
    readonly held: number;
  }[];
  /** Of one title, where one was named. */
  readonly candidates: readonly (NamedPerson & {
    readonly level: Level | null;
    readonly state: string;
    readonly missing: readonly string[];
  })[];
}

export interface ComparedUnitFact {
  readonly unit: Named;
  readonly members: number;
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
  readonly quota: { readonly limit: number; readonly used: number; readonly left: number } | null;
  readonly resultLevel: Level | null;
  readonly resultTotal: string | null;
  readonly mean: string | null;
  readonly general: string | null;
  readonly resultMean: string | null;
  readonly selfGap: string | null;
  readonly contradictions: readonly { readonly kind: string; readonly text: string; readonly certainty: Certainty }[];
}

export interface UnitsInputs extends Head<'UNITS'> {
  readonly period: string;
  readonly rows: readonly ComparedUnitFact[];
}

export interface CalibrationInputs extends Head<'CALIBRATION'> {
  readonly year: number;
  readonly session: string;
  readonly lockedBy: string | null;
  readonly lockDocument: string | null;
  readonly rows: readonly (NamedPerson & {
    readonly ruleLevel: Level | null;
    readonly proposal: Level | null;
    readonly level: Level | null;
    readonly changes: readonly {
      readonly before: Level | null;
      readonly after: Level;
      readonly reason: string;
      readonly authorisedBy: string;
      readonly document: string | null;
    }[];
  })[];
}
