import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

/** By how much all renderers' private memory grows with a page, in MB, after its garbage was collected. */
export async function memoryWith(context: BrowserContext, open: () => Promise<Page>): Promise<number> {
  const before = await privateMemory(context);
  const page = await open();
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(500);
  const after = await privateMemory(context);
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return after - before;
}

async function privateMemory(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  const [page] = context.pages();
  const session = browser ? await browser.newBrowserCDPSession() : page && (await context.newCDPSession(page));
  if (!session) throw new Error('the browser has no page to ask through');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const kilobytes = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => [...readSmaps(id).matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)])
    .reduce((sum, [, amount]) => sum + Number(amount), 0);
  return kilobytes / 1_024;
}

/** A renderer may end between the list and the look. */
function readSmaps(id: number): string {
  try {
    return readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}
