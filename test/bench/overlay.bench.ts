/**
 * What does the overlay cost the page of 1,000 rows? The longest task of ours on the page's main thread, and the time to the first
 * mark: from the last row being in the page (DOMContentLoaded), and, stricter, from the page's own first paint.
 *
 * Warm: the same person has opened the same list before in the same browser, so that the background has its answers and the
 * worker runs; nothing is asked of the server. Medians of seven loads. The machine's load stands on standard error.
 */
import { loadavg } from 'node:os';
import type { Frame, Page } from 'playwright-core';
import { startOffice } from '../e2e/harness/office.ts';
import { arrive, grantSite } from '../e2e/harness/person.ts';
import { waitForMarks } from '../e2e/harness/wait-for-marks.ts';

const rounds = 7;

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: unknown;
};

const office = await startOffice();
const manager = await arrive('quanly', office.extensionPath);
try {
  await grantSite(manager, new URL(office.ready.documents).origin);
  const page = await manager.browser.context.newPage();
  const address = new URL('ioffice/qlvbdh/main?lang=vi&size=1000', office.ready.documents).href;
  await page.goto(address);
  await waitForMarks(page);
  await page.waitForTimeout(1_000);
  console.error('load average', loadavg()[0]);

  const firstMarks: FirstMark[] = [];
  for (let round = 0; round < rounds; round++) firstMarks.push(await timeFirstMark(page, address));
  const tasks: number[] = [];
  for (let round = 0; round < rounds; round++) tasks.push(await longestTask(page, address));
  print('1,000 rows: longest task of ours on the page (thread time)', median(tasks), 100, 16);
  print('1,000 rows in the page → first marks, warm', median(firstMarks.map((mark) => mark.afterLastRow)), 500, 150);
  print(
    '1,000 rows: first paint of the page → first marks, warm',
    median(firstMarks.map((mark) => mark.afterFirstPaint)),
  );
} finally {
  await manager.leave();
  await office.stop();
}

/** Milliseconds from two moments to the first painted mark; below zero where marks were there before that moment. */
type FirstMark = { readonly afterFirstPaint: number; readonly afterLastRow: number };

async function timeFirstMark(page: Page, address: string): Promise<FirstMark> {
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
  await page.waitForLoadState('load');
  const [paint, parsed] = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const [painted] = performance.getEntriesByName('first-contentful-paint');
    return [painted?.startTime ?? Number.NaN, navigation?.domContentLoadedEventStart ?? Number.NaN].map(
      (instant) => performance.timeOrigin + instant,
    ) as [number, number];
  });
  await page.waitForTimeout(1_000);
  return { afterFirstPaint: marked - paint, afterLastRow: marked - parsed };
}

async function findFrame(page: Page): Promise<Frame> {
  const isOurs = (frame: Frame): boolean => frame.url().startsWith('chrome-extension:');
  for (;;) {
    const frame = page.frames().find(isOurs);
    if (frame) return frame;
    await page.waitForTimeout(2);
  }
}

/**
 * Of the browser's own trace: the longest piece of work on the page's main thread that is ours, with the microtasks behind it.
 * Time of the thread, not of the clock: what other processes take from a shared machine is no work of ours.
 */
async function longestTask(page: Page, address: string): Promise<number> {
  const session = await manager.browser.context.newCDPSession(page);
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
  const isOurs = ({ name, ph, args }: TraceEvent): boolean =>
    ph === 'X' &&
    (name === 'FunctionCall' || name === 'EvaluateScript') &&
    JSON.stringify(args).includes('content-scripts/overlay.js');
  const wholes = new Set(['RunPostTaskCallback', 'TimerFire', 'RunMicrotasks', 'EventDispatch']);
  const tasks = events.filter(isOurs).map((call) => {
    const around = events.filter(
      ({ name, pid, tid, ts, dur = 0 }) =>
        wholes.has(name) &&
        pid === call.pid &&
        tid === call.tid &&
        ts <= call.ts &&
        ts + dur >= call.ts + (call.dur ?? 0),
    );
    return Math.max(...[call, ...around].map(({ tdur, dur = 0 }) => tdur ?? dur));
  });
  if (tasks.length === 0) throw new Error('the trace holds no task of ours: it measured nothing');
  return Math.max(...tasks) / 1_000;
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  console.error(sorted.map((value) => value.toFixed(1)).join(', '));
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(name: string, value: number, floor?: number, goal?: number): void {
  console.log(JSON.stringify({ name, value, unit: 'ms', floor, goal, higherIsBetter: false }));
}
