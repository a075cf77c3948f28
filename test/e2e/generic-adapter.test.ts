import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../architecture/repository.ts';
import { openTab, tabIdOf } from './harness/browser.ts';
import { signInAtTerminal } from './harness/command-line.ts';
import { type Office, startOffice } from './harness/office.ts';
import { arrive, grantSite, type Person } from './harness/person.ts';
import { waitForMarks } from './harness/wait-for-marks.ts';

/** Pages without an adapter, and one whose adapter broke and is repaired from the server. */
const site = 'http://localhost:4100';
const changed = `${site}/donvi2/qlvbdh/main`;
const slow = { timeout: 20_000 };
let office: Office;
let manager: Person;
let page: Page;

beforeAll(async () => {
  office = await startOffice();
  manager = await arrive('quanly', office.extensionPath);
  page = await openTab(manager.browser, `${site}/chua-biet/theo-doi`);
  await manager.openPanelFor(page);
  await grantSite(manager, site);
  await page.bringToFront();
});

afterAll(async () => {
  await manager?.leave();
  expect(await office?.stop()).toBe(0);
});

test('a list nobody wrote an adapter for has its marks, and the panel says how certain that is', async () => {
  const frame = await waitForMarks(page);
  // Eighteen issues, one of them marked Mật.
  await expect.poll(() => frame.locator('.mark').count(), slow).toBe(17);
  const marks = await frame.locator('.mark').allTextContents();
  expect(marks[0]).toContain('Lý Văn Lực');
  expect(marks[0]).toMatch(/quá hạn 2 ngày/);
  await manager.openPanelFor(page);
  await manager.panel.getByText('Trang được đọc bằng bộ đọc chung, chắc chắn 100 % (chỉ hiện từ 70 %).').waitFor();
  await manager.panel.getByRole('button', { name: '1201/BNV-CCHC' }).click();
  await manager.panel.locator('article').getByText('Xử lý chính: Lý Văn Lực').waitFor();
});

test('a table of prices gets neither a frame nor a notice', async () => {
  await page.bringToFront();
  await page.goto(`${site}/chua-biet/bang-gia`);
  await page.waitForTimeout(2_000);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.getByText('Không đọc chắc chắn được').count()).toBe(0);
  await manager.openPanelFor(page);
  await manager.panel.getByText('Trang này không phải danh sách hay văn bản mà tiện ích biết đọc.').waitFor();
});

test('a list its adapter cannot read any more says so on the icon and in the panel, and is reported without content', async () => {
  await page.bringToFront();
  await page.goto(changed);
  await page.getByText('Không đọc chắc chắn được trang này').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await expect.poll(() => badgeOf(page), slow).toBe('!');
  await manager.openPanelFor(page);
  await manager.panel.getByText('Bộ đọc “VNPT iOffice” không đọc chắc chắn được trang này').waitFor();
  await manager.panel.getByLabel('Tìm người (mã hoặc họ tên)').first().waitFor();
  const administrator = await signInAtTerminal('quantri');
  await expect
    .poll(async () => (await ask(administrator.token, openReports)).adapterReports.edges.map(({ node }) => node), slow)
    .toEqual([
      expect.objectContaining({
        adapter: 'vnpt-ioffice',
        host: 'localhost:4100',
        path: '/donvi#/qlvbdh/main',
        found: 20,
        read: 0,
      }),
    ]);
});

test('a repaired adapter that is published acts in the open page at a press, and withdrawn it ends there', async () => {
  const { token } = await signInAtTerminal('quantri');
  const builtIn = readFileSync(join(repository, 'extension/src/adapters/vnpt-ioffice/adapter.json'), 'utf8');
  const content = { ...JSON.parse(builtIn.replaceAll('"so_ky_hieu"', '"data-so-kh"')), version: 1 };
  const savedPages = ['one', 'two', 'three'].map((name) => ({
    name,
    html: '<table id="dt_basic"></table>',
    expected: {},
  }));
  await ask(token, save, {
    input: { idempotencyKey: 'generic-save-1', content, note: 'so_ky_hieu đổi tên', savedPages },
  });
  await ask(token, publish, { input: { idempotencyKey: 'generic-publish-1', name: 'vnpt-ioffice', version: 1 } });
  await manager.panel.getByRole('button', { name: 'Cập nhật bộ đọc' }).click();
  await page.bringToFront();
  const frame = await waitForMarks(page);
  await expect.poll(() => frame.locator('.mark').count(), slow).toBe(19);
  await expect.poll(() => badgeOf(page), slow).not.toBe('!');
  await ask(token, withdraw, { input: { idempotencyKey: 'generic-withdraw-1', name: 'vnpt-ioffice' } });
  const options = await manager.browser.context.newPage();
  await options.goto(manager.browser.extensionPage('options.html'));
  await options.getByText('bản 1, do máy chủ công bố').waitFor();
  await options.getByRole('button', { name: 'Cập nhật bộ đọc' }).click();
  await options.getByText('cơ quan chưa công bố bộ đọc nào').waitFor();
  await page.bringToFront();
  await page.getByText('Không đọc chắc chắn được trang này').waitFor();
});

const openReports = `query { adapterReports(first: 10, state: OPEN) { edges { node { adapter host path found read } } } }`;
const outcome = '{ __typename ... on DomainError { code message } }';
const save = `mutation ($input: SaveSiteAdapterInput!) { result: saveSiteAdapter(input: $input) ${outcome} }`;
const publish = `mutation ($input: PublishSiteAdapterInput!) { result: publishSiteAdapter(input: $input) ${outcome} }`;
const withdraw = `mutation ($input: WithdrawSiteAdapterInput!) { result: withdrawSiteAdapter(input: $input) ${outcome} }`;

type Answer = {
  readonly adapterReports: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
  readonly result: { readonly __typename: string };
};

/** One operation in somebody's name; a refusal ends the test with the api's own words. */
async function ask(token: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const response = await fetch(office.ready.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': 'EVALUATE' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data: Answer | null; readonly errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  if (data.result && data.result.__typename !== 'SiteAdapter') throw new Error(JSON.stringify(data.result));
  return data;
}

/** What stands on the icon while this page is in front. */
async function badgeOf(of: Page): Promise<string> {
  const worker = manager.browser.context.serviceWorkers()[0];
  return (await worker?.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabIdOf(of))) ?? '';
}
