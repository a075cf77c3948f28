import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { isLanguage, type Language, languageOfBrowser } from '../locales/language.ts';

/** The person's choice, stored under `local:language`; absent: the browser's language decides. */
export const languageChoice = storage.defineItem<Language | null>('local:language', { fallback: null });

export async function findLanguage(): Promise<Language> {
  const chosen = await languageChoice.getValue();
  return isLanguage(chosen) ? chosen : languageOfBrowser(browser.i18n.getUILanguage());
}
