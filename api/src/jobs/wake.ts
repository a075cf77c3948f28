import { createWake } from '../wake.ts';

const workers = createWake();

/** Tells the workers of this process that there is work. */
export const wakeWorkers = workers.wake;
/** Resolves after so many milliseconds, sooner when there is work or when the signal is aborted. */
export const sleepUntilWoken = workers.sleep;
