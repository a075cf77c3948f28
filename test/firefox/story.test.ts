import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { repository } from '../architecture/repository.ts';
import { startDocumentsSite } from '../documents-site/start-documents-site.ts';
import { type Office, startOffice } from '../e2e/harness/office.ts';
import { type Firefox, openFirefox } from './harness/firefox.ts';
import { arrive, findNewTab, grantSite, type Person } from './harness/person.ts';
import type { Tab } from './harness/tab.ts';

/** The main job in Firefox, from the sign-in to a score that leads back to its document. */
const list = 'http://localhost:4100/ioffice/qlvbdh/main?lang=vi';
const documentNumber = '1201/BNV-CCHC';
const employeeName = 'Lý Văn Lực';
const extension = join(repository, 'extension/.output/firefox-mv3');
const figure = "document.querySelector('[data-testid=figure]')?.textContent";
const pictures = join(import.meta.dirname, 'screenshots');

let office: Office;
let firefox: Firefox;
let manager: Person;
let employee: Person | undefined;
let page: Tab;
let tabId: number;
/** The small window that the card's button opened. */
let panel: Tab;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  office = await startOffice();
  firefox = await openFirefox(extension);
});

afterAll(async () => {
  await employee?.firefox.close();
  await firefox?.close();
  expect(await office?.stop()).toBe(0);
});

test('a manager signs in by the identity provider, in the window that Firefox opens for it', async () => {
  tellOnFailure();
  manager = await arrive(firefox, 'quanly');
  expect(await manager.panel.evaluate('browser.identity.getRedirectURL()')).toMatch(/\.extensions\.allizom\.org\/$/);
});

test('he switches the site on in Firefox’s own prompt, and each row shows who carries what', async () => {
  tellOnFailure();
  ({ page, tabId } = await manager.openPage(list));
  await manager.openPanelFor(tabId);
  await grantSite(manager, 'http://localhost:4100');
  await page.activate();
  const marks = await (await findFrame()).poll<string[] | null>(
    "[...document.querySelectorAll('.mark')].map((mark) => mark.textContent).filter(Boolean)",
  );
  expect(marks?.length).toBeGreaterThan(5);
  expect(marks?.[0]).toContain(employeeName);
  expect(marks?.[0]).toMatch(/quá hạn 2 ngày/);
  await page.picture(join(pictures, 'overlay.png'));
});

test('the page finds nothing of what the marks say', async () => {
  tellOnFailure();
  expect(await page.evaluate("window.find('HTXS')")).toBe(false);
  expect(await page.evaluate("[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)")).toEqual(
    [null],
  );
  expect(await page.evaluate("document.body.innerText.includes('HTXS')")).toBe(false);
});

test('the card opens by resting on a mark, and its button opens the panel beside it at this document', async () => {
  tellOnFailure();
  const window = await firefox.window();
  await window.evaluate('SidebarController.hide()');
  await manager.panel.goto(firefox.extensionPage('sidepanel.html'));
  await page.activate();
  const frame = await findFrame();
  await frame.hover({ css: '.mark' });
  // The whole record, not only whose it is: the button stands below it.
  await frame.waitFor({ text: 'Khen thưởng gần đây' });
  await page.picture(join(pictures, 'card.png'));
  const known = await firefox.tabs();
  await frame.click({ css: '.card .open' });
  panel = await findNewTab(firefox, known);
  await panel.waitFor({ text: documentNumber, inside: 'article' });
  await panel.waitFor({ text: `Người đang xem: ${employeeName}` });
  await panel.picture(join(pictures, 'panel.png'));
});

test('the icon opens the sidebar, which follows the tab one looks at', async () => {
  tellOnFailure();
  const window = await firefox.window();
  await page.activate();
  // Firefox keeps the icons of new extensions behind one button.
  await window.evaluate('gUnifiedExtensions.togglePanel()');
  await window.poll("document.querySelector('.unified-extensions-item-action-button') !== null");
  await window.evaluate("document.querySelector('.unified-extensions-item-action-button').click()");
  await window.poll(
    `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')?.currentURI?.spec === '${firefox.extensionPage('sidepanel.html')}'`,
  );
});

test('the document becomes a task', async () => {
  tellOnFailure();
  await panel.click({ role: 'button', name: 'Giao thành nhiệm vụ' });
  await panel.fill({ label: 'Sản phẩm theo danh mục' }, 'cong van xin y kien');
  await panel.click({ text: 'DC.02', inside: "*[@role='option']" });
  await panel.waitFor({ text: '1 × hệ số 5 = 5 sản phẩm quy đổi' });
  await panel.waitFor({ text: 'Nếu hoàn thành' });
  await panel.click({ role: 'button', name: `Giao cho ${employeeName}` });
  await panel.waitFor({ text: 'Nhiệm vụ đã giao từ văn bản này' });
  await panel.picture(join(pictures, 'task.png'));
});

test('he confirms its result, and the mark on the page follows', async () => {
  tellOnFailure();
  await panel.click({ role: 'tab', name: 'Việc' });
  await panel.click({ text: 'Hoàn thành', inside: `li[contains(normalize-space(), "${documentNumber}")]//button` });
  await panel.waitFor({ css: '[data-outcome=DONE]' });
  const mark = await (await findFrame()).poll<string>(
    "[...document.querySelectorAll('.mark')].map((mark) => mark.textContent).find((name) => /đã xong/.test(name))",
  );
  expect(mark).toContain(employeeName);
});

