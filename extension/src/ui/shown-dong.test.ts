import { expect, it } from 'vitest';
import { shownDong } from './shown-dong.ts';

it.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1.000'],
  ['2340000', '2.340.000'],
  ['9007199254740993', '9.007.199.254.740.993'],
])('writes %s đồng as %s', (amount, shown) => {
  expect(shownDong(amount)).toBe(shown);
});
