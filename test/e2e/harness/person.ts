import { demonstrationAccounts } from '@congvu/prisma/seed/accounts';
import type { Page } from 'playwright-core';
import { type Browser, type BrowserOptions, openBrowser, tabIdOf } from './browser.ts';

/** Somebody at his own machine: a browser with the extension, and its side panel in a tab of its own. */
export interface Person {
  readonly browser: Browser;
  readonly panel: Page;
  /** Brings the panel to the front, showing what it knows of a page's tab. */
  openPanelFor(page: Page): Promise<void>;
  /** A section of the side panel. */
  openSection(name: 'Việc' | 'Chấm điểm' | 'Hồ sơ' | 'Đơn vị'): Promise<void>;
  leave(): Promise<void>;
}

/** Opens a browser and signs an account of the demonstration in as a person does: from the side panel's button. */
export async function arrive(userName: string, extensionPath: string, options: BrowserOptions = {}): Promise<Person> {
  const person = await sitDown(extensionPath, options);
  await signInFrom(person, userName);
  return person;
}

/** Opens a browser with the side panel in it; nobody is signed in. */
export async function sitDown(extensionPath: string, options: BrowserOptions = {}): Promise<Person> {
  const browser = await openBrowser(extensionPath, options);
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.goto(browser.extensionPage('sidepanel.html'));
  return {
    browser,
    panel,
    openPanelFor: async (page) => {
      await panel.bringToFront();
      await panel.goto(browser.extensionPage(`sidepanel.html?tab=${tabIdOf(page)}`));
    },
    openSection: (name) => panel.getByRole('tab', { name }).click(),
    leave: () => browser.close(),
  };
}

/** Presses the panel's button and fills in the provider's window. */
export async function signInFrom({ browser, panel }: Person, userName: string): Promise<void> {
  const [provider] = await Promise.all([
    browser.context.waitForEvent('page'),
    panel.getByRole('button', { name: 'Đăng nhập' }).click(),
  ]);
  await signInAt(provider, userName);
  await panel.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}

/** Fills in the provider's own page. */
export async function signInAt(provider: Page, userName: string): Promise<void> {
  const account = demonstrationAccounts.find((one) => one.userName === userName);
  if (account === undefined) throw new Error(`the demonstration has no account ${userName}`);
  await provider.getByLabel('Tên đăng nhập').fill(account.userName);
  await provider.getByLabel('Mật khẩu').fill(account.password);
  await provider.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Grants the site as a person does: the button in the panel, then the browser's own prompt. */
export async function grantSite(person: Person, origin: string): Promise<void> {
  await person.panel.getByLabel('Địa chỉ trang').fill(origin);
  await person.panel.getByRole('button', { name: 'Bật trên trang này' }).click();
  await person.browser.acceptPrompt();
}
