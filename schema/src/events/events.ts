// The door of this domain: what other packages may use of it.
export { EVENT_ACTIONS, EVENTS, type EventEntry, type EventType, eventOf } from './event-types.ts';
export { type WebhookBody, webhookBody } from './webhook-body.ts';
export {
  type ChangeWebhook,
  type CreateWebhook,
  changeWebhookShape,
  createWebhookShape,
  type DisableWebhook,
  disableWebhookShape,
  type SetAsideEvents,
  setAsideEventsShape,
  type TestWebhook,
  testWebhookShape,
  type WebhookCommand,
  webhookCommandShape,
} from './webhook-input.ts';
export { SET_ASIDE_STATES, type SetAsideState, WEBHOOK_STATES, type WebhookState } from './webhook-states.ts';
