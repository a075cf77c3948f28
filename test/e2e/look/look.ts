import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { startOffice } from '../harness/office.ts';
import { arrive } from '../harness/person.ts';
import { LANGUAGES, SCHEMES, SCREENS, WIDTHS } from './screens.ts';

/** One picture, and what a machine can say against it. */
interface Looked {
  readonly picture: string;
  readonly faults: readonly string[];
}

/** An upright sheet at 96 px an inch. */
const A4 = { width: 794, height: 1_123 };

/** How long a screen may take until it stands still. */
const STILL_MS = 1_500;

/**
 * Pictures of every screen of leaders and of personnel in both languages, light and dark, narrow and wide, and on an upright
 * sheet of A4, for people to look at:
 * `node test/e2e/look/look.ts [directory [screen …]]`, all screens unless some are named. Beside them `faults.txt`: what axe finds, and what is wider than the window. Not part of
 * the tests: a picture is judged by eye.
 */
const [, , givenDirectory, ...names] = process.argv;
const screens = SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));
const directory = givenDirectory ?? (await mkdtemp(join(tmpdir(), 'congvu-look-')));
await mkdir(directory, { recursive: true });
const office = await startOffice();
const looked: Looked[] = [];
try {
  for (const account of new Set(screens.map(({ account: each }) => each))) {
    const person = await arrive(account, office.extensionPath);
    try {
      const page = await person.browser.context.newPage();
      for (const screen of screens.filter((each) => each.account === account)) {
        for (const language of LANGUAGES) {
          await page.goto(person.browser.extensionPage(`dashboard.html${screen.address}`));
          await page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), language);
          for (const scheme of SCHEMES) looked.push(...(await lookAt(page, screen.name, language, scheme)));
          looked.push(await lookAtPaper(page, `${screen.name}-${language}-paper`));
        }
      }
    } finally {
      await person.leave();
    }
  }
} finally {
  await office.stop();
  const faults = looked.filter((each) => each.faults.length > 0);
  await writeFile(
    join(directory, 'faults.txt'),
    faults.map(({ picture, faults: each }) => `${picture}\n  ${each.join('\n  ')}\n`).join(''),
  );
  process.stdout.write(`${directory}: ${looked.length} pictures, ${faults.length} with faults\n`);
}

async function lookAt(
  page: Page,
  name: string,
  language: string,
  scheme: 'light' | 'dark',
): Promise<readonly Looked[]> {
  const pictures: Looked[] = [];
  await page.emulateMedia({ colorScheme: scheme });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await page.waitForTimeout(STILL_MS);
    const picture = `${name}-${language}-${scheme}-${width}`;
    await page.screenshot({ path: join(directory, `${picture}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    pictures.push({ picture, faults: excess > 0 ? [...faults, `${excess} px wider than the window`] : faults });
  }
  return pictures;
}

/** As it is printed: what is wider than the sheet is cut off there. */
async function lookAtPaper(page: Page, picture: string): Promise<Looked> {
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.screenshot({ path: join(directory, `${picture}.png`), fullPage: true });
  const widths = await page.evaluate(() => [...document.querySelectorAll('table')].map((table) => table.scrollWidth));
  await page.emulateMedia({ media: 'screen' });
  const faults = widths.filter((width) => width > A4.width).map((width) => `a table of ${width} px on ${A4.width} px`);
  return { picture, faults };
}
