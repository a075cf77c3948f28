import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
} from '../evaluation/input-field.ts';
import { EVENTS } from './event-types.ts';

/** Characters of an address; more is no address of a receiver. */
const LONGEST_URL = 2_048;

/** Whether it may be sent to is another question (ADDRESS_REFUSED), which needs a look at the network. */
const addressShape = z.string().trim().max(LONGEST_URL).pipe(z.url());
const eventsShape = z
  .array(z.enum(EVENTS))
  .min(1)
  .transform((events) => [...new Set(events)]);

export const createWebhookShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  name: nameShape,
  url: addressShape,
  unit: codeShape,
  events: eventsShape,
});
export type CreateWebhook = z.output<typeof createWebhookShape>;

/** What is left out stays as it is. */
export const changeWebhookShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  webhook: idShape,
  revision: revisionShape,
  name: optional(nameShape),
  url: optional(addressShape),
  events: optional(eventsShape),
});
export type ChangeWebhook = z.output<typeof changeWebhookShape>;

/** Rotating its secret, pausing and resuming it. */
export const webhookCommandShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  webhook: idShape,
  revision: revisionShape,
});
export type WebhookCommand = z.output<typeof webhookCommandShape>;

export const disableWebhookShape = webhookCommandShape.extend({ reason: optionalTextShape });
export type DisableWebhook = z.output<typeof disableWebhookShape>;

export const testWebhookShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, webhook: idShape });
export type TestWebhook = z.output<typeof testWebhookShape>;

/** Messages of one call: a page of them. */
const MOST_MESSAGES = 100;

/** Events set aside, to be sent again or dismissed: by the identifiers that their messages bear. */
export const setAsideEventsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  webhook: idShape,
  messages: z
    .array(z.string().regex(/^evt_\d{1,18}$/))
    .min(1)
    .max(MOST_MESSAGES)
    .transform((messages) => [...new Set(messages)]),
});
export type SetAsideEvents = z.output<typeof setAsideEventsShape>;
