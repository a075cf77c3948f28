import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Person } from '../open-document/person.ts';
import { Sheet } from './Sheet.tsx';
import { SheetDocument } from './scoring.operations.ts';

type ScoringTabProps = {
  readonly person: Person;
  readonly period: string;
  readonly onPerson: (person: Person) => void;
};

/**
 * The person's sheet of the period: the manager's to confirm, the person's own to self-score, else to read. Who changed
 * unit within the month has one in each, and the unit says which is meant.
 */
export function ScoringTab({ person, period, onPerson }: ScoringTabProps) {
  const texts = useTexts(scoringTexts);
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useQuery(SheetDocument, { variables: { employee: person.code, period } });
  return (
    <section className="section stack">
      <QueryStates query={query} empty={texts.noSheet}>
        {({ employee, periodSheets }) => {
          const sheets = nodesOf(periodSheets);
          const wanted = chosen ?? employee?.periodSheet?.id;
          const sheet = sheets.find(({ id }) => id === wanted) ?? sheets[0];
          if (sheet === undefined) return null;
          return (
            <>
              {sheets.length > 1 && (
                <>
                  <SelectField
                    label={texts.sheetOfUnit}
                    value={sheet.id}
                    choices={sheets.map(({ id, unit }) => ({ value: id, label: unit.name }))}
                    onChoose={setChosen}
                  />
                  <p className="small quiet">{texts.severalSheets}</p>
                </>
              )}
              {/* The key gives another sheet, or another person's, a form of its own. */}
              <Sheet
                key={sheet.id}
                sheet={sheet}
                employee={person.code}
                isOneOfSeveral={sheets.length > 1}
                closedAt={employee?.periodResult?.closedAt ?? null}
                onPerson={onPerson}
              />
            </>
          );
        }}
      </QueryStates>
    </section>
  );
}
