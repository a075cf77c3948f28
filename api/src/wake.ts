/** Loops of this process that look at the database now and then, and those who know that there is something to be seen. */
export interface Wake {
  /** Ends the sleep of everybody who sleeps: they need not wait for their next look. */
  wake(): void;
  /** Resolves after `milliseconds`, sooner when woken or when `signal` is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function createWake(): Wake {
  const sleeping = new Set<() => void>();
  return {
    wake() {
      for (const end of sleeping) end();
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          sleeping.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        sleeping.add(end);
        signal.addEventListener('abort', end);
        if (signal.aborted) end();
      }),
  };
}
