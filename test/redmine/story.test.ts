import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { sitePeople } from '../documents-site/people.ts';
import { openTab } from '../e2e/harness/browser.ts';
import { keepDeadlineInThisMonth } from '../e2e/harness/form-steps.ts';
import { type Office, startOffice } from '../e2e/harness/office.ts';
import { arrive, grantSite, type Person } from '../e2e/harness/person.ts';
import { waitForMarks } from '../e2e/harness/wait-for-marks.ts';
import { ownFrames, type RowWithMark, readRows } from './read-rows.ts';
import { type Redmine, startRedmine } from './redmine.ts';
import { createRedmineData, printedName, reader } from './redmine-data.ts';

/** The main job in a real tracking system that nobody of this project wrote, read by the generic adapter alone. */
const port = 4210;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const documentNumber = '1201/BNV-CCHC';
const employeeName = 'Lý Văn Lực';
const pictures = join(import.meta.dirname, 'screenshots');
const issues = `http://localhost:${port}/projects/van-thu/issues`;

/** In an order of one's own, with the deadline, which the list does not show by itself. */
const columns = ['due_date', 'assigned_to', 'tracker', 'subject'].map((name) => `c[]=${name}`).join('&');
const about = (word: string) => `${issues}?set_filter=1&f[]=subject&op[subject]=~&v[subject][]=${word}&per_page=25`;

let office: Office;
let redmine: Redmine;
let manager: Person;
let page: Page;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  redmine = await startRedmine(port, createRedmineData(today));
  office = await startOffice();
  manager = await arrive('quanly', office.extensionPath);
}, 600_000);

afterAll(async () => {
  await manager?.leave();
  await redmine?.stop();
  expect(await office?.stop()).toBe(0);
});

test('beside each issue stands its own assignee, whom Redmine prints given name first', async () => {
  tellOnFailure();
  page = await openTab(manager.browser, `${redmine.url}/login`);
  await page.locator('#username').fill(reader.login);
  await page.locator('#password').fill(reader.password);
  await page.locator('#login-submit').click();
  await page.goto(issues);
  await manager.openPanelFor(page);
  await grantSite(manager, redmine.url);
  await page.bringToFront();
  await waitForMarks(page);
  await expectRightMarks(10);
  await page.screenshot({ path: join(pictures, 'issues.png') });
});

test('in the columns and the order that a person chose, the deadline among them', async () => {
  tellOnFailure();
  await page.goto(`${issues}?set_filter=1&f[]=status_id&op[status_id]=o&${columns}&sort=subject&per_page=25`);
  const rows = await expectRightMarks(25);
  const own = rows.find(({ subject }) => subject.startsWith(documentNumber));
  expect(own?.mark).toMatch(/quá hạn 2 ngày/);
  await page.screenshot({ path: join(pictures, 'columns.png') });
});

test('after sorting by a click, on the next page, and after a filter', async () => {
  tellOnFailure();
  await page.locator('thead').getByRole('link', { name: 'Phân công cho' }).click();
  await page.waitForURL(/sort=assigned_to/);
  await expectRightMarks(25);
  await page.getByRole('link', { name: 'Sau »' }).click();
  await page.waitForURL(/page=2/);
  await expectRightMarks(14);
  await page.goto(about('BNV'));
  await expect.poll(() => page.locator('tr.issue').count()).toBeGreaterThan(3);
  await expectRightMarks(await page.locator('tr.issue').count());
});

