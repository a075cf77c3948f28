import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { afterWrite } from '../../features/page-marks/after-write.ts';
import { answerFrames } from '../../features/page-marks/answer-frames.ts';
import { forgetLostPages, forgetTab } from '../../features/page-marks/forget-tab.ts';
import { followWaiting } from '../../features/reminders/follow-waiting.ts';
import { followSession } from '../../features/session/follow-session.ts';
import { openPanelByIcon } from '../../features/side-panel/open-panel.ts';
import { followBrokenPages } from '../../features/site-adapters/broken-pages.ts';
import { followAdapters } from '../../features/site-adapters/follow-adapters.ts';
import { onPermissionsRemoved } from '../../features/sites/site-grants.ts';
import { followUpdates } from '../../features/updates/follow-updates.ts';
import { followQueue } from '../../features/writes/follow-queue.ts';
import { answerMessages } from '../../messaging/answer-messages.ts';
import { handlers } from './handlers.ts';

/** Wiring only: every listener is set in the first turn, since the worker is woken by the very event it must answer. */
export default defineBackground(() => {
  answerMessages(handlers);
  answerFrames();
  followSession(followQueue(afterWrite));
  followWaiting();
  followAdapters();
  followBrokenPages();
  followUpdates();
  browser.permissions.onRemoved.addListener(({ origins }) => void onPermissionsRemoved(origins ?? []));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) void forgetLostPages(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  openPanelByIcon();
});
