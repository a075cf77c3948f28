import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type QueuedWrite, queueLifetime, queueLimit } from './write-queue.ts';
import {
  dropQueue,
  dropWrites,
  forgetExpired,
  giveUpOldWrites,
  hasKeptWrites,
  type Keeper,
  keepWrite,
  readQueue,
} from './write-store.ts';

const server = 'http://127.0.0.1:4000';
const label = 'Xác nhận phiếu của Lý Văn Lực: 87,67';

function newKey(): Promise<CryptoKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function keeperOf(subject: string): Promise<Keeper> {
  return { person: { server, subject }, key: await newKey() };
}

function write(id: string, changes: Partial<QueuedWrite> = {}): QueuedWrite {
  const operation = { documentId: 'a1', name: 'ConfirmPeriodSheet', variables: { input: { opinion: label } } };
  return { id, idempotencyKey: id, label, operation, writtenAt: Date.now(), state: 'WAITING', code: null, ...changes };
}

const stored = () => browser.storage.local.get(null) as Promise<Record<string, Record<string, unknown>>>;
const entries = async () => Object.entries(await stored()).filter(([key]) => key.startsWith('write:'));

beforeEach(() => {
  fakeBrowser.reset();
  // The fake browser lacks it.
  vi.spyOn(browser.storage.local, 'getKeys').mockImplementation((async () =>
    Object.keys(await browser.storage.local.get(null))) as never);
});

it('reads back what was kept, in the order it was written', async () => {
  const an = await keeperOf('an');
  const writes = [write('key-00003'), write('key-00001'), write('key-00002')];
  for (const each of writes) expect(await keepWrite(an, each)).toMatchObject({ ok: true });
  expect((await readQueue(an)).writes).toEqual(writes);
});

it('leaves nothing readable in the storage: no word of a write, and not whose it is', async () => {
  await keepWrite(await keeperOf('an-id-of-the-provider'), write('key-00001'));
  const text = JSON.stringify(await stored());
  for (const word of ['Lực', 'Lý', '87,67', 'ConfirmPeriodSheet', 'WAITING', 'an-id-of-the-provider', server])
    expect(text).not.toContain(word);
});

it('uses a new initialisation vector at every sealing, also of the same write', async () => {
  const an = await keeperOf('an');
  const ivs = new Set<unknown>();
  for (let count = 0; count < 20; count++) {
    await keepWrite(an, write('key-00001'));
    ivs.add((await entries())[0]?.[1].iv);
  }
  expect(ivs.size).toBe(20);
});

it('keeps a write in its place when its state changes', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  await keepWrite(an, write('key-00002'));
  await keepWrite(an, write('key-00001', { state: 'CONFLICT', code: 'STALE_REVISION' }));
  expect((await readQueue(an)).writes.map(({ id, state }) => [id, state])).toEqual([
    ['key-00001', 'CONFLICT'],
    ['key-00002', 'WAITING'],
  ]);
});

it('shows a person nothing of another one, and touches nothing of it', async () => {
  const [an, binh] = [await keeperOf('an'), await keeperOf('binh')];
  await keepWrite(an, write('key-00001'));
  expect(await readQueue(binh)).toEqual({ writes: [], unreadable: [], locked: 0, expired: 0 });
  await dropWrites(binh, ['key-00001']);
  await dropQueue(binh);
  expect((await readQueue(an)).writes).toHaveLength(1);
});

it('takes the same subject at another server for another person', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  const elsewhere = { ...an, person: { server: 'https://congvu.example', subject: 'an' } };
  expect((await readQueue(elsewhere)).writes).toEqual([]);
});

it('opens no entry that was put into another person’s queue, even under the same key', async () => {
  const an = await keeperOf('an');
  const binh = { ...an, person: { server, subject: 'binh' } };
  await keepWrite(an, write('key-00001'));
  await keepWrite(binh, write('key-00002'));
  const [ofAn, ofBinh] = await entries();
  await browser.storage.local.set({ [ofBinh?.[0] ?? '']: ofAn?.[1] });
  expect(await readQueue(binh)).toMatchObject({ writes: [], unreadable: [{ id: 'key-00002' }] });
});

