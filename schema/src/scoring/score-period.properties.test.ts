import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, divide, type Rational, rational, sum, toText, whole, ZERO } from '../primitives/rational.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { decodeExplanation } from './compact-explanation.ts';
import { TASK_COMPONENTS } from './component.ts';
import type { PeriodScore, ScoredPeriod, ScoreInput, ScoreItem } from './period-score.ts';
import { scoreExactly } from './score-exactly.ts';
import { scoreFast } from './score-fast.ts';
import { scorePeriod } from './score-period.ts';
import { planFor } from './scoring-plan.ts';

const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');

const ordinaryUnits = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.constantFrom(1, 2, 4, 5, 10, 100))
  .map(([top, bottom]) => rational(top, bottom));
/** Where whole numbers in doubles just end: the figures of a period come out on either side of 2^53. */
const edgeUnits = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.constantFrom(1, 7, 30, 64, 1_000))
  .map(([top, bottom]) => rational(top, bottom));
/** From 10^-30 to 10^30, with denominators that share nothing. */
const wildUnits = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([top, bottom]) => rational(top, bottom));

function itemsOf(units: fc.Arbitrary<Rational>): fc.Arbitrary<ScoreItem[]> {
  const item = fc.record({
    units,
    origin: fc.constantFrom('PLANNED', 'PLANNED', 'TAKEN_OVER', 'UNPLANNED'),
    outcome: fc.constantFrom('DONE', 'DONE', 'NOT_DONE', 'HANDED_OVER', 'OPEN'),
    errors: fc.integer({ min: 0, max: 6 }),
    delays: fc.integer({ min: 0, max: 6 }),
  }) as fc.Arbitrary<ScoreItem>;
  return fc.array(item, { maxLength: 25 });
}

function inputOf(units: fc.Arbitrary<Rational>): fc.Arbitrary<ScoreInput> {
  const figure = fc.constantFrom(50 as const, 100 as const);
  const common = {
    general: fc.integer({ min: 0, max: 3_000 }).map((hundredths) => rational(hundredths, 100)),
    items: itemsOf(units),
    parameters: fc.record({
      componentCap: fc.constantFrom('COMPONENT_100' as const, 'SECTION_70' as const),
      extraTaskFailure: fc.constantFrom('NO_PENALTY' as const, 'COUNT_AS_PLANNED' as const),
    }),
  };
  return fc.oneof(
    fc.record({ role: fc.constant('STAFF' as const), ...common }),
    fc.record({
      role: fc.constant('LEADER' as const),
      ...common,
      unitResult: figure,
      organising: figure,
      cohesion: figure,
    }),
  );
}

const ordinary = inputOf(ordinaryUnits);
const wild = fc.oneof(ordinary, inputOf(edgeUnits), inputOf(fc.oneof(ordinaryUnits, wildUnits)));
const runs = { numRuns: 400 };

/** Everything a score says, as plain text, without the form it is held in. */
function toPlain(score: PeriodScore): unknown {
  if (score.state === 'INSUFFICIENT_DATA') return { state: score.state, extraUnits: toText(score.extraUnits) };
  const { state, level, display, general, quantity, quality, progress, unitResult, organising, cohesion } = score;
  const { raw, extraUnits, resultPoints, total, explanation } = score;
  const figures = { general, quantity, quality, progress, unitResult, organising, cohesion, raw, extraUnits };
  return JSON.parse(JSON.stringify({ state, level, display, ...figures, resultPoints, total, explanation }));
}

function onScored(score: PeriodScore, check: (scored: ScoredPeriod) => void): void {
  if (score.state === 'SCORED') check(score);
}

describe('a period score', () => {
  it('is the same in whole numbers and in exact fractions, whatever the units', () => {
    fc.assert(
      fc.property(wild, (input) => {
        const plan = planFor(ruleSet, input);
        const fast = scoreFast(plan, input);
        fc.pre(fast !== null);
        expect(fast === null ? null : toPlain(fast)).toEqual(toPlain(scoreExactly(plan, input)));
      }),
      runs,
    );
  });

  it('is worked out in whole numbers for every ordinary input', () => {
    fc.assert(
      fc.property(ordinary, (input) => {
        const plan = planFor(ruleSet, input);
        const fast = scoreFast(plan, input);
        expect(fast === null ? null : toPlain(fast)).toEqual(toPlain(scoreExactly(plan, input)));
      }),
      runs,
    );
  });

  it('is never negative and never above 100', () => {
    fc.assert(
      fc.property(wild, (input) => {
        onScored(scorePeriod(ruleSet, input), ({ total, resultPoints }) => {
          expect(compare(total, ZERO)).toBeGreaterThanOrEqual(0);
          expect(compare(total, whole(100))).toBeLessThanOrEqual(0);
          expect(compare(resultPoints, whole(70))).toBeLessThanOrEqual(0);
        });
      }),
      runs,
    );
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(wild, fc.infiniteStream(fc.nat()), (input, order) => {
        const keyed = input.items.map((item) => ({ item, key: order.next().value as number }));
        const items = keyed.toSorted((left, right) => left.key - right.key).map(({ item }) => item);
        const [first, second] = [scorePeriod(ruleSet, input), scorePeriod(ruleSet, { ...input, items })];
        expect(second.state).toBe(first.state);
        onScored(first, (scored) => expect(second).toMatchObject({ total: scored.total, level: scored.level }));
      }),
      runs,
    );
  });

  it('is the exact sum of its lines, and each task component that of its items', () => {
    fc.assert(
      fc.property(wild, (input) => {
        onScored(scorePeriod(ruleSet, input), (scored) => {
          expect(sum(scored.explanation.map((line) => line.points))).toEqual(scored.total);
          const { countsFailedExtras } = planFor(ruleSet, input);
          const assigned = sum(
            input.items
              .filter(
                ({ origin, outcome }) =>
                  origin === 'PLANNED' || (countsFailedExtras && (outcome === 'NOT_DONE' || outcome === 'HANDED_OVER')),
              )
              .map(({ units }) => units),
          );
          for (const component of TASK_COMPONENTS) {
            const line = scored.explanation.find(({ step }) => step === component);
            expect(divide(sum(line?.items.map(({ value }) => value) ?? []), assigned)).toEqual(scored.raw[component]);
          }
        });
      }),
      runs,
    );
  });

  it('comes back line by line from its stored explanation', () => {
    fc.assert(
      fc.property(wild, (input) => {
        onScored(scorePeriod(ruleSet, input), (scored) => {
          const stored: unknown = JSON.parse(JSON.stringify(scored.compact));
          expect(decodeExplanation(ruleSet, stored)).toEqual({ ok: true, value: scored.explanation });
        });
      }),
      runs,
    );
  });

  it('never falls when a delay or an error is taken away', () => {
    fc.assert(
      fc.property(ordinary, (input) => {
        const clean = { ...input, items: input.items.map((item) => ({ ...item, errors: 0, delays: 0 })) };
        const better = scorePeriod(ruleSet, clean);
        onScored(scorePeriod(ruleSet, input), ({ total }) => {
          expect(better.state === 'SCORED' && compare(better.total, total) >= 0).toBe(true);
        });
      }),
      runs,
    );
  });
});
