import type { Page } from 'playwright-core';

/**
 * One step of a story in a browser. A failure says which step it was, where the browser stood and what was read there, so
 * that the log alone tells what went wrong.
 */
export async function step<Value>(page: Page, name: string, act: () => Promise<Value>): Promise<Value> {
  const begun = performance.now();
  try {
    return await act();
  } catch (reason) {
    const read = await page
      .locator('main')
      .textContent({ timeout: 2_000 })
      .catch(() => 'nothing');
    const seconds = Math.round((performance.now() - begun) / 1_000);
    throw new Error(
      `Step "${name}" failed after ${seconds} s: ${wordsOf(reason)}\n` +
        `at ${page.url()}\nThe page says: ${(read ?? '').slice(0, 1_500)}`,
      { cause: reason },
    );
  }
}

/** What went wrong; of a comparison also what was there, which its message cuts short. */
function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  return 'actual' in reason
    ? `${reason.message}; it was ${JSON.stringify(reason.actual)?.slice(0, 800)}`
    : reason.message;
}
