import { add, divide, multiply, type Rational, smaller, sum, whole, ZERO } from '../primitives/rational.ts';
import { COMPONENTS_OF, type Component, LEADER_COMPONENTS, TASK_COMPONENTS } from '../scoring/component.ts';
import type { ScoreInput } from '../scoring/period-score.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import type { Figures } from './figures.ts';

/** Any weights do to read the task components off a score; they are weighed by the role's own afterwards. */
const READING = { quantity: whole(70), quality: ZERO, progress: ZERO } as const;

/**
 * A quarter by cumulative sums: the products of its months over one sum of what was assigned, where MEAN_OF_MONTHS takes the mean
 * of three ratios. General points and a leader's figures are means of the months. Null where nothing was assigned in any.
 *
 * Throws a RangeError where the months are not of one role or no weights exist. Source: domain.md 3.15 `quarter.method`, a
 * practice of one branch.
 */
export function cumulativeQuarter(ruleSet: RuleSet, months: readonly ScoreInput[]): Figures | null {
  const [first] = months;
  if (first === undefined) return null;
  const { role } = first;
  if (months.some((month) => month.role !== role)) throw new RangeError('the months of a quarter are of one role');
  const general = meanOf(months.map((month) => month.general));
  const items = months.flatMap((month) => month.items);
  const tasks = scorePeriod(ruleSet, {
    role: 'STAFF',
    general,
    items,
    parameters: { ...first.parameters, weights: READING },
  });
  if (tasks.state === 'INSUFFICIENT_DATA') return null;
  const values = new Map<Component, Rational>(TASK_COMPONENTS.map((component) => [component, tasks[component]]));
  for (const component of LEADER_COMPONENTS) values.set(component, meanLeaderFigure(months, component));
  const weights: Readonly<Partial<Record<Component, Rational>>> | undefined =
    first.parameters?.weights ?? ruleSet.weights?.[role];
  const weighted = COMPONENTS_OF[role].map((component) => {
    const weight = weights?.[component];
    if (weight === undefined) throw new RangeError(`rule set ${ruleSet.code} needs a weight for ${component}`);
    return multiply(weight, values.get(component) ?? ZERO);
  });
  const resultPoints = smaller(sum(weighted), ruleSet.resultMaximum);
  const delays = items.reduce((count, item) => count + item.delays, 0);
  return { total: add(general, resultPoints), resultPoints, quality: tasks.quality, delays };
}

function meanLeaderFigure(months: readonly ScoreInput[], component: (typeof LEADER_COMPONENTS)[number]): Rational {
  return divide(meanOf(months.map((month) => whole(month.role === 'LEADER' ? month[component] : 0))), whole(100));
}

function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), whole(values.length));
}
