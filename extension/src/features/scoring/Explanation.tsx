import { parseRational } from '@congvu/schema/primitives/rational';
import { citation, toDisplayIn } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import type { Language } from '../../locales/language.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { DocumentLink } from '../tasks/TaskItem.tsx';
import { ExplanationFragment } from './scoring.operations.ts';

/** "Vì sao": a line per step with its points and its law, down to the tasks and the documents they rest on. */
export function Explanation({ score: masked }: { readonly score: FragmentType<typeof ExplanationFragment> }) {
  const score = readFragment(ExplanationFragment, masked);
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  if (score.explanation.length === 0) return null;
  return (
    <details>
      <summary>{texts.why}</summary>
      <ul className="plain-list stack explanation">
        {score.explanation.map((line) => (
          <li key={line.step} className="stack">
            <p>
              <strong>{texts.line(shown(line.points, language))}</strong> · {line.text}
            </p>
            <p className="small quiet">
              {texts.article}: {citation(line.source, language)} <CertaintyMark certainty={line.source.certainty} />
            </p>
            {line.items.length > 0 && (
              <details>
                <summary className="small">{texts.items}</summary>
                <ul className="plain-list small">
                  {line.items.map((item, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a stored line never change their order
                    <li key={index}>
                      {shown(item.value, language)} · {item.task?.title ?? '—'}{' '}
                      {item.task?.documents.map((document) => (
                        <DocumentLink key={document.id} number={document.number} url={document.url} />
                      ))}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function shown(exact: string, language: Language): string {
  const value = parseRational(exact);
  return value.ok ? toDisplayIn(value.value, language) : exact;
}
