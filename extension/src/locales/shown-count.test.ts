import { expect, it } from 'vitest';
import { shownCount } from './shown-count.ts';

it.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1_234, '1.234', '1,234'],
  [200_000, '200.000', '200,000'],
])('%i things', (count, vi, en) => {
  expect([shownCount(count, 'vi'), shownCount(count, 'en')]).toEqual([vi, en]);
});
