import type { Certainty } from '@congvu/schema/scoring';
import { certaintyTexts } from '@congvu/schema/texts';
import { dashboardTexts } from '../../locales/dashboard-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';

/** How sure a rule is, where it was not read in the law's text; nothing where it was. */
export function CertaintyMark({ certainty }: { readonly certainty: Certainty }) {
  const texts = useTexts(dashboardTexts).certainty;
  const language = useLanguage();
  if (certainty === 'VERIFIED') return null;
  return (
    <span className="certainty" data-certainty={certainty} title={certaintyTexts[certainty][language]}>
      {texts[certainty]}
    </span>
  );
}
