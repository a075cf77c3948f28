import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { builtInAdapters } from '../adapters/built-in-adapters.ts';
import { followKeptAdapters } from './kept-adapters.ts';

const [first] = builtInAdapters;
if (!first) throw new Error('there are built-in adapters');
const repaired = { ...first, version: 7 };
const own = { ...first, name: 'own-system' };

const onChange = vi.fn();
const start = (signal = new AbortController().signal) => followKeptAdapters(onChange, signal);
const namesAndVersions = (kept: Awaited<ReturnType<typeof start>>) =>
  kept.current().map(({ name, version }) => [name, version]);
const builtIn = builtInAdapters.map(({ name, version }) => [name, version]);
const others = builtIn.slice(1);

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.local.set({ builtInAdapters: { list: builtInAdapters } });
});

describe('the adapters of a page', () => {
  it('are the built-in ones where no others are kept, and none where the storage fails', async () => {
    expect((await start()).current()).toEqual(builtInAdapters);
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('the disk is full') as never);
    expect((await start()).current()).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('are the policy’s, then the published ones, then the built-in ones; of one name the first counts', async () => {
    await browser.storage.local.set({ adapters: { list: [repaired] }, managedAdapters: { list: [own] } });
    const kept = await start();
    expect(namesAndVersions(kept)).toEqual([['own-system', first.version], [first.name, 7], ...others]);
  });

  it('follow a publication and a withdrawal in an open page', async () => {
    const kept = await start();
    await browser.storage.local.set({ adapters: { list: [repaired] } });
    await vi.waitFor(() => expect(namesAndVersions(kept)).toEqual([[first.name, 7], ...others]));
    await browser.storage.local.set({ adapters: { list: [] } });
    await vi.waitFor(() => expect(namesAndVersions(kept)).toEqual(builtIn));
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('are left alone when only the time of asking changes, and after the end', async () => {
    await browser.storage.local.set({ adapters: { fetchedAt: 1, list: [repaired] } });
    const ended = new AbortController();
    await start(ended.signal);
    await browser.storage.local.set({ adapters: { fetchedAt: 2, list: [repaired] } });
    ended.abort();
    await browser.storage.local.set({ adapters: { list: [] } });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(onChange).not.toHaveBeenCalled();
  });
});
