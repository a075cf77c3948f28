import { demonstrationAccounts } from '@congvu/prisma/seed/accounts';
import type { Frame, Page } from 'playwright-core';
import type { Browser } from './browser.ts';

type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };

/** Sends one of the extension's own messages from a page of its own, as its screens do. */
export const sendFromScreen = (screen: Page, name: string, parameters: unknown): Promise<Answer> =>
  screen.evaluate((message) => chrome.runtime.sendMessage(message), { name, parameters });

/** Signs an account of the demonstration in by the provider's own page. `screen` is a page of the extension. */
export const signIn = async (browser: Browser, screen: Page, userName: string): Promise<void> => {
  const account = demonstrationAccounts.find((one) => one.userName === userName);
  if (!account) throw new Error(`the demonstration has no account ${userName}`);
  const [provider, answer] = await Promise.all([
    browser.context.waitForEvent('page'),
    sendFromScreen(screen, 'session.signIn', { language: 'vi' }),
    browser.context.waitForEvent('page').then(async (page) => {
      await page.fill('#user-name', account.userName);
      await page.fill('#password', account.password);
      await page.click('button[type=submit]:not([name])');
    }),
  ]);
  if (!answer.ok) throw new Error(`${provider.url()}: sign-in failed with ${answer.error?.code}`);
};

/** Grants the site by the browser's own prompt and switches the overlay on there. */
export const switchSiteOn = async (browser: Browser, screen: Page, origin: string): Promise<void> => {
  await screen.bringToFront();
  const granted = screen.evaluate((site) => chrome.permissions.request({ origins: [`${site}/*`] }), origin);
  await browser.acceptPrompt();
  if (!(await granted)) throw new Error('the prompt was not accepted');
  const answer = await sendFromScreen(screen, 'site.switchOn', { origin });
  if (!answer.ok) throw new Error(`switching ${origin} on failed with ${answer.error?.code}`);
};

/** The overlay's frame, once it shows at least one mark. */
export const waitForMarks = async (page: Page, timeout = 60_000): Promise<Frame> => {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (!frame.url().startsWith('chrome-extension:')) continue;
      // A frame may go between two looks; then the next one is waited for.
      if (await frame.evaluate(() => document.querySelector('.mark') !== null).catch(() => false)) return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no mark was shown within ${timeout} ms at ${page.url()}`);
};
