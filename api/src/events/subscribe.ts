import { toLocalDate } from '@congvu/schema/primitives/local-date';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  executeSubscriptionEvent,
  mapSourceToResponseEvent,
  type ValidatedSubscriptionArgs,
  validateSubscriptionArgs,
} from 'graphql';
import { AccessLog } from '../access/access-log.ts';
import { recordNotes } from '../access/access-log-hook.ts';
import type { Actor, Context } from '../context.ts';
import { usedLimits } from '../limits/used-limits.ts';
import type { StreamItem } from './event-stream.ts';

/**
 * Opens a subscription as its actor, and answers each of its events as an operation of its own: by the rights the subscriber
 * has then, in a context of its own, with what was read of others written before the answer leaves.
 */
export async function subscribeAsActor(args: ExecutionArgs): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const validated = validateSubscriptionArgs(args);
  if (!('schema' in validated)) return { errors: validated };
  // Ours: the context every operation of the api is executed with.
  const context = args.contextValue as Context;
  const open = () => createSourceEventStream(validated);
  const source = context.actor === null ? await open() : await runAs(context, context.actor, open);
  if (!(Symbol.asyncIterator in source)) return source;
  return mapSourceToResponseEvent(validated, source, (each) => answer(context, each));
}

async function answer(context: Context, args: ValidatedSubscriptionArgs): Promise<ExecutionResult> {
  // What the one source of ours gives (events.subscription.ts).
  const item = args.rootValue as StreamItem;
  if ('end' in item) return { errors: [item.end] };
  const own = contextOfEvent(context, item.actor);
  const result = await runAs(own, item.actor, () => executeSubscriptionEvent({ ...args, contextValue: own }));
  await recordNotes(own);
  return { ...result, extensions: { ...result.extensions, limits: usedLimits(context) } };
}

/** As of a new request of the same subscriber: nothing of the last event is left in it. */
export function contextOfEvent(context: Context, actor: Actor): Context {
  const now = context.live?.now() ?? context.now;
  return {
    ...context,
    actor,
    now,
    today: toLocalDate(now),
    loaders: new Map(),
    access: new AccessLog(actor, context.purpose, context.locale),
  };
}

/** Runs statements of a subscription as whom it is for. */
export function runAs<Value>(context: Context, actor: Actor, work: () => Value | PromiseLike<Value>): Promise<Value> {
  const { userId, tokenScopes } = actor;
  const { purpose, requestId } = context;
  return context.database.runAs({ userId, tokenScopes, purpose, requestId }, work);
}
