import type { Frame, Page } from 'playwright-core';

/** The overlay's frame, once it shows at least one mark. */
export async function waitForMarks(page: Page, timeout = 60_000): Promise<Frame> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (!frame.url().startsWith('chrome-extension:')) continue;
      // A frame may go between two looks; then the next one is waited for.
      if (await frame.evaluate(() => document.querySelector('.mark') !== null).catch(() => false)) return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no mark was shown within ${timeout} ms at ${page.url()}`);
}
