/** Workers of this process that wait for work. */
const waiting = new Set<() => void>();

/** Tells the workers of this process that there is work: they need not wait for their next look. */
export function wakeWorkers(): void {
  for (const wake of waiting) wake();
}

/** Resolves after `milliseconds`, sooner when woken or when `signal` is aborted. */
export function sleepUntilWoken(milliseconds: number, signal: AbortSignal): Promise<void> {
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
