import type { Language } from './language.ts';

const formats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const;

/** How many there are: "12.345" in Vietnamese, "12,345" in English. */
export function shownCount(count: number, language: Language): string {
  return formats[language].format(count);
}
