import { describe, expect, test } from 'vitest';
import { type Authority, capacityOn, covers, mayDecideOn, type Subject } from './authority.policy.ts';

const DIRECTOR: Authority = { employeeId: 'director', unitPaths: ['t.s'], post: 'HEAD', unitPath: 't.s', grants: [] };
const HEAD: Authority = { employeeId: 'head', unitPaths: ['t.s.a'], post: 'HEAD', unitPath: 't.s.a', grants: [] };
const DEPUTY: Authority = { employeeId: 'deputy', unitPaths: ['t.s.a'], post: 'DEPUTY', unitPath: 't.s.a', grants: [] };
const STAFF: Authority = { employeeId: 'staff', unitPaths: [], post: 'STAFF', unitPath: 't.s.a', grants: [] };
const ACTING: Authority = {
  ...STAFF,
  unitPaths: ['t.s.a'],
  grants: [{ id: 'g1', kind: 'ACTING_HEAD', unitPath: 't.s.a' }],
};
const DELEGATE: Authority = { ...ACTING, grants: [{ id: 'g2', kind: 'DELEGATION', unitPath: 't.s.a' }] };
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
    ['who acts for the head on a deputy', ACTING, subject('x', 'DEPUTY'), true],
    ['who acts for the head on the head', ACTING, subject('head', 'HEAD'), false],
    ['a delegate on staff', DELEGATE, subject('x', 'STAFF'), true],
    ['a delegate on a deputy', DELEGATE, subject('x', 'DEPUTY'), false],
    ['a delegate on himself', DELEGATE, subject('staff', 'STAFF'), false],
    ['a head on a person without a post today', HEAD, subject('x', null), true],
  ])('%s', (_name, authority, about, expected) => {
    expect(mayDecideOn(authority, about)).toBe(expected);
  });

  test.each([
    ['a head', HEAD, subject('x', 'STAFF'), 'HEAD'],
    ['a deputy', DEPUTY, subject('x', 'STAFF'), 'DEPUTY'],
    ['a deputy who acts for the head', { ...ACTING, post: 'DEPUTY' as const }, subject('x', 'DEPUTY'), 'GRANT:g1'],
    ['a delegate', DELEGATE, subject('x', 'STAFF'), 'GRANT:g2'],
    ['a delegate beyond his delegation', DELEGATE, subject('x', 'DEPUTY'), null],
  ])('names by what %s decides', (_name, authority, about, capacity) => {
    expect(capacityOn(authority, about)).toBe(capacity);
  });

  test('a scope covers its unit and all below, and nothing above', () => {
    expect(covers(['t.s'], 't.s')).toBe(true);
    expect(covers(['t.s'], 't.s.a')).toBe(true);
    expect(covers(['t.s'], 't')).toBe(false);
    expect(covers([], 't')).toBe(false);
  });
});
