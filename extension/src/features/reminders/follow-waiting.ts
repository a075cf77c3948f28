import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { askServer } from '../../graphql/ask-server.ts';
import { reminderTexts } from '../../locales/reminder-texts.ts';
import { findLanguage } from '../../settings/language-choice.ts';
import { writeCount } from '../page-marks/after-write.ts';
import { sessionItem } from '../session/session-store.ts';
import { WaitingCountsDocument } from './waiting.operations.ts';
import { badgeText, findNews, type WaitingCounts } from './waiting-news.ts';

const ALARM = 'waiting';
/** Minutes. Counts cost the api one statement; a petition's clock runs in days. */
const EVERY = 5;
const NOTIFICATION = 'waiting';

/** What the person of this session was told last; gone with the browser, so that a new morning tells again. */
const toldItem = storage.defineItem<{ readonly signInId: string; readonly counts: WaitingCounts } | null>(
  'session:waitingTold',
  { fallback: null },
);

/**
 * Keeps the number on the icon and tells by a notification what newly waits: at a sign-in, after each write, and every few
 * minutes. Nothing is asked while nobody is signed in. Counts only: no name leaves the api for this.
 */
export function followWaiting(): void {
  void browser.alarms.create(ALARM, { periodInMinutes: EVERY });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void remind();
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id !== NOTIFICATION) return;
    void browser.notifications.clear(id);
    void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
  });
  sessionItem.watch((after, before) => {
    if (after?.signInId !== before?.signInId) void remind();
  });
  writeCount.watch(() => void remind());
}

async function remind(): Promise<void> {
  const session = await sessionItem.getValue();
  if (session === null) return browser.action.setBadgeText({ text: '' });
  const answer = await askServer(WaitingCountsDocument, {}, 'extension/sidepanel');
  // Without an answer the last number stands: it was true, and the next alarm asks again.
  if (!answer.ok) return;
  const { waiting } = answer.value;
  await browser.action.setBadgeBackgroundColor({ color: '#1d5fbf' });
  await browser.action.setBadgeText({ text: badgeText(waiting.total) });
  const told = await toldItem.getValue();
  const news = findNews(told?.signInId === session.signInId ? told.counts : null, waiting);
  await toldItem.setValue({ signInId: session.signInId, counts: waiting });
  if (news.length === 0) return;
  const texts = reminderTexts[await findLanguage()];
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: texts.notification,
    message: news.map((kind) => texts.counts[kind](waiting[kind])).join('\n'),
  });
}
