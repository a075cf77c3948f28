import type { Language } from './language.ts';

/** "2026-11" → "Tháng 11/2026", "2026-Q4" → "Quý IV/2026", "2026" → "Năm 2026"; in English the period as written. */
export function periodSentence(period: string, language: Language): string {
  if (language === 'en') return period;
  const [year = '', part = ''] = period.split('-');
  if (part === '') return `Năm ${year}`;
  const quarter = ['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1];
  return part.startsWith('Q') ? `Quý ${quarter}/${year}` : `Tháng ${part}/${year}`;
}

/** The same within a sentence: "tháng 11/2026". */
export function periodWithin(period: string, language: Language): string {
  const sentence = periodSentence(period, language);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
