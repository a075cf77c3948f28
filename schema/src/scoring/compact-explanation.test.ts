import { describe, expect, it } from 'vitest';
import { rational, whole } from '../primitives/rational.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { decodeExplanation, encodeExplanation, expandExplanation } from './compact-explanation.ts';
import { parseItems } from './scenarios/item-notation.ts';
import { scorePeriod } from './score-period.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const items = parseItems('P4 e1, P6 l2, U2 N');
const score = scorePeriod(civilServant, { role: 'STAFF', general: rational(49, 2), items });
if (score.state !== 'SCORED') throw new Error('scored');
const stored = JSON.parse(JSON.stringify(encodeExplanation(score)));

describe('a stored explanation', () => {
  it('is read back word for word', () => {
    expect(decodeExplanation(civilServant, stored)).toEqual({ ok: true, value: score.explanation });
  });

  it.each([
    ['nothing', null],
    ['another format', { ...stored, format: 2 }],
    ['a part missing', { ...stored, items: undefined }],
    ['a part too many', { ...stored, extra: 1 }],
    ['a fraction among the numbers', { ...stored, valueDenominator: 1.5 }],
    ['a text that is no number', { ...stored, itemDenominator: '12a' }],
    ['a text before a number', { ...stored, itemDenominator: 'a12' }],
    ['a version below 1', { ...stored, version: 0 }],
    ['a line of two parts', { ...stored, lines: [['ND335-2025.general', 1]] }],
    ['a run of items cut short', { ...stored, items: stored.items.slice(1) }],
    ['a rule the rule set does not have', { ...stored, lines: [...stored.lines, ['ND335-2025.luck', 1, 1]] }],
  ])('is refused with %s', (_name, value) => {
    expect(decodeExplanation(civilServant, value)).toEqual({ ok: false, error: 'NOT_AN_EXPLANATION' });
  });

  it.each([
    ['another rule set', { ...civilServant, code: 'OTHER' }],
    ['another version', { ...civilServant, version: 2 }],
  ])('is refused by %s', (_name, ruleSet) => {
    expect(decodeExplanation(ruleSet, stored)).toEqual({ ok: false, error: 'OTHER_RULE_SET' });
  });

  it('may hold numbers of any size and sign as text', () => {
    const big = {
      ...stored,
      lines: [['ND335-2025.general', '-12345678901234567890', '12345678901234567890']],
      pointsDenominator: '10',
      items: [],
    };
    const decoded = decodeExplanation(civilServant, big);
    expect(decoded.ok && decoded.value.map(({ step, value, points }) => [step, String(value), String(points)])).toEqual(
      [['general', '-1234567890123456789', '1234567890123456789']],
    );
  });

  it('shares a leaf among components that count it the same, and no other', () => {
    const [, quantity, quality, progress] = expandExplanation(civilServant, encodeExplanation(score));
    expect(quality?.items.map((leaf, index) => leaf === quantity?.items[index])).toEqual([false, true, true]);
    expect(progress?.items.map((leaf, index) => leaf === quality?.items[index])).toEqual([false, false, true]);
    expect(progress?.items.map(({ value }) => value)).toEqual([whole(4), whole(3), whole(0)]);
  });

  it('cannot be expanded by a rule set without its rules', () => {
    const compact = { ...encodeExplanation(score), lines: [['ND335-2025.luck', 1, 1]] as const };
    expect(() => expandExplanation(civilServant, compact)).toThrow(
      'ND335-2025/CIVIL_SERVANT has no rule ND335-2025.luck',
    );
  });
});
