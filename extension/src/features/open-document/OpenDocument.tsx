import { deadlineStatus } from '@congvu/schema/evaluation';
import type { DocumentReading } from '@congvu/schema/page-reading';
import { isLocalDate, toLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { deadlineText } from '@congvu/schema/texts';
import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { AssignTask } from './AssignTask.tsx';
import { DocumentTasks } from './DocumentTasks.tsx';
import { MainHandler } from './MainHandler.tsx';
import type { Person } from './person.ts';

type OpenDocumentProps = {
  readonly document: DocumentReading;
  /** Whether the page writes tones. */
  readonly tonesMeant: boolean;
  readonly preferredId: string | null;
  readonly person: Person | null;
  readonly onPerson: (person: Person) => void;
};

/** The document a page shows, with who carries it, and the way to make it a task. */
export function OpenDocument({ document, tonesMeant, preferredId, person, onPerson }: OpenDocumentProps) {
  const texts = useTexts(panelTexts);
  const viewer = useViewer();
  const [isAssigning, setIsAssigning] = useState(false);
  const others = document.handlers.filter((handler) => handler.role === 'COOPERATE');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document closes the form of the last one
  useEffect(() => setIsAssigning(false), [document.epoch, document.key]);
  return (
    <article className="stack">
      <p className="row">
        <strong>{document.number}</strong>
        {document.deadline !== null && <Deadline date={document.deadline} />}
      </p>
      {document.summary !== null && <p>{document.summary}</p>}
      <MainHandler {...{ document, tonesMeant, preferredId, onPerson }} />
      {others.length > 0 && (
        <p className="small quiet">
          {texts.otherHandlers}: {others.map((handler) => handler.name ?? handler.code).join(', ')}
        </p>
      )}
      <DocumentTasks document={document} />
      {may(viewer, 'TASK_ASSIGN') && person !== null && (
        <Assigning {...{ isAssigning, setIsAssigning, document, person }} />
      )}
    </article>
  );
}

type AssigningProps = {
  readonly isAssigning: boolean;
  readonly setIsAssigning: (isAssigning: boolean) => void;
  readonly document: DocumentReading;
  readonly person: Person;
};

/** The first of the two clicks opens the form filled in; the second, in the form, assigns. */
function Assigning({ isAssigning, setIsAssigning, document, person }: AssigningProps) {
  const texts = useTexts(taskTexts);
  if (isAssigning) return <AssignTask document={document} person={person} onClose={() => setIsAssigning(false)} />;
  return (
    <div className="row">
      <Button kind="primary" onClick={() => setIsAssigning(true)}>
        {texts.assign}
      </Button>
    </div>
  );
}

/** A date, and how many days are left while the work is open. */
export function Deadline({ date, isOpen = true }: { readonly date: string; readonly isOpen?: boolean }) {
  const texts = useTexts(panelTexts);
  const language = useLanguage();
  if (!isLocalDate(date)) return null;
  const status = deadlineStatus(date, toLocalDate(Date.now()));
  return (
    <span className="small">
      {texts.deadline(toVietnameseDate(date))}
      {isOpen && (
        <>
          {' '}
          · <strong>{deadlineText(status, language)}</strong>
        </>
      )}
    </span>
  );
}
