/**
 * What does the overlay cost the page of 1,000 rows? The longest task of ours on the page's main thread, and the time from the
 * rows being there (DOMContentLoaded) to the first mark, with the answers in the cache. Medians of five loads.
 */
import type { Frame, Page } from 'playwright-core';
import { openBrowser } from '../e2e/harness/browser.ts';
import { startOffice } from '../e2e/harness/office.ts';
import { signIn, switchSiteOn, waitForMarks } from '../e2e/harness/overlay-page.ts';

const rounds = 5;

type TraceEvent = { readonly name: string; readonly ph: string; readonly dur?: number; readonly args?: unknown };

const office = await startOffice();
const browser = await openBrowser(office.extensionPath);
try {
  const screen = await browser.context.newPage();
  await screen.goto(browser.extensionPage('options.html'));
  await signIn(browser, screen, 'quanly');
  await switchSiteOn(browser, screen, new URL(office.ready.documents).origin);
  const page = await browser.context.newPage();
  const address = new URL('ioffice/qlvbdh/main?lang=vi&size=1000', office.ready.documents).href;
  await page.goto(address);
  await waitForMarks(page);
  await page.waitForTimeout(1_000);

  const firstMarks: number[] = [];
  for (let round = 0; round < rounds; round++) firstMarks.push(await timeFirstMark(page, address));
  const tasks: number[] = [];
  for (let round = 0; round < rounds; round++) tasks.push(await longestTask(page, address));
  print('1,000 rows: longest task of ours on the page (median of 5)', median(tasks), 100, 16);
  print('1,000 rows in the page → first marks, warm (median of 5)', median(firstMarks), 500, 150);
} finally {
  await browser.close();
  await office.stop();
}

async function timeFirstMark(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  const frame = await findFrame(page);
  const marked = await frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // The frame after the one in which a mark is first there: then it has been painted.
        const look = (): unknown =>
          document.querySelector('.mark')
            ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
            : requestAnimationFrame(look);
        look();
      }),
  );
  const rows = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (navigation?.domContentLoadedEventStart ?? Number.NaN);
  });
  await page.waitForTimeout(1_000);
  return marked - rows;
}

async function findFrame(page: Page): Promise<Frame> {
  const isOurs = (frame: Frame): boolean => frame.url().startsWith('chrome-extension:');
  for (;;) {
    const frame = page.frames().find(isOurs);
    if (frame) return frame;
    await page.waitForTimeout(2);
  }
}

/** Of the browser's own trace: the longest piece of main-thread work that begins in our content script. */
async function longestTask(page: Page, address: string): Promise<number> {
  const session = await browser.context.newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
  });
  await page.goto(address);
  await waitForMarks(page);
  await page.waitForTimeout(1_500);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const ours = events.filter(
    ({ name, ph, args }) =>
      ph === 'X' &&
      (name === 'FunctionCall' || name === 'EvaluateScript') &&
      JSON.stringify(args).includes('content-scripts/overlay.js'),
  );
  if (ours.length === 0) throw new Error('the trace holds no task of ours: it measured nothing');
  return Math.max(...ours.map(({ dur = 0 }) => dur)) / 1_000;
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  console.error(sorted.map((value) => value.toFixed(1)).join(', '));
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(name: string, value: number, floor: number, goal: number): void {
  console.log(JSON.stringify({ name, value, unit: 'ms', floor, goal, higherIsBetter: false }));
}
