import type { Language } from '../../locales/language.ts';
import { quotaTexts } from '../../locales/quota-texts.ts';

export type QuotaFigures = {
  /** Null for the whole agency. */
  readonly group: string | null;
  readonly pool: number;
  readonly limit: number;
  readonly proposed: number;
  readonly decided: number;
};

export type QuotaLine = {
  readonly sentence: string;
  /** ABOVE: more are proposed or decided than the limit. FULL: the count shown is the limit. */
  readonly state: 'BELOW' | 'FULL' | 'ABOVE';
};

/** "Xuất sắc 3/4 trong nhóm Chuyên viên": before the first decision what is proposed, from then on what is decided beside it. */
export function quotaLine({ group, pool, limit, proposed, decided }: QuotaFigures, language: Language): QuotaLine {
  const texts = quotaTexts[language];
  const outstanding = Math.max(proposed, decided);
  const count = decided === 0 ? proposed : decided;
  const words = decided === 0 ? texts.proposedOnly : texts.beside(proposed);
  const where = group === null ? texts.agency : texts.group(group);
  const state = outstanding > limit ? 'ABOVE' : count === limit ? 'FULL' : 'BELOW';
  return { sentence: texts.line(count, limit, where, words, pool), state };
}
