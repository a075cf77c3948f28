import { describe, expect, it } from 'vitest';
import { parseRational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { ScoreItem } from '../scoring/period-score.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { closeItem, handOver, remainingUnits } from './task-effects.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const read = (text: string) => expectOk(parseRational(text));

function item(notation: string): ScoreItem {
  const [first] = parseItems(notation);
  if (first === undefined) throw new Error('no item');
  return first;
}

function totalOf(general: number, items: readonly ScoreItem[]): string {
  const score = scorePeriod(civilServant, { role: 'STAFF', general: whole(general), items });
  return score.state === 'SCORED' ? toText(score.total) : score.state;
}

describe('a task late across periods', () => {
  it('G20: is not done in its month and goes on in the next with one delay', () => {
    const closed = parseItems('P14, P6 O').map((each) => closeItem(each, 'CARRY_OVER_WITH_DELAY'));
    expect(
      totalOf(
        27,
        closed.map(({ closing }) => closing),
      ),
    ).toBe('76');
    const carried = closed.flatMap(({ next }) => (next === null ? [] : [{ ...next, outcome: 'DONE' as const }]));
    expect(totalOf(27, [...carried, ...parseItems('P14')])).toBe('381/4');
  });

  it.each([
    ['P6 O', 'CARRY_OVER_WITH_DELAY', 'P6 N', 'P6 l1 O'],
    ['P6 l1 e1 O', 'CARRY_OVER_WITH_DELAY', 'P6 l1 e1 N', 'P6 l2 e1 O'],
    ['U6 O', 'CARRY_OVER_WITH_DELAY', 'U6 N', 'U6 l1 O'],
    ['P6 O', 'CLOSE_AS_NOT_DONE', 'P6 N', null],
    ['P6 l1', 'CARRY_OVER_WITH_DELAY', 'P6 l1', null],
    ['P6 N', 'CARRY_OVER_WITH_DELAY', 'P6 N', null],
    ['P6 H', 'CARRY_OVER_WITH_DELAY', 'P6 H', null],
  ] as const)('%s under %s closes as %s and goes on as %s', (before, rule, closing, next) => {
    expect(closeItem(item(before), rule)).toEqual({ closing: item(closing), next: next === null ? null : item(next) });
  });
});

describe('a hand-over', () => {
  it('G05, G06: costs the giver and helps the taker, from one event', () => {
    const { given, taken } = expectOk(handOver(item('P6 O')));
    expect(totalOf(27, [item('P14'), given])).toBe('76');
    expect(totalOf(27, [item('P20 l1'), { ...taken, outcome: 'DONE' }])).toBe('97');
  });

  it('begins anew for the taker', () => {
    expect(handOver(item('P6 e1 l2 O'))).toEqual({
      ok: true,
      value: { given: item('P6 e1 l2 H'), taken: item('T6 O') },
    });
  });

  it.each(['P6', 'P6 N', 'P6 H'])('is not of a task that is no longer open: %s', (notation) => {
    expect(handOver(item(notation))).toEqual({ ok: false, error: 'WRONG_STATE' });
  });
});

describe('a product split among people', () => {
  it('G21: 4 + 6 + 6 + 8 of 24 leaves nothing', () => {
    expect(remainingUnits(whole(24), ['4', '6', '6', '8'].map(read))).toEqual({ ok: true, value: whole(0) });
  });

  it.each([
    ['24', ['4'], '20'],
    ['24', [], '24'],
    ['1/3', ['1/6', '1/6'], '0'],
    ['1.6', ['0.5', '0.6'], '1/2'],
    ['24', ['24.000001'], null],
    ['24', ['12', '12', '0.1'], null],
    ['24', ['0'], null],
    ['24', ['30', '-6'], null],
  ] as const)('%s units in %j leave %s', (units, shares, rest) => {
    const expected = rest === null ? { ok: false, error: 'OUT_OF_RANGE' } : { ok: true, value: read(rest) };
    expect(remainingUnits(read(units), shares.map(read))).toEqual(expected);
  });
});
