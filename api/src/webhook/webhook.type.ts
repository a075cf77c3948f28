import { EVENTS, WEBHOOK_STATES } from '@congvu/schema/events';
import { builder } from '../builder.ts';
import { EventTypeEnum } from '../events/event.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { DISABLED_REASONS } from './deliver.ts';
import { DELIVERY_ERRORS } from './post-message.ts';
import { type AttemptRow, listAttempts, type WebhookRow, webhookById } from './webhook.store.ts';

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
    'Why a webhook is not delivered to. OWNER: by its owner; GONE: the receiver answered 410; UNDELIVERABLE: an event could not be delivered for most of a day; RIGHT_ENDED: its owner no longer manages webhooks of the unit.',
  values: DISABLED_REASONS,
});

const SentEventEnum = builder.enumType('SentEvent', {
  description: 'What was sent: an event, or PING where its owner asked for a test.',
  values: [...EVENTS, 'PING'] as const,
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

export const WebhookRef = builder.objectRef<WebhookRow>('Webhook');
export const WebhookConnection = connectionOf('Webhook', WebhookRef, 'webhooks');

builder.node(WebhookRef, {
  description:
    'A receiver outside that is told of events its owner sees: type, instant, period and identifier, never a name or a figure. Signed as Standard Webhooks says; delivered in order, tried again for most of a day.',
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
