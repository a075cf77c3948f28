import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { IdentifyHandlerDocument, PersonChoiceFragment } from './person.operations.ts';
import type { Person } from './person.ts';

type HandlerChoiceProps = {
  /** What the page calls the main handler: a staff code, a user name or a name. */
  readonly handler: string;
  /** The person chosen in the overlay among several; null where none was. */
  readonly preferredId: string | null;
  readonly onChoose: (person: Person) => void;
};

/** One match is taken; several are a choice, never a guess. */
export function HandlerChoice({ handler, preferredId, onChoose }: HandlerChoiceProps) {
  const texts = useTexts(panelTexts);
  const query = useQuery(IdentifyHandlerDocument, { variables: { keys: [handler] } });
  const matches = readFragment(PersonChoiceFragment, query.data?.identify[0]?.matches ?? []);
  const certain = matches.length === 1 ? matches[0] : matches.find((match) => match.employeeId === preferredId);
  const certainId = certain?.employeeId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person is taken once, when the answer names one
  useEffect(() => {
    if (certain !== undefined) onChoose(toPerson(certain));
  }, [certainId]);
  return (
    <QueryStates query={query} empty={texts.notIdentified}>
      {() =>
        matches.length === 0 ? null : certain !== undefined ? (
          <p className="row">
            <strong>{certain.name}</strong>
            <LevelMark level={certain.level} />
            <span className="small quiet">{[certain.title, certain.unitName].join(' · ')}</span>
          </p>
        ) : (
          <div className="stack">
            <p role="alert">{texts.several(matches.length)}</p>
            <ul className="plain-list">
              {matches.map((match) => (
                <li key={match.employeeId}>
                  <Button kind="link" onClick={() => onChoose(toPerson(match))}>
                    {match.name}
                  </Button>{' '}
                  <span className="small quiet">{[match.code, match.title, match.unitName].join(' · ')}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryStates>
  );
}

function toPerson(mark: { employeeId: string; code: string; name: string; title: string }): Person {
  return { id: mark.employeeId, code: mark.code, name: mark.name, title: mark.title };
}