it('opens no entries whose contents were swapped, nor one under another name or place', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  await keepWrite(an, write('key-00002'));
  const [first, second] = await entries();
  await browser.storage.local.set({ [first?.[0] ?? '']: second?.[1], [second?.[0] ?? '']: first?.[1] });
  expect((await readQueue(an)).unreadable.map(({ id }) => id)).toEqual(['key-00001', 'key-00002']);
  await dropQueue(an);
  await browser.storage.local.set({ [first?.[0].replace(':000000001:', ':000000009:') ?? '']: first?.[1] });
  expect((await readQueue(an)).unreadable.map(({ id }) => id)).toEqual(['key-00001']);
});

it.each([
  [
    'a changed letter of the text',
    (sealed: Record<string, unknown>) => ({ ...sealed, data: `AAAA${String(sealed.data).slice(4)}` }),
  ],
  ['a cut text', (sealed: Record<string, unknown>) => ({ ...sealed, data: String(sealed.data).slice(0, 8) })],
  ['another day', (sealed: Record<string, unknown>) => ({ ...sealed, writtenAt: Number(sealed.writtenAt) + 1 })],
  ['something else in its place', () => 'damaged'],
  ['an empty object', () => ({})],
])('keeps an entry with %s until the person discards it, and reads the others', async (_name, damage) => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  await keepWrite(an, write('key-00002'));
  const [place, sealed] = (await entries())[0] ?? ['', {}];
  await browser.storage.local.set({ [place]: damage(sealed) });
  const queue = await readQueue(an);
  expect(queue.writes.map(({ id }) => id)).toEqual(['key-00002']);
  expect(queue.unreadable.map(({ id }) => id)).toEqual(['key-00001']);
  await dropWrites(an, ['key-00001']);
  expect((await readQueue(an)).unreadable).toEqual([]);
});

it('does not open what was sealed under another key', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  expect(await readQueue({ ...an, key: await newKey() })).toMatchObject({
    writes: [],
    unreadable: [{ id: 'key-00001' }],
  });
});

it('keeps nothing without a key, and says how much is locked', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  const locked = { ...an, key: null };
  expect(await keepWrite(locked, write('key-00002'))).toEqual({ ok: false, error: { code: 'QUEUE_KEY_MISSING' } });
  expect(await readQueue(locked)).toEqual({ writes: [], unreadable: [], locked: 1, expired: 0 });
});

it('takes the limit for each person alone', async () => {
  const [an, binh] = [await keeperOf('an'), await keeperOf('binh')];
  for (let count = 1; count <= queueLimit; count++) await keepWrite(an, write(`key-${1000 + count}`));
  expect(await keepWrite(an, write('one-more'))).toEqual({ ok: false, error: { code: 'QUEUE_FULL' } });
  expect(await keepWrite(an, write('key-1001', { state: 'REFUSED', code: 'NOT_FOUND' }))).toMatchObject({ ok: true });
  expect(await keepWrite(binh, write('key-00001'))).toMatchObject({ ok: true });
});

it('tells a full storage by its own code, and any other fault of the browser as a fault', async () => {
  const an = await keeperOf('an');
  await keepWrite(an, write('key-00001'));
  const set = vi.spyOn(browser.storage.local, 'set');
  set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  expect(await keepWrite(an, write('key-00002'))).toEqual({ ok: false, error: { code: 'QUEUE_STORAGE_FULL' } });
  set.mockRejectedValueOnce(new Error('disk I/O'));
  await expect(keepWrite(an, write('key-00002'))).rejects.toThrow('disk I/O');
});

it('gives up what is older than the stated age, tells its owner how many, and nobody else', async () => {
  const [an, binh] = [await keeperOf('an'), await keeperOf('binh')];
  const now = Date.now();
  await keepWrite(an, write('key-00001', { writtenAt: now - queueLifetime - 1 }));
  await keepWrite(an, write('key-00002', { writtenAt: now - queueLifetime }));
  await giveUpOldWrites(now);
  expect(await readQueue(an)).toMatchObject({ writes: [{ id: 'key-00002' }], expired: 1 });
  expect((await readQueue(binh)).expired).toBe(0);
  await forgetExpired(an);
  expect((await readQueue(an)).expired).toBe(0);
});

it('tells before a sign-in only that something is there', async () => {
  expect(await hasKeptWrites()).toBe(false);
  await keepWrite(await keeperOf('an'), write('key-00001'));
  expect(await hasKeptWrites()).toBe(true);
});
