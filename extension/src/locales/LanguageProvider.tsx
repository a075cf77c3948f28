import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { findLanguage, languageChoice } from '../settings/language-choice.ts';
import type { Language } from './language.ts';
import type { Localised, Wording } from './localised.ts';

const LanguageContext = createContext<Language>('vi');

/** Renders nothing until the language is known, so that no screen flickers from one to the other. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language | null>(null);
  useEffect(() => {
    const read = () => void findLanguage().then(setLanguage);
    read();
    return languageChoice.watch(read);
  }, []);
  useEffect(() => {
    if (language !== null) document.documentElement.lang = language;
  }, [language]);
  return language === null ? null : <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useTexts<Tree>(texts: Localised<Tree>): Wording<Tree> {
  return texts[useContext(LanguageContext)];
}
