import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { sendOperation } from '../../graphql/ask-server.ts';
import { topLevelCode } from '../../graphql/post-operation.ts';
import type { TrustedAnswer } from '../../graphql/trusted-operation.ts';
import type { WriteOutcome, WriteRequest } from '../../messaging/screen-messages.ts';
import { createTurns } from '../../messaging/turns.ts';
import { changeQueue, findKeeper, type SignedInKeeper, showQueue, watchOverQueue } from './open-queue.ts';
import { type QueuedWrite, waitingCount } from './write-queue.ts';
import { dropWrites, isKept, keepWrite, readQueue } from './write-store.ts';

/** Sendings run one behind the other: a write never overtakes another, none is under way twice at a time. */
const inTurn = createTurns();

/** A screen is told that its write waits where no answer came within this; the sending goes on. Milliseconds. */
const answerWithin = 8_000;

/** Runs after a write was answered: caches are void, marks are drawn anew. */
export type AfterWrite = () => Promise<void>;

/**
 * Sends one write, behind everything that waits. It is kept before it is sent and let go once it is answered, so that a
 * worker or a browser that ends between the two loses nothing: it is sent again under the same key, which the server does
 * once. The same request once more (a screen that got no answer) is the same write.
 *
 * Fails with UNAUTHENTICATED where nobody is signed in, and, where the network is lost too, with `KeepFailure`.
 */
export async function sendWrite(
  request: WriteRequest,
  afterWrite: AfterWrite,
): Promise<Result<WriteOutcome, { readonly code: string }>> {
  const keeper = await findKeeper();
  if (keeper === null) return fail({ code: 'UNAUTHENTICATED' });
  const write = {
    ...request,
    id: request.idempotencyKey,
    writtenAt: Date.now(),
    state: 'WAITING',
    code: null,
  } as const;
  const kept = await changeQueue(() => keepWrite(keeper, write));
  // Set before the sending: where this worker ends in it, the alarm wakes the next one.
  if (kept.ok) await watchOverQueue();
  const hearing = waitForAnswer(kept.ok ? answerWithin : null);
  const sending = inTurn(() => attempt(keeper, write, hearing.takes, afterWrite));
  const answer = await Promise.race([sending, hearing.late]);
  if (answer !== null) return ok({ state: 'ANSWERED', answer });
  if (!kept.ok) return kept;
  return ok({ state: 'QUEUED', waiting: waitingCount(await showQueue(keeper)) });
}

/** Sends what waits, oldest first, until the network is lost again. Returns how many still wait. */
export function replayWrites(afterWrite: AfterWrite): Promise<number> {
  return inTurn(async () => {
    const keeper = await findKeeper();
    if (keeper === null) return 0;
    await sendWaiting(keeper, null, afterWrite);
    return waitingCount(await showQueue(keeper));
  });
}

/**
 * The screen's patience: `late` resolves when it ends, unless an answer was there before. `takes` asks, when the answer
 * has come, whether the screen still hears it; it is asked once, and no answer falls between the two.
 */
function waitForAnswer(patience: number | null): { readonly late: Promise<null>; readonly takes: () => boolean } {
  const late = Promise.withResolvers<null>();
  let isLate = false;
  const timer =
    patience === null
      ? undefined
      : setTimeout(() => {
          isLate = true;
          late.resolve(null);
        }, patience);
  const takes = () => {
    clearTimeout(timer);
    return !isLate;
  };
  return { late: late.promise, takes };
}

/** The answer for the screen; null where none came, or where the screen was told already that the write waits. */
async function attempt(
  keeper: SignedInKeeper,
  write: QueuedWrite,
  takes: () => boolean,
  afterWrite: AfterWrite,
): Promise<TrustedAnswer | null> {
  const isFirst = await sendWaiting(keeper, write.id, afterWrite);
  const answer = isFirst ? await sendOperation(write.operation, 'extension/sidepanel', keeper.signInId) : null;
  if (!answer?.ok) return null;
  if (takes()) await changeQueue(() => dropWrites(keeper, [write.id]));
  else await settle(keeper, write, answer.value);
  await showQueue(keeper);
  await afterWrite();
  return answer.value;
}

/** Sends everything that waits before the entry `until`; false where something of it still waits. */
async function sendWaiting(keeper: SignedInKeeper, until: string | null, afterWrite: AfterWrite): Promise<boolean> {
  let isAnswered = false;
  let isThrough = true;
  for (const write of (await readQueue(keeper)).writes) {
    if (write.id === until) break;
    // The person may have given it up while those before it were sent.
    if (write.state !== 'WAITING' || !(await isKept(keeper, write.id))) continue;
    const answer = await sendOperation(write.operation, 'extension/sidepanel', keeper.signInId);
    isThrough = answer.ok && (await settle(keeper, write, answer.value));
    if (!isThrough) break;
    isAnswered = true;
  }
  if (isAnswered) await afterWrite();
  return isThrough;
}

/** Takes what is done out of the queue and keeps what was refused for the person; false: it is to be sent again later. */
async function settle(keeper: SignedInKeeper, write: QueuedWrite, answer: TrustedAnswer): Promise<boolean> {
  const code = refusalOf(answer);
  if (code === 'RATE_LIMITED' || code === 'INTERNAL') return false;
  await changeQueue(async () => {
    if (code === null) return dropWrites(keeper, [write.id]);
    if (!(await isKept(keeper, write.id))) return;
    await keepWrite(keeper, { ...write, state: code === 'STALE_REVISION' ? 'CONFLICT' : 'REFUSED', code });
  });
  return true;
}

/** The code of the domain error, or of the top-level error, that answers a write; null where it was done. */
export function refusalOf(answer: TrustedAnswer): string | null {
  const topLevel = topLevelCode(answer);
  if (topLevel !== null) return topLevel;
  const [outcome] = Object.values(answer.data ?? {});
  const isDomainError = typeof outcome === 'object' && outcome !== null && 'code' in outcome && 'message' in outcome;
  return isDomainError && typeof outcome.code === 'string' ? outcome.code : null;
}
