import type { Language } from '../../locales/language.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';

/** As what somebody confirmed: "HEAD", "DEPUTY", or "GRANT:" and the grant's id, of which no person can read anything. */
export function capacityText(confirmedAs: string | null, language: Language): string | null {
  const texts = scoringTexts[language].capacity;
  if (confirmedAs === 'HEAD' || confirmedAs === 'DEPUTY') return texts[confirmedAs];
  return confirmedAs?.startsWith('GRANT:') ? texts.GRANT : confirmedAs;
}
