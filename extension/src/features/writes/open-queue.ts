import { browser } from 'wxt/browser';
import { createTurns } from '../../messaging/turns.ts';
import { sessionItem } from '../session/session-store.ts';
import { findOfflineKey } from './offline-key.ts';
import { emptyQueue, type Queue, queueItem, waitingCount } from './write-queue.ts';
import { dropQueue, dropWrites, forgetExpired, giveUpOldWrites, type Keeper, readQueue } from './write-store.ts';

/** The queue of the person signed in, in this sign-in. */
export type SignedInKeeper = Keeper & { readonly signInId: string };

/** Wakes the worker to send what waits while no screen of ours is open. Minutes; the browser allows no less than half. */
export const replayAlarm = 'replay-writes';
const replayEvery = 1;

/** Changes of the store run one behind the other; a sending, which may take long, is no part of it. */
export const changeQueue = createTurns();

export async function findKeeper(): Promise<SignedInKeeper | null> {
  const session = await sessionItem.getValue();
  if (session === null) return null;
  const { server, subject, signInId } = session;
  return { person: { server, subject }, key: await findOfflineKey(session), signInId };
}

/** Opens the queue and gives the screens their copy; nothing where another person, or nobody, is signed in by now. */
export function showQueue(keeper: SignedInKeeper): Promise<Queue> {
  return changeQueue(async () => {
    const queue = await readQueue(keeper);
    if ((await sessionItem.getValue())?.signInId !== keeper.signInId) return emptyQueue;
    await queueItem.setValue(queue);
    if (waitingCount(queue) > 0) await watchOverQueue();
    else await browser.alarms.clear(replayAlarm);
    return queue;
  });
}

/** Has the worker woken every minute until nothing waits. */
export async function watchOverQueue(): Promise<void> {
  await browser.alarms.create(replayAlarm, { periodInMinutes: replayEvery });
}

/** Gives up one entry, readable or not. Returns how many still wait. */
export async function discardWrite(id: string): Promise<number> {
  const keeper = await findKeeper();
  if (keeper === null) return 0;
  await changeQueue(() => dropWrites(keeper, [id]));
  return waitingCount(await showQueue(keeper));
}

/** Gives up everything of the person signed in: his choice at a sign-out. */
export async function discardQueue(): Promise<void> {
  const keeper = await findKeeper();
  if (keeper !== null) await changeQueue(() => dropQueue(keeper));
}

/** The person has read how many of his writes were given up for their age. */
export async function acknowledgeExpired(): Promise<number> {
  const keeper = await findKeeper();
  if (keeper === null) return 0;
  await changeQueue(() => forgetExpired(keeper));
  return waitingCount(await showQueue(keeper));
}

/** Everyone's writes that are older than the stated age. */
export function giveUpOld(): Promise<void> {
  return changeQueue(() => giveUpOldWrites(Date.now()));
}
