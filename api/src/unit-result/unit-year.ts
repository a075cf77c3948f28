import type { Level } from '@congvu/schema/evaluation';
import { resolveOrganisation, scoreOrganisation } from '@congvu/schema/organisation';
import { type Rational, toText, whole } from '@congvu/schema/primitives/rational';
import type { SubmitUnitResult } from '@congvu/schema/procedure';
import type { OrganisationRuleSet } from '@congvu/schema/scoring';
import { toParts } from '../classification-round/opened-row.ts';
import type { StoredPoints, UnitProposal } from './unit-result.store.ts';
import type { OpenFinding } from './unit-result-change.store.ts';

/** What a unit says of its own year, on the screen or in a file. */
export type SaidYear = Omit<SubmitUnitResult, 'idempotencyKey' | 'unit' | 'year' | 'revision'>;

/** What the registers and decisions say of it, whatever it says of itself. */
export interface UnitYearFacts {
  readonly openFindings: readonly OpenFinding[];
  /** A direct subordinate decided NOT_COMPLETED. */
  readonly hasFailedSubordinate: boolean;
}

/** Columns of a unit's year that its evaluation fills. */
export interface EvaluatedYear {
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly generalPoints: readonly StoredPoints[];
  readonly itemPoints: readonly StoredPoints[];
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly display: string;
  readonly tasksTotal: number;
  readonly tasksDone: number;
  readonly tasksLate: number;
  readonly tasksBeyond: number;
  readonly qualityMet: boolean;
  readonly defectsRemedied: boolean;
  readonly personnelWrongdoing: boolean;
  readonly forceMajeure: string | null;
  readonly complaints: string | null;
  readonly selfLevel: Level;
  readonly proposedLevel: Level | null;
  readonly proposal: UnitProposal;
  readonly suggestion: Level | null;
  readonly trace: readonly object[];
}

/** Works out the total and the proposal of a unit's year, by points that `checkOrganisationPoints` found nothing against. */
export function evaluateYear(
  rules: OrganisationRuleSet,
  said: SaidYear,
  { openFindings, hasFailedSubordinate }: UnitYearFacts,
): { readonly year: EvaluatedYear; readonly total: Rational } {
  const score = scoreOrganisation(rules, said);
  // Whatever the unit says of itself: what an inspection found and nobody proved remedied is not (art. 8(1)(c)).
  const defectsRemedied = said.defectsRemedied && openFindings.length === 0;
  const proposal = resolveOrganisation(rules, {
    total: score.total,
    tasks: {
      total: whole(said.tasksTotal),
      done: whole(said.tasksDone),
      late: whole(said.tasksLate),
      beyond: whole(said.tasksBeyond),
    },
    isQualityMet: said.qualityMet,
    areDefectsRemedied: defectsRemedied,
    openFindings,
    hasSubordinateNotCompleted: hasFailedSubordinate,
    hasPersonnelWrongdoing: said.personnelWrongdoing,
    isForceMajeure: said.forceMajeure !== null,
  });
  const [totalNumerator, totalDenominator] = toParts(score.total);
  const year: EvaluatedYear = {
    ruleSet: rules.code,
    ruleSetVersion: rules.version,
    generalPoints: said.general.map(({ group, points }) => ({ code: group, points: toText(points) })),
    itemPoints: said.items.map(({ item, points }) => ({ code: item, points: points === null ? null : toText(points) })),
    totalNumerator,
    totalDenominator,
    display: score.display,
    tasksTotal: said.tasksTotal,
    tasksDone: said.tasksDone,
    tasksLate: said.tasksLate,
    tasksBeyond: said.tasksBeyond,
    qualityMet: said.qualityMet,
    defectsRemedied,
    personnelWrongdoing: said.personnelWrongdoing,
    forceMajeure: said.forceMajeure,
    complaints: said.complaints,
    selfLevel: said.selfLevel,
    proposedLevel: proposal.level === 'AUTHORITY_DECIDES' ? null : proposal.level,
    proposal: proposal.level === 'AUTHORITY_DECIDES' ? 'AUTHORITY_DECIDES' : 'LEVEL',
    suggestion: proposal.suggestion,
    trace: [...score.trace, ...proposal.trace],
  };
  return { year, total: score.total };
}
