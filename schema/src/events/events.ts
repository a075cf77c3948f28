// The door of this domain: what other packages may use of it.
export { EVENT_ACTIONS, EVENTS, type EventEntry, type EventType, eventOf } from './event-types.ts';
export { WEBHOOK_STATES, type WebhookState } from './webhook-states.ts';