test('an issue becomes a task of its assignee, its result is confirmed, and the mark changes', async () => {
  tellOnFailure();
  await page.goto(`${about('BNV')}&${columns}`);
  await expectRightMarks(await page.locator('tr.issue').count());
  await manager.openPanelFor(page);
  const { panel } = manager;
  await panel.getByRole('button', { name: documentNumber }).click();
  await panel.getByText(`Người đang xem: ${employeeName}`).waitFor();
  await panel.getByRole('button', { name: 'Giao thành nhiệm vụ' }).click();
  await panel.getByLabel('Sản phẩm theo danh mục').fill('cong van xin y kien');
  await panel.getByRole('option', { name: /DC\.02/ }).click();
  await panel.getByText(/1 × hệ số 5 = 5 sản phẩm quy đổi/).waitFor();
  await keepDeadlineInThisMonth(panel.getByRole('form', { name: 'Giao thành nhiệm vụ' }));
  await panel.getByRole('button', { name: `Giao cho ${employeeName}` }).click();
  await panel.getByText('Nhiệm vụ đã giao từ văn bản này').waitFor();
  await page.bringToFront();
  await expect.poll(async () => (await rowOf(documentNumber)).mark, { timeout: 20_000 }).not.toMatch(/chưa giao/);

  await manager.openPanelFor(page);
  await manager.openSection('Việc');
  const task = panel.getByRole('listitem').filter({ hasText: documentNumber }).first();
  await task.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
  await task.locator('[data-outcome=DONE]').waitFor();
  await page.bringToFront();
  await expect.poll(async () => (await rowOf(documentNumber)).mark, { timeout: 20_000 }).toMatch(/đã xong/);
  await page.screenshot({ path: join(pictures, 'task-done.png') });
});

test.each([
  ['an issue by itself', '/issues/1'],
  ['the documents module, where a task’s number stands beside no person', '/projects/van-thu/documents'],
  ['a document of the module', '/documents/1'],
  ['a search', '/projects/van-thu/search?q=BNV'],
  ['the activity', '/projects/van-thu/activity'],
  ['the overview', '/projects/van-thu'],
  ['the form of a new issue', '/projects/van-thu/issues/new'],
])('%s: nobody stands beside what names nobody', async (_name, path) => {
  tellOnFailure();
  await page.bringToFront();
  await page.goto(redmine.url + path);
  await page.waitForTimeout(2_500);
  for (const frame of ownFrames(page)) {
    const marks = await frame.locator('.mark').allTextContents();
    expect(marks.filter((mark) => sitePeople.some(({ name }) => mark.includes(name)))).toEqual([]);
  }
  expect(await page.getByText('Không đọc chắc chắn được trang này').count()).toBe(0);
});

/** Waits until `count` rows are there with the marks that belong to them, and answers them. */
async function expectRightMarks(count: number): Promise<readonly RowWithMark[]> {
  await expect.poll(() => page.locator('tr.issue').count(), { timeout: 20_000 }).toBe(count);
  let rows: readonly RowWithMark[] = [];
  const look = async () => {
    rows = await readRows(page, await waitForMarks(page));
    return rows.map(complain).filter((complaint) => complaint !== null);
  };
  await expect.poll(look, { timeout: 30_000 }).toEqual([]);
  return rows;
}

/** What is wrong with the mark of a row; null where nothing is. */
function complain({ subject, assignee, mark }: RowWithMark): string | null {
  const told = `${subject} · ${assignee} · ${mark}`;
  if (subject.includes('[Mật]')) return mark === null ? null : `a secret document is marked: ${told}`;
  if (mark === null) return `no mark: ${told}`;
  if (assignee === '')
    return sitePeople.some(({ name }) => mark.includes(name)) ? `a person for nobody: ${told}` : null;
  const meant = sitePeople.filter((person) => printedName(person) === assignee);
  const [person] = meant;
  if (person === undefined) return `unknown to the test: ${told}`;
  const expected = meant.length > 1 ? `${meant.length} người cùng tên` : person.name;
  return mark.includes(expected) ? null : `not ${expected}: ${told}`;
}

async function rowOf(number: string): Promise<RowWithMark> {
  const rows = await readRows(page, await waitForMarks(page));
  const row = rows.find(({ subject }) => subject.includes(number));
  if (row === undefined) throw new Error(`Redmine shows no issue of ${number}`);
  return row;
}

/** A failure prints what the servers said and leaves a picture of every page. */
function tellOnFailure(): void {
  onTestFailed(async () => {
    console.error(office.log());
    for (const [index, shown] of manager.browser.context.pages().entries())
      await shown.screenshot({ path: join(pictures, `failed-${index}.png`), fullPage: true }).catch(() => {});
  });
}
