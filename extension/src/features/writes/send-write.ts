import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { sendOperation } from '../../graphql/ask-server.ts';
import { topLevelCode } from '../../graphql/post-operation.ts';
import type { TrustedAnswer } from '../../graphql/trusted-operation.ts';
import type { WriteOutcome, WriteRequest } from '../../messaging/screen-messages.ts';
import { sessionItem } from '../session/session-store.ts';
import { added, marked, ownedBy, type Queue, queueItem, waitingCount, without } from './write-queue.ts';

/** Changes of the queue, and replays, run one behind the other: a write never overtakes another, none is sent twice at a time. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const next = turn.then(act, act);
  turn = next.catch(() => undefined);
  return next;
}

/** Runs after a write was answered: caches are void, marks are drawn anew. */
export type AfterWrite = () => Promise<void>;

/**
 * Sends one write, behind everything that waits. Where the network is lost it is kept and replayed under the same key,
 * so the server does it once. Fails with QUEUE_FULL, and with UNAUTHENTICATED where nobody is signed in.
 */
export function sendWrite(
  request: WriteRequest,
  afterWrite: AfterWrite,
): Promise<Result<WriteOutcome, { readonly code: string }>> {
  return inTurn(async () => {
    if (!(await claimQueue())) return fail({ code: 'UNAUTHENTICATED' });
    await replay(afterWrite);
    const queue = await queueItem.getValue();
    if (waitingCount(queue) > 0) return keep(queue, request);
    const answer = await sendOperation(request.operation, 'extension/sidepanel');
    if (answer.ok) {
      await afterWrite();
      return ok({ state: 'ANSWERED', answer: answer.value });
    }
    return answer.error.code === 'UNAUTHENTICATED' ? answer : keep(queue, request);
  });
}

/** Sends what waits, oldest first, until the network is lost again. Returns how many still wait. */
export function replayWrites(afterWrite: AfterWrite): Promise<number> {
  return inTurn(async () => {
    if (await claimQueue()) await replay(afterWrite);
    return waitingCount(await queueItem.getValue());
  });
}

export function discardWrite(id: string): Promise<number> {
  return inTurn(async () => {
    const queue = without(await queueItem.getValue(), id);
    await queueItem.setValue(queue);
    return waitingCount(queue);
  });
}

/** Makes the queue that of the person signed in; false where nobody is. */
async function claimQueue(): Promise<boolean> {
  const session = await sessionItem.getValue();
  if (session === null) return false;
  const queue = await queueItem.getValue();
  const owned = ownedBy(queue, session.subject);
  if (owned !== queue) await queueItem.setValue(owned);
  return true;
}

async function keep(queue: Queue, request: WriteRequest): Promise<Result<WriteOutcome, { readonly code: string }>> {
  const after = added(queue, request, Date.now());
  if (after === null) return fail({ code: 'QUEUE_FULL' });
  await queueItem.setValue(after);
  return ok({ state: 'QUEUED', waiting: waitingCount(after) });
}

async function replay(afterWrite: AfterWrite): Promise<void> {
  let isAnswered = false;
  for (const write of (await queueItem.getValue()).writes) {
    if (write.state !== 'WAITING') continue;
    const answer = await sendOperation(write.operation, 'extension/sidepanel');
    if (!answer.ok) break;
    const code = refusalOf(answer.value);
    if (code === 'RATE_LIMITED' || code === 'INTERNAL') break;
    const queue = await queueItem.getValue();
    await queueItem.setValue(settled(queue, write.id, code));
    isAnswered = true;
  }
  if (isAnswered) await afterWrite();
}

function settled(queue: Queue, id: string, code: string | null): Queue {
  if (code === null) return without(queue, id);
  return marked(queue, id, code === 'STALE_REVISION' ? 'CONFLICT' : 'REFUSED', code);
}

/** The code of the domain error, or of the top-level error, that answers a write; null where it was done. */
export function refusalOf(answer: TrustedAnswer): string | null {
  const topLevel = topLevelCode(answer);
  if (topLevel !== null) return topLevel;
  const [outcome] = Object.values(answer.data ?? {});
  const isDomainError = typeof outcome === 'object' && outcome !== null && 'code' in outcome && 'message' in outcome;
  return isDomainError && typeof outcome.code === 'string' ? outcome.code : null;
}
