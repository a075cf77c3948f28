import { expect, it } from 'vitest';
import { nextOption } from './next-option.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['ArrowUp', 2, 3, 1],
  ['PageDown', 4, 50, 14],
  ['PageDown', 45, 50, 49],
  ['PageUp', 3, 50, 0],
  ['ArrowDown', 0, 0, 0],
  ['Home', 1, 3, null],
  ['a', 1, 3, null],
])('%s from %d of %d leads to %j', (key, active, count, next) => {
  expect(nextOption(key, active, count)).toBe(next);
});
