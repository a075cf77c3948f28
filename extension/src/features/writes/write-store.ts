import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { browser } from 'wxt/browser';
import { ownerOf, type Person } from './queue-owner.ts';
import { type SealedWrite, seal, sealedWriteShape, unseal } from './sealed-write.ts';
import { type Queue, type QueuedWrite, queueLifetime, queueLimit, type UnreadableWrite } from './write-queue.ts';

/**
 * The encrypted queue in `storage.local`, one key an entry, so that one damaged entry is one lost entry:
 * `write:<owner's hash>:<place in the order>:<idempotency key>`. `writes-expired:<owner's hash>` counts what was given up.
 */
const entryKey = /^write:([\w-]{43}):(\d{9}):([\w-]{1,64})$/;
const expiredKey = (owner: string) => `writes-expired:${owner}`;

type Entry = {
  readonly key: string;
  readonly owner: string;
  readonly sequence: number;
  readonly id: string;
  /** null: what lies there has not even an entry's shape. */
  readonly sealed: SealedWrite | null;
};

/** One person's part of the store. `key` null: the server has not given it yet, and nothing can be opened or kept. */
export type Keeper = { readonly person: Person; readonly key: CryptoKey | null };

/** Opens everything that lies there for this person, in the order it was written. */
export async function readQueue({ person, key }: Keeper): Promise<Queue> {
  const owner = await ownerOf(person);
  const entries = (await findEntries()).filter((entry) => entry.owner === owner);
  const expired = await findExpired(owner);
  if (key === null) return { writes: [], unreadable: [], locked: entries.length, expired };
  const writes: QueuedWrite[] = [];
  const unreadable: UnreadableWrite[] = [];
  for (const { sealed, sequence, id } of entries) {
    const write = sealed === null ? null : await unseal(key, { person, sequence, id }, sealed);
    if (write !== null) writes.push(write);
    else unreadable.push({ id, writtenAt: sealed?.writtenAt ?? null });
  }
  return { writes, unreadable, locked: 0, expired };
}

export type KeepFailure = { readonly code: 'QUEUE_FULL' | 'QUEUE_KEY_MISSING' | 'QUEUE_STORAGE_FULL' };

/**
 * Lays a write at the end of its owner's queue; one that is there already (the same id) takes its new state in its old place.
 *
 * QUEUE_FULL: 100 are there. QUEUE_KEY_MISSING: see `Keeper`. QUEUE_STORAGE_FULL: the browser gives no more room.
 */
export async function keepWrite({ person, key }: Keeper, write: QueuedWrite): Promise<Result<void, KeepFailure>> {
  if (key === null) return fail({ code: 'QUEUE_KEY_MISSING' });
  const owner = await ownerOf(person);
  const entries = (await findEntries()).filter((entry) => entry.owner === owner);
  const before = entries.find((entry) => entry.id === write.id);
  if (before === undefined && entries.length >= queueLimit) return fail({ code: 'QUEUE_FULL' });
  const sequence = before?.sequence ?? (entries.at(-1)?.sequence ?? 0) + 1;
  const sealed = await seal(key, { person, sequence, id: write.id }, write);
  const place = `write:${owner}:${String(sequence).padStart(9, '0')}:${write.id}`;
  return store({ [place]: sealed });
}

/** Whether an entry of this person is there, opened or not. */
export async function isKept({ person }: Keeper, id: string): Promise<boolean> {
  const owner = await ownerOf(person);
  return (await findEntries()).some((entry) => entry.owner === owner && entry.id === id);
}

/** Whether anything waits on this machine for anyone: all that may be told before a sign-in. */
export async function hasKeptWrites(): Promise<boolean> {
  return (await findEntries()).length > 0;
}

/** Takes entries of this person away, opened or not. */
export async function dropWrites({ person }: Keeper, ids: readonly string[]): Promise<void> {
  const owner = await ownerOf(person);
  const dropped = (await findEntries()).filter((entry) => entry.owner === owner && ids.includes(entry.id));
  await browser.storage.local.remove(dropped.map((entry) => entry.key));
}

/** Everything of this person, the count of what was given up included. */
export async function dropQueue({ person }: Keeper): Promise<void> {
  const owner = await ownerOf(person);
  const dropped = (await findEntries()).filter((entry) => entry.owner === owner);
  await browser.storage.local.remove([...dropped.map((entry) => entry.key), expiredKey(owner)]);
}

/** The person has read how many were given up. */
export async function forgetExpired({ person }: Keeper): Promise<void> {
  await browser.storage.local.remove(expiredKey(await ownerOf(person)));
}

/**
 * Gives up what is older than `queueLifetime`, whoever it belongs to, and counts it for its owner. An entry so damaged that
 * its age cannot be read stays until its owner discards it.
 */
export async function giveUpOldWrites(now: number): Promise<void> {
  const old = (await findEntries()).filter(({ sealed }) => sealed !== null && sealed.writtenAt < now - queueLifetime);
  for (const owner of new Set(old.map((entry) => entry.owner))) {
    const ofOwner = old.filter((entry) => entry.owner === owner);
    const count = (await findExpired(owner)) + ofOwner.length;
    // Counted first: a worker that ends between the two counts them twice rather than losing them without a word.
    await browser.storage.local.set({ [expiredKey(owner)]: count });
    await browser.storage.local.remove(ofOwner.map((entry) => entry.key));
  }
}

async function findEntries(): Promise<readonly Entry[]> {
  const { local } = browser.storage;
  // Without `getKeys` (Chromium before 130) the whole area is read; it holds adapters and settings beside.
  const all: Record<string, unknown> =
    local.getKeys === undefined
      ? await local.get(null)
      : await local.get((await local.getKeys()).filter((key) => entryKey.test(key)));
  const entries = Object.entries(all).flatMap(([key, value]): Entry[] => {
    const [, owner, sequence, id] = entryKey.exec(key) ?? [];
    if (owner === undefined || sequence === undefined || id === undefined) return [];
    const sealed = sealedWriteShape.safeParse(value);
    return [{ key, owner, sequence: Number(sequence), id, sealed: sealed.success ? sealed.data : null }];
  });
  return entries.toSorted((left, right) => left.sequence - right.sequence);
}

async function findExpired(owner: string): Promise<number> {
  const key = expiredKey(owner);
  const count = (await browser.storage.local.get(key))[key];
  return typeof count === 'number' ? count : 0;
}

async function store(values: Record<string, SealedWrite>): Promise<Result<void, KeepFailure>> {
  try {
    await browser.storage.local.set(values);
    return ok(undefined);
  } catch (reason) {
    // Chromium and Firefox tell a full area by a sentence alone; both name the quota in it.
    if (reason instanceof Error && /quota/i.test(reason.message)) return fail({ code: 'QUEUE_STORAGE_FULL' });
    throw reason;
  }
}
