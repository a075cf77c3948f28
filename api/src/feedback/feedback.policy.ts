import type { FeedbackKind, FeedbackState } from '@congvu/schema/registers';

/** What may be done with a citizen's feedback. */
export const FEEDBACK_ACTIONS = ['ASSIGN', 'ANSWER', 'CLOSE', 'REVEAL_SENDER'] as const;
export type FeedbackAction = (typeof FEEDBACK_ACTIONS)[number];

/** Who asks, by what the feedback is about. */
export interface FeedbackRights {
  /** Holds FEEDBACK_MANAGE over its unit. */
  readonly manages: boolean;
  /** Holds it over the unit it was assigned to. */
  readonly managesAnswer: boolean;
  readonly isHandler: boolean;
  /** It is about himself: he handles nothing of it and never learns who sent it. */
  readonly isConcerned: boolean;
  /** Is a superior of the person it is about: a denouncer's name is kept from him unless he handles it. */
  readonly isSuperior: boolean;
}

/** The states in which each act is possible. */
const POSSIBLE_IN: Readonly<Record<FeedbackAction, readonly FeedbackState[]>> = {
  ASSIGN: ['RECEIVED', 'ASSIGNED'],
  ANSWER: ['RECEIVED', 'ASSIGNED'],
  CLOSE: ['ANSWERED'],
  REVEAL_SENDER: ['RECEIVED', 'ASSIGNED', 'ANSWERED', 'CLOSED'],
};

export function isFeedbackActionPossible(action: FeedbackAction, state: FeedbackState): boolean {
  return POSSIBLE_IN[action].includes(state);
}

/** Whether somebody with these rights may do it at all. Source of the last: domain.md 13 (denouncers). */
export function mayActOnFeedback(action: FeedbackAction, kind: FeedbackKind, rights: FeedbackRights): boolean {
  if (rights.isConcerned) return false;
  switch (action) {
    case 'ASSIGN':
    case 'CLOSE':
      return rights.manages;
    case 'ANSWER':
      return rights.manages || rights.managesAnswer || rights.isHandler;
    case 'REVEAL_SENDER':
      if (rights.isHandler) return true;
      return rights.manages && !(kind === 'DENUNCIATION' && rights.isSuperior);
  }
}
