import { describe, expect, it } from 'vitest';
import { rational, toText, whole } from '../primitives/rational.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { ScoreInput } from '../scoring/period-score.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import type { MinWorkedDays } from '../scoring/year-rules.ts';
import { hasWorkedEnough, type MonthSegment, mergeMonth, type SplitMethod } from './merge-month.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const HALF: MinWorkedDays = { kind: 'SHARE', share: rational(1, 2) };

function rules(method: SplitMethod, minimum: MinWorkedDays = HALF) {
  const { source } = civilServant.year.splitPeriod;
  return { splitPeriod: { value: method, source }, minWorkedDays: { value: minimum, source } };
}

/** A segment scored from items in the notation of domain.md 15. */
function segment(workedDays: number, general: number, items: string, leader?: 50 | 100): MonthSegment {
  const common = { general: whole(general), items: parseItems(items) };
  const input: ScoreInput =
    leader === undefined
      ? { role: 'STAFF', ...common }
      : { role: 'LEADER', ...common, unitResult: leader, organising: 100, cohesion: 100 };
  const score = scorePeriod(civilServant, input);
  const delays = common.items.reduce((count, item) => count + item.delays, 0);
  const figures =
    score.state === 'SCORED'
      ? { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays }
      : null;
  return { ruleSet: civilServant, workedDays, input, figures };
}

/** A segment of which only the figure is known. */
function figure(workedDays: number, total: number | null): MonthSegment {
  const figures =
    total === null ? null : { total: whole(total), resultPoints: whole(total - 30), quality: whole(1), delays: 1 };
  return { ruleSet: civilServant, workedDays, input: null, figures };
}

const WEIGHT = 'WEIGHT_BY_WORKING_DAYS';

describe('a month in two units', () => {
  const june = [figure(8, 84), figure(14, 92)];

  it('A3: by days worked, 8 at 84 and 14 at 92', () => {
    const merged = mergeMonth(rules(WEIGHT), june, 22);
    expect(merged).toMatchObject({ state: 'SCORED', workedDays: 22, method: WEIGHT, counted: [0, 1] });
    expect(merged.figures).toEqual({
      total: rational(980, 11),
      resultPoints: rational(650, 11),
      quality: whole(1),
      delays: 2,
    });
  });

  it('by the last unit alone', () => {
    const merged = mergeMonth(rules('LAST_UNIT'), june, 22);
    expect([merged.figures?.total, merged.counted, merged.method]).toEqual([whole(92), [1], 'LAST_UNIT']);
    expect(mergeMonth(rules('LAST_UNIT'), [figure(14, 92), figure(8, null)], 22)).toMatchObject({
      state: 'INSUFFICIENT_DATA',
      figures: null,
      counted: [],
    });
  });

  it('by the last of three', () => {
    const merged = mergeMonth(rules('LAST_UNIT'), [figure(8, 84), figure(8, 70), figure(6, 92)], 22);
    expect([merged.figures?.total, merged.counted]).toEqual([whole(92), [2]]);
  });

  it('leaves a segment without data out of the weights', () => {
    const merged = mergeMonth(rules(WEIGHT), [figure(8, null), figure(14, 92)], 22);
    expect([merged.figures?.total, merged.counted, merged.workedDays]).toEqual([whole(92), [1], 22]);
  });

  it('leaves a segment without a day out', () => {
    const merged = mergeMonth(rules(WEIGHT), [figure(0, 20), figure(22, 92)], 22);
    expect([merged.figures?.total, merged.counted]).toEqual([whole(92), [1]]);
  });

  it('has no figure where no segment has', () => {
    expect(mergeMonth(rules(WEIGHT), [figure(8, null), figure(14, null)], 22)).toEqual({
      state: 'INSUFFICIENT_DATA',
      figures: null,
      workedDays: 22,
      method: WEIGHT,
      counted: [],
    });
  });
});

describe('a month of one segment', () => {
  it.each([WEIGHT, 'POOL_ITEMS', 'LAST_UNIT'] as const)('keeps its figure under %s', (method) => {
    const merged = mergeMonth(rules(method), [figure(22, 84)], 22);
    expect(merged).toEqual({
      state: 'SCORED',
      figures: figure(22, 84).figures,
      workedDays: 22,
      method: null,
      counted: [0],
    });
  });

  it('has none where nothing was assigned, nor without any segment', () => {
    expect(mergeMonth(rules(WEIGHT), [figure(22, null)], 22)).toMatchObject({
      state: 'INSUFFICIENT_DATA',
      counted: [],
    });
    expect(mergeMonth(rules(WEIGHT), [], 22)).toMatchObject({ state: 'BELOW_MINIMUM', workedDays: 0, method: null });
    const none = rules(WEIGHT, { kind: 'DAYS', days: 0 });
    expect(mergeMonth(none, [], 22)).toMatchObject({ state: 'BELOW_MINIMUM', figures: null });
  });
});

