import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../locales/LanguageProvider.tsx';
import { problemText } from '../locales/problem-texts.ts';
import { stateTexts } from '../locales/state-texts.ts';

export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className="notice" role="status">
      {children}
    </div>
  );
}

type ProblemProps = {
  readonly code: string;
  /** The api's own sentence, for a code that has none here. */
  readonly message?: string | null;
  readonly children?: ReactNode;
};

/** What happened and what to do, then the code in small type; `children` are the ways on. */
export function Problem({ code, message = null, children }: ProblemProps) {
  const language = useLanguage();
  const texts = useTexts(stateTexts);
  return (
    <div className="notice stack" data-kind="problem" role="alert">
      <p>{problemText(code, language, message)}</p>
      <p className="small quiet">{texts.code(code)}</p>
      {children}
    </div>
  );
}