test('a list that no adapter knows has its marks too', async () => {
  tellOnFailure();
  const { page: unknown } = await manager.openPage('http://localhost:4100/chua-biet/theo-doi');
  const frame = await findFrame(unknown);
  // Eighteen issues, one of them marked Mật.
  await frame.poll("document.querySelectorAll('.mark').length === 17");
  expect(await frame.evaluate("document.querySelector('.mark').textContent")).toContain(employeeName);
});

test('the employee scores himself at his own machine, and the figure moves while he types', async () => {
  tellOnFailure();
  employee = await arrive(await openFirefox(extension), 'chuyenvien');
  await employee.panel.click({ role: 'tab', name: 'Chấm điểm' });
  await fillCriteria(employee.panel, 'tự chấm', (maximum) => maximum);
  const full = await employee.panel.poll<string>(figure);
  await employee.panel.fill({ css: "[aria-label^='I.1 '][aria-label$='tự chấm']" }, '4,5');
  await employee.panel.poll(`${figure} !== '${full}'`);
  expect(toNumber(full) - toNumber(await employee.panel.poll<string>(figure))).toBeCloseTo(0.5, 2);
  await employee.panel.click({ text: 'Gửi tự chấm', inside: 'button' });
  await employee.panel.waitFor({ text: 'Đã tự chấm · ' });
});

test('the manager confirms the sheet: what is stored is what he saw, and it leads to the document', async () => {
  tellOnFailure();
  await panel.reload();
  await panel.waitFor({ text: `Người đang xem: ${employeeName}` });
  await panel.click({ role: 'tab', name: 'Chấm điểm' });
  await fillCriteria(panel, 'duyệt', (maximum) => maximum / 2);
  const live = await panel.poll<string>(figure);
  await panel.click({ text: 'Xác nhận phiếu', inside: 'button' });
  await panel.waitFor({ text: 'Đã xác nhận · ' });
  expect(await panel.poll<string>(figure)).toBe(live);
  await panel.click({ role: 'tab', name: 'Chấm điểm' });
  await panel.click({ text: 'Vì sao', inside: 'summary' });
  await panel.evaluate("document.querySelectorAll('.explanation details').forEach((part) => { part.open = true; })");
  await panel.waitFor({ text: documentNumber, inside: "*[contains(@class, 'explanation')]//a" });
  await panel.picture(join(pictures, 'score.png'));
});

test('the same list on another port of the host, which nobody switched on, is left alone', async () => {
  tellOnFailure();
  const other = await startDocumentsSite({ port: 0 });
  try {
    const { page: elsewhere } = await manager.openPage(new URL(new URL(list).pathname, other.url).href);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await elsewhere.evaluate("document.querySelectorAll('table tbody tr').length")).toBeGreaterThan(5);
    expect(await elsewhere.frames()).toEqual([]);
    // The permission stands for every port: the script's own look at the list is all that keeps it out.
    expect(await panel.evaluate('browser.permissions.getAll().then(({ origins }) => origins)')).toContain(
      'http://localhost/*',
    );
  } finally {
    await other.close();
  }
});

test('whoever signs out leaves nothing of a record in the browser', async () => {
  tellOnFailure();
  await page.activate();
  await manager.panel.goto(firefox.extensionPage('sidepanel.html'));
  await manager.panel.click({ role: 'button', name: 'Đăng xuất' });
  await manager.panel.waitFor({ role: 'button', name: 'Đăng nhập' });
  await (await findFrame()).poll("document.querySelectorAll('.mark').length === 0");
  expect(await manager.panel.evaluate('browser.storage.session.get(null).then(JSON.stringify)')).not.toContain(
    employeeName,
  );
});

/** The frame of the extension's origin in a page, by default the story's, once it shows a mark. */
async function findFrame(inPage: Tab = page): Promise<Tab> {
  for (let tries = 0; tries < 300; tries++) {
    const frame = (await inPage.frames()).find(({ url }) => url.startsWith('moz-extension:'));
    if (frame !== undefined) {
      await frame.tab.waitFor({ css: '.mark' });
      return frame.tab;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no frame of ours is in the page');
}

/** Fills every criterion's field with a share of its maximum, which is 5 in part I and 2.5 in part II. */
async function fillCriteria(screen: Tab, column: string, share: (maximum: number) => number): Promise<void> {
  const names = await screen.poll<string[]>(
    `(() => { const names = [...document.querySelectorAll('input[aria-label$=", ${column}"]')].map((field) => field.getAttribute('aria-label')); return names.length === 10 && names; })()`,
  );
  for (const name of names)
    await screen.fill(
      { css: `[aria-label=${JSON.stringify(name)}]` },
      String(share(name.startsWith('I.') ? 5 : 2.5)).replace('.', ','),
    );
}

const toNumber = (text: string): number => Number(text.replace(',', '.'));

/** A failure prints what the server said and leaves a picture of every open tab. */
function tellOnFailure(): void {
  onTestFailed(async () => {
    console.error(office.log());
    const tabs = [...(await firefox.tabs()), ...((await employee?.firefox.tabs()) ?? [])];
    for (const [index, tab] of tabs.entries())
      await tab.picture(join(pictures, `failed-${index}.png`)).catch(() => undefined);
  });
}
