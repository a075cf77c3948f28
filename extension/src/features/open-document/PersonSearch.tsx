import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useRef, useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SearchPeopleDocument } from './person.operations.ts';
import type { Person } from './person.ts';

/** The manual search: by code or name, with or without tones. Asked from the second character on. */
export function PersonSearch({ onChoose }: { readonly onChoose: (person: Person) => void }) {
  const texts = useTexts(panelTexts);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim().normalize('NFC'));
  const isAsked = search.length >= 2;
  const query = useQuery(SearchPeopleDocument, { variables: { search }, skip: !isAsked });
  const choose = (person: Person) => {
    // Its button goes with the list.
    field.current?.focus();
    setTyped('');
    onChoose(person);
  };
  return (
    <search className="stack">
      <TextField ref={field} label={texts.searchPerson} value={typed} onText={setTyped} type="search" />
      {isAsked && (
        <QueryStates query={query} empty={texts.noPerson}>
          {({ employees }) =>
            employees.edges.length === 0 ? null : (
              <ul className="plain-list">
                {nodesOf(employees).map(({ id, code, name, assignment }) => (
                  <li key={id}>
                    <Button kind="link" onClick={() => choose({ id, code, name, title: assignment?.title ?? '' })}>
                      {name}
                    </Button>{' '}
                    <span className="small quiet">
                      {[code, assignment?.title, assignment?.unit.shortName].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryStates>
      )}
    </search>
  );
}
