/** PAUSED by its owner; DISABLED after it could not be delivered for too long, or was told to stop (410), or for good by its owner. */
export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/**
 * What became of an event that a receiver did not take. SET_ASIDE: it waits for its owner; RESENDING: it is sent again in a moment;
 * DELIVERED: by hand, later; DISMISSED: its owner wants it no more; WITHHELD: its owner may no longer see what it is about.
 */
export const SET_ASIDE_STATES = ['SET_ASIDE', 'RESENDING', 'DELIVERED', 'DISMISSED', 'WITHHELD'] as const;
export type SetAsideState = (typeof SET_ASIDE_STATES)[number];
