import { describe, expect, it } from 'vitest';
import { parseRational, type Rational, rational, sum, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { COMPONENTS_OF } from './component.ts';
import type { PeriodScore, ScoreInput } from './period-score.ts';
import { type GoldenCase, goldenCases } from './scenarios/golden.scenarios.ts';
import { parseItems } from './scenarios/item-notation.ts';
import { scoreExactly } from './score-exactly.ts';
import { scoreFast } from './score-fast.ts';
import { scorePeriod } from './score-period.ts';
import { planFor } from './scoring-plan.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const publicEmployee = getRuleSet('ND233-2026/PUBLIC_EMPLOYEE');

function read(text: string): Rational {
  return expectOk(parseRational(text));
}

function toInput(golden: GoldenCase): ScoreInput {
  const role = golden.leader === undefined ? 'STAFF' : 'LEADER';
  const weights = golden.weights?.map((weight, position) => [COMPONENTS_OF[role][position], read(weight)] as const);
  const parameters = {
    ...(golden.cap === undefined ? {} : { componentCap: golden.cap }),
    ...(weights === undefined ? {} : { weights: Object.fromEntries(weights) }),
  };
  const common = { general: read(golden.general), items: parseItems(golden.items), parameters };
  if (golden.leader === undefined) return { role: 'STAFF', ...common };
  const [unitResult, organising, cohesion] = golden.leader;
  return { role: 'LEADER', ...common, unitResult, organising, cohesion };
}

/** The figures a golden case states, as text. */
function toFigures(score: PeriodScore): object {
  const extraUnits = toText(score.extraUnits);
  if (score.state === 'INSUFFICIENT_DATA') return { raw: null, extraUnits };
  return {
    raw: [score.raw.quantity, score.raw.quality, score.raw.progress].map(toText),
    extraUnits,
    resultPoints: toText(score.resultPoints),
    total: toText(score.total),
    level: score.level,
  };
}

describe('the golden cases of domain.md', () => {
  for (const golden of goldenCases) {
    it(`${golden.id}: ${golden.exercises}`, () => {
      const ruleSet = getRuleSet(golden.ruleSet ?? civilServant.code);
      const input = toInput(golden);
      const plan = planFor(ruleSet, input);
      const { raw, extraUnits = '0', resultPoints, total, level } = golden;
      const expected = raw === null ? { raw, extraUnits } : { raw, extraUnits, resultPoints, total, level };
      expect(toFigures(scoreExactly(plan, input))).toEqual(expected);
      const fast = scoreFast(plan, input);
      expect(fast === null ? null : toFigures(fast)).toEqual(expected);
      expect(toFigures(scorePeriod(ruleSet, input))).toEqual(expected);
    });
  }
});

describe('scorePeriod', () => {
  it('limits each component to 1 by default and keeps what it was before', () => {
    const score = scorePeriod(civilServant, { role: 'STAFF', general: whole(27), items: parseItems('P20 l1, T6') });
    expect(score).toMatchObject({ state: 'SCORED', quantity: whole(1), progress: whole(1) });
    expect(score.state === 'SCORED' && score.raw.progress).toEqual(rational(21, 20));
  });

  it('leaves components as they are under SECTION_70 and takes the surplus off in a line of its own', () => {
    const items = parseItems('P20 l2, T6 l4');
    const parameters = { componentCap: 'SECTION_70' } as const;
    const score = scorePeriod(civilServant, { role: 'STAFF', general: whole(26), items, parameters });
    if (score.state !== 'SCORED') throw new Error('scored');
    expect(score.quantity).toEqual(rational(13, 10));
    const cap = score.explanation.at(-1);
    expect([cap?.step, String(cap?.value), String(cap?.points)]).toEqual(['sectionCap', '217/3', '-7/3']);
    expect(score.explanation.map((line) => line.step)).toHaveLength(5);
  });

  it('adds no cap line where the section stays within 70', () => {
    const parameters = { componentCap: 'SECTION_70' } as const;
    const score = scorePeriod(civilServant, {
      role: 'STAFF',
      general: whole(26),
      items: parseItems('P20'),
      parameters,
    });
    expect(score.state === 'SCORED' && score.explanation.map((line) => line.step)).toEqual([
      'general',
      'quantity',
      'quality',
      'progress',
    ]);
  });

  it.each([
    ['NO_PENALTY', 'P10, U10 N', '1'],
    ['COUNT_AS_PLANNED', 'P10, U10 N', '1/2'],
    ['COUNT_AS_PLANNED', 'P10, T10 H', '1/2'],
    ['COUNT_AS_PLANNED', 'P10, U10 O', '1'],
    ['COUNT_AS_PLANNED', 'P10 N, U10', '1'],
    ['COUNT_AS_PLANNED', 'U10 N', '0'],
  ] as const)(
    'counts a failed extra task by extraTaskFailure: %s, %s gives quantity %s',
    (failure, items, quantity) => {
      const input = { role: 'STAFF', general: whole(20), items: parseItems(items) } as const;
      const score = scorePeriod(civilServant, { ...input, parameters: { extraTaskFailure: failure } });
      expect(score.state === 'SCORED' && toText(score.quantity)).toBe(quantity);
      const plan = planFor(civilServant, { ...input, parameters: { extraTaskFailure: failure } });
      expect(toFigures(scoreExactly(plan, input))).toEqual(toFigures(score));
    },
  );

  it('counts an open planned task as assigned and not yet done', () => {
    const score = scorePeriod(civilServant, { role: 'STAFF', general: whole(20), items: parseItems('P10, P10 O') });
    expect(score.state === 'SCORED' && toText(score.quantity)).toBe('1/2');
  });

  it('refuses a rule set without weights where none are given', () => {
    const input = { role: 'STAFF', general: whole(20), items: parseItems('P10') } as const;
    expect(() => scorePeriod(publicEmployee, input)).toThrow('needs a weight for quantity');
  });

  it('gives every line the rule and source of its rule set, and the leaves of its items', () => {
    const items = parseItems('P4 e1, P6 l2, U2 N');
    const score = scorePeriod(civilServant, { role: 'STAFF', general: rational(49, 2), items });
    if (score.state !== 'SCORED') throw new Error('scored');
    for (const line of score.explanation) {
      expect(line.rule).toBe(civilServant.rules[line.step].id);
      expect(line.source).toBe(civilServant.rules[line.step].source);
    }
    const leaves = score.explanation.map((line) => line.items.map((item) => `${item.index}:${item.value}`).join(' '));
    expect(leaves).toEqual(['', '0:4 1:6 2:0', '0:3 1:6 2:0', '0:4 1:3 2:0']);
    expect(toText(sum(score.explanation.map((line) => line.points)))).toBe(toText(score.total));
  });

  it('falls back to exact arithmetic where numbers do not fit in doubles', () => {
    const items = parseItems('P100000000000000000000000/7 l1, P1/999999999999999999999');
    const input = { role: 'STAFF', general: whole(20), items } as const;
    expect(scoreFast(planFor(civilServant, input), input)).toBeNull();
    expect(scorePeriod(civilServant, input)).toMatchObject({ state: 'SCORED', quantity: whole(1) });
  });

  it('falls back too where only the denominator of the points outgrows a double', () => {
    const input = { role: 'STAFF', general: whole(0), items: parseItems('P1000000000000000 N') } as const;
    expect(toFigures(scorePeriod(civilServant, input))).toMatchObject({ total: '0', level: 'NOT_COMPLETED' });
  });
});
