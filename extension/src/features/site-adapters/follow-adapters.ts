import { browser } from 'wxt/browser';
import { sessionItem } from '../session/session-store.ts';
import { adaptersItem } from './adapter-store.ts';
import { fetchAdapters, keepBuiltInAdapters, keepManagedAdapters } from './fetch-adapters.ts';

const ALARM = 'adapters';
/** Minutes: six hours, within which a repaired adapter must have arrived. */
const EVERY = 360;

/**
 * Keeps the adapters fresh: at a sign-in, every six hours, at the worker's start where the last ones are older than that (a computer
 * that slept through the alarm), and when the office's policy changes.
 */
export function followAdapters(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void fetchAdapters();
  });
  sessionItem.watch((after, before) => {
    if (after !== null && after.signInId !== before?.signInId) void fetchAdapters();
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void keepManagedAdapters();
  });
  void keepManagedAdapters();
  void keepBuiltInAdapters();
  void begin();
}

async function begin(): Promise<void> {
  // Created anew at each start of the worker, an alarm of six hours would never come.
  if ((await browser.alarms.get(ALARM)) === undefined) await browser.alarms.create(ALARM, { periodInMinutes: EVERY });
  const { fetchedAt } = await adaptersItem.getValue();
  const isOld = fetchedAt === null || Date.now() - fetchedAt >= EVERY * 60_000;
  if (isOld && (await sessionItem.getValue()) !== null) await fetchAdapters();
}
