import { useQuery } from '@apollo/client/react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { queueTexts } from '../../locales/queue-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { currentLines, inputOf, ownLines, recordIdOf } from './conflict-lines.ts';
import { CurrentRecordDocument } from './current-record.operations.ts';
import type { QueuedWrite } from './write-queue.ts';

/** What the person wrote beside what is on the server now; the person does it again on the new state, or drops it. */
export function ConflictView({ write }: { readonly write: QueuedWrite }) {
  const texts = useTexts(queueTexts);
  const language = useLanguage();
  const input = inputOf(write.operation.variables);
  const id = recordIdOf(input);
  return (
    <div className="stack">
      <p>{texts.stateConflict(shownInstant(new Date(write.writtenAt).toISOString()))}</p>
      <div className="side-by-side">
        <div>
          <h3>{texts.mine}</h3>
          <Lines lines={[write.label, ...ownLines(input, language)]} />
        </div>
        <div>
          <h3>{texts.theirs}</h3>
          {id === null ? <p className="small quiet">{texts.noRecord}</p> : <CurrentRecord id={id} />}
        </div>
      </div>
    </div>
  );
}

function CurrentRecord({ id }: { readonly id: string }) {
  const texts = useTexts(queueTexts);
  const language = useLanguage();
  const query = useQuery(CurrentRecordDocument, { variables: { id }, fetchPolicy: 'network-only' });
  return (
    <QueryStates query={query} empty={texts.noRecord}>
      {({ node }) => (node === null ? null : <Lines lines={currentLines(node, language)} />)}
    </QueryStates>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="plain-list small">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
