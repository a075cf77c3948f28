import type { Post } from '@congvu/schema/evaluation';
import { describe, expect, test } from 'vitest';
import type { MonthPerson } from './month-people.store.ts';
import { Subordinates } from './subordinates.ts';

const leader = (id: string, post: Post, unitPath = 't.s.a'): MonthPerson => ({
  id,
  post,
  unitPath,
  unitId: unitPath,
  level: 3,
});
const sheet = (employeeId: string, post: Post | null, what: 'PENDING' | 'FAILED', path = 't.s.a') => ({
  employeeId,
  post,
  path,
  isPending: what === 'PENDING',
  hasFailed: what === 'FAILED',
});
const HEAD = leader('head', 'HEAD');
const DEPUTY = leader('deputy', 'DEPUTY');
const FIELD = new Map([
  [
    'deputy',
    [
      { leaderId: 'deputy', path: 't.s.a.x', employeeId: null },
      { leaderId: 'deputy', path: null, employeeId: 'one' },
      { leaderId: 'deputy', path: null, employeeId: 'other deputy' },
    ],
  ],
]);

describe('a leader', () => {
  test.each([
    ['a head, for his staff', HEAD, sheet('x', 'STAFF', 'PENDING'), {}, true],
    ['a head, for his deputy', HEAD, sheet('deputy', 'DEPUTY', 'PENDING'), {}, true],
    ['a head, for the head of a unit below', HEAD, sheet('x', 'HEAD', 'PENDING', 't.s.a.x'), {}, true],
    ['nobody, for himself', HEAD, sheet('head', 'HEAD', 'PENDING'), {}, false],
    ['nobody, for another unit', HEAD, sheet('x', 'STAFF', 'PENDING', 't.s.ab'), {}, false],
    ['a deputy, for the staff', DEPUTY, sheet('x', 'STAFF', 'PENDING'), {}, true],
    ['no deputy, for his head', DEPUTY, sheet('head', 'HEAD', 'PENDING'), {}, false],
    ['no deputy, for another deputy', DEPUTY, sheet('other deputy', 'DEPUTY', 'PENDING'), {}, false],
    ['a deputy, for the unit in his field', DEPUTY, sheet('x', 'STAFF', 'PENDING', 't.s.a.x'), { field: true }, true],
    ['a deputy, for the person in his field', DEPUTY, sheet('one', 'STAFF', 'PENDING'), { field: true }, true],
    ['no deputy, for who is outside his field', DEPUTY, sheet('x', 'STAFF', 'PENDING'), { field: true }, false],
    [
      'no deputy, for a deputy in his field',
      DEPUTY,
      sheet('other deputy', 'DEPUTY', 'PENDING'),
      { field: true },
      false,
    ],
  ] as const)('waits: %s', (_name, who, other, { field = false }: { field?: boolean }, expected) => {
    expect(new Subordinates([other], field ? FIELD : new Map()).of(who).isWaiting).toBe(expected);
  });

  test.each([
    ['a head whose staff failed', HEAD, sheet('x', 'STAFF', 'FAILED'), {}, 50],
    ['a deputy whose head failed', DEPUTY, sheet('head', 'HEAD', 'FAILED'), {}, 100],
    ['a deputy outside whose field somebody failed (G24)', DEPUTY, sheet('x', 'STAFF', 'FAILED'), { field: true }, 100],
    ['a deputy in whose field somebody failed', DEPUTY, sheet('one', 'STAFF', 'FAILED'), { field: true }, 50],
    [
      'a deputy with a deputy in his field who failed',
      DEPUTY,
      sheet('other deputy', 'DEPUTY', 'FAILED'),
      { field: true },
      50,
    ],
  ] as const)('has %s at the figure', (_name, who, other, { field = false }: { field?: boolean }, expected) => {
    expect(new Subordinates([other], field ? FIELD : new Map()).of(who).unitResult).toBe(expected);
  });
});
