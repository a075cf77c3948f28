import type { CDPSession } from 'playwright-core';
import type { Browser } from './browser.ts';

/**
 * Ends the extension's background as the browser does after half a minute of rest, and waits until it is gone. The next
 * event wakes another one, which knows nothing of what the last held in its memory.
 */
export async function stopWorker(browser: Browser): Promise<void> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser takes no session of its own');
  try {
    const before = await workersOf(session, browser.extensionId);
    const [begun, end] = [Date.now(), Date.now() + 30_000];
    for (;;) {
      // A screen that waited for an answer may have woken the next one by now: that one lives.
      const left = (await workersOf(session, browser.extensionId)).filter((id) => before.includes(id));
      if (left.length === 0) return;
      if (Date.now() > end) throw new Error('the background did not end');
      // One that is only beginning does not hear it the first time.
      for (const targetId of left) await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
      // Now and then the browser lets a closed target live: then its own way of stopping all workers is taken.
      if (Date.now() - begun > 2_000) await stopAll(browser);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await session.detach();
  }
}

async function stopAll({ context }: Browser): Promise<void> {
  const page = context.pages().find((one) => one.url().startsWith('chrome-extension:'));
  if (page === undefined) return;
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable').catch(() => undefined);
  await session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
  await session.detach();
}

async function workersOf(session: CDPSession, extensionId: string): Promise<readonly string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId)
    .map(({ targetId }) => targetId);
}
