import { browser } from 'wxt/browser';
import { isLanguage, type Language, languageOfBrowser } from '../../locales/language.ts';

/**
 * The person's choice in the options, else the browser's language. Where the choice changes, the frame loads anew: its page
 * hands it another nonce, and it draws everything in the other language.
 */
export const followLanguage = async (): Promise<Language> => {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes.language) location.reload();
  });
  const { language } = await browser.storage.local.get('language');
  return isLanguage(language) ? language : languageOfBrowser(browser.i18n.getUILanguage());
};
