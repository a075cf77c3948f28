import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Person } from '../open-document/person.ts';
import { Sheet } from './Sheet.tsx';
import { SheetDocument } from './scoring.operations.ts';

/** The person's sheet of the period: the manager's to confirm, the person's own to self-score, else to read. */
export function ScoringTab({ person, period }: { readonly person: Person; readonly period: string }) {
  const texts = useTexts(scoringTexts);
  const query = useQuery(SheetDocument, { variables: { employee: person.code, period } });
  return (
    <section className="section stack">
      <QueryStates query={query} empty={texts.noSheet}>
        {({ employee }) => {
          const sheet = employee?.periodSheet ?? null;
          // The key gives another sheet, or another person's, a form of its own.
          return sheet === null ? null : <Sheet key={sheet.id} sheet={sheet} employee={person.code} />;
        }}
      </QueryStates>
    </section>
  );
}
