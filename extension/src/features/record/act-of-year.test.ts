import { expect, it } from 'vitest';
import { actOfYear } from './act-of-year.ts';

it('offers the petition while it can be filed, the own rating before, and else a look', () => {
  expect(actOfYear(['PETITION', 'PUBLISH'])).toBe('petition');
  expect(actOfYear(['SELF_RATE'])).toBe('selfRate');
  expect(actOfYear(['DECIDE', 'RESOLVE'])).toBe('openYear');
  expect(actOfYear([])).toBe('openYear');
});
