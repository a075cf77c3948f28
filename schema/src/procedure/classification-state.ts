import type { Post } from '../evaluation/assignment.ts';
import { fail, ok, type Result } from '../primitives/result.ts';

/** Form 02 (Mẫu 02) of a person's year. Source: NĐ 335/2025 art. 18, 19, 21, 22; domain.md 3.11. */
export const CLASSIFICATION_STATES = [
  'OPEN',
  'SELF_RATED',
  'MEETING_HELD',
  'PARTY_OPINION',
  'SYNTHESISED',
  'DECIDED',
  'NOTIFIED',
  'PUBLISHED',
  'PETITIONED',
  'RESOLVED',
  'SUPERSEDED',
] as const;
export type ClassificationState = (typeof CLASSIFICATION_STATES)[number];

/**
 * Each step up to DECIDE may be repeated until the next one is taken, so that a minute or an opinion can be put right.
 * RECORD_MEETING is open without a self-rating too: who is absent with good reason, sick or on maternity leave is classified
 * all the same (art. 19(3)). DECIDE_NOT_CLASSIFIED needs no step before it: there is no level to discuss (art. 11(2)).
 * PUBLISH after a petition was filed or resolved leaves the state; the day of it is kept beside. WITHDRAW ends a petition
 * without a resolution. SUPERSEDE: a new decision replaced this one, which stays.
 */
export const CLASSIFICATION_ACTIONS = [
  'SELF_RATE',
  'RECORD_MEETING',
  'RECORD_PARTY_OPINION',
  'SYNTHESISE',
  'DECIDE',
  'DECIDE_NOT_CLASSIFIED',
  'NOTIFY',
  'PUBLISH',
  'PETITION',
  'WITHDRAW',
  'RESOLVE',
  'SUPERSEDE',
] as const;
export type ClassificationAction = (typeof CLASSIFICATION_ACTIONS)[number];

type Transitions = Readonly<
  Record<ClassificationState, Readonly<Partial<Record<ClassificationAction, ClassificationState>>>>
>;

const AFTER_DECISION = {
  DECIDED: { NOTIFY: 'NOTIFIED', SUPERSEDE: 'SUPERSEDED' },
  NOTIFIED: { PUBLISH: 'PUBLISHED', PETITION: 'PETITIONED', SUPERSEDE: 'SUPERSEDED' },
  PUBLISHED: { PETITION: 'PETITIONED', SUPERSEDE: 'SUPERSEDED' },
  PETITIONED: { PUBLISH: 'PETITIONED', RESOLVE: 'RESOLVED', WITHDRAW: 'RESOLVED', SUPERSEDE: 'SUPERSEDED' },
  RESOLVED: { PUBLISH: 'RESOLVED', SUPERSEDE: 'SUPERSEDED' },
  SUPERSEDED: {},
} as const satisfies Partial<Transitions>;

/** What everybody may do before the decision. A year is not published before the person was told (art. 21). */
const START = {
  OPEN: { SELF_RATE: 'SELF_RATED', RECORD_MEETING: 'MEETING_HELD', DECIDE_NOT_CLASSIFIED: 'DECIDED' },
  SELF_RATED: { SELF_RATE: 'SELF_RATED', RECORD_MEETING: 'MEETING_HELD', DECIDE_NOT_CLASSIFIED: 'DECIDED' },
} as const satisfies Partial<Transitions>;

const MEETING = {
  RECORD_MEETING: 'MEETING_HELD',
  RECORD_PARTY_OPINION: 'PARTY_OPINION',
  DECIDE_NOT_CLASSIFIED: 'DECIDED',
} as const;
const OPINION = { RECORD_PARTY_OPINION: 'PARTY_OPINION', DECIDE_NOT_CLASSIFIED: 'DECIDED' } as const;

const TRANSITIONS: Readonly<Record<Post, Transitions>> = {
  // The opinion and the synthesis are required of a head.
  HEAD: {
    ...START,
    MEETING_HELD: MEETING,
    PARTY_OPINION: { ...OPINION, SYNTHESISE: 'SYNTHESISED' },
    SYNTHESISED: { SYNTHESISE: 'SYNTHESISED', DECIDE: 'DECIDED', DECIDE_NOT_CLASSIFIED: 'DECIDED' },
    ...AFTER_DECISION,
  },
  // The opinion is required of a deputy; nothing is synthesised.
  DEPUTY: {
    ...START,
    MEETING_HELD: MEETING,
    PARTY_OPINION: { ...OPINION, DECIDE: 'DECIDED' },
    SYNTHESISED: {},
    ...AFTER_DECISION,
  },
  // For staff the opinion is not required; where one was given it is kept.
  STAFF: {
    ...START,
    MEETING_HELD: { ...MEETING, DECIDE: 'DECIDED' },
    PARTY_OPINION: { ...OPINION, DECIDE: 'DECIDED' },
    SYNTHESISED: {},
    ...AFTER_DECISION,
  },
};

/**
 * The state of a yearly sheet after an action, or WRONG_STATE where it is not open in this one for somebody in this post.
 *
 * @example advanceClassification('MEETING_HELD', 'DECIDE', 'STAFF') // ok('DECIDED')
 */
export function advanceClassification(
  state: ClassificationState,
  action: ClassificationAction,
  post: Post,
): Result<ClassificationState, 'WRONG_STATE'> {
  const after = TRANSITIONS[post][state][action];
  return after === undefined ? fail('WRONG_STATE') : ok(after);
}

export function canAdvanceClassification(
  state: ClassificationState,
  action: ClassificationAction,
  post: Post,
): boolean {
  return TRANSITIONS[post][state][action] !== undefined;
}

/** What must stand on a sheet before its level is decided. */
export const CLASSIFICATION_STEPS = ['MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED'] as const;
export type ClassificationStep = (typeof CLASSIFICATION_STEPS)[number];

/** In order. Source: domain.md 3.11 (NĐ 335/2025 art. 18, 19). */
const REQUIRED: Readonly<Record<Post, readonly ClassificationStep[]>> = {
  HEAD: ['MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED'],
  DEPUTY: ['MEETING_HELD', 'PARTY_OPINION'],
  STAFF: ['MEETING_HELD'],
};

/** The steps required of a post, in order, whatever was done already. */
export function requiredSteps(post: Post): readonly ClassificationStep[] {
  return REQUIRED[post];
}

/** The required steps not yet taken, in order; empty where the level can be decided or was. */
export function missingSteps(state: ClassificationState, post: Post): readonly ClassificationStep[] {
  const reached = CLASSIFICATION_STATES.indexOf(state);
  return REQUIRED[post].filter((step) => CLASSIFICATION_STATES.indexOf(step) > reached);
}

/** Whether a level, or that there is none, was decided; a superseded sheet was too. */
export function isDecided(state: ClassificationState): boolean {
  return CLASSIFICATION_STATES.indexOf(state) >= CLASSIFICATION_STATES.indexOf('DECIDED');
}
