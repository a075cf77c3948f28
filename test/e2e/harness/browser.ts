import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Display, openDisplay } from './display.ts';

export interface Browser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly display: Display;
  /** An address inside the extension, e.g. `extensionPage('dashboard.html')`. */
  extensionPage(path: string): string;
  /** Accepts the permission prompt that the last click opened. */
  acceptPrompt(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly dark?: boolean;
  /** A directory that outlives the browser; absent: an empty one, removed at the end. */
  readonly profile?: string;
  /** The proxy that everything goes through, loopback included. */
  readonly proxy?: string;
  /** Where Chromium writes every request down, its own and those of workers (net-log.ts). */
  readonly netLog?: string;
}

/**
 * Debian's Chromium with the built extension, on a virtual screen of its own and with an empty profile.
 *
 * The switches keep the browser from calling out: the office's network has nothing to answer.
 */
export async function openBrowser(extensionPath: string, options: BrowserOptions = {}): Promise<Browser> {
  const display = await openDisplay();
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'congvu-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: false,
    env: { ...process.env, DISPLAY: display.name } as Record<string, string>, // An unset variable is not in the object.
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: 1440, height: 900 },
    // Browsers leave loopback out of a proxy unless they are told not to.
    ...(options.proxy === undefined ? {} : { proxy: { server: options.proxy, bypass: '<-loopback>' } }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-position=0,0',
      '--window-size=1440,980',
      `--disable-extensions-except=${extensionPath}`,
      `--load-extension=${extensionPath}`,
      ...(options.netLog === undefined ? [] : [`--log-net-log=${options.netLog}`]),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    extensionId,
    display,
    extensionPage: (path) => `chrome-extension://${extensionId}/${path}`,
    acceptPrompt: async () => {
      // The native bubble needs a moment to take the focus; Return alone would deny.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await display.press('Tab', 'Return');
    },
    close: async () => {
      await context.close();
      await display.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

const tabIds = new WeakMap<Page, number>();

/** Opens an address in a tab of its own, and keeps the browser's number of that tab for `tabIdOf`. */
export async function openTab(browser: Browser, address: string): Promise<Page> {
  const before = await tabsOf(browser);
  const page = await browser.context.newPage();
  const after = await tabsOf(browser);
  const added = after.filter((id) => !before.includes(id));
  if (added.length !== 1 || added[0] === undefined) throw new Error(`${added.length} tabs were opened instead of one`);
  tabIds.set(page, added[0]);
  await page.goto(address);
  return page;
}

/** The browser's own number of a page that `openTab` opened, by which extension pages name it. */
export function tabIdOf(page: Page): number {
  const id = tabIds.get(page);
  if (id === undefined) throw new Error('the page was not opened by openTab');
  return id;
}

function tabsOf(browser: Browser): Promise<readonly number[]> {
  const worker = browser.context.serviceWorkers()[0];
  if (worker === undefined) throw new Error('the background is not running');
  return worker.evaluate(async () => (await chrome.tabs.query({})).flatMap((tab) => tab.id ?? []));
}
