/** PAUSED by its owner; DISABLED after it could not be delivered for too long, or was told to stop (410), or for good by its owner. */
export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];
