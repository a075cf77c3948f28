import {
  changeWebhookShape,
  createWebhookShape,
  disableWebhookShape,
  setAsideEventsShape,
  testWebhookShape,
  webhookCommandShape,
} from '@congvu/schema/events';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { EventTypeEnum } from '../events/event.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import {
  changeWebhook,
  createWebhook,
  disableWebhook,
  dismissWebhookEvents,
  pauseWebhook,
  resendWebhookEvents,
  resumeWebhook,
  rotateWebhookSecret,
  testWebhook,
  type WebhookWithSecret,
} from './webhook.service.ts';
import { type WebhookRow, webhookById } from './webhook.store.ts';
import { WebhookRef } from './webhook.type.ts';

const ADDRESS =
  'https alone (http for hosts the office named), no user name in it, a public address by every resolution of its name; a port of the web or from 1024.';

const SecretWebhookRef = builder.objectRef<WebhookWithSecret>('WebhookWithSecret').implement({
  description: 'A webhook whose secret was made just now.',
  fields: (t) => ({
    webhook: t.field({
      type: WebhookRef,
      description: 'The webhook.',
      resolve: ({ id }, _args, context) => changed(context, Promise.resolve(id)),
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description: 'The key to check messages by, "whsec_…". Shown this once; null for a repeated call.',
    }),
  }),
});

const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
  description: 'A webhook to be made.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    name: t.string({ description: 'What to call it, at most 200 characters.' }),
    url: t.string({ description: `Where to send: ${ADDRESS}` }),
    unit: t.string({ description: 'Code of the unit whose events are sent, with all below it.' }),
    events: t.field({ type: [EventTypeEnum], description: 'What is sent, at least one.' }),
  }),
});

const ChangeWebhookInput = builder.inputType('ChangeWebhookInput', {
  description: 'A change of a webhook; what is left out stays.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    webhook: t.id({ description: 'The webhook.' }),
    revision: t.int({ description: 'The revision the client saw.' }),
    name: t.string({ required: false, description: 'What to call it.' }),
    url: t.string({ required: false, description: `Where to send: ${ADDRESS}` }),
    events: t.field({ type: [EventTypeEnum], required: false, description: 'What is sent.' }),
  }),
});

const WebhookCommandInput = builder.inputType('WebhookCommandInput', {
  description: 'A webhook to be paused or resumed, or whose secret is to be made anew.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    webhook: t.id({ description: 'The webhook.' }),
    revision: t.int({ description: 'The revision the client saw.' }),
  }),
});

const DisableWebhookInput = builder.inputType('DisableWebhookInput', {
  description: 'A webhook to be disabled.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    webhook: t.id({ description: 'The webhook.' }),
    revision: t.int({ description: 'The revision the client saw.' }),
    reason: t.string({ required: false, description: 'Why, at most 2,000 characters.' }),
  }),
});

const TestWebhookInput = builder.inputType('TestWebhookInput', {
  description: 'A webhook to be tried.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    webhook: t.id({ description: 'The webhook.' }),
  }),
});

const SetAsideEventsInput = builder.inputType('SetAsideEventsInput', {
  description: 'Events of a webhook that were set aside.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    webhook: t.id({ description: 'The webhook.' }),
    messages: t.stringList({
      description: 'Which ones, by WebhookSetAside.messageId ("evt_1042"): from 1 to 100, none of them settled.',
    }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<WebhookRow> {
  const webhook = await loadOne(context, webhookById, await id);
  if (webhook === null) throw new Error('A webhook was changed that may not be seen.');
  return webhook;
}

/** Who keeps a webhook does so himself: a token that leaks makes none. */
const KEEPS_WEBHOOKS = { $all: { acts: 'WEBHOOK_MANAGE', inPerson: true } } as const;

builder.mutationFields((t) => ({
  createWebhook: t.field({
    type: SecretWebhookRef,
    description: 'Makes a webhook of one’s own: it is told of what one sees, from now on. At most ten.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CreateWebhookInput, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => createWebhook(context, parsed(createWebhookShape, input)),
  }),
  changeWebhook: t.field({
    type: WebhookRef,
    description: 'Changes a webhook of one’s own.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ChangeWebhookInput, description: 'What changes.' }) },
    resolve: (_root, { input }, context) => changed(context, changeWebhook(context, parsed(changeWebhookShape, input))),
  }),
  rotateWebhookSecret: t.field({
    type: SecretWebhookRef,
    description: 'Makes a new secret; the old one signs too for 24 hours.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WebhookCommandInput, description: 'Which webhook.' }) },
    resolve: (_root, { input }, context) => rotateWebhookSecret(context, parsed(webhookCommandShape, input)),
  }),
  pauseWebhook: t.field({
    type: WebhookRef,
    description: 'Sends nothing until it is resumed; what happens meanwhile is sent then.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WebhookCommandInput, description: 'Which webhook.' }) },
    resolve: (_root, { input }, context) => changed(context, pauseWebhook(context, parsed(webhookCommandShape, input))),
  }),
  resumeWebhook: t.field({
    type: WebhookRef,
    description: 'Goes on where a paused or disabled webhook stands; its address is looked at again.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WebhookCommandInput, description: 'Which webhook.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, resumeWebhook(context, parsed(webhookCommandShape, input))),
  }),
  disableWebhook: t.field({
    type: WebhookRef,
    description: 'Ends a webhook; it counts no longer among the ten.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DisableWebhookInput, description: 'Which webhook.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, disableWebhook(context, parsed(disableWebhookShape, input))),
  }),
  testWebhook: t.field({
    type: WebhookRef,
    description: 'Sends a PING the way events go; what became of it is among the attempts a moment later.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: TestWebhookInput, description: 'Which webhook.' }) },
    resolve: (_root, { input }, context) => changed(context, testWebhook(context, parsed(testWebhookShape, input))),
  }),
  resendWebhookEvents: t.field({
    type: WebhookRef,
    description:
      'Sends events set aside once more, oldest first, before what comes next, each with the message it had. What is refused again is set aside again. For an active webhook.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SetAsideEventsInput, description: 'Which events.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, resendWebhookEvents(context, parsed(setAsideEventsShape, input))),
  }),
  dismissWebhookEvents: t.field({
    type: WebhookRef,
    description: 'Wants events set aside no more: they wait for nobody then, and are not sent again.',
    authScopes: KEEPS_WEBHOOKS,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SetAsideEventsInput, description: 'Which events.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, dismissWebhookEvents(context, parsed(setAsideEventsShape, input))),
  }),
}));
