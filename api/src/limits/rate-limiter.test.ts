import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

test('lets a minute’s requests through at once, then one for each that is filled again', () => {
  const limiter = new RateLimiter(60);
  const answers = Array.from({ length: 61 }, () => limiter.take('a', 0));
  expect(answers.filter((answer) => answer.isAllowed)).toHaveLength(60);
  expect(answers.at(-1)).toEqual({ isAllowed: false, remaining: 0 });
  expect(limiter.take('a', 1_000)).toEqual({ isAllowed: true, remaining: 0 });
  expect(limiter.take('a', 1_500).isAllowed).toBe(false);
});

test('counts each user for himself, and never above a full bucket', () => {
  const limiter = new RateLimiter(2);
  expect(limiter.take('a', 0).remaining).toBe(1);
  expect(limiter.take('b', 0).remaining).toBe(1);
  expect(limiter.take('a', 600_000).remaining).toBe(1);
});
