import { aggregateYear, type Figures, serviceOfYear, type WorkingMonth } from '@congvu/schema/aggregation';
import type { Post, SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Period } from '@congvu/schema/primitives/period';
import { type Rational, toDisplay, toText, ZERO } from '@congvu/schema/primitives/rational';
import type { LeaveKind } from '@congvu/schema/procedure';
import type { RuleSet } from '@congvu/schema/scoring';
import type { MonthEntry } from '../classification/classification.store.ts';
import type { PeriodResultRow } from '../period-result/period-result.store.ts';
import { exact, optionalExact } from '../scalar/exact.ts';
import type { YearPerson } from './year-people.store.ts';

/** What a year's row says of a person before anybody judged him; the keys are the columns of the statement that keeps it. */
export interface OpenedRow {
  readonly employee_id: string;
  readonly unit_id: string;
  readonly authority_id: string;
  readonly post: Post;
  readonly group_code: string;
  readonly subject_type: SubjectType;
  readonly rule_set: string;
  readonly rule_set_version: number;
  readonly months: readonly MonthEntry[];
  readonly worked_months: number;
  readonly leave: LeaveKind;
  readonly mean_numerator: string | null;
  readonly mean_denominator: string | null;
  readonly mean_display: string | null;
  readonly result_numerator: string | null;
  readonly result_denominator: string | null;
  readonly quality_numerator: string | null;
  readonly quality_denominator: string | null;
  readonly delays: number;
}

/** Why a month has no figure: it is not closed, the person did not work enough of it, or nothing was assigned. */
export const MONTH_NOTES = ['NOT_CLOSED', 'NOT_WORKED', 'INSUFFICIENT_DATA'] as const;
type MonthNote = (typeof MONTH_NOTES)[number];

/** The year of a person as his closed months, assignments and absences give it. The arithmetic is the schema's. */
export function toOpenedRow(
  person: YearPerson,
  facts: {
    readonly year: Period;
    readonly workingMonths: readonly WorkingMonth[];
    readonly results: readonly PeriodResultRow[];
    readonly ruleSet: RuleSet;
    readonly authorityId: string;
  },
): OpenedRow {
  const last = person.segments.at(-1);
  if (last === undefined) throw new Error('Whom an agency classifies had an assignment in the year.');
  const { ruleSet, results } = facts;
  // Dates of the database, as text.
  const spans = person.segments as readonly (YearPerson['segments'][number] & {
    from: LocalDate;
    to: LocalDate | null;
  })[];
  const absences = person.absences as readonly (YearPerson['absences'][number] & {
    from: LocalDate;
    to: LocalDate | null;
  })[];
  const service = serviceOfYear(ruleSet.year, facts.workingMonths, spans, absences);
  const figures = new Map(results.map((result) => [result.period, toFigures(result)]));
  const { year } = aggregateYear(
    facts.year,
    service.months.map(({ period }) => ({ period, figures: figures.get(period) ?? null })),
  );
  const mean = year.mean?.total ?? null;
  const [meanNumerator, meanDenominator] = toParts(mean);
  const [resultNumerator, resultDenominator] = toParts(year.mean?.resultPoints ?? null);
  const [qualityNumerator, qualityDenominator] = toParts(year.mean?.quality ?? null);
  return {
    employee_id: person.employeeId,
    unit_id: last.unitId,
    authority_id: facts.authorityId,
    post: last.post,
    group_code: last.groupCode,
    subject_type: last.subjectType,
    rule_set: ruleSet.code,
    rule_set_version: ruleSet.version,
    months: service.months.map(({ period, isWorked }) =>
      toMonth(
        period,
        results.find((result) => result.period === period),
        isWorked,
      ),
    ),
    worked_months: service.workedMonths,
    leave: service.leave,
    mean_numerator: meanNumerator,
    mean_denominator: meanDenominator,
    mean_display: mean === null ? null : toDisplay(mean),
    result_numerator: resultNumerator,
    result_denominator: resultDenominator,
    quality_numerator: qualityNumerator,
    quality_denominator: qualityDenominator,
    delays: year.mean?.delays ?? 0,
  };
}

function toFigures(result: PeriodResultRow): Figures | null {
  const total = optionalExact(result.totalNumerator, result.totalDenominator);
  if (total === null) return null;
  return {
    total,
    resultPoints: optionalExact(result.resultNumerator, result.resultDenominator) ?? ZERO,
    quality: optionalExact(result.qualityNumerator, result.qualityDenominator) ?? ZERO,
    delays: result.delays,
  };
}

/** A month keeps the rule set by which it was scored: a year may be governed by two (domain.md 2). */
function toMonth(period: string, result: PeriodResultRow | undefined, isWorked: boolean): MonthEntry {
  if (result === undefined) {
    const note: MonthNote = isWorked ? 'NOT_CLOSED' : 'NOT_WORKED';
    return { period, total: null, display: null, resultId: null, ruleSet: null, note };
  }
  const { totalNumerator, totalDenominator } = result;
  const isScored = totalNumerator !== null && totalDenominator !== null;
  const note: MonthNote | null = isScored ? null : 'INSUFFICIENT_DATA';
  return {
    period,
    total: isScored ? toText(exact(totalNumerator, totalDenominator)) : null,
    display: result.display,
    resultId: result.id,
    ruleSet: result.ruleSet,
    note,
  };
}

/** Numerator and denominator as columns take them. */
export function toParts(value: Rational | null): readonly [numerator: string | null, denominator: string | null] {
  if (value === null) return [null, null];
  const [numerator = '0', denominator = '1'] = toText(value).split('/');
  return [numerator, denominator];
}
