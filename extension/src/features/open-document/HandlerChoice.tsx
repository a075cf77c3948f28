import { useQuery } from '@apollo/client/react';
import type { PageHandler } from '@congvu/schema/page-reading';
import { useEffect } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { chosenCodeOf } from '../recognition/chosen-codes.ts';
import { RememberHandlerDocument } from '../recognition/handler-choices.operations.ts';
import { identityKeysOf } from '../recognition/identity-keys.ts';
import { type Resolution, resolveHandler } from '../recognition/resolve-handler.ts';
import { useChosenCodes } from '../recognition/use-chosen-codes.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { NamesakeList } from './NamesakeList.tsx';
import { PersonSearch } from './PersonSearch.tsx';
import { IdentifyHandlerDocument, PersonChoiceFragment, type PersonMatch } from './person.operations.ts';
import type { Person } from './person.ts';
import { RememberedChoice } from './RememberedChoice.tsx';

type HandlerChoiceProps = {
  /** The main handler as the page prints it, and the page's host. */
  readonly handler: PageHandler;
  readonly host: string;
  /** Whether the page writes tones. */
  readonly tonesMeant: boolean;
  /** The person chosen in the overlay among several; null where none was. */
  readonly preferredId: string | null;
  readonly onChoose: (person: Person) => void;
};

/**
 * One match is taken; several, or one that the page contradicts, are a choice, never a guess; nobody leads to the search. Where the
 * page has an id of its own for the handler, the choice is remembered for it.
 */
export function HandlerChoice({ handler, host, tonesMeant, preferredId, onChoose }: HandlerChoiceProps) {
  const texts = useTexts(panelTexts);
  const choices = useChosenCodes(handler.id === null ? null : host);
  const chosenCode = chosenCodeOf(handler, choices.codes);
  const keys = [...identityKeysOf(handler, chosenCode)];
  const query = useQuery(IdentifyHandlerDocument, { variables: { keys }, skip: choices.isLoading });
  const answers = new Map(
    query.data?.identify.map(({ key, matches }) => [key, readFragment(PersonChoiceFragment, matches)]),
  );
  const resolution = resolveHandler(handler, (key) => answers.get(key), { chosenCode, tonesMeant });
  const certain = resolution === null ? null : certainOf(resolution, preferredId);
  const certainId = certain?.employeeId;
  const [state, remember] = useWrite(RememberHandlerDocument);
  const choose = (person: Person) => {
    onChoose(person);
    if (handler.id === null) return;
    const input = { host, handler: handler.id, employeeId: person.id };
    void remember(input, texts.rememberNamed(handler.name ?? handler.id, person.name));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person is taken once, when the answer names one
  useEffect(() => {
    if (certain !== null) onChoose(toPerson(certain));
  }, [certainId]);
  return (
    <QueryStates query={query} empty={texts.notIdentified}>
      {() => {
        if (resolution === null) return null;
        if (certain !== null) {
          return (
            <>
              <CertainPerson match={certain} />
              {chosenCode !== null && handler.id !== null && <RememberedChoice host={host} handler={handler.id} />}
            </>
          );
        }
        if (resolution.state === 'SEVERAL' || resolution.state === 'UNSURE') {
          return (
            <div className="stack">
              <NamesakeList {...resolution} unit={handler.unit} onChoose={(match) => choose(toPerson(match))} />
              <WriteNotice state={state} />
            </div>
          );
        }
        return (
          <div className="stack">
            <Notice>{texts.notIdentified}</Notice>
            <PersonSearch onChoose={choose} />
            <WriteNotice state={state} />
          </div>
        );
      }}
    </QueryStates>
  );
}

function CertainPerson({ match }: { readonly match: PersonMatch }) {
  return (
    <p className="row">
      <strong>{match.name}</strong>
      <LevelMark level={match.level} />
      <span className="small quiet">{[match.title, match.unitName].join(' · ')}</span>
    </p>
  );
}

function certainOf(resolution: Resolution<PersonMatch>, preferredId: string | null): PersonMatch | null {
  if (resolution.state === 'ONE') return resolution.match;
  if (resolution.state === 'NONE') return null;
  return resolution.matches.find((match) => match.employeeId === preferredId) ?? null;
}

function toPerson({ employeeId, code, name, title }: PersonMatch): Person {
  return { id: employeeId, code, name, title };
}
