import { domainError } from '@congvu/schema/errors';
import type { EventType } from '@congvu/schema/events';
import type { Context } from '../context.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { mayRead } from '../request-scopes.ts';
import { type EventFilter, SUBJECT_PERMISSIONS, SUBJECTS, toEvent, visibleEvents } from './event.store.ts';
import { fromEventCursor } from './event-cursor.ts';
import { EventStream, type StreamItem } from './event-stream.ts';
import type { LiveRequest } from './live-request.ts';
import { contextOfEvent, runAs } from './subscribe.ts';

/**
 * A subscriber's stream from a place on. At each page of events, and each half minute while nothing happens, his bearer is
 * asked about again: one that ended or was revoked ends the stream with that error.
 *
 * Errors: FORBIDDEN for a type his token may not read, PURPOSE_REQUIRED, BAD_REQUEST (CURSOR_FOREIGN), LIMIT_EXCEEDED (subscriptions).
 */
export async function openEventStream(
  context: Context,
  filter: EventFilter,
  after: string | null,
): Promise<EventStream> {
  const { live, actor, locale } = context;
  if (live === undefined || actor === null) throw new Error('A subscription is asked for over HTTP, by somebody.');
  // Every event is about somebody's record, and each is noted with why it is read.
  if (context.purpose === null) throw requestError(domainError('PURPOSE_REQUIRED'), locale);
  const { streams } = live;
  const place = streams.reserve(actor.userId, locale);
  let stream: EventStream | null = null;
  try {
    const head = await streams.feed.findHead();
    const from = after === null ? head : fromEventCursor(after);
    // A place beyond the end is of another chain: waiting for it would be silence without end.
    if (from === null || from > head) throw requestError(domainError('CURSOR_FOREIGN'), locale);
    stream = new EventStream({
      feed: streams.feed,
      after: from,
      stallMs: streams.limits.stallMs,
      choose: (page) =>
        choose(
          context,
          live,
          filter,
          page.flatMap((entry) => toEvent(entry) ?? []),
        ),
      onStall: (reached) => {
        live.log.warn({ userId: actor.userId, after: String(reached) }, 'SUBSCRIBER_TOO_SLOW');
        live.response.destroy();
      },
      onEnd: () => {
        clearInterval(checking);
        place.giveBack(stream);
      },
    });
    const opened = stream;
    const checking = setInterval(() => void checkBearer(context, live, opened), streams.limits.bearerMs);
    checking.unref();
    // The server is told of a reader that is gone by his connection alone.
    live.response.once('close', () => opened.end(null));
    place.fill(opened);
    if (live.response.destroyed) opened.end(null);
    return opened;
  } catch (error) {
    place.giveBack(stream);
    throw error;
  }
}

/** The types a subscriber hears of: those he asked for, else all his token may read. Errors: FORBIDDEN. */
export function readableTypes(context: Context, asked: readonly EventType[] | null, all: readonly EventType[]) {
  const permissionOf = (type: EventType) => SUBJECT_PERMISSIONS[SUBJECTS[type]];
  const refused = asked?.find((type) => !mayRead(context.actor, permissionOf(type)));
  if (refused !== undefined) throw forbidden(context.locale, permissionOf(refused));
  const readable = (asked ?? all).filter((type) => mayRead(context.actor, permissionOf(type)));
  if (readable.length === 0) throw forbidden(context.locale);
  return readable;
}

async function choose(
  context: Context,
  live: LiveRequest,
  filter: EventFilter,
  events: Parameters<typeof visibleEvents>[1],
): Promise<readonly StreamItem[]> {
  if (!events.some((event) => filter.types.includes(event.type))) return [];
  const outcome = await live.verify();
  if (!outcome.ok) return [{ end: requestError(domainError(outcome.code), context.locale) }];
  const actor = outcome.identity;
  const own = contextOfEvent(context, actor);
  const visible = await runAs(own, actor, () => visibleEvents(own, events, filter));
  return visible.map((event) => ({ event, actor }));
}

async function checkBearer(context: Context, live: LiveRequest, stream: EventStream): Promise<void> {
  try {
    const outcome = await live.verify();
    if (!outcome.ok) stream.end(requestError(domainError(outcome.code), context.locale));
  } catch (error) {
    // Nothing can be said of the bearer now; no event leaves before it can.
    live.log.warn({ err: error }, 'a subscriber’s bearer was not checked');
  }
}
