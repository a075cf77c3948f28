import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { Problem } from '../../ui/Notice.tsx';

/** What went wrong in the page, in its own words; a code that is none of the builder's in the catalogue's. */
export function TeachProblem({ code }: { readonly code: string }) {
  const { problems } = useTexts(teachingTexts);
  const text = Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : null;
  if (text === null) return <Problem code={code} />;
  return (
    <div className="notice" data-kind="problem" role="alert">
      {text}
    </div>
  );
}
