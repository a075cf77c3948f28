import type { Level } from '../evaluation/level.ts';
import { greatestCommonDivisor, multiply, type Rational, rational, whole } from '../primitives/rational.ts';
import { COMPONENTS_OF, type Component } from './component.ts';
import type { ScoreInput, ScoreParameters } from './period-score.ts';
import type { RuleSet } from './rule-set.ts';

/** What a rule set, a role and parameters fix for every period scored by them, worked out once. */
export interface ScoringPlan {
  readonly ruleSet: RuleSet;
  readonly components: readonly Component[];
  readonly weights: readonly Rational[];
  /** The same in whole numbers, for the fast path; null where a rule set's numbers are too fine for that. */
  readonly integers: IntegerPlan | null;
  readonly capsComponents: boolean;
  readonly countsFailedExtras: boolean;
  /** A product's units are worth `full` parts; each event takes `step` of them. At 25 percent: 4 and 1. */
  readonly full: number;
  readonly step: number;
  readonly resultMaximum: Rational;
  readonly thresholds: readonly { readonly level: Level; readonly atLeast: Rational }[];
}

interface IntegerPlan {
  /** Over `weightDenominator`, in the order of the components. */
  readonly weights: readonly number[];
  readonly weightDenominator: number;
  readonly resultMaximum: number;
  /** The largest whole number that comparing with a threshold or the maximum multiplies a figure by. */
  readonly largestFactor: number;
}

const LARGEST_PART = 1_000_000;
const defaultPlans = new WeakMap<RuleSet, Map<number, ScoringPlan>>();

/** The plan for one input; plans without own weights are kept. Throws where weights are needed and absent. */
export function planFor(ruleSet: RuleSet, input: ScoreInput): ScoringPlan {
  const { role, parameters } = input;
  if (parameters?.weights !== undefined) return makePlan(ruleSet, role, parameters);
  // Not given is a third case beside the two choices: the rule set's own default, which an office may have changed.
  const cap = parameters?.componentCap;
  const failure = parameters?.extraTaskFailure;
  const key =
    (role === 'LEADER' ? 1 : 0) +
    (cap === undefined ? 0 : cap === 'SECTION_70' ? 2 : 4) +
    (failure === undefined ? 0 : failure === 'COUNT_AS_PLANNED' ? 8 : 16);
  let plans = defaultPlans.get(ruleSet);
  if (plans === undefined) {
    plans = new Map();
    defaultPlans.set(ruleSet, plans);
  }
  let plan = plans.get(key);
  if (plan === undefined) {
    plan = makePlan(ruleSet, role, parameters ?? {});
    plans.set(key, plan);
  }
  return plan;
}

function makePlan(ruleSet: RuleSet, role: ScoreInput['role'], parameters: ScoreParameters): ScoringPlan {
  const components = COMPONENTS_OF[role];
  const given: Partial<Record<Component, Rational>> | undefined = parameters.weights ?? ruleSet.weights?.[role];
  const weights = components.map((component) => {
    const weight = given?.[component];
    if (weight === undefined) throw new RangeError(`rule set ${ruleSet.code} needs a weight for ${component}`);
    return weight;
  });
  const divisor = greatestCommonDivisor(100, ruleSet.deductionPercent);
  return {
    ruleSet,
    components,
    weights,
    integers: toIntegers(ruleSet, weights),
    capsComponents: (parameters.componentCap ?? defaultOf(ruleSet, 'componentCap')) !== 'SECTION_70',
    countsFailedExtras: (parameters.extraTaskFailure ?? defaultOf(ruleSet, 'extraTaskFailure')) === 'COUNT_AS_PLANNED',
    full: 100 / divisor,
    step: ruleSet.deductionPercent / divisor,
    resultMaximum: ruleSet.resultMaximum,
    thresholds: ruleSet.thresholds,
  };
}

function defaultOf(ruleSet: RuleSet, name: 'componentCap' | 'extraTaskFailure'): string | null {
  return ruleSet.parameters.find((parameter) => parameter.name === name)?.default ?? null;
}

function toIntegers(ruleSet: RuleSet, weights: readonly Rational[]): IntegerPlan | null {
  let weightDenominator = 1;
  for (const { smallDenominator } of weights) {
    if (!(smallDenominator <= LARGEST_PART)) return null;
    weightDenominator *= smallDenominator / greatestCommonDivisor(weightDenominator, smallDenominator);
    if (weightDenominator > LARGEST_PART) return null;
  }
  const scaled = weights.map((weight) => multiply(weight, whole(weightDenominator)).smallNumerator);
  const factors = ruleSet.thresholds.flatMap(({ atLeast }) => [atLeast.smallNumerator, atLeast.smallDenominator]);
  const largestFactor = Math.max(ruleSet.resultMaximum.smallNumerator, ...factors);
  const fits =
    scaled.every((part) => part >= 0 && part <= LARGEST_PART * 100) &&
    largestFactor <= LARGEST_PART &&
    ruleSet.resultMaximum.smallDenominator === 1;
  if (!fits) return null;
  return { weights: scaled, weightDenominator, resultMaximum: ruleSet.resultMaximum.smallNumerator, largestFactor };
}

/** What is left of a product's units after `events` deductions, as a fraction 0 … 1. Source: NĐ 335/2025 art. 14(2)(b)(c). */
export function remainingShare(plan: ScoringPlan, events: number): Rational {
  return rational(Math.max(0, plan.full - plan.step * events), plan.full);
}
