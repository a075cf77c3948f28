import { describe, expect, it } from 'vitest';
import { POSTS } from '../evaluation/assignment.ts';
import {
  advanceClassification,
  CLASSIFICATION_ACTIONS,
  CLASSIFICATION_STATES,
  type ClassificationAction,
  type ClassificationState,
  canAdvanceClassification,
  isDecided,
  missingSteps,
  requiredSteps,
} from './classification-state.ts';

/** The actions open in each state, with the state after each; what is not named is refused. */
const common = {
  OPEN: 'SELF_RATE→SELF_RATED RECORD_MEETING→MEETING_HELD DECIDE_NOT_CLASSIFIED→DECIDED',
  SELF_RATED: 'SELF_RATE→SELF_RATED RECORD_MEETING→MEETING_HELD DECIDE_NOT_CLASSIFIED→DECIDED',
  DECIDED: 'NOTIFY→NOTIFIED SUPERSEDE→SUPERSEDED',
  NOTIFIED: 'PUBLISH→PUBLISHED PETITION→PETITIONED SUPERSEDE→SUPERSEDED',
  PUBLISHED: 'PETITION→PETITIONED SUPERSEDE→SUPERSEDED',
  PETITIONED: 'PUBLISH→PETITIONED WITHDRAW→RESOLVED RESOLVE→RESOLVED SUPERSEDE→SUPERSEDED',
  RESOLVED: 'PUBLISH→RESOLVED SUPERSEDE→SUPERSEDED',
  SUPERSEDED: '',
} as const;
const beforeDecision = {
  HEAD: {
    MEETING_HELD: 'RECORD_MEETING→MEETING_HELD RECORD_PARTY_OPINION→PARTY_OPINION DECIDE_NOT_CLASSIFIED→DECIDED',
    PARTY_OPINION: 'RECORD_PARTY_OPINION→PARTY_OPINION SYNTHESISE→SYNTHESISED DECIDE_NOT_CLASSIFIED→DECIDED',
    SYNTHESISED: 'SYNTHESISE→SYNTHESISED DECIDE→DECIDED DECIDE_NOT_CLASSIFIED→DECIDED',
  },
  DEPUTY: {
    MEETING_HELD: 'RECORD_MEETING→MEETING_HELD RECORD_PARTY_OPINION→PARTY_OPINION DECIDE_NOT_CLASSIFIED→DECIDED',
    PARTY_OPINION: 'RECORD_PARTY_OPINION→PARTY_OPINION DECIDE→DECIDED DECIDE_NOT_CLASSIFIED→DECIDED',
    SYNTHESISED: '',
  },
  STAFF: {
    MEETING_HELD:
      'RECORD_MEETING→MEETING_HELD RECORD_PARTY_OPINION→PARTY_OPINION DECIDE→DECIDED DECIDE_NOT_CLASSIFIED→DECIDED',
    PARTY_OPINION: 'RECORD_PARTY_OPINION→PARTY_OPINION DECIDE→DECIDED DECIDE_NOT_CLASSIFIED→DECIDED',
    SYNTHESISED: '',
  },
} as const;

describe('the yearly sheet', () => {
  const cases = POSTS.flatMap((post) => CLASSIFICATION_STATES.map((state) => [post, state] as const));

  it.each(cases)('of a %s in %s is open to exactly its actions', (post, state) => {
    const expected: Readonly<Record<string, string>> = { ...common, ...beforeDecision[post] };
    const open = CLASSIFICATION_ACTIONS.flatMap((action) => {
      const result = advanceClassification(state, action, post);
      expect(canAdvanceClassification(state, action, post)).toBe(result.ok);
      if (!result.ok) expect(result.error).toBe('WRONG_STATE');
      return result.ok ? [`${action}→${result.value}`] : [];
    });
    expect(open.join(' ')).toBe(expected[state]);
  });

  it.each([
    ['HEAD', ['SELF_RATE', 'RECORD_MEETING', 'RECORD_PARTY_OPINION', 'SYNTHESISE', 'DECIDE', 'NOTIFY', 'PUBLISH']],
    ['DEPUTY', ['SELF_RATE', 'RECORD_MEETING', 'RECORD_PARTY_OPINION', 'DECIDE', 'NOTIFY', 'PUBLISH']],
    ['STAFF', ['SELF_RATE', 'RECORD_MEETING', 'DECIDE', 'NOTIFY', 'PUBLISH', 'PETITION', 'RESOLVE', 'SUPERSEDE']],
  ] as const)('of a %s goes its way', (post, way: readonly ClassificationAction[]) => {
    const end = way.reduce<ClassificationState>((state, action) => {
      const result = advanceClassification(state, action, post);
      return result.ok ? result.value : expect.fail(`${action} in ${state}`);
    }, 'OPEN');
    expect(end).toBe(post === 'STAFF' ? 'SUPERSEDED' : 'PUBLISHED');
  });

  it.each([
    ['HEAD', 'OPEN', ['MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED']],
    ['HEAD', 'MEETING_HELD', ['PARTY_OPINION', 'SYNTHESISED']],
    ['HEAD', 'PARTY_OPINION', ['SYNTHESISED']],
    ['HEAD', 'SYNTHESISED', []],
    ['DEPUTY', 'SELF_RATED', ['MEETING_HELD', 'PARTY_OPINION']],
    ['DEPUTY', 'PARTY_OPINION', []],
    ['STAFF', 'SELF_RATED', ['MEETING_HELD']],
    ['STAFF', 'MEETING_HELD', []],
    ['STAFF', 'DECIDED', []],
  ] as const)('of a %s in %s lacks %j', (post, state, missing) => {
    expect(missingSteps(state, post)).toEqual(missing);
    expect(requiredSteps(post)).toEqual(missingSteps('OPEN', post));
    if (missing.length > 0) expect(canAdvanceClassification(state, 'DECIDE', post)).toBe(false);
  });

  it('is decided from the decision on, also where it was superseded', () => {
    expect(CLASSIFICATION_STATES.filter(isDecided)).toEqual([
      'DECIDED',
      'NOTIFIED',
      'PUBLISHED',
      'PETITIONED',
      'RESOLVED',
      'SUPERSEDED',
    ]);
  });
});
