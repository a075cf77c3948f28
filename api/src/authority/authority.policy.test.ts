import { describe, expect, test } from 'vitest';
import { type Authority, covers, mayDecideOn, type Subject } from './authority.policy.ts';

const DIRECTOR: Authority = { employeeId: 'director', unitPaths: ['t.s'], post: 'HEAD', unitPath: 't.s' };
const HEAD: Authority = { employeeId: 'head', unitPaths: ['t.s.a'], post: 'HEAD', unitPath: 't.s.a' };
const DEPUTY: Authority = { employeeId: 'deputy', unitPaths: ['t.s.a'], post: 'DEPUTY', unitPath: 't.s.a' };
const STAFF: Authority = { employeeId: 'staff', unitPaths: [], post: 'STAFF', unitPath: 't.s.a' };
const subject = (employeeId: string, post: Subject['post'], unitPath = 't.s.a'): Subject => ({
  employeeId,
  post,
  unitPath,
});

describe('who decides on whose work', () => {
  test.each([
    ['a head on his staff', HEAD, subject('x', 'STAFF'), true],
    ['a deputy on the staff', DEPUTY, subject('x', 'STAFF'), true],
    ['a head on his deputy', HEAD, subject('deputy', 'DEPUTY'), true],
    ['a head on himself', HEAD, subject('head', 'HEAD'), false],
    ['a deputy on his head', DEPUTY, subject('head', 'HEAD'), false],
    ['a deputy on another deputy', DEPUTY, subject('x', 'DEPUTY'), false],
    ['the director on the head of a phòng', DIRECTOR, subject('head', 'HEAD'), true],
    ['the director on himself', DIRECTOR, subject('director', 'HEAD', 't.s'), false],
    ['the director on his own deputy', DIRECTOR, subject('x', 'DEPUTY', 't.s'), true],
    ['a head on the staff of the next phòng', HEAD, subject('x', 'STAFF', 't.s.b'), false],
    ['a head on a phòng whose path begins like his', HEAD, subject('x', 'STAFF', 't.s.ab'), false],
    ['staff on staff', STAFF, subject('x', 'STAFF'), false],
    ['a head on a person without a post today', HEAD, subject('x', null), true],
  ])('%s', (_name, authority, about, expected) => {
    expect(mayDecideOn(authority, about)).toBe(expected);
  });

  test('a scope covers its unit and all below, and nothing above', () => {
    expect(covers(['t.s'], 't.s')).toBe(true);
    expect(covers(['t.s'], 't.s.a')).toBe(true);
    expect(covers(['t.s'], 't')).toBe(false);
    expect(covers([], 't')).toBe(false);
  });
});
