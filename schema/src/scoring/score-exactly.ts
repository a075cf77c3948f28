import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  smaller,
  subtract,
  sum,
  toDisplay,
  ZERO,
} from '../primitives/rational.ts';
import type { CompactExplanation, CompactInteger } from './compact-explanation.ts';
import { type Component, TASK_COMPONENTS, type TaskComponent } from './component.ts';
import { levelOf } from './level-of.ts';
import type { ExplanationLine, PeriodScore, ScoreInput, ScoreItem } from './period-score.ts';
import { remainingShare, type ScoringPlan } from './scoring-plan.ts';

/**
 * The score in exact arithmetic of any size, step by step as the decree says it. It is the reference the fast path is
 * tested against, and takes over where numbers do not fit into that.
 *
 * Source: NĐ 335/2025 art. 14 (components), 15 (leaders), 16 (points); domain.md 3.5–3.7.
 */
export function scoreExactly(plan: ScoringPlan, input: ScoreInput): PeriodScore {
  const assigned = sum(input.items.filter((item) => isAssigned(plan, item)).map((item) => item.units));
  const extraUnits = sum(input.items.filter(isExtra).map((item) => item.units));
  if (compare(assigned, ZERO) === 0) return { state: 'INSUFFICIENT_DATA', extraUnits };

  const counted: Readonly<Record<TaskComponent, readonly Rational[]>> = {
    quantity: input.items.map((item) => countedUnits(plan, item, 0)),
    quality: input.items.map((item) => countedUnits(plan, item, item.errors)),
    progress: input.items.map((item) => countedUnits(plan, item, item.delays)),
  };
  const ratio = (component: TaskComponent) => divide(sum(counted[component]), assigned);
  const raw = { quantity: ratio('quantity'), quality: ratio('quality'), progress: ratio('progress') };
  const used = (component: TaskComponent) => (plan.capsComponents ? smaller(raw[component], ONE) : raw[component]);
  const leader = leaderFigures(input);
  const values = { quantity: used('quantity'), quality: used('quality'), progress: used('progress'), ...leader };

  const lines = [generalLine(plan, input.general)];
  for (const [position, component] of plan.components.entries()) {
    const weight = plan.weights[position];
    const value = values[component];
    if (weight === undefined || value === null) throw new Error(`no figure for ${component}`);
    lines.push(componentLine(plan, component, value, weight, isTaskComponent(component) ? counted[component] : []));
  }
  const weighted = sum(lines.slice(1).map((line) => line.points));
  if (compare(weighted, plan.resultMaximum) > 0) lines.push(capLine(plan, weighted));
  const resultPoints = smaller(weighted, plan.resultMaximum);
  const total = add(input.general, resultPoints);
  return {
    state: 'SCORED',
    ruleSet: plan.ruleSet.code,
    ruleSetVersion: plan.ruleSet.version,
    role: input.role,
    general: input.general,
    ...values,
    raw,
    extraUnits,
    resultPoints,
    total,
    display: toDisplay(
      total,
      plan.thresholds.map(({ atLeast }) => atLeast),
    ),
    level: levelOf(total, plan.thresholds),
    explanation: lines,
    compact: compactOf(plan, lines),
  };
}

/** Planned items whatever came of them; other items too where they failed and the parameter says so. */
function isAssigned(plan: ScoringPlan, item: ScoreItem): boolean {
  if (item.origin === 'PLANNED') return true;
  return plan.countsFailedExtras && (item.outcome === 'NOT_DONE' || item.outcome === 'HANDED_OVER');
}

function isExtra(item: ScoreItem): boolean {
  return item.origin !== 'PLANNED' && item.outcome === 'DONE';
}

function countedUnits(plan: ScoringPlan, item: ScoreItem, events: number): Rational {
  return item.outcome === 'DONE' ? multiply(item.units, remainingShare(plan, events)) : ZERO;
}

function leaderFigures(input: ScoreInput): Readonly<Record<'unitResult' | 'organising' | 'cohesion', Rational | null>> {
  if (input.role === 'STAFF') return { unitResult: null, organising: null, cohesion: null };
  return {
    unitResult: rational(input.unitResult, 100),
    organising: rational(input.organising, 100),
    cohesion: rational(input.cohesion, 100),
  };
}

function isTaskComponent(component: Component): component is TaskComponent {
  return (TASK_COMPONENTS as readonly Component[]).includes(component);
}

function generalLine(plan: ScoringPlan, general: Rational): ExplanationLine {
  const { id, source } = plan.ruleSet.rules.general;
  return { step: 'general', rule: id, source, value: general, points: general, items: [] };
}

function componentLine(
  plan: ScoringPlan,
  component: Component,
  value: Rational,
  weight: Rational,
  counted: readonly Rational[],
): ExplanationLine {
  const { id, source } = plan.ruleSet.rules[component];
  const items = counted.map((units, index) => ({ index, value: units }));
  return { step: component, rule: id, source, value, points: multiply(value, weight), items };
}

function capLine(plan: ScoringPlan, weighted: Rational): ExplanationLine {
  const { id, source } = plan.ruleSet.rules.sectionCap;
  const points = subtract(plan.resultMaximum, weighted);
  return { step: 'sectionCap', rule: id, source, value: weighted, points, items: [] };
}

function compactOf(plan: ScoringPlan, lines: readonly ExplanationLine[]): CompactExplanation {
  const isOverPoints = (line: ExplanationLine) => line.step === 'general' || line.step === 'sectionCap';
  const items = lines.flatMap((line) => line.items.map((item) => item.value));
  const valueDenominator = commonDenominator(lines.filter((line) => !isOverPoints(line)).map((line) => line.value));
  const pointsDenominator = commonDenominator(
    lines.flatMap((line) => (isOverPoints(line) ? [line.value, line.points] : [line.points])),
  );
  const itemDenominator = commonDenominator(items);
  return {
    format: 1,
    ruleSet: plan.ruleSet.code,
    version: plan.ruleSet.version,
    lines: lines.map((line) => [
      line.rule,
      numeratorOver(line.value, isOverPoints(line) ? pointsDenominator : valueDenominator),
      numeratorOver(line.points, pointsDenominator),
    ]),
    valueDenominator: toInteger(valueDenominator),
    pointsDenominator: toInteger(pointsDenominator),
    itemDenominator: toInteger(itemDenominator),
    items: items.map((item) => numeratorOver(item, itemDenominator)),
  };
}

function commonDenominator(values: readonly Rational[]): bigint {
  // common ÷ denominator in lowest terms has below exactly the factor that `common` still lacks.
  return values.reduce((common, { denominator }) => common * rational(common, denominator).denominator, 1n);
}

function numeratorOver(value: Rational, denominator: bigint): CompactInteger {
  return toInteger((value.numerator * denominator) / value.denominator);
}

function toInteger(value: bigint): CompactInteger {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : String(value);
}
