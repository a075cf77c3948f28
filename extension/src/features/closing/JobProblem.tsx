import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';

/** Why a job went no further, and what to do; the code in small type. */
export function JobProblem({ code }: { readonly code: string }) {
  const texts = useTexts(stateTexts);
  const language = useLanguage();
  return (
    <p className="field-problem">
      {problemText(code, language)} <span className="quiet">{texts.code(code)}</span>
    </p>
  );
}
