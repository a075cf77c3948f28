import type { TraceLine } from '../classification/agency-year.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { Level } from '../evaluation/level.ts';
import type { Rational } from '../primitives/rational.ts';
import type { FindingTopic } from '../registers/register-words.ts';
import type { OrganisationRuleSet, UnitItem } from '../scoring/organisation-rule-set.ts';

/** The points an organisation is given: by group of the general criteria, and by item of its results. */
export interface OrganisationPoints {
  readonly general: readonly { readonly group: string; readonly points: Rational }[];
  /** Null: the item does not apply ("nếu có"). */
  readonly items: readonly { readonly item: UnitItem; readonly points: Rational | null }[];
}

/** The rules of the rule set, and what the registers bring beside them. */
export type OrganisationStep = keyof OrganisationRuleSet['rules'] | 'openFinding' | 'disciplineHere';
export type OrganisationTraceLine = TraceLine<OrganisationStep>;

export interface OrganisationScore {
  /** 0 … 30. */
  readonly general: Rational;
  /** 0 … 70. */
  readonly results: Rational;
  readonly total: Rational;
  /** Two decimals by the one rounding. */
  readonly display: string;
  /** One line for the general points and one for the results. */
  readonly trace: readonly OrganisationTraceLine[];
}

/** What the level of an organisation hangs on beside its score. Source: NĐ 335/2025 art. 8; domain.md 4.3. */
export interface OrganisationFacts {
  readonly total: Rational;
  /** Tasks of the year by count, or by converted units where the rule set says so. */
  readonly tasks: {
    readonly total: Rational;
    readonly done: Rational;
    readonly late: Rational;
    readonly beyond: Rational;
  };
  readonly isQualityMet: boolean;
  /** Every defect shown by the previous evaluation or by inspection is remedied. */
  readonly areDefectsRemedied: boolean;
  readonly hasSubordinateNotCompleted: boolean;
  /** Concluded wrongdoing in personnel work, disunity, faction, buying of posts. */
  readonly hasPersonnelWrongdoing: boolean;
  readonly isForceMajeure: boolean;
  /** Findings of inspections told to the unit and not remedied: any of them blocks OUTSTANDING, whatever was typed. */
  readonly openFindings?: readonly { readonly id: string; readonly topic: FindingTopic }[];
  /** Disciplines for acts done here, of people who serve elsewhere now too (R-SP-6): evidence, the level stays. */
  readonly disciplines?: readonly { readonly id: string; readonly form: DisciplineForm }[];
}

/** What OUTSTANDING asks beside the score. */
export const OUTSTANDING_CONDITIONS = ['beyond', 'subordinates', 'defects'] as const;
export type OutstandingCondition = (typeof OUTSTANDING_CONDITIONS)[number];

export interface OrganisationProposal {
  readonly level: Level | 'AUTHORITY_DECIDES';
  /** What the resolver would say where the authority decides; null where it has nothing to say. */
  readonly suggestion: Level | null;
  readonly trace: readonly OrganisationTraceLine[];
}
