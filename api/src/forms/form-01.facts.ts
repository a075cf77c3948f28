import type { Level, ScoringRole } from '@congvu/schema/evaluation';
import { firstDay, isPeriod, lastDay } from '@congvu/schema/primitives/period';
import { parseRational, type Rational, subtract, sum } from '@congvu/schema/primitives/rational';
import { expectOk } from '@congvu/schema/primitives/result';
import { decodeExplanation, type ExplanationLine, type RuleSet } from '@congvu/schema/scoring';
import { exactDecimal, optionalExact } from '../scalar/exact.ts';
import type { Form01Row, FormCriterionRow, FormRevisionRow } from './form-01.store.ts';

/** A later version of the same sheet, which a superseded one names. */
export interface Replacement {
  readonly revision: number;
  readonly on: Date;
  readonly reason: string | null;
}

/** What one copy of Mẫu 01 says: the sheet as it is, or as it was at a revision. */
export interface Form01 {
  readonly sheetId: string;
  readonly superior: string | null;
  readonly unit: string;
  readonly period: string;
  readonly employeeCode: string;
  readonly employeeName: string;
  /** His title in the unit in that period; null where one may not see it. */
  readonly title: string | null;
  readonly role: ScoringRole;
  readonly ruleSet: RuleSet;
  readonly catalogue: string | null;
  readonly revision: number;
  readonly provisional: boolean;
  readonly criteria: readonly FormCriterionRow[];
  readonly selfGeneral: Rational | null;
  readonly general: Rational | null;
  readonly lines: readonly ExplanationLine[];
  readonly resultPoints: Rational | null;
  readonly total: Rational | null;
  readonly display: string | null;
  readonly level: Level | null;
  /** What a leader’s 50 or 100 rests on, as the authority wrote it. */
  readonly organisingEvidence: string | null;
  readonly cohesionEvidence: string | null;
  readonly strengths: string | null;
  readonly limitations: string | null;
  readonly opinion: string | null;
  readonly selfScoredAt: Date | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly changedAt: Date;
  readonly replacedBy: Replacement | null;
}

/** States in which the authority had decided; an older revision of one of these was a result and stays on file. */
const DECIDED = new Set(['CONFIRMED', 'NOTIFIED', 'CORRECTED']);

/** The sheet as it is now. */
export function currentForm01(row: Form01Row, ruleSet: RuleSet): Form01 {
  return {
    ...common(row, ruleSet),
    ...figures(ruleSet, row, row.criteria, row.explanation, optionalExact(row.totalNumerator, row.totalDenominator)),
    revision: row.revision,
    provisional: row.provisional,
    display: row.display,
    level: row.level,
    strengths: row.strengths,
    limitations: row.limitations,
    opinion: row.opinion,
    selfScoredAt: row.selfScoredAt,
    confirmedBy: row.confirmedBy,
    confirmedAt: row.confirmedAt,
    changedAt: row.updatedAt,
    replacedBy: null,
  };
}

/** Results that a correction replaced, oldest first: what was decided is never lost. */
export function supersededForms01(row: Form01Row, ruleSet: RuleSet): readonly Form01[] {
  const decided = row.revisions.filter((each) => DECIDED.has(each.state) && each.snapshot !== null);
  return decided.flatMap((each, index) => {
    const following = decided[index + 1];
    // A notice follows a confirmation without changing what it says.
    if (following === undefined || following.state === 'NOTIFIED') return [];
    return [formAt(row, ruleSet, each, following)];
  });
}

function formAt(row: Form01Row, ruleSet: RuleSet, at: FormRevisionRow, following: FormRevisionRow): Form01 {
  const total = at.total === null ? null : expectOk(parseRational(at.total));
  return {
    ...common(row, ruleSet),
    ...figures(ruleSet, row, at.snapshot?.criteria ?? [], at.snapshot?.explanation ?? null, total),
    revision: at.revision,
    provisional: false,
    display: at.display,
    level: at.level,
    // The words of the time are not kept with a revision; today's would be another copy's.
    strengths: null,
    limitations: null,
    opinion: null,
    selfScoredAt: row.selfScoredAt,
    confirmedBy: at.changedBy,
    confirmedAt: new Date(at.changedAt),
    changedAt: new Date(at.changedAt),
    replacedBy: { revision: following.revision, on: new Date(following.changedAt), reason: following.reason },
  };
}

function common(row: Form01Row, ruleSet: RuleSet) {
  return {
    sheetId: row.id,
    superior: row.superiorName,
    unit: row.unitName,
    period: row.period,
    employeeCode: row.employeeCode,
    employeeName: row.employeeName,
    title: titleIn(row),
    role: row.role,
    ruleSet,
    catalogue: row.catalogue,
    organisingEvidence: row.organisingEvidence,
    cohesionEvidence: row.cohesionEvidence,
  };
}

/** The title of the assignment in the sheet's unit during its period, the last where there were several. */
function titleIn({ period, unitId, assignments }: Form01Row): string | null {
  if (!isPeriod(period)) return null;
  const during = assignments.filter(
    (each) => each.validFrom <= lastDay(period) && (each.validTo === null || each.validTo >= firstDay(period)),
  );
  return (during.findLast((each) => each.unitId === unitId) ?? during.at(-1))?.title ?? null;
}

function figures(
  ruleSet: RuleSet,
  row: Form01Row,
  criteria: readonly FormCriterionRow[],
  explanation: unknown,
  total: Rational | null,
) {
  const selfGeneral = sumOf(criteria.map((each) => each.selfPoints));
  const general = sumOf(criteria.map((each) => each.confirmedPoints));
  const counted = general ?? selfGeneral;
  return {
    criteria,
    selfGeneral,
    general,
    total,
    resultPoints: total === null || counted === null ? null : subtract(total, counted),
    lines: total === null || explanation === null ? [] : linesOf(ruleSet, row, explanation),
  };
}

function linesOf(ruleSet: RuleSet, row: Form01Row, explanation: unknown): readonly ExplanationLine[] {
  const lines = decodeExplanation(ruleSet, explanation);
  if (!lines.ok) throw new Error(`The stored explanation of sheet ${row.id} is damaged: ${lines.error}.`);
  return lines.value;
}

/** The sum of points, null unless each is given. */
function sumOf(points: readonly (string | null)[]): Rational | null {
  const given = points.filter((each) => each !== null);
  return given.length === 0 || given.length < points.length ? null : sum(given.map(exactDecimal));
}
