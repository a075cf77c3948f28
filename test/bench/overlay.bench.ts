/**
 * What does the overlay cost a page? Everything is measured on the same pages with and without the extension in one run: the bare
 * page is the same page of a second port, whose site is not switched on. The floors and goals are those of issue 4.
 *
 * - 5,000 rows: our time in all (profile), the longest task of ours (trace, time of the thread), and our time divided by a bare walk
 *   over the same rows that reads each cell's text. The difference of everything the main thread does, with and without us, is
 *   printed beside: layout for the strip's room and garbage are in it, and so is the noise of loading 5,000 rows twice.
 * - 100 rows changed: the same, from the change until a second later.
 * - A virtual list of 5,000 rows scrolled for ten seconds: pictures that came late by a whole picture's time, above the bare page.
 * - Memory: private memory of all renderers, ours among them, with the page open, less the same without us.
 * - A page of a site that is not switched on: scripts of ours in it.
 * - First marks: from the last row being in the page (DOMContentLoaded). Warm: the list was opened before in this browser. Cold: the
 *   background knows no answer and asks the server on this machine.
 *
 * Medians of so many rounds; each series and the machine's load stand on standard error. A busy machine lengthens all but the thread's
 * own times.
 */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { startDocumentsSite } from '../documents-site/start-documents-site.ts';
import { startOffice } from '../e2e/harness/office.ts';
import { arrive, grantSite } from '../e2e/harness/person.ts';
import { waitForMarks } from '../e2e/harness/wait-for-marks.ts';
import { signInAgain } from '../e2e/hostile/sign-in-again.ts';
import { measureCost } from './overlay-cost.ts';
import { changeRows, countScripts, shareOfLatePictures, timeFirstMark, timeWalk } from './overlay-steps.ts';
import { memoryWith } from './renderer-memory.ts';

const rounds = Number(process.env.ROUNDS ?? 5);
const rows = 5_000;

const office = await startOffice();
const bareSite = await startDocumentsSite({ port: 0 });
const manager = await arrive('quanly', office.extensionPath);
const { context } = manager.browser;
// A busy machine is measured too, and says so.
context.setDefaultTimeout(180_000);
try {
  const ours = office.ready.documents;
  await grantSite(manager, new URL(ours).origin);
  const list = (base: string, size = rows) => new URL(`bench/qlvbdh/main?size=${size}`, base).href;
  const page = await context.newPage();
  // First of all: a renderer that had a page of ours still tells of its scripts.
  print('a page of a host not switched on', await countScripts(page, list(bareSite.url)), 'scripts', 0, 0);
  // Compiles, fills the caches and warms the server.
  for (const address of [list(ours), list(bareSite.url)]) {
    await page.goto(address);
    await page.waitForTimeout(3_000);
  }
  console.error('load average', loadavg()[0]);

  const costs = await series(() => measureCost(page, () => loadWithMarks(page, list(ours))));
  const bare = await series(() => measureCost(page, () => loadBare(page, list(bareSite.url))));
  const walk = median(
    'a bare walk over the rows',
    await series(async () => {
      await loadBare(page, list(bareSite.url));
      return timeWalk(page);
    }),
  );
  const inAll = median(
    'ours in all',
    costs.map((cost) => cost.ours),
  );
  console.error(costs.map(({ hot }) => hot).join('\n'));
  print('5,000 rows: our main-thread time in all', inAll, 'ms', 200, 50);
  print(
    '5,000 rows: longest task of ours',
    median(
      'longest',
      costs.map((cost) => cost.longest),
    ),
    'ms',
    50,
    16,
  );
  print('5,000 rows: ours ÷ a bare walk', inAll / walk, 'times', 10, 3);
  print(
    '5,000 rows: all work of the main thread, above the bare page',
    median(
      'with us',
      costs.map((cost) => cost.everything),
    ) -
      median(
        'bare',
        bare.map((cost) => cost.everything),
      ),
    'ms',
  );

  const changes = await series(async () => {
    await loadWithMarks(page, list(ours));
    return measureCost(page, () => changeRows(page, 100));
  });
  console.error(changes.map(({ hot }) => hot).join('\n'));
  print(
    '100 rows changed: our main-thread time',
    median(
      'changed',
      changes.map((cost) => cost.ours),
    ),
    'ms',
    20,
    5,
  );

  const virtual = (base: string) => new URL(`spa/van-ban-den?size=${rows}`, base).href;
  const scrolled = { us: [] as number[], bare: [] as number[] };
  for (let round = 0; round < Math.min(3, rounds); round++) {
    await page.goto(virtual(ours));
    await waitForMarks(page);
    scrolled.us.push(await shareOfLatePictures(page));
    await page.goto(virtual(bareSite.url));
    await page.locator('.ds-dong').first().waitFor();
    scrolled.bare.push(await shareOfLatePictures(page));
  }
  const late = median('late pictures with us', scrolled.us) - median('late pictures, bare', scrolled.bare);
  print('scrolling a virtual list for 10 s: dropped frames above the bare page', late, '%', 5, 1);

  for (const size of [1_000, rows]) {
    const address = list(ours, size);
    await loadWithMarks(page, address);
    const warm = await series(() => timeFirstMark(page, address));
    const cold = await series(async () => {
      await page.goto('about:blank');
      await signInAgain(manager, 'quanly');
      await page.bringToFront();
      return timeFirstMark(page, address);
    });
    const [first, title] = [size === rows, `${size.toLocaleString('en')} rows in the page → first marks`];
    print(
      `${title}, warm`,
      median(
        'warm',
        warm.map(({ afterLastRow }) => afterLastRow),
      ),
      'ms',
      400,
      150,
    );
    print(
      `${title}, cold`,
      median(
        'cold',
        cold.map(({ afterLastRow }) => afterLastRow),
      ),
      'ms',
      1_000,
      400,
    );
    if (first) continue;
    const painted = median(
      'after the first paint',
      warm.map(({ afterFirstPaint }) => afterFirstPaint),
    );
    print('1,000 rows: first paint of the page → first marks, warm', painted, 'ms');
  }
  // The pages before gave garbage back whenever they liked: what they held is counted with the rest.
  await page.close();
  const memory = { us: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    memory.us.push(await memoryWith(context, () => openWithMarks(list(ours))));
    memory.bare.push(await memoryWith(context, () => openBare(list(bareSite.url))));
  }
  const memoryOfUs = median('memory with us', memory.us) - median('memory, bare', memory.bare);
  print('5,000 rows: memory of all renderers above the bare page', memoryOfUs, 'MB', 25, 10);
  console.error('load average', loadavg()[0]);
} finally {
  await manager.leave();
  await bareSite.close();
  await office.stop();
}

async function series<Value>(measure: () => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let round = 0; round < rounds; round++) values.push(await measure());
  return values;
}

async function loadWithMarks(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitForMarks(page, 180_000);
  // The rest of the rows is read and told behind the first marks.
  await page.waitForTimeout(1_500);
}

async function loadBare(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForTimeout(1_500);
}

async function openWithMarks(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await waitForMarks(page);
  await page.waitForTimeout(2_500);
  return page;
}

async function openBare(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(2_500);
  return page;
}

function median(title: string, values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  console.error(`${title}: ${sorted.map((value) => value.toFixed(1)).join(', ')}`);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(name: string, value: number, unit: string, floor?: number, goal?: number): void {
  console.log(JSON.stringify({ name, value, unit, floor, goal, higherIsBetter: false }));
}
