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

/**
 * Debian's Chromium with the built extension, on a virtual screen of its own and with an empty profile.
 *
 * The switches keep the browser from calling out: the office's network has nothing to answer.
 */
export async function openBrowser(extensionPath: string, options: { readonly dark?: boolean } = {}): Promise<Browser> {
  const display = await openDisplay();
  const profile = await mkdtemp(join(tmpdir(), 'congvu-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: false,
    env: { ...process.env, DISPLAY: display.name } as Record<string, string>, // An unset variable is not in the object.
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: 1440, height: 900 },
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
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The browser's own number of a page's tab, by which extension pages name it. */
export async function tabIdOf(browser: Browser, page: Page): Promise<number> {
  const worker = browser.context.serviceWorkers()[0];
  if (worker === undefined) throw new Error('the background is not running');
  await page.bringToFront();
  const id = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? null;
  });
  if (id === null) throw new Error('the page has no tab');
  return id;
}
