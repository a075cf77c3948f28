import { describe, expect, it } from 'vitest';
import { parseRational, rational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { ScoreInput, ScoreParameters } from './period-score.ts';
import type { RuleSet } from './rule-set.ts';
import { parseItems } from './scenarios/item-notation.ts';
import { scoreExactly } from './score-exactly.ts';
import { scoreFast } from './score-fast.ts';
import { scorePeriod } from './score-period.ts';
import { planFor, remainingShare } from './scoring-plan.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const read = (text: string) => expectOk(parseRational(text));

function staff(items: string, parameters?: ScoreParameters): ScoreInput {
  const common = { role: 'STAFF', general: whole(20), items: parseItems(items) } as const;
  return parameters === undefined ? common : { ...common, parameters };
}

function leader(parameters?: ScoreParameters): ScoreInput {
  const figures = { unitResult: 100, organising: 100, cohesion: 100 } as const;
  const common = { role: 'LEADER', general: whole(20), items: parseItems('P10'), ...figures } as const;
  return parameters === undefined ? common : { ...common, parameters };
}

const weigh = (quantity: string, quality: string, progress: string): ScoreParameters => ({
  weights: { quantity: read(quantity), quality: read(quality), progress: read(progress) },
});

const CAPS = [undefined, 'COMPONENT_100', 'SECTION_70'] as const;
const FAILURES = [undefined, 'NO_PENALTY', 'COUNT_AS_PLANNED'] as const;

describe('the plan of a rule set', () => {
  const given = CAPS.flatMap((componentCap) =>
    FAILURES.map((extraTaskFailure) => ({
      ...(componentCap === undefined ? {} : { componentCap }),
      ...(extraTaskFailure === undefined ? {} : { extraTaskFailure }),
    })),
  );

  it.each(given)('follows what is given, else the rule set: %j', (parameters) => {
    const own: RuleSet = {
      ...civilServant,
      parameters: civilServant.parameters.map((parameter) => ({
        ...parameter,
        default:
          parameter.name === 'componentCap'
            ? 'SECTION_70'
            : parameter.name === 'extraTaskFailure'
              ? 'COUNT_AS_PLANNED'
              : parameter.default,
      })),
    };
    for (const input of [staff('P10', parameters), leader(parameters)]) {
      const [law, office] = [planFor(civilServant, input), planFor(own, input)];
      expect([law.capsComponents, law.countsFailedExtras]).toEqual([
        parameters.componentCap !== 'SECTION_70',
        parameters.extraTaskFailure === 'COUNT_AS_PLANNED',
      ]);
      expect([office.capsComponents, office.countsFailedExtras]).toEqual([
        parameters.componentCap === 'COMPONENT_100',
        parameters.extraTaskFailure !== 'NO_PENALTY',
      ]);
      expect(law.components).toHaveLength(input.role === 'LEADER' ? 6 : 3);
    }
  });

  it('is one for one choice, made once', () => {
    const inputs = given.flatMap((parameters) => [staff('P10', parameters), leader(parameters)]);
    const plans = new Set(inputs.map((input) => planFor(civilServant, input)));
    expect(plans.size).toBe(18);
    expect(inputs.map((input) => plans.has(planFor(civilServant, input)))).not.toContain(false);
    expect(planFor(civilServant, staff('P10'))).toBe(planFor(civilServant, staff('P5', {})));
  });

  it('caps and spares where a rule set names no parameters', () => {
    const bare = { ...civilServant, parameters: [] };
    expect(planFor(bare, staff('P10'))).toMatchObject({ capsComponents: true, countsFailedExtras: false });
  });

  it.each([
    [25, 4, 1],
    [30, 10, 3],
    [0, 1, 0],
    [100, 1, 1],
    [7, 100, 7],
  ])('takes %d percent as %d parts less %d', (deductionPercent, full, step) => {
    const ruleSet = { ...civilServant, deductionPercent };
    const input = staff('P10 l1 e2');
    const plan = planFor(ruleSet, input);
    expect([plan.full, plan.step]).toEqual([full, step]);
    expect(toText(remainingShare(plan, 1))).toBe(toText(rational(100 - deductionPercent, 100)));
    expect(scoreFast(plan, input)?.state).toBe('SCORED');
    expect(scorePeriod(ruleSet, input)).toMatchObject({
      total: (scoreExactly(plan, input) as { total: unknown }).total,
    });
  });
});

describe('weights in whole numbers', () => {
  it('are kept over one denominator', () => {
    const { integers } = planFor(civilServant, staff('P10', weigh('20.5', '1/3', '295/6')));
    expect(integers).toMatchObject({
      weights: [123, 2, 295],
      weightDenominator: 6,
      resultMaximum: 70,
      largestFactor: 90,
    });
    expect(planFor(civilServant, staff('P10')).integers).toMatchObject({ weights: [70, 70, 70], weightDenominator: 3 });
  });

  it.each([
    ['a denominator too fine', weigh('1/1000001', '35', '35'), civilServant],
    ['denominators too fine together', weigh('1/1009', '1/1013', '35'), civilServant],
    ['a weight too large', weigh('100000001', '0', '0'), civilServant],
    ['a weight below 0', weigh('-1', '35', '36'), civilServant],
    ['a weight beyond safe integers', weigh('1/99999999999999999999', '35', '35'), civilServant],
    [
      'a maximum that is no whole number',
      weigh('35', '35', '1/2'),
      { ...civilServant, resultMaximum: rational(141, 2) },
    ],
    ['a maximum too large', weigh('35', '35', '0'), { ...civilServant, resultMaximum: whole(1_000_001) }],
    [
      'a threshold too fine',
      weigh('35', '35', '0'),
      {
        ...civilServant,
        thresholds: civilServant.thresholds.map((each) => ({ ...each, atLeast: rational(1, 1_000_001) })),
      },
    ],
  ] as const)('are none for %s, and the score is exact all the same', (_name, parameters, ruleSet) => {
    const input = staff('P10 l1, P5 N', parameters);
    const plan = planFor(ruleSet, input);
    expect(plan.integers).toBeNull();
    expect(scoreFast(plan, input)).toBeNull();
    expect(scorePeriod(ruleSet, input)).toEqual(scoreExactly(plan, input));
  });

  it.each([
    ['the finest denominator', weigh('1/1000000', '35', '34999999/1000000')],
    ['the largest weight', weigh('100000000', '0', '0')],
    ['a weight of 0', weigh('70', '0', '0')],
  ])('reach to %s', (_name, parameters) => {
    expect(planFor(civilServant, staff('P10', parameters)).integers).not.toBeNull();
  });

  it('are asked for where a rule set has none', () => {
    const input = staff('P10', { weights: { quantity: whole(35), quality: whole(35) } });
    expect(() => planFor(civilServant, input)).toThrow('rule set ND335-2025/CIVIL_SERVANT needs a weight for progress');
  });
});

describe('scoring in whole numbers', () => {
  const plan = planFor(civilServant, staff('P10'));
  const fast = (part: Partial<ScoreInput>) => scoreFast(plan, { ...staff('P10'), ...part } as ScoreInput);

  it.each([
    ['general points below 0', { general: whole(-1) }],
    ['general points too fine', { general: rational(1, 2 ** 30 + 1) }],
    ['general points beyond safe integers', { general: read('1/99999999999999999999') }],
    ['units below 0', { items: [{ ...parseItems('P1')[0], units: whole(-1) }] as never }],
    ['units too fine', { items: parseItems(`P1/${2 ** 30 + 1}`) }],
    ['units too fine together', { items: parseItems('P1/32771, P1/32779') }],
    ['units beyond safe integers', { items: parseItems('P99999999999999999999') }],
    ['units too many', { items: parseItems(`P${2 ** 52}`) }],
    ['done extras too many', { items: parseItems(`P1, U${2 ** 52}`) }],
    ['points too fine', { items: parseItems('P10000000000000 N') }],
  ])('gives way to exact fractions at %s', (_name, part) => {
    expect(fast(part)).toBeNull();
  });

  it.each([
    ['general points of 0', { general: whole(0) }],
    ['fine units', { items: parseItems('P1/1073741824') }],
    ['an extra alone', { items: parseItems('U3') }],
    ['nothing', { items: [] }],
  ])('takes %s', (_name, part) => {
    const input = { ...staff('P10'), ...part } as ScoreInput;
    const score = scoreFast(plan, input);
    expect(score).not.toBeNull();
    expect(score).toMatchObject({ state: scoreExactly(plan, input).state });
  });
});
