import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationPeople } from '@congvu/prisma/seed/people';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test, vi } from 'vitest';
import { sitePeople } from '../documents-site/people.ts';
import { openTab } from './harness/browser.ts';
import { type Clerk, signInAtTerminal } from './harness/command-line.ts';
import { keepDeadlineInThisMonth } from './harness/form-steps.ts';
import { type Office, startOffice } from './harness/office.ts';
import { grantSite } from './harness/person.ts';
import { waitForMarks } from './harness/wait-for-marks.ts';
import { recordError, type TaskState, tasksOf } from './offline/ask-office.ts';
import { allowReload, type Desk, openDesk, readStorage } from './offline/desk.ts';
import { findInFiles } from './offline/find-in-files.ts';

/** A bad day at one desk: the background dies at every step, the cable is pulled, the browser is closed, somebody else sits down. */
const site = 'http://localhost:4100';
const list = `${site}/ioffice/qlvbdh/main?lang=vi`;
const documentNumber = '1201/BNV-CCHC';
const employee = { code: sitePeople[0]?.code ?? '', name: sitePeople[0]?.name ?? '' };
/** The head who sits at the desk: nothing of the sample pages names him, so where he is found, we wrote him. */
const managerName = demonstrationPeople.find(({ userName }) => userName === 'quanly')?.name ?? '';
const pictures = join(import.meta.dirname, 'screenshots');

/** A machine that does many things at once takes its time. */
const patience = { timeout: 30_000 };

let office: Office;
let desk: Desk;
let page: Page;
/** The manager's word from another place: what the database has is asked with it. */
let terminal: Clerk;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  office = await startOffice();
  terminal = await signInAtTerminal('quanly');
  desk = await openDesk(office.extensionPath);
});
afterAll(async () => {
  await desk?.close();
  expect(await office?.stop()).toBe(0);
});

test('the background dies around the sign-in, the switching on, the marks and the card', async () => {
  tellOnFailure();
  await desk.endWorker();
  await desk.signIn('quanly');
  page = await openTab(desk.person().browser, list);
  await desk.endWorker();
  await desk.person().openPanelFor(page);
  await desk.endWorker();
  await grantSite(desk.person(), site);
  await desk.endWorker();
  await page.bringToFront();
  const frame = await waitForMarks(page);
  await desk.endWorker();
  // At once, before the frame has found another background: what is asked meanwhile is answered by the next one.
  await frame.locator('.mark').filter({ hasText: employee.name }).first().hover();
  const card = frame.locator('.card:not([hidden])');
  await card.locator('figcaption').waitFor(patience);
  await desk.endWorker();
  await card.getByRole('button', { name: 'Mở trong bảng bên' }).click();
  await desk.person().openPanelFor(page);
  await panel().locator('article').getByText(documentNumber).waitFor(patience);
});

test('the background dies around the assignment, and while a write is on its way: nothing is lost or done twice', async () => {
  tellOnFailure();
  await desk.endWorker();
  await panel().getByRole('button', { name: 'Giao thành nhiệm vụ' }).click();
  await panel().getByLabel('Sản phẩm theo danh mục').fill('cong van xin y kien');
  await panel()
    .getByRole('option', { name: /DC\.02/ })
    .click();
  const form = panel().getByRole('form', { name: 'Giao thành nhiệm vụ' });
  await keepDeadlineInThisMonth(form);
  await desk.endWorker();
  await form.getByRole('button', { name: `Giao cho ${employee.name}` }).click();
  await panel().getByText('Nhiệm vụ đã giao từ văn bản này').waitFor();
  await desk.endWorker();
  await desk.person().openSection('Việc');

  // The server has done it, its answer is held back, and the background that waits for it dies.
  desk.proxy.set('HOLD');
  await task().getByRole('button', { name: 'Ghi chậm' }).click();
  await expect.poll(() => desk.proxy.held(), patience).toBeGreaterThan(0);
  await desk.endWorker();
  desk.proxy.set('OPEN');
  await task().getByText('Chậm tiến độ').first().waitFor();
  await expect.poll(async () => (await theTask()).kinds, patience).toEqual(['DELAY']);
  await queue().waitFor({ state: 'detached' });
});

test('without the network a write waits, through the death of the background and of the panel, and is then sent once', async () => {
  tellOnFailure();
  await writeOffline('Ghi lỗi lớn');
  await picture('queue-waiting');
  await desk.endWorker();
  await panel().reload();
  await panel().getByRole('alert').getByText('Không kết nối được máy chủ').waitFor();
  await queue()
    .getByText(/Ghi lỗi lớn/)
    .waitFor();
  await desk.endWorker();
  desk.proxy.set('OPEN');
  await queue().getByRole('button', { name: 'Gửi ngay' }).click();
  await queue().waitFor({ state: 'detached' });
  expect((await theTask()).kinds.toSorted()).toEqual(['DELAY', 'MAJOR_ERROR']);
});

