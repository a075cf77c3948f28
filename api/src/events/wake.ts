/** Feeds of this process that wait for something to be chained. */
const waiting = new Set<() => void>();

/** Tells the feeds of this process that something was chained: they need not wait for their next look. */
export function wakeFeeds(): void {
  for (const wake of waiting) wake();
}

/** Resolves after `milliseconds`, sooner when something was chained here or when `signal` is aborted. */
export function sleepUntilChained(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    waiting.add(wake);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
}
