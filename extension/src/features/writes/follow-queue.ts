import { browser } from 'wxt/browser';
import { sessionItem } from '../session/session-store.ts';
import { giveUpOld, replayAlarm } from './open-queue.ts';
import { type AfterWrite, replayWrites } from './send-write.ts';

/** A worker that was just started has a page or a screen to answer first. Milliseconds. */
const afterStart = 1_000;

/**
 * Sends what waits whenever there is a reason to hope: at a sign-in, with the network, every minute while something waits,
 * and where the worker begins again, since it may have been ended while it was sending. Returns what a sign-in does.
 */
export function followQueue(afterWrite: AfterWrite): () => void {
  const replay = () => void replayWrites(afterWrite);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === replayAlarm) replay();
  });
  self.addEventListener('online', replay);
  setTimeout(() => void sessionItem.getValue().then((session) => session !== null && replay()), afterStart);
  return () => void giveUpOld().then(replay);
}
