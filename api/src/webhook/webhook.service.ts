import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type {
  ChangeWebhook,
  CreateWebhook,
  DisableWebhook,
  SetAsideEvents,
  TestWebhook,
  WebhookCommand,
  WebhookState,
} from '@congvu/schema/events';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { visibleUnit } from '../unit/open-unit.ts';
import { getUnit } from '../unit/unit.store.ts';
import type { DisabledReason } from './deliver.ts';
import { createSecret } from './message.ts';
import { hostOf, receiverNetwork, refuseAddress } from './receiver-network.ts';
import { countWebhooks, type WebhookRow, webhookById } from './webhook.store.ts';

/** A webhook, and its secret where it was made just now. */
export interface WebhookWithSecret {
  readonly id: string;
  /** Shown once; null for a repeated call, whose first answer showed it. */
  readonly secret: string | null;
}

/**
 * A webhook of one's own. It begins with what happens from now on. Answers its id and its secret.
 *
 * Errors: NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED (webhooks); ADDRESS_REFUSED at "/url".
 */
export async function createWebhook(context: Context, input: CreateWebhook): Promise<WebhookWithSecret> {
  const unit = await visibleUnit(context, input.unit);
  if (!holdsOver(context, 'WEBHOOK_MANAGE', unit.pathText)) throw forbidden(context.locale, 'WEBHOOK_MANAGE');
  await assertReceiver(context, input.url);
  const given = (await countWebhooks(context)) + 1;
  const maximum = LIMITS.webhooks;
  if (given > maximum)
    throw requestError(domainError('LIMIT_EXCEEDED', { limit: 'webhooks', maximum, given }), context.locale);
  const after = BigInt(await context.database.findEventHead());
  const { key, text } = createSecret();
  let isNew = false;
  const id = await change(context, 'createWebhook', input, async (tx) => {
    isNew = true;
    const webhookId = randomUUID();
    const { name, url, events } = input;
    // Not `create`: what was inserted is not read back, for the secret may not be.
    await tx.webhook.createMany({
      data: {
        id: webhookId,
        ownerId: getActor(context).userId,
        unitId: unit.id,
        name,
        url,
        events,
        secret: key,
        after,
      },
    });
    return changeOf(webhookId, { unit: unit.code, host: hostOf(new URL(url)), events });
  });
  return { id, secret: isNew ? text : null };
}

/** What is left out stays. Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE once disabled; ADDRESS_REFUSED at "/url". */
export async function changeWebhook(context: Context, input: ChangeWebhook): Promise<string> {
  const webhook = await authorise(context, input.webhook);
  if (input.url !== null) await assertReceiver(context, input.url);
  return change(context, 'changeWebhook', input, async (tx) => {
    const seen = await lock(tx, context, webhook.id, input.revision);
    if (seen.state === 'DISABLED') throw wrongState(seen.state);
    const { name, url, events } = input;
    await tx.webhook.updateMany({
      where: { id: webhook.id },
      data: {
        ...(name === null ? {} : { name }),
        // At another address nothing was tried yet.
        ...(url === null ? {} : { url, attempt: 0, nextAt: context.now, failingSince: null }),
        ...(events === null ? {} : { events }),
        revision: seen.revision + 1,
      },
    });
    return changeOf(webhook.id, { host: url === null ? null : hostOf(new URL(url)), events });
  });
}

/** A new secret; the old one signs too for a day, so that a receiver changes over without missing anything. */
export async function rotateWebhookSecret(context: Context, input: WebhookCommand): Promise<WebhookWithSecret> {
  const webhook = await authorise(context, input.webhook);
  const { key, text } = createSecret();
  let isNew = false;
  const id = await change(context, 'rotateWebhookSecret', input, async (tx) => {
    isNew = true;
    const seen = await lock(tx, context, webhook.id, input.revision);
    if (seen.state === 'DISABLED') throw wrongState(seen.state);
    await tx.webhook.updateMany({ where: { id: webhook.id }, data: { secret: key, revision: seen.revision + 1 } });
    return changeOf(webhook.id, { rotated: true });
  });
  return { id, secret: isNew ? text : null };
}

/** Nothing is sent until it is resumed; what happens meanwhile is sent then. */
export function pauseWebhook(context: Context, input: WebhookCommand): Promise<string> {
  return move(context, 'pauseWebhook', input, { from: ['ACTIVE'], to: 'PAUSED', reason: null });
}

/** Goes on where it stands, also after it was disabled because a receiver was away. */
export async function resumeWebhook(context: Context, input: WebhookCommand): Promise<string> {
  const webhook = await authorise(context, input.webhook);
  // The name may lead elsewhere by now.
  await assertReceiver(context, webhook.url);
  return move(context, 'resumeWebhook', input, { from: ['PAUSED', 'DISABLED'], to: 'ACTIVE', reason: null });
}

