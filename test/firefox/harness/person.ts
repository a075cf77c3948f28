import { demonstrationAccounts } from '@congvu/prisma/seed/accounts';
import type { Firefox } from './firefox.ts';
import type { Tab } from './tab.ts';

/** Somebody at his own machine: a Firefox with the extension, and its side panel in a tab of its own. */
export interface Person {
  readonly firefox: Firefox;
  readonly panel: Tab;
  /** Opens an address in a new tab; the answer's number is the browser's, by which the panel knows the tab. */
  openPage(address: string): Promise<{ readonly page: Tab; readonly tabId: number }>;
  openPanelFor(tabId: number): Promise<void>;
}

/** Signs an account of the demonstration in as a person does: from the panel's button, in the provider's own window. */
export async function arrive(firefox: Firefox, userName: string): Promise<Person> {
  const account = demonstrationAccounts.find((one) => one.userName === userName);
  if (account === undefined) throw new Error(`the demonstration has no account ${userName}`);
  const panel = await firefox.openTab(firefox.extensionPage('sidepanel.html'));
  const known = await firefox.tabs();
  await panel.click({ role: 'button', name: 'Đăng nhập' });
  const provider = await findNewTab(firefox, known);
  await provider.fill({ css: '#user-name' }, account.userName);
  await provider.fill({ css: '#password' }, account.password);
  await provider.click({ role: 'button', name: 'Đăng nhập' });
  await panel.waitFor({ role: 'button', name: 'Đăng xuất' });
  return {
    firefox,
    panel,
    openPage: async (address) => {
      const before = await tabIds(panel);
      const page = await firefox.openTab(address);
      const [tabId] = (await tabIds(panel)).filter((id) => !before.includes(id));
      if (tabId === undefined) throw new Error(`no tab was opened for ${address}`);
      return { page, tabId };
    },
    openPanelFor: async (tabId) => {
      await panel.activate();
      await panel.goto(firefox.extensionPage(`sidepanel.html?tab=${tabId}`));
    },
  };
}

/** Grants the site as a person does: the button in the panel, then the browser's own prompt. */
export async function grantSite({ firefox, panel }: Person, origin: string): Promise<void> {
  await panel.fill({ label: 'Địa chỉ trang' }, origin);
  await panel.click({ role: 'button', name: 'Bật trên trang này' });
  const window = await firefox.window();
  await window.poll("PopupNotifications.panel.state === 'open'");
  await window.evaluate('void PopupNotifications.panel.firstElementChild.button.click()');
  await panel.poll(`browser.storage.local.get('sites').then(({ sites }) => sites?.includes('${origin}') ?? null)`);
}

function tabIds(panel: Tab): Promise<readonly number[]> {
  return panel.evaluate('browser.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))');
}

/** The tab or window that was not there before; it may need a moment. */
export async function findNewTab(firefox: Firefox, known: readonly Tab[]): Promise<Tab> {
  const before = new Set(known.map(({ context }) => context));
  for (let tries = 0; tries < 300; tries++) {
    const added = (await firefox.tabs()).find(({ context }) => !before.has(context));
    if (added !== undefined) return added;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no window was opened');
}
