/** The languages every text a person reads exists in; Vietnamese is the first and the default. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'vi';

/** One text in every language. */
export type LocalisedText = Readonly<Record<Locale, string>>;
