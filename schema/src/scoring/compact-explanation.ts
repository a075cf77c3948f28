import { z } from 'zod';
import { type Rational, rational } from '../primitives/rational.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import { SCORE_STEPS, type ScoreStep, TASK_COMPONENTS } from './component.ts';
import type { Rule } from './law-values.ts';
import type { ExplanationLine, ScoredPeriod } from './period-score.ts';
import type { RuleSet } from './rule-set.ts';

/** A whole number of any size: a JSON number where it is a safe integer, else its decimal digits. */
const integerShape = z.union([z.int(), z.string().regex(/^-?\d+$/)]);

/**
 * An explanation as it is stored: references to the rule set's lines and whole numbers over three common denominators.
 *
 * `lines` holds [rule id, value, points]. Points are over `pointsDenominator`; so is the value of the general line and of
 * the cap, while a component's value is over `valueDenominator`. `items` holds three runs of equal length (quantity,
 * quality, progress) of what each item counts with, over `itemDenominator`.
 */
const compactShape = z.strictObject({
  format: z.literal(1),
  ruleSet: z.string(),
  version: z.int().min(1),
  lines: z.array(z.tuple([z.string(), integerShape, integerShape])).readonly(),
  valueDenominator: integerShape,
  pointsDenominator: integerShape,
  itemDenominator: integerShape,
  items: z.array(integerShape).readonly(),
});

export type CompactInteger = number | string;
export interface CompactExplanation {
  readonly format: 1;
  readonly ruleSet: string;
  readonly version: number;
  readonly lines: readonly CompactLine[];
  readonly valueDenominator: CompactInteger;
  readonly pointsDenominator: CompactInteger;
  readonly itemDenominator: CompactInteger;
  readonly items: readonly CompactInteger[];
}
export type CompactLine = readonly [rule: string, value: CompactInteger, points: CompactInteger];

/** The storable form of a score's explanation: a JSON value with no bigint in it. */
export function encodeExplanation(score: ScoredPeriod): CompactExplanation {
  return score.compact;
}

/**
 * The lines of a stored explanation, word for word those the score had.
 *
 * Errors: NOT_AN_EXPLANATION where the value has another shape; OTHER_RULE_SET where it belongs to another rule set or
 * version than the one given.
 */
export function decodeExplanation(
  ruleSet: RuleSet,
  stored: unknown,
): Result<readonly ExplanationLine[], 'NOT_AN_EXPLANATION' | 'OTHER_RULE_SET'> {
  const parsed = compactShape.safeParse(stored);
  if (!parsed.success || parsed.data.items.length % TASK_COMPONENTS.length !== 0) return fail('NOT_AN_EXPLANATION');
  const compact = parsed.data;
  if (compact.ruleSet !== ruleSet.code || compact.version !== ruleSet.version) return fail('OTHER_RULE_SET');
  const known = compact.lines.every(([rule]) => stepsOf(ruleSet).has(rule));
  return known ? ok(expandExplanation(ruleSet, compact)) : fail('NOT_AN_EXPLANATION');
}

/** The lines a compact explanation of this rule set stands for. Throws where it names a rule the set does not have. */
export function expandExplanation(ruleSet: RuleSet, compact: CompactExplanation): readonly ExplanationLine[] {
  const { pointsDenominator, valueDenominator } = compact;
  const runs = expandItems(compact);
  const steps = stepsOf(ruleSet);
  return compact.lines.map(([rule, value, points]): ExplanationLine => {
    const step = steps.get(rule);
    if (step === undefined) throw new Error(`rule set ${ruleSet.code} has no rule ${rule}`);
    const overPoints = step === 'general' || step === 'sectionCap';
    return {
      step,
      rule,
      source: ruleSet.rules[step].source,
      value: over(value, overPoints ? pointsDenominator : valueDenominator),
      points: over(points, pointsDenominator),
      items: runs[(TASK_COMPONENTS as readonly ScoreStep[]).indexOf(step)] ?? NO_ITEMS,
    };
  });
}

type ExplanationItem = ExplanationLine['items'][number];
const NO_ITEMS: readonly ExplanationItem[] = [];

/** The three runs. Most items count the same in all three, so a run shares what is equal with the one before it. */
function expandItems({ items, itemDenominator }: CompactExplanation): readonly (readonly ExplanationItem[])[] {
  const count = items.length / TASK_COMPONENTS.length;
  const first = items.slice(0, count).map((units, index) => ({ index, value: over(units, itemDenominator) }));
  const second = expandRun(items, count, first, itemDenominator);
  return [first, second, expandRun(items, 2 * count, second, itemDenominator)];
}

function expandRun(
  items: CompactExplanation['items'],
  start: number,
  before: readonly ExplanationItem[],
  denominator: CompactInteger,
): readonly ExplanationItem[] {
  return before.map((same, index) => {
    const units = items[start + index] ?? 0;
    return units === items[start - before.length + index] ? same : { index, value: over(units, denominator) };
  });
}

const keptSteps = new WeakMap<RuleSet, ReadonlyMap<string, ScoreStep>>();

/** The step each rule id of a rule set is about. */
function stepsOf(ruleSet: RuleSet): ReadonlyMap<string, ScoreStep> {
  let steps = keptSteps.get(ruleSet);
  if (steps === undefined) {
    const rules: Readonly<Record<ScoreStep, Rule>> = ruleSet.rules;
    steps = new Map(SCORE_STEPS.map((step) => [rules[step].id, step]));
    keptSteps.set(ruleSet, steps);
  }
  return steps;
}

function over(numerator: CompactInteger, denominator: CompactInteger): Rational {
  if (typeof numerator === 'number' && typeof denominator === 'number') return rational(numerator, denominator);
  return rational(BigInt(numerator), BigInt(denominator));
}
