import { createWake } from '../wake.ts';

const feeds = createWake();

/** Tells the feeds of this process that something was chained. */
export const wakeFeeds = feeds.wake;
/** Resolves after so many milliseconds, sooner when something was chained here or when the signal is aborted. */
export const sleepUntilChained = feeds.sleep;
