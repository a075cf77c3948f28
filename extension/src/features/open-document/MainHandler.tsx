import type { DocumentReading, PageHandler } from '@congvu/schema/page-reading';
import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { HandlerChoice } from './HandlerChoice.tsx';
import { PersonSearch } from './PersonSearch.tsx';
import type { Person } from './person.ts';

type MainHandlerProps = {
  readonly document: DocumentReading;
  /** Whether the page writes tones. */
  readonly tonesMeant: boolean;
  readonly preferredId: string | null;
  readonly onPerson: (person: Person) => void;
};

/** Who carries the document: the one the page names, one chosen of several it names alike, or one searched for. */
export function MainHandler({ document, tonesMeant, preferredId, onPerson }: MainHandlerProps) {
  const texts = useTexts(panelTexts);
  const handlers = document.handlers.filter((handler) => handler.role === 'LEAD');
  const [chosen, setChosen] = useState<PageHandler | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document has other handlers
  useEffect(() => setChosen(null), [document.epoch, document.key]);
  const main = handlers.length === 1 ? handlers[0] : chosen;
  if (handlers.length === 0) {
    return (
      <>
        <p>{texts.noHandler}</p>
        <PersonSearch onChoose={onPerson} />
      </>
    );
  }
  return (
    <div className="stack">
      {handlers.length > 1 && (
        <>
          <p>{texts.shared(handlers.length)}</p>
          <ul className="plain-list">
            {handlers.map((handler) => (
              <li key={`${handler.code} ${handler.name}`}>
                <Button kind="link" onClick={() => setChosen(handler)}>
                  {handler.name ?? handler.code}
                </Button>{' '}
                <span className="small quiet">{[handler.post, handler.unit].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {main && (
        <div>
          <p className="small quiet">
            {texts.mainHandler}: {main.name ?? main.code}
          </p>
          <HandlerChoice
            handler={main}
            host={document.host}
            tonesMeant={tonesMeant}
            preferredId={preferredId}
            onChoose={onPerson}
          />
        </div>
      )}
    </div>
  );
}
