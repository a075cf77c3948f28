/** One slice of ours on the page's main thread, in ms: half of a frame of 60 Hz. */
const sliceBudget = 8;

/** How long a slice may wait for an idle moment of the page, in ms. */
const idleTimeout = 40;

const whenIdle = (task: () => void): void => {
  // Safari has none and Firefox delays it in background tabs; a plain task is late but certain.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: idleTimeout });
  else setTimeout(task, 0);
};

/** Does `workOn` for each item in slices of at most 8 ms, the first one now. Resolves true when all are done, false when aborted. */
export const workInSlices = <Item>(
  items: Iterable<Item>,
  workOn: (item: Item) => void,
  signal: AbortSignal,
): Promise<boolean> => {
  const iterator = items[Symbol.iterator]();
  return new Promise((resolve, reject) => {
    const work = (): boolean | null => {
      if (signal.aborted) return false;
      const end = performance.now() + sliceBudget;
      do {
        const next = iterator.next();
        if (next.done) return true;
        workOn(next.value);
      } while (performance.now() < end);
      return null;
    };
    const slice = (): void => {
      try {
        const done = work();
        if (done === null) whenIdle(slice);
        else resolve(done);
      } catch (error) {
        reject(error);
      }
    };
    slice();
  });
};
