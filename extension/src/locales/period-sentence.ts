import type { Language } from './language.ts';

const englishMonth = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * "2026-11" → "Tháng 11/2026", "2026-Q4" → "Quý IV/2026", "2026" → "Năm 2026"; in English "November 2026", "Q4 2026", "2026".
 * What is no period is given back as it stands.
 */
export function periodSentence(period: string, language: Language): string {
  if (!/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/.test(period)) return period;
  const [year = '', part = ''] = period.split('-');
  if (language === 'en') {
    if (part === '') return year;
    return part.startsWith('Q') ? `${part} ${year}` : englishMonth.format(new Date(`${period}-01T00:00:00Z`));
  }
  if (part === '') return `Năm ${year}`;
  const quarter = ['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1];
  return part.startsWith('Q') ? `Quý ${quarter}/${year}` : `Tháng ${part}/${year}`;
}

/** The same within a sentence: "tháng 11/2026"; English months keep their capital. */
export function periodWithin(period: string, language: Language): string {
  const sentence = periodSentence(period, language);
  if (language === 'en') return sentence;
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
