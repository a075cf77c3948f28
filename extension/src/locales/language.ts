export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** English where the browser speaks English; Vietnamese for everyone else, as the law's own language. */
export function languageOfBrowser(browserLanguage: string): Language {
  return browserLanguage.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
