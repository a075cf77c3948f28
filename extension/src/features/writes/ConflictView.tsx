import { useQuery } from '@apollo/client/react';
import { sheetStateTexts, taskOutcomeTexts } from '@congvu/schema/texts';
import type { CurrentRecordQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import type { Language } from '../../locales/language.ts';
import { queueTexts } from '../../locales/queue-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { CurrentRecordDocument } from './current-record.operations.ts';
import type { QueuedWrite } from './write-queue.ts';

/** What the person wrote beside what is on the server now; the person does it again on the new state, or drops it. */
export function ConflictView({ write }: { readonly write: QueuedWrite }) {
  const texts = useTexts(queueTexts);
  const language = useLanguage();
  const input = fieldsOf(write.operation.variables);
  const id = input.task ?? input.sheet;
  const query = useQuery(CurrentRecordDocument, {
    variables: { id: String(id) },
    skip: typeof id !== 'string',
    fetchPolicy: 'network-only',
  });
  return (
    <div className="stack">
      <p>{texts.stateConflict}</p>
      <div className="side-by-side">
        <div>
          <h3>{texts.mine}</h3>
          <Lines lines={linesOf(input)} />
        </div>
        <div>
          <h3>{texts.theirs}</h3>
          {typeof id === 'string' && (
            <QueryStates query={query} empty="—">
              {({ node }) => (node === null ? null : <Lines lines={currentLines(node, language)} />)}
            </QueryStates>
          )}
        </div>
      </div>
    </div>
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

function fieldsOf(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof variables.input === 'object' && variables.input !== null ? { ...variables.input } : {};
}

const addresses = new Set(['idempotencyKey', 'task', 'sheet', 'event', 'cause', 'revision']);

export function linesOf(input: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(input).flatMap(([name, value]) => {
    if (addresses.has(name) || value === null || value === undefined) return [];
    if (!Array.isArray(value)) return [String(value)];
    return value.map((entry: { code?: string; points?: string }) => `${entry.code ?? ''}: ${entry.points ?? ''}`);
  });
}

function currentLines(node: NonNullable<CurrentRecordQuery['node']>, language: Language): readonly string[] {
  if (node.__typename === 'Task') return [node.title, taskOutcomeTexts[node.outcome][language], node.deadline];
  if (node.__typename !== 'PeriodSheet') return [];
  return [
    sheetStateTexts[node.state][language],
    ...node.criteria.map(({ code, selfPoints, confirmedPoints }) => `${code}: ${confirmedPoints ?? selfPoints ?? '—'}`),
  ];
}
