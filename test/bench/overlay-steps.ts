/** What is done to, and timed in, the pages of the overlay's bench. */
import type { Frame, Page } from 'playwright-core';

/** Scripts and worlds of an extension that the browser tells of while the page loads. */
export async function countScripts(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => url.startsWith('chrome-extension:') && found.push(url));
  session.on('Runtime.executionContextCreated', ({ context: { origin } }) => {
    if (origin.startsWith('chrome-extension:')) found.push(origin);
  });
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  await page.goto(address);
  await page.waitForTimeout(1_000);
  await session.detach();
  return found.length;
}

/** Milliseconds to read each cell's text of each row, once, cold. */
export function timeWalk(page: Page): Promise<number> {
  return page.evaluate(() => {
    const begun = performance.now();
    let length = 0;
    for (const row of document.querySelectorAll('#dt_basic tbody tr')) {
      for (const cell of row.children) length += cell.textContent?.length ?? 0;
    }
    return length > 0 ? performance.now() - begun : Number.NaN;
  });
}

/** Gives the list's first rows, which were read, another number and another deadline, all at once, as a framework does. */
export async function changeRows(page: Page, count: number): Promise<void> {
  await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll('#dt_basic tbody tr')];
    const stamp = Math.round(performance.now());
    for (const [index, row] of all.slice(0, wanted).entries()) {
      row.setAttribute('so_ky_hieu', `${stamp + index}/UBND-NC`);
      const cell = row.querySelector('.so_ky_hieu a');
      if (cell) cell.textContent = `${stamp + index}/UBND-NC`;
      const deadline = row.querySelector('.vanbanden_hienthi_han_xuly');
      if (deadline) deadline.textContent = `${10 + (index % 18)}/12/2026`;
    }
  }, count);
  await page.waitForTimeout(1_000);
}

/** Share of the pictures of ten seconds' scrolling that were dropped, in percent: gaps longer than one and a half pictures. */
export function shareOfLatePictures(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector('.ds-cuon');
        const picture = 1_000 / 60;
        const begun = performance.now();
        let before = begun;
        let dropped = 0;
        const step = (now: number): void => {
          dropped += Math.max(0, Math.round((now - before) / picture) - 1);
          before = now;
          scroller?.scrollBy({ top: 24, behavior: 'instant' });
          if (now - begun < 10_000) requestAnimationFrame(step);
          else resolve((dropped / ((now - begun) / picture)) * 100);
        };
        requestAnimationFrame(step);
      }),
  );
}

/** Milliseconds from two moments to the first painted mark; below zero where marks were there before that moment. */
type FirstMark = { readonly afterFirstPaint: number; readonly afterLastRow: number };

export async function timeFirstMark(page: Page, address: string): Promise<FirstMark> {
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
  await page.waitForTimeout(1_500);
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
