import type { Locale } from '../primitives/locale.ts';

/** The words of a citation that differ between the languages; rule sets keep them as the decree's English readers do. */
const vietnameseWords = [
  [/\bart\. /g, 'Điều '],
  [/\bAnnex /g, 'Phụ lục '],
  [/\bForm /g, 'Mẫu '],
] as const;

/**
 * Where a rule stands, as a person cites it: "Điều 14(2)(b)(c) Nghị định 335/2025/NĐ-CP", in English "335/2025/NĐ-CP, art. 14(2)(b)(c)".
 *
 * Without a clause the instrument alone: an article that was not seen is never made up.
 */
export function citation(
  source: { readonly instrument: string; readonly clause: string | null },
  locale: Locale,
): string {
  if (locale === 'en') return [source.instrument, source.clause].filter(Boolean).join(', ');
  const instrument = source.instrument.endsWith('/NĐ-CP') ? `Nghị định ${source.instrument}` : source.instrument;
  if (source.clause === null) return instrument;
  return `${toVietnameseClause(source.clause)} ${instrument}`;
}

/** "art. 20(5)" as "Điều 20(5)"; other words stay. */
export function toVietnameseClause(clause: string): string {
  return vietnameseWords.reduce((text, [word, vietnamese]) => text.replace(word, vietnamese), clause);
}