describe('pooling the items of a month', () => {
  it('scores them as one, general points by days', () => {
    const merged = mergeMonth(rules('POOL_ITEMS'), [segment(8, 20, 'P10 l1'), segment(14, 30, 'P30, P10 N')], 22);
    // D 50; a 40/50, b 40/50, c 37.5/50; general (8·20 + 14·30)/22.
    const expected = scorePeriod(civilServant, {
      role: 'STAFF',
      general: rational(580, 22),
      items: parseItems('P10 l1, P30, P10 N'),
    });
    if (expected.state !== 'SCORED') throw new Error('scored');
    expect(merged).toMatchObject({ state: 'SCORED', method: 'POOL_ITEMS', counted: [0, 1] });
    expect(merged.figures).toEqual({
      total: expected.total,
      resultPoints: expected.resultPoints,
      quality: expected.quality,
      delays: 1,
    });
    expect(toText(merged.figures?.resultPoints ?? whole(0))).toBe('329/6');
  });

  it('saves a segment without a plan of its own', () => {
    const merged = mergeMonth(rules('POOL_ITEMS'), [segment(8, 30, 'U5'), segment(14, 30, 'P10, P5 N')], 22);
    expect(merged.figures?.total).toEqual(whole(100));
  });

  it('has none where no segment has a plan', () => {
    const merged = mergeMonth(rules('POOL_ITEMS'), [segment(8, 30, 'U5'), segment(14, 30, '')], 22);
    expect(merged).toMatchObject({ state: 'INSUFFICIENT_DATA', method: 'POOL_ITEMS', counted: [] });
  });

  it('takes the leader’s figures of the last segment', () => {
    const merged = mergeMonth(rules('POOL_ITEMS'), [segment(8, 30, 'P10', 50), segment(14, 30, 'P10', 100)], 22);
    expect(merged.figures?.total).toEqual(whole(100));
  });

  it.each([
    ['roles differ', [segment(8, 30, 'P10'), segment(14, 30, 'P10', 100)]],
    ['a segment’s items are not at hand', [figure(8, 84), segment(14, 30, 'P10')]],
    ['no segment’s items are at hand', [figure(8, 84), figure(14, 92)]],
    [
      'the rule sets differ',
      [segment(8, 30, 'P10'), { ...segment(14, 30, 'P10'), ruleSet: { ...civilServant, version: 2 } }],
    ],
    [
      'the codes differ',
      [segment(8, 30, 'P10'), { ...segment(14, 30, 'P10'), ruleSet: { ...civilServant, code: 'X' } }],
    ],
  ] as const)('gives way to days worked where %s', (_name, segments) => {
    const merged = mergeMonth(rules('POOL_ITEMS'), segments, 22);
    expect(merged).toEqual(mergeMonth(rules(WEIGHT), segments, 22));
    expect(merged.method).toBe(WEIGHT);
  });

  it.each([
    [{ componentCap: 'SECTION_70' }, undefined],
    [{ componentCap: 'SECTION_70' }, { componentCap: 'COMPONENT_100' }],
  ] as const)('gives way to days worked where the parameters differ: %j, %j', (first, second) => {
    const with_ = (parameters: object | undefined) => {
      const each = segment(11, 30, 'P10');
      return parameters === undefined ? each : { ...each, input: { ...each.input, parameters } as ScoreInput };
    };
    expect(mergeMonth(rules('POOL_ITEMS'), [with_(first), with_(second)], 22).method).toBe(WEIGHT);
    expect(mergeMonth(rules('POOL_ITEMS'), [with_(first), with_(first)], 22).method).toBe('POOL_ITEMS');
  });

  it('takes the leader’s figures of the last of three', () => {
    const segments = [segment(8, 30, 'P10', 100), segment(8, 30, 'P10', 100), segment(6, 30, 'P10', 50)];
    expect(mergeMonth(rules('POOL_ITEMS'), segments, 22).figures?.total).toEqual(rational(565, 6));
  });

  it('has general points of 0 where no day was worked and the least is none', () => {
    const none = rules('POOL_ITEMS', { kind: 'DAYS', days: 0 });
    const merged = mergeMonth(none, [segment(0, 30, 'P10'), segment(0, 30, 'P10')], 22);
    expect(merged.figures?.total).toEqual(whole(70));
  });
});

describe('the least days of a month', () => {
  it.each([
    [HALF, 11, 22, true],
    [HALF, 10, 22, false],
    [HALF, 11, 21, true],
    [HALF, 10, 21, false],
    [{ kind: 'DAYS', days: 5 }, 5, 22, true],
    [{ kind: 'DAYS', days: 5 }, 4, 22, false],
    [{ kind: 'DAYS', days: 0 }, 0, 22, true],
  ] as const)('%j: %d of %d is enough: %s', (minimum, worked, working, expected) => {
    expect(hasWorkedEnough(minimum, worked, working)).toBe(expected);
  });

  it('counts all segments together', () => {
    expect(mergeMonth(rules(WEIGHT), [figure(5, 84), figure(6, 92)], 22).state).toBe('SCORED');
    expect(mergeMonth(rules(WEIGHT), [figure(5, 84), figure(5, 92)], 22)).toEqual({
      state: 'BELOW_MINIMUM',
      figures: null,
      workedDays: 10,
      method: WEIGHT,
      counted: [],
    });
  });
});