test('after an update open pages get the new script alone, screens say so and are there again, and what waits is sent', async () => {
  tellOnFailure();
  const { context, extensionPage } = desk.person().browser;
  const frames = () => page.locator('iframe[src^="chrome-extension:"]').count();
  expect(await frames()).toBe(1);
  await allowReload(desk.person());
  await panel().bringToFront();
  await writeOffline('Ghi chậm');
  const before = await theTask();
  const dashboard = await context.newPage();
  await dashboard.goto(extensionPage('dashboard.html'));
  // The browser tells this by an event that only its own updater fires.
  await dashboard.evaluate(() => chrome.storage.local.set({ updateReady: '99.0' }));
  await dashboard.getByText('Tiện ích có bản mới').waitFor();
  await dashboard.screenshot({ path: join(pictures, 'update-ready.png') });
  await dashboard.getByRole('button', { name: 'Tải lại' }).click();
  const reopened = () =>
    context.pages().find((one) => one !== dashboard && one.url().startsWith(extensionPage('dashboard.html')));
  await endWorkerUnless(() => reopened() !== undefined);
  await expect.poll(reopened, patience).toBeDefined();
  await reopened()?.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  // The old script takes its frame away within a second, the new one puts its own in.
  await page.bringToFront();
  await page.waitForTimeout(1_500);
  await expect.poll(frames, patience).toBe(1);
  for (const frame of page.frames()) expect(await frame.locator('.mark').count()).toBe(0);
  desk.proxy.set('OPEN');
  await desk.restart();
  await desk.signIn('quanly');
  await expect.poll(async () => (await theTask()).revision, patience).toBe(before.revision + 1);
});

test('after the browser was closed another person sees nothing of what waits, and its owner meets a conflict side by side', async () => {
  tellOnFailure();
  await findTask();
  await writeOffline('Ghi chậm');
  const before = await theTask();
  await recordError(office, terminal.token, before, today());
  await desk.restart();
  desk.proxy.set('OPEN');

  await panel()
    .getByText(/còn việc chưa gửi, đã mã hóa/)
    .waitFor();
  await picture('queue-sign-in');
  expectNothingReadable(await readStorage(panel()));
  await desk.signIn('nhansu');
  await desk.endWorker();
  await panel().reload();
  await panel().getByRole('button', { name: 'Đăng xuất' }).waitFor();
  expect(await queue().count()).toBe(0);
  expect(await readStorage(panel())).not.toContain(documentNumber);
  expect(await theTask()).toMatchObject({ revision: before.revision + 1 });
  await panel().getByRole('button', { name: 'Đăng xuất' }).click();
  await panel().getByRole('button', { name: 'Đăng nhập' }).waitFor();

  await desk.signIn('quanly');
  await queue()
    .getByText(/Người khác đã thay đổi/)
    .waitFor();
  await queue().getByText('Lỗi lớn: 2').waitFor();
  await queue()
    .getByText(/^Ghi chậm/)
    .first()
    .waitFor();
  await picture('queue-conflict');
  expect((await theTask()).kinds.toSorted()).toEqual([...before.kinds, 'MAJOR_ERROR'].toSorted());
  await desk.restart();
  await desk.signIn('quanly');
  await queue().getByText('Lỗi lớn: 2').waitFor();
  await queue().getByRole('button', { name: /^Bỏ: / }).click();
  await queue().waitFor({ state: 'detached' });
});

test('a damaged entry is told, kept, and gone when the person drops it', async () => {
  tellOnFailure();
  await findTask();
  await writeOffline('Ghi chậm');
  await panel().evaluate(async () => {
    const stored = await chrome.storage.local.get(null);
    const key = Object.keys(stored).find((name) => name.startsWith('write:')) ?? '';
    const entry = stored[key] as { readonly data: string };
    await chrome.storage.local.set({ [key]: { ...entry, data: entry.data.slice(0, -8) } });
  });
  await desk.endWorker();
  desk.proxy.set('OPEN');
  await queue().getByRole('button', { name: 'Gửi ngay' }).click();
  await queue()
    .getByText(/Không đọc được việc này/)
    .waitFor();
  await picture('queue-unreadable');
  await queue().getByRole('button', { name: /^Bỏ: / }).click();
  await queue().waitFor({ state: 'detached' });
});

