import { browser } from 'wxt/browser';
import { forgetAnswers } from '../page-marks/answer-cache.ts';
import { showMarksEverywhere } from '../page-marks/show-marks.ts';
import { forgetOfflineKey } from '../writes/offline-key.ts';
import { sessionItem } from './session-store.ts';

/**
 * Another person, or nobody: what the last one saw is wiped before anything else is shown. A renewed token of the
 * same sign-in changes nothing. `onSignedIn` runs once the memory is clean for the person who is here now.
 */
export function followSession(onSignedIn: () => void): void {
  sessionItem.watch((after, before) => {
    if (after?.signInId === before?.signInId) return;
    void changePerson(after === null ? null : onSignedIn);
  });
  // A worker that was ended between a sign-out and its wiping finishes it.
  void sessionItem.getValue().then((session) => (session === null ? wipe() : undefined));
}

async function changePerson(onSignedIn: (() => void) | null): Promise<void> {
  await wipe();
  onSignedIn?.();
  // What pages show was wiped too; with somebody here to show it to, they tell it again.
  if (onSignedIn !== null) await askPagesAgain();
  await showMarksEverywhere();
}

/** Everything in the browser's memory but the session itself, whoever put it there. */
async function wipe(): Promise<void> {
  await Promise.all([forgetAnswers(), forgetOfflineKey()]);
  const kept = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(kept).filter((key) => key !== 'session'));
}

async function askPagesAgain(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // A tab without a script of ours has nobody who hears.
  await Promise.allSettled(
    tabs.map((tab) =>
      tab.id === undefined ? undefined : browser.tabs.sendMessage(tab.id, { name: 'page.readAgain', parameters: {} }),
    ),
  );
}
