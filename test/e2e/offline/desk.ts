import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CuttableProxy } from '../harness/cuttable-proxy.ts';
import { openProxy } from '../harness/cuttable-proxy.ts';
import { type Person, signInFrom, sitDown } from '../harness/person.ts';
import { stopWorker } from '../harness/stop-worker.ts';

/** One office machine that several people use in turn: its browser's profile stays, its cable can be pulled. */
export interface Desk {
  readonly proxy: CuttableProxy;
  readonly profile: string;
  /** Whoever sits there now, with the browser that is open. */
  person(): Person;
  /** Ends the background, as the browser may at any moment. */
  endWorker(): Promise<void>;
  /** Closes the browser and opens it again with the same profile. Nobody is signed in then. */
  restart(): Promise<void>;
  signIn(userName: string): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(extensionPath: string): Promise<Desk> {
  const proxy = await openProxy();
  const profile = await mkdtemp(join(tmpdir(), 'congvu-desk-'));
  const options = { profile, proxy: proxy.address };
  let person = await sitDown(extensionPath, options);
  return {
    proxy,
    profile,
    person: () => person,
    endWorker: () => stopWorker(person.browser),
    restart: async () => {
      await person.leave();
      person = await sitDown(extensionPath, options);
    },
    signIn: (userName) => signInFrom(person, userName),
    close: async () => {
      await person.leave();
      await proxy.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Everything the extension stores, in both of its areas, as one text. */
export function readStorage(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    const areas = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    return JSON.stringify(areas);
  });
}

/** Chromium lets an unpacked extension load itself again in developer mode alone; an office's package comes from a store. */
export async function allowReload({ browser }: Person): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() => {
    // An interface of Chromium's own page, in no one's types.
    const { developerPrivate } = chrome as unknown as {
      readonly developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
    };
    return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.close();
}
