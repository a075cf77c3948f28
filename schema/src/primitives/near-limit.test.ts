import { expect, test } from 'vitest';
import { nearLimits } from './near-limit.ts';
import { rational } from './rational.ts';

const limits = { depth: 12, cost: 1000, aliases: 15 };

test.each([
  [{ cost: 799 }, []],
  [{ cost: 800 }, ['cost']],
  [{ cost: 1001 }, ['cost']],
  // Four fifths of 12 are 9.6.
  [{ depth: 9 }, []],
  [{ depth: 10, aliases: 12 }, ['depth', 'aliases']],
  [{}, []],
])('%j is near %j', (used, expected) => {
  expect(nearLimits(used, limits).map(({ limit }) => limit)).toEqual(expected);
});

test('says how much is used of what', () => {
  expect(nearLimits({ aliases: 14 }, limits)).toEqual([{ limit: 'aliases', used: 14, maximum: 15 }]);
  expect(nearLimits({ aliases: 8 }, limits, rational(1, 2))).toHaveLength(1);
});
