import { expect, it } from 'vitest';
import { readAddress } from './address.ts';
import { freezeAddress, freezeLink } from './freeze-address.ts';

const question = { unit: 'H99.01', period: '2026', group: 'A&B=C', years: 3, byLevel: false };

it('carries the question through the address as it was asked', () => {
  const { path, filters } = readAddress(freezeLink('RANKING', question));
  expect(path).toBe('tong-hop');
  expect(filters.freeze).toBe('RANKING');
  expect(JSON.parse(filters.question ?? '')).toEqual(question);
  expect(freezeAddress('RANKING', question).filters).toEqual(filters);
});
