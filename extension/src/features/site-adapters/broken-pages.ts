import { browser } from 'wxt/browser';
import { pageAdapterTexts } from '../../locales/page-adapter-texts.ts';
import { findLanguage } from '../../settings/language-choice.ts';
import { isBroken, pagesOf, watchPages } from '../page-marks/page-state.ts';
import { reportBrokenPage } from './report-adapter.ts';

/** A page that is still being built may fail for a moment: said and told is what stays so for this long, in ms. */
const certainAfter = 2_000;

/** Tabs that wear the mark, as far as this worker set it; the browser takes it off itself when a tab loads anew. */
const marked = new Set<number>();
const waiting = new Map<number, ReturnType<typeof setTimeout>>();

/** Shows on the icon, for the tab alone, that its page cannot be read for certain, and tells the server once. */
export function followBrokenPages(): void {
  watchPages((tabId) => {
    if (waiting.has(tabId)) return;
    waiting.set(
      tabId,
      setTimeout(() => {
        waiting.delete(tabId);
        void showBroken(tabId);
      }, certainAfter),
    );
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    clearTimeout(waiting.get(tabId));
    waiting.delete(tabId);
    marked.delete(tabId);
  });
}

async function showBroken(tabId: number): Promise<void> {
  const broken = (await pagesOf(tabId)).filter(isBroken);
  await setMark(tabId, broken.length > 0);
  for (const page of broken) await reportBrokenPage(page);
}

async function setMark(tabId: number, isShown: boolean): Promise<void> {
  if (!isShown && !marked.has(tabId) && (await badgeOf(tabId)) !== '!') return;
  const texts = pageAdapterTexts[await findLanguage()];
  try {
    if (isShown) {
      marked.add(tabId);
      await browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' });
      await browser.action.setBadgeText({ tabId, text: '!' });
      await browser.action.setTitle({ tabId, title: texts.brokenTitle });
    } else {
      marked.delete(tabId);
      // Null gives the tab the number of what waits again; an empty text would hide it.
      await browser.action.setBadgeText({ tabId, text: null as unknown as string });
      await browser.action.setBadgeBackgroundColor({ tabId, color: '#1d5fbf' });
      await browser.action.setTitle({ tabId, title: texts.usualTitle });
    }
  } catch {
    // The tab is gone, and its icon with it.
    marked.delete(tabId);
  }
}

/** Another worker may have set it. */
async function badgeOf(tabId: number): Promise<string> {
  return browser.action.getBadgeText({ tabId }).catch(() => '');
}
