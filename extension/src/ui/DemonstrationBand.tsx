import { useTexts } from '../locales/LanguageProvider.tsx';
import { sessionTexts } from '../locales/session-texts.ts';

/** A demonstration is never mistaken for an office (design.md, promise 11). */
export function DemonstrationBand() {
  return <aside className="demonstration">{useTexts(sessionTexts).demonstration}</aside>;
}
