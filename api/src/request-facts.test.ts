import { expect, test } from 'vitest';
import { readLocale, requestFacts } from './request-facts.ts';

test.each([
  [null, 'vi'],
  ['', 'vi'],
  ['fr, de;q=0.8', 'vi'],
  ['en', 'en'],
  ['en-GB,vi;q=0.5', 'en'],
  ['fr, vi, en', 'vi'],
])('reads the language of %o as %s', (header, expected) => {
  expect(readLocale(header)).toBe(expected);
});

test('takes headers of a wrong shape as absent', () => {
  const headers = { 'x-request-id': 'a\tb', 'x-client': 'Extension/<script>', 'x-purpose': 'CURIOSITY' };
  const facts = requestFacts(new Request('http://127.0.0.1/graphql', { headers }));
  expect(facts).toMatchObject({ screen: null, statedPurpose: null });
  expect(facts.requestId).toMatch(/^[0-9a-f-]{36}$/);
});
