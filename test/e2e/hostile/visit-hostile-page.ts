import type { Page } from 'playwright-core';
import type { Person } from '../harness/person.ts';
import { waitForMarks } from '../harness/wait-for-marks.ts';
import { observePage, type Report } from './observe-page.ts';
import { type Seizure, seizeFrames } from './seize-frames.ts';

/** A word of every mark of the hostile page, by which the leaky build is known to have drawn. */
const wordOfMarks = 'chưa giao';

export interface Visited {
  /** What the person saw in our frame; the page never does. Empty in the leaky build. */
  readonly shown: string;
  readonly report: Report;
}

/** Opens the hostile page in a tab of its own, plays a person's acts on it, and answers with what its attacks saw. */
export async function visitHostilePage(person: Person, address: string): Promise<Visited> {
  const page = await person.browser.context.newPage();
  await page.goto(address);
  const frame = await waitForMarks(page);
  const shown = (await frame.locator('body').textContent()) ?? '';
  const report = await observePage(page, frame);
  await page.close();
  return { shown, report };
}

/** The same in the leaky build, whose marks stand in the page. */
export async function visitWithLeakyBuild(person: Person, address: string): Promise<Report> {
  const page = await person.browser.context.newPage();
  await page.goto(address);
  const isDrawn = () =>
    page.evaluate((word) => (window as unknown as { find(text: string): boolean }).find(word), wordOfMarks);
  for (let look = 0; look < 100 && !(await isDrawn()); look++) await page.waitForTimeout(200);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  // The last marks follow the first ones within some tens of milliseconds.
  await page.waitForTimeout(500);
  const report = await observePage(page, null);
  await page.close();
  return report;
}

/** Takes our frame in every way, in some tabs at once; answers with who heard what. */
export async function visitWithSeizures(person: Person, address: string): Promise<Readonly<Record<string, Seizure>>> {
  const open = async (): Promise<Page> => {
    const page = await person.browser.context.newPage();
    await page.goto(address);
    await waitForMarks(page);
    return page;
  };
  const pages = await Promise.all([open(), open(), open()]);
  const seizures = await seizeFrames(pages);
  await Promise.all(pages.map((page) => page.close()));
  return seizures;
}
