import { EVENTS, SET_ASIDE_STATES, WEBHOOK_STATES } from '@congvu/schema/events';
import { builder } from '../builder.ts';
import { EventTypeEnum } from '../events/event.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { DISABLED_REASONS } from './deliver.ts';
import { DELIVERY_ERRORS } from './post-message.ts';
import {
  type AttemptRow,
  listAttempts,
  listSetAside,
  type SetAsideRow,
  type WebhookRow,
  webhookById,
} from './webhook.store.ts';

const WebhookStateEnum = builder.enumType('WebhookState', {
  description: 'Whether a webhook is delivered to. PAUSED: until its owner resumes it; DISABLED: see the reason.',
  values: WEBHOOK_STATES,
});

const DeliveryErrorEnum = builder.enumType('DeliveryError', {
  description:
    'Why a message did not arrive. STATUS: the answer was no 2xx; REDIRECTED: the answer sent elsewhere, which is not followed; GONE: 410, the receiver wants nothing more; ADDRESS_REFUSED: the address is not of the public internet.',
  values: DELIVERY_ERRORS,
});

const DisabledReasonEnum = builder.enumType('WebhookDisabledReason', {
  description:
    'Why a webhook is not delivered to. OWNER: by its owner; GONE: the receiver answered 410; UNDELIVERABLE: nothing arrived for three days; RIGHT_ENDED: its owner no longer manages webhooks of the unit.',
  values: DISABLED_REASONS,
});

const SentEventEnum = builder.enumType('SentEvent', {
  description: 'What was sent: an event, or PING where its owner asked for a test.',
  values: [...EVENTS, 'PING'] as const,
});

const SetAsideStateEnum = builder.enumType('WebhookSetAsideState', {
  description:
    'What became of an event set aside. SET_ASIDE: it waits for the owner; RESENDING: it is sent again in a moment; DELIVERED: by hand, later; DISMISSED: the owner wants it no more; WITHHELD: the owner may no longer see what it is about.',
  values: SET_ASIDE_STATES,
});

const WebhookAttemptRef = builder.objectRef<AttemptRow>('WebhookAttempt').implement({
  description: 'One attempt to deliver.',
  fields: (t) => ({
    event: t.expose('event', { type: SentEventEnum, description: 'What was sent.' }),
    messageId: t.string({
      description: 'The header webhook-id: the same for every attempt of one event.',
      resolve: ({ sequence }) => `evt_${sequence}`,
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    status: t.exposeInt('status', { nullable: true, description: 'HTTP status; null where there was no answer.' }),
    error: t.expose('error', {
      type: DeliveryErrorEnum,
      nullable: true,
      description: 'Why it did not arrive; null where it did.',
    }),
    milliseconds: t.exposeInt('milliseconds', { description: 'How long it took.' }),
  }),
});

const WebhookAttemptConnection = connectionOf('WebhookAttempt', WebhookAttemptRef, 'attempts');

const SetAsideRef = builder.objectRef<SetAsideRow>('WebhookSetAside').implement({
  description:
    'An event that the receiver was reached for and did not take, five times within 37 minutes. Those behind it went on; what is sent again by hand arrives out of order.',
  fields: (t) => ({
    event: t.expose('event', { type: SentEventEnum, description: 'What was sent.' }),
    messageId: t.string({
      description: 'The header webhook-id: the same for every attempt of one event, also by hand.',
      resolve: ({ sequence }) => `evt_${sequence}`,
    }),
    state: t.expose('state', { type: SetAsideStateEnum, description: 'What became of it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was set aside.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried, those by hand too.' }),
    lastStatus: t.exposeInt('status', {
      nullable: true,
      description: 'HTTP status of its last attempt; null where there was no answer.',
    }),
    lastError: t.expose('error', {
      type: DeliveryErrorEnum,
      nullable: true,
      description: 'Why its last attempt failed; null once it was delivered.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered, dismissed or withheld; null until then.',
    }),
  }),
});

const SetAsideConnection = connectionOf('WebhookSetAside', SetAsideRef, 'events set aside');

export const WebhookRef = builder.objectRef<WebhookRow>('Webhook');
export const WebhookConnection = connectionOf('Webhook', WebhookRef, 'webhooks');

builder.node(WebhookRef, {
  description:
    'A receiver outside that is told of events its owner sees: type, instant, period and identifier, never a name or a figure. Signed as Standard Webhooks says; delivered in order, at least once. What is refused for 37 minutes is set aside and the next one sent; where nobody is reached everything waits; after three days without any delivery it is disabled.',
  id: { resolve: (webhook) => webhook.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, webhookById, id))),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What its owner calls it.' }),
    url: t.exposeString('url', { description: 'Where messages are sent.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit whose events are sent, with all below it.',
      resolve: (webhook, _args, context) => getUnit(context, webhook.unitId),
    }),
    events: t.field({
      type: [EventTypeEnum],
      description: 'What is sent.',
      resolve: ({ events }) => [...events],
    }),
    state: t.expose('state', { type: WebhookStateEnum, description: 'Whether it is delivered to.' }),
    disabledReason: t.expose('disabledReason', {
      type: DisabledReasonEnum,
      nullable: true,
      description: 'Why it is not; null unless it is disabled.',
    }),
    previousSecretUntil: t.expose('previousUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the secret before the present one signs too; null where there is none.',
    }),
    failedAttempts: t.exposeInt('attempt', { description: 'How often the event under way was tried in vain.' }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried again; null where nothing failed.',
      resolve: ({ attempt, nextAt, state }) => (attempt > 0 && state === 'ACTIVE' ? nextAt : null),
    }),
    lastStatus: t.exposeInt('lastStatus', {
      nullable: true,
      description: 'HTTP status of the last attempt; null where there was no answer, or no attempt yet.',
    }),
    lastError: t.expose('lastError', {
      type: DeliveryErrorEnum,
      nullable: true,
      description: 'Why the last attempt failed; null where it did not.',
    }),
    lastDeliveredAt: t.expose('lastOkAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a message last arrived.',
    }),
    failingSince: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when every attempt failed; null where the last one did not. Three days later, with the next event that fails to the end, it is disabled.',
    }),
    setAsideCount: t.exposeInt('setAside', { description: 'Events set aside that wait for its owner.' }),
    setAside: t.field({
      type: SetAsideConnection,
      description: 'Events set aside, newest first; of settled ones the last 200 are kept.',
      args: t.arg.connectionArgs(),
      resolve: (webhook, args, context) => listSetAside(context, webhook.id, args),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    revision: t.exposeInt('revision', { description: 'Raised by each change; given with the next one.' }),
    attempts: t.field({
      type: WebhookAttemptConnection,
      description: 'Attempts, newest first; the last 200 are kept.',
      args: t.arg.connectionArgs(),
      resolve: (webhook, args, context) => listAttempts(context, webhook.id, args),
    }),
  }),
});