test('signing out asks what becomes of unsent writes; kept ones leave nothing readable on the disk and are sent later', async () => {
  tellOnFailure();
  const before = await theTask();
  await writeOffline('Ghi chậm');
  await panel().getByRole('button', { name: 'Đăng xuất' }).click();
  const question = panel().getByRole('dialog', { name: 'Còn 1 việc chưa gửi' });
  await picture('sign-out-question');
  await question.getByRole('button', { name: 'Ở lại' }).click();
  await question.waitFor({ state: 'detached' });
  await panel().getByRole('button', { name: 'Đăng xuất' }).click();
  await question.getByRole('button', { name: /giữ lại để gửi sau/ }).click();
  await panel().getByRole('button', { name: 'Đăng nhập' }).waitFor();
  expectNothingReadable(await readStorage(panel()));
  await desk.restart();
  // The browser has written out what it had: everything it keeps on the disk is looked through.
  expect(await findInFiles(desk.profile, [documentNumber, employee.name, managerName])).toEqual([]);

  desk.proxy.set('OPEN');
  await desk.signIn('quanly');
  await expect.poll(async () => (await theTask()).revision, patience).toBe(before.revision + 1);
  expect(await queue().count()).toBe(0);
});

test('discarding at a sign-out sends nothing, then or later', async () => {
  tellOnFailure();
  const before = await theTask();
  await findTask();
  await writeOffline('Ghi chậm');
  await panel().getByRole('button', { name: 'Đăng xuất' }).click();
  await panel().getByRole('button', { name: 'Đăng xuất và bỏ 1 việc' }).click();
  await panel().getByRole('button', { name: 'Đăng nhập' }).waitFor();
  desk.proxy.set('OPEN');
  await desk.signIn('quanly');
  await panel().getByRole('button', { name: 'Đăng xuất' }).waitFor();
  expect(await theTask()).toMatchObject({ revision: before.revision });
});

test('in all this nobody was called but the page, the api and its identity provider', () => {
  // Chromium's own, with or without us: it asks its makers for updates and accounts, and its sign-in window warms up a
  // connection to the redirect address, which it takes out of the navigation before anything is asked of it.
  const browsers = [/(^|\.)(google|googleapis|gstatic)\.com(:\d+)?$/, /^[a-p]{32}\.chromiumapp\.org:443$/];
  const called = [...desk.proxy.hosts].filter((host) => !browsers.some((own) => own.test(host)));
  expect(called.toSorted()).toEqual(['127.0.0.1:4000', 'localhost:4100']);
});

function panel(): Page {
  return desk.person().panel;
}

function task(): Locator {
  return panel().getByRole('listitem').filter({ hasText: documentNumber }).first();
}

function queue(): Locator {
  return panel().getByRole('region', { name: 'Việc chưa gửi được' });
}

/** The one task of the story's document, as the database has it. */
async function theTask(): Promise<TaskState> {
  const [one, ...more] = await tasksOf(office, terminal.token, employee.code, documentNumber);
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} tasks instead of one`);
  return one;
}

/** The task in the panel, found by hand: the search works without any page. */
async function findTask(): Promise<void> {
  await panel().getByRole('searchbox').first().fill(employee.code);
  const found = panel().getByRole('search').getByRole('listitem').filter({ hasText: employee.code });
  await found.getByRole('button', { name: employee.name }).click();
  await desk.person().openSection('Việc');
  await task().waitFor();
}

/** Pulls the cable, then does one act on the task, and sees it wait. */
async function writeOffline(act: string): Promise<void> {
  const button = task().getByRole('button', { name: act });
  await button.waitFor();
  desk.proxy.set('CUT');
  await button.click();
  const waiting = queue().getByText(/chờ gửi từ/);
  await waiting.waitFor();
}

/**
 * Now and then Chromium gives up a worker that begins after a reload: its every call is answered "No SW", and it ends with its
 * half minute of rest. The debugger these stories drive the browser by keeps it from resting, so it is ended here.
 */
async function endWorkerUnless(isThere: () => boolean): Promise<void> {
  const isAnswered = await vi.waitUntil(isThere, { timeout: 10_000, interval: 50 }).catch(() => false);
  if (isAnswered) return;
  await desk.endWorker();
  // Whatever a person opens wakes the next.
  const { context, extensionPage } = desk.person().browser;
  await (await context.newPage()).goto(extensionPage('options.html'));
}

function expectNothingReadable(stored: string): void {
  for (const word of [documentNumber, employee.name, managerName, 'Ghi chậm', 'RecordTaskEvent', 'accessToken'])
    expect(stored).not.toContain(word);
}

/** Asia/Ho_Chi_Minh. */
function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

async function picture(name: string): Promise<void> {
  await panel().screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

function tellOnFailure(): void {
  onTestFailed(async () => {
    console.error(office.log());
    for (const [index, open] of desk.person().browser.context.pages().entries())
      await open.screenshot({ path: join(pictures, `failed-offline-${index}.png`), fullPage: true }).catch(() => {});
  });
}
