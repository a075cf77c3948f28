import { describe, expect, it } from 'vitest';
import { parseRational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { listRuleSets } from '../rulesets/rulesets.ts';
import { levelOf } from './level-of.ts';

describe('levelOf', () => {
  it.each([
    ['100', 'OUTSTANDING'],
    ['90.0001', 'OUTSTANDING'],
    ['90', 'OUTSTANDING'],
    ['89.9999999999999999999999', 'GOOD'],
    ['89.995', 'GOOD'],
    ['70', 'GOOD'],
    ['69.9999', 'COMPLETED'],
    ['50', 'COMPLETED'],
    ['49.995', 'NOT_COMPLETED'],
    ['0', 'NOT_COMPLETED'],
  ])('of %s is %s, by the built-in rule sets too', (total, level) => {
    const value = expectOk(parseRational(total));
    expect(levelOf(value)).toBe(level);
    for (const { thresholds } of listRuleSets()) expect(levelOf(value, thresholds)).toBe(level);
  });
});