/** For good, unless it is resumed. */
export function disableWebhook(context: Context, input: DisableWebhook): Promise<string> {
  return move(context, 'disableWebhook', input, { from: ['ACTIVE', 'PAUSED'], to: 'DISABLED', reason: 'OWNER' });
}

/** Sends a ping the way events go: in their order, signed, tried again. Errors: WRONG_STATE unless it is active. */
export async function testWebhook(context: Context, input: TestWebhook): Promise<string> {
  const webhook = await authorise(context, input.webhook);
  return change(context, 'testWebhook', input, async (tx) => {
    const seen = await lock(tx, context, webhook.id, null);
    if (seen.state !== 'ACTIVE') throw wrongState(seen.state);
    await tx.webhook.updateMany({ where: { id: webhook.id }, data: { nextAt: context.now } });
    return changeOf(webhook.id, {});
  });
}

/** Sends events set aside once more, before what comes next. Errors: WRONG_STATE unless it is active; UNKNOWN_VALUE at "/messages/…". */
export function resendWebhookEvents(context: Context, input: SetAsideEvents): Promise<string> {
  return moveSetAside(context, 'resendWebhookEvents', input, { state: 'RESENDING', settledAt: null });
}

/** Wants events set aside no more. Errors: UNKNOWN_VALUE at "/messages/…". */
export function dismissWebhookEvents(context: Context, input: SetAsideEvents): Promise<string> {
  return moveSetAside(context, 'dismissWebhookEvents', input, { state: 'DISMISSED', settledAt: context.now });
}

async function moveSetAside(
  context: Context,
  mutation: string,
  input: SetAsideEvents,
  to: { readonly state: 'RESENDING' | 'DISMISSED'; readonly settledAt: Date | null },
): Promise<string> {
  const webhook = await authorise(context, input.webhook);
  return change(context, mutation, input, async (tx) => {
    const seen = await lock(tx, context, webhook.id, null);
    if (to.state === 'RESENDING' && seen.state !== 'ACTIVE') throw wrongState(seen.state);
    const sequences = input.messages.map((message) => BigInt(message.slice('evt_'.length)));
    const where = { webhookId: webhook.id, sequence: { in: sequences }, settledAt: null };
    const found = await tx.webhookSetAside.findMany({ where, select: { sequence: true } });
    const known = new Set(found.map(({ sequence }) => sequence));
    for (const [place, given] of input.messages.entries()) {
      if (!known.has(BigInt(given.slice('evt_'.length))))
        throw invalidField(`/messages/${place}`, domainError('UNKNOWN_VALUE', { given, allowed: [] }));
    }
    await tx.webhookSetAside.updateMany({ where, data: to });
    return changeOf(webhook.id, { messages: input.messages });
  });
}

async function move(
  context: Context,
  mutation: string,
  input: WebhookCommand,
  step: { readonly from: readonly WebhookState[]; readonly to: WebhookState; readonly reason: DisabledReason | null },
): Promise<string> {
  const webhook = await authorise(context, input.webhook);
  return change(context, mutation, input, async (tx) => {
    const seen = await lock(tx, context, webhook.id, input.revision);
    if (!step.from.includes(seen.state)) throw wrongState(seen.state);
    const { to: state, reason: disabledReason } = step;
    const again = state === 'ACTIVE' ? { attempt: 0, nextAt: context.now, failingSince: null } : {};
    await tx.webhook.updateMany({
      where: { id: webhook.id },
      data: { state, disabledReason, revision: seen.revision + 1, ...again },
    });
    return changeOf(webhook.id, { state, reason: disabledReason });
  });
}

/** One's own webhook over whose unit one still may. Errors: NOT_FOUND, FORBIDDEN. */
async function authorise(context: Context, globalId: string): Promise<WebhookRow> {
  const webhook = assertVisible(await loadOne(context, webhookById, rowId(context, 'Webhook', globalId)), context);
  const unit = await getUnit(context, webhook.unitId);
  if (!holdsOver(context, 'WEBHOOK_MANAGE', unit.pathText)) throw forbidden(context.locale, 'WEBHOOK_MANAGE');
  return webhook;
}

async function lock(tx: Transaction, context: Context, id: string, revision: number | null) {
  await lockRow(tx, 'Webhook', id);
  const row = await tx.webhook.findUnique({ where: { id }, select: { revision: true, state: true } });
  return asSeen(context, row, revision ?? row?.revision ?? 0);
}

/** Errors: ADDRESS_REFUSED at "/url". */
async function assertReceiver(context: Context, url: string): Promise<void> {
  const why = await refuseAddress(url, context.facts.receivers ?? receiverNetwork([]));
  if (why !== null) throw invalidField('/url', domainError('ADDRESS_REFUSED', { host: hostOf(new URL(url)), why }));
}

function changeOf(id: string, payload: Record<string, string | boolean | null | readonly string[]>) {
  return { entity: 'Webhook', id, employeeId: null, payload } as const;
}
