import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { type CostlyEvent, deadlineStatus, nonExempt, originOf } from './task.ts';

const day = (text: string) => expectOk(parseLocalDate(text));

describe('the origin of a task', () => {
  const fixed = new Date('2026-11-03T02:00:00Z');

  it.each([
    ['before the plan was fixed', new Date(fixed.getTime() - 1), fixed, 'PLANNED'],
    ['at the instant it was fixed', fixed, fixed, 'UNPLANNED'],
    ['after it was fixed', new Date(fixed.getTime() + 1), fixed, 'UNPLANNED'],
    ['while no plan is fixed', fixed, null, 'PLANNED'],
  ] as const)('assigned %s is %s', (_name, assignedAt, planFixedAt, origin) => {
    expect(originOf(assignedAt, planFixedAt)).toBe(origin);
  });
});

describe('the events that cost points', () => {
  const event = (change: Partial<CostlyEvent>): CostlyEvent => ({
    kind: 'DELAY',
    undone: false,
    objectiveCause: null,
    ...change,
  });

  it.each([
    ['a delay', event({}), 0, 1],
    ['a major error', event({ kind: 'MAJOR_ERROR' }), 1, 0],
    ['an undone delay', event({ undone: true }), 0, 0],
    ['a delay with a claimed cause', event({ objectiveCause: 'CLAIMED' }), 0, 1],
    ['a delay with a refused cause', event({ objectiveCause: 'REFUSED' }), 0, 1],
    ['a delay with a confirmed cause', event({ objectiveCause: 'CONFIRMED' }), 0, 0],
    ['an error with a confirmed cause', event({ kind: 'MAJOR_ERROR', objectiveCause: 'CONFIRMED' }), 0, 0],
    ['a submission', event({ kind: 'SUBMISSION' }), 0, 0],
    ['an extension', event({ kind: 'EXTENSION' }), 0, 0],
  ])('count %s', (_name, each, errors, delays) => {
    expect(nonExempt([each])).toEqual({ errors, delays });
  });

  it('are counted one by one', () => {
    const events = [event({}), event({}), event({ kind: 'MAJOR_ERROR' }), event({ undone: true })];
    expect(nonExempt(events)).toEqual({ errors: 1, delays: 2 });
  });
});

describe('how a deadline stands', () => {
  it.each([
    ['2026-11-25', 'LEFT', 3],
    ['2026-11-23', 'LEFT', 1],
    ['2026-11-22', 'TODAY', 0],
    ['2026-11-21', 'OVERDUE', 1],
    ['2026-10-31', 'OVERDUE', 22],
  ])('%s on 22 November is %s by %d', (deadline, kind, days) => {
    expect(deadlineStatus(day(deadline), day('2026-11-22'))).toEqual({ kind, days });
  });
});
