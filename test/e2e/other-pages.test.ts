import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab } from './harness/browser.ts';
import { type Office, startOffice } from './harness/office.ts';
import { arrive, grantSite, type Person } from './harness/person.ts';
import { waitForMarks } from './harness/wait-for-marks.ts';

/** The sample site's other pages: names without codes, a secret document, data no page should hold. */
const site = 'http://localhost:4100';
let office: Office;
let manager: Person;
let page: Page;

beforeAll(async () => {
  office = await startOffice();
  manager = await arrive('quanly', office.extensionPath);
  page = await openTab(manager.browser, `${site}/ioffice/qlvbdh/main?lang=vi`);
  await manager.openPanelFor(page);
  await grantSite(manager, site);
  await page.bringToFront();
  await waitForMarks(page);
});

afterAll(async () => {
  await manager?.leave();
  expect(await office?.stop()).toBe(0);
});

test('a document marked Mật is neither drawn nor sent: the other nineteen rows are', async () => {
  expect(await page.locator('#dt_basic tbody tr').count()).toBe(20);
  expect(await page.locator('tr[do_mat="Mật"]').count()).toBe(1);
  expect(await labelsIn(await waitForMarks(page))).toHaveLength(19);
  const known = await manager.browser.context
    .serviceWorkers()[0]
    ?.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  expect(known).toContain('1216/');
  expect(known).not.toContain('1217/');
});

test('two people of one name are a choice made in the side panel, never a guess', async () => {
  await page.goto(`${site}/spa/van-ban-den`);
  await expect
    .poll(
      async () => (await labelsIn(await waitForMarks(page))).filter((label) => /2 người cùng tên/.test(label)).length,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  const row = page.getByText('Nguyễn Thị Hương').first();
  await row.waitFor();
  await manager.openPanelFor(page);
  await manager.panel.getByRole('button', { name: '1202/STC-HCSN' }).click();
  await manager.panel.getByText('2 người cùng tên — chọn đúng người:').waitFor();
  await manager.panel.getByRole('listitem').filter({ hasText: 'AB0017' }).getByRole('button').click();
  await manager.panel.getByText('Người đang xem: Nguyễn Thị Hương').waitFor();
});

test('after navigating inside the page no mark of the last address is left, and the detail is filled in', async () => {
  await page.bringToFront();
  await page.getByText('1201/BNV-CCHC').first().click();
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  await manager.openPanelFor(page);
  await manager.panel.locator('article').getByText('1201/BNV-CCHC').waitFor();
});

test('cells with script, a hundred thousand characters and decomposed letters break nothing', async () => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('dialog', (dialog) => {
    problems.push(dialog.message());
    void dialog.dismiss();
  });
  await page.bringToFront();
  await page.goto(`${site}/ioffice/qlvbdh/main?lang=vi&mau=bat-thuong`);
  const labels = await labelsIn(await waitForMarks(page));
  expect(labels.length).toBeGreaterThan(0);
  expect(Math.max(...labels.map((label) => label.length))).toBeLessThan(500);
  expect(problems).toEqual([]);
});

function labelsIn(frame: Frame): Promise<readonly string[]> {
  return frame.locator('.mark').evaluateAll((marks) => marks.map((mark) => mark.textContent ?? ''));
}
