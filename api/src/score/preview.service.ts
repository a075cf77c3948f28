import {
  checkCriteria,
  originOf,
  type ScorePreviewInput,
  type TaskOrigin,
  type TaskPreviewInput,
} from '@congvu/schema/evaluation';
import { firstDay, type Period, periodOf } from '@congvu/schema/primitives/period';
import { multiply, type Rational, sum } from '@congvu/schema/primitives/rational';
import type { RuleSet } from '@congvu/schema/scoring';
import { mayKnow } from '../authority/may-know.ts';
import type { Context } from '../context.ts';
import { type AssignmentRow, findEmployeeByCode } from '../employee/employee.store.ts';
import { invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { planOfPeriod, type SheetRow, sheetOfPeriod } from '../period-sheet/sheet.store.ts';
import { assertVisible } from '../query-arguments.ts';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { exact, optionalDecimal } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { findAssignable, findProductInForce } from '../task/assignable.ts';
import { findLatestGeneral, listScoredTasks } from './preview.store.ts';
import { type LeaderFigures, type ScoredTask, scoreTasks } from './rescore.ts';
import { type ScoreView, toPreviewView } from './score-view.ts';

export interface TaskPreview {
  readonly origin: TaskOrigin;
  readonly units: Rational;
  readonly period: Period;
  readonly planFixedAt: Date | null;
  readonly before: ScoreView | null;
  readonly afterDone: ScoreView | null;
  readonly afterNotDone: ScoreView | null;
}

/** What a task would be and do to the score. The general points are the sheet's, else those last confirmed. */
export async function previewTask(context: Context, input: TaskPreviewInput): Promise<TaskPreview> {
  const { employee, assignment } = await findAssignable(context, input.employee, input.deadline);
  const product = await findProductInForce(context, input.product);
  const period = periodOf(input.deadline);
  context.access.note('sheet', employee.id);
  const [plan, sheet, tasks] = await Promise.all([
    loadOne(context, planOfPeriod(period), assignment.unit.id),
    loadOne(context, sheetOfPeriod(period), employee.id),
    listScoredTasks(context, employee.id, period),
  ]);
  const units = multiply(input.quantity, exact(product.coefficientNumerator, product.coefficientDenominator));
  const origin = originOf(context.now, plan?.fixedAt ?? null);
  const points = optionalDecimal(
    sheet?.general ?? sheet?.selfGeneral ?? (await findLatestGeneral(context, employee.id)),
  );
  const added = (outcome: 'DONE' | 'NOT_DONE'): ScoredTask => ({
    id: '',
    unitsNumerator: units.numerator.toString(),
    unitsDenominator: units.denominator.toString(),
    origin,
    outcome,
    errors: 0,
    delays: 0,
  });
  const ruleSet = await findScoringRules(context, assignment, sheet, period);
  const viewOf = (all: readonly ScoredTask[]) =>
    points === null || ruleSet === null ? null : toView(ruleSet, assignment, sheet, points, all, sheet ?? NO_FIGURES);
  return {
    origin,
    units,
    period,
    planFixedAt: plan?.fixedAt ?? null,
    before: viewOf(tasks),
    afterDone: viewOf([...tasks, added('DONE')]),
    afterNotDone: viewOf([...tasks, added('NOT_DONE')]),
  };
}

const NO_FIGURES: LeaderFigures = { unitResult: null, organising: null, cohesion: null };

/** What a month is scored by: the sheet's rule set, or the one a new sheet would take; null where none scores. */
async function findScoringRules(
  context: Context,
  assignment: AssignmentRow,
  sheet: SheetRow | null,
  period: Period,
): Promise<RuleSet | null> {
  const rules = await loadRuleSets(context);
  if (sheet !== null) return rules.findScoring(sheet.ruleSet, sheet.ruleSetVersion);
  const lineage = await lineageOf(context, assignment.unit.id);
  const inForce = rules.findFor(assignment.subjectType, firstDay(period), lineage);
  return inForce?.kind === 'PERSON' ? inForce : rules.findScoring(assignment.ruleSet);
}

function toView(
  ruleSet: RuleSet,
  assignment: AssignmentRow,
  sheet: SheetRow | null,
  points: Rational,
  tasks: readonly ScoredTask[],
  figures: LeaderFigures,
): ScoreView | null {
  if (ruleSet.weights === null) return null;
  const score = scoreTasks(ruleSet, sheet?.role ?? assignment.role, points, tasks, figures);
  // A task that is only considered has no id; its item leads nowhere.
  return toPreviewView(
    ruleSet,
    points,
    score,
    tasks.map((task) => task.id).filter((id) => id !== ''),
  );
}

/** The score of a month with other points for the general criteria. Points left out count 0. Stored nowhere. */
export async function previewScore(context: Context, input: ScorePreviewInput): Promise<ScoreView> {
  const employee = assertVisible(await findEmployeeByCode(context, input.employee), context);
  if (!mayKnow(context, 'SCORE_READ', employee)) throw forbidden(context.locale, 'SCORE_READ');
  const { assignment } = employee;
  const [sheet, tasks] = await Promise.all([
    loadOne(context, sheetOfPeriod(input.period), employee.id),
    listScoredTasks(context, employee.id, input.period),
  ]);
  context.access.note('sheet', employee.id);
  if (assignment === null) throw forbidden(context.locale, 'SCORE_READ');
  const ruleSet = await findScoringRules(context, assignment, sheet, input.period);
  if (ruleSet === null) throw forbidden(context.locale, 'SCORE_READ');
  const errors = checkCriteria(ruleSet.criteria, input.criteria, false);
  if (errors.length > 0) throw invalidInput(...errors);
  const points = sum(input.criteria.map((criterion) => criterion.points));
  const figures = {
    unitResult: sheet?.unitResult ?? null,
    organising: input.organising ?? sheet?.organising ?? null,
    cohesion: input.cohesion ?? sheet?.cohesion ?? null,
  };
  const view = toView(ruleSet, assignment, sheet, points, tasks, figures);
  if (view === null) throw forbidden(context.locale, 'SCORE_READ');
  return view;
}
