import type { WorkerOptions } from './worker.ts';

const SWEEP_MS = 3_600_000;

/**
 * Drops uploads and exported files past their time, when it is first called and then at most once an hour. Several processes may do so
 * at once: each file goes once. What cannot be dropped now is tried again an hour later.
 */
export function createSweep({ database, log, sweepMs = SWEEP_MS }: WorkerOptions): () => Promise<void> {
  let nextAt = 0;
  return async () => {
    // Of this process and only going forward: the hour is no hour of the office.
    const now = performance.now();
    if (now < nextAt) return;
    nextAt = now + sweepMs;
    try {
      await database.dropExpiredFiles();
    } catch (error) {
      log.warn({ err: error }, 'files past their time were not dropped');
    }
  };
}
