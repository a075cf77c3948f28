import type { Frame, Page } from 'playwright-core';

/** What one attack saw: what it heard, and what each look found. JSON as the page made it. */
export interface Observation {
  readonly learns: string;
  readonly noted: readonly string[];
  readonly looks: Readonly<Record<string, unknown>>;
}
export type Report = Readonly<Record<string, Observation>>;

/** The table of attacks as the page holds it (test/documents-site/hostile/suite.js). */
interface Suite {
  look(phase: string): Promise<void>;
  close(): void;
  report(): Report;
  ours(): Element | null;
}
declare const hostile: Suite;

/** Where the strip lies; equal for all records, as the report shows. In CSS pixels. */
interface Strip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** A person at the page. `frame` is our frame, only to wait for what it shows; null in the leaky build, which has none. */
interface Visit {
  readonly page: Page;
  readonly frame: Frame | null;
  readonly strip: Strip;
}

/** Within this a frame that is left shrinks, in ms, with room for a busy machine. */
const frameShrinks = 400;

/**
 * Plays a person's acts on the loaded hostile page, always the same ones at the same places, and answers with what the page's
 * attacks saw of them. The marks must be shown.
 */
export async function observePage(page: Page, frame: Frame | null): Promise<Report> {
  await look(page, 'shown');
  const strip = await page.evaluate(() => {
    const { left, top, right } = hostile.ours()?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right };
  });
  const visit = { page, frame, strip };
  await restOnMark(visit);
  await look(page, 'hovered');
  const probed = await probeCard(visit);
  const scrolled = await turnWheel(visit);
  await leaveFrame(visit);
  const typed = await pressKeys(visit);
  await copyAndDrag(visit);
  await look(page, 'end');
  const printed = await print(page);
  const report = await page.evaluate(() => hostile.report());
  const learns = 'the outline and the length of an opened card: by where pointer, wheel and keys still reach it';
  const looks = { probed, scrolled, typed, printed };
  return { ...report, 'probing the opened card': { learns, noted: [], looks } };
}

const look = (page: Page, phase: string): Promise<void> => page.evaluate((name) => hostile.look(name), phase);

/** Rests on the second row's mark until its card is there. A hand at rest still moves a little, less often than a card opens. */
async function restOnMark({ page, frame, strip }: Visit): Promise<void> {
  const opened = frame?.locator('.card .open');
  for (let move = 0; move < 60; move++) {
    await page.mouse.move(strip.right - 255 + (move % 2), strip.top + 155);
    await page.waitForTimeout(700);
    if (opened === undefined || (await opened.isVisible())) return;
  }
  throw new Error('no card opened under a resting pointer');
}

/** Takes the pointer away, moving on like a person's, until the frame has its small size again. */
async function leaveFrame({ page, frame, strip }: Visit): Promise<void> {
  for (let move = 0; move < 50; move++) {
    await page.mouse.move(300 + (move % 5), 250);
    await page.waitForTimeout(100);
    const left = await page.evaluate(() => {
      // A click in the frame leaves the focus there, and the frame large.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return hostile.ours()?.getBoundingClientRect().left;
    });
    if (move > 3 && (frame === null || left === strip.left)) return;
  }
  throw new Error('the frame stays large after the pointer has left it');
}

/** Where the page has come to rest, in CSS pixels from its top. */
async function restOfScroll(page: Page): Promise<number> {
  let before = -1;
  for (;;) {
    await page.waitForTimeout(120);
    const now = await page.evaluate(() => Math.round(scrollY));
    if (now === before) return now;
    before = now;
  }
}

/** Beside which places does the frame stay large, while the pointer is there? */
async function probeCard(visit: Visit): Promise<readonly number[]> {
  const { page, strip } = visit;
  const widths: number[] = [];
  for (const below of [60, 200, 300, 360, 420, 500]) {
    await page.mouse.move(strip.left - 200, strip.top + below, { steps: 2 });
    await page.waitForTimeout(frameShrinks);
    widths.push(await page.evaluate(() => Math.round(hostile.ours()?.getBoundingClientRect().width ?? 0)));
    await restOnMark(visit);
  }
  return widths;
}

/** Turns the wheel over the opened card, then over the marks: how far did the page scroll? */
async function turnWheel({ page, strip }: Visit): Promise<readonly number[]> {
  const distances: number[] = [];
  for (const x of [strip.left - 200, strip.right - 60]) {
    await page.mouse.move(x, strip.top + 170, { steps: 2 });
    await page.mouse.wheel(0, 60);
    distances.push(await restOfScroll(page));
    await page.evaluate(() => scrollTo(0, 0));
  }
  return distances;
}

/** Well past the rest after which a mark that has the focus opens its card (card-view.ts), in ms: by then the next key meets the same. */
const cardIsOpen = 450;

const keys = ['Tab', 'Tab', 'ArrowDown', 'k', 'Tab', 'ArrowDown', 'End', 'Escape', 'Tab'];

/** Goes by keyboard from the last link before our frame through a mark and its card. Where is the focus, how far did the page scroll? */
async function pressKeys(visit: Visit): Promise<readonly unknown[]> {
  const { page } = visit;
  const seen: unknown[] = [];
  await page.locator('#dt_basic a').last().focus();
  await page.evaluate(() => scrollTo(0, 0));
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(cardIsOpen);
    const scrolled = await restOfScroll(page);
    seen.push([scrolled, await page.evaluate(() => document.activeElement?.nodeName)]);
  }
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  await leaveFrame(visit);
  return seen;
}

/** Copies everything by keyboard; then selects a word of an opened card by a double click and drags it into the page. */
async function copyAndDrag(visit: Visit): Promise<void> {
  const { page, strip } = visit;
  await page.mouse.click(200, strip.top - 40);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await restOnMark(visit);
  const word = [strip.left - 340, strip.top + 180] as const;
  await page.mouse.move(...word, { steps: 2 });
  await page.mouse.dblclick(...word);
  await page.mouse.down();
  await page.mouse.move(300, 300, { steps: 5 });
  await page.mouse.up();
  await leaveFrame(visit);
}

/** What the page measures of itself while it is laid out for print. Nothing is noted any more: its sizes are those of paper. */
async function print(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(() => hostile.close());
  await page.emulateMedia({ media: 'print' });
  await page.waitForTimeout(100);
  const seen = await page.evaluate(() => [document.body.scrollHeight, document.body.scrollWidth]);
  await page.emulateMedia({ media: 'screen' });
  return seen;
}
