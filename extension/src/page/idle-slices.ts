/** One slice of ours on the page's main thread, in ms: a third of a frame of 60 Hz. */
const sliceBudget = 6;

/**
 * A task of its own, behind what the page has to do and before it is idle: waiting for an idle moment of a page that is still
 * laying out 1,000 rows cost 300 ms before the first mark.
 */
const afterThis = (task: () => void): void => {
  if ('scheduler' in globalThis) void globalThis.scheduler.postTask(task, { priority: 'user-visible' });
  else setTimeout(task, 0);
};

/** Does `workOn` for each item in slices of at most 6 ms, the first one now. Resolves true when all are done, false when aborted. */
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
        if (done === null) afterThis(slice);
        else resolve(done);
      } catch (error) {
        reject(error);
      }
    };
    slice();
  });
};
