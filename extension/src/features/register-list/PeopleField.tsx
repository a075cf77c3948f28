import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import { SearchPeopleDocument } from '../open-document/person.operations.ts';
import { severalOf } from './act-field.ts';

type PeopleFieldProps = {
  readonly label: string;
  /** Staff codes; of named people "code=name". */
  readonly value: string;
  readonly problem: string | null;
  readonly kind: 'person' | 'people' | 'namedPeople';
  readonly onChange: (value: string) => void;
};

/** One person or several, found by code or name; two of one name are told apart by code and unit. */
export function PeopleField({ label, value, problem, kind, onChange }: PeopleFieldProps) {
  const texts = useTexts(registerListTexts);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const { box, keep } = useKeptFocus<HTMLFieldSetElement>();
  const chosen = severalOf(value);
  const isOne = kind === 'person';
  // A form opened from a record begins with a code alone: nobody acts on a person whose name he does not read.
  const given = chosen.find((entry) => !entry.includes('=') && names[entry] === undefined);
  const asked = useQuery(SearchPeopleDocument, { variables: { search: given ?? '' }, skip: given === undefined });
  const found = asked.data === undefined ? [] : nodesOf(asked.data.employees);
  const change = (next: string) => keep(() => onChange(next));
  const choose = (code: string, name: string) => {
    setNames((now) => ({ ...now, [code]: name }));
    // A comma parts two people; a name keeps its other signs.
    const entry = kind === 'namedPeople' ? `${code}=${name.replaceAll(',', ' ')}` : code;
    change(isOne ? entry : [...new Set([...chosen, entry])].join(','));
  };
  return (
    <fieldset className="points full" ref={box}>
      <legend className="field-label">{label}</legend>
      {chosen.map((entry) => {
        const [code = '', written] = entry.split('=', 2);
        const name = written ?? names[code] ?? found.find((person) => person.code === code)?.name;
        return (
          <p key={entry} className="row full">
            <strong>{name ?? code}</strong>
            {name !== undefined && <span className="quiet small">{code}</span>}
            <Button kind="link" onClick={() => change(chosen.filter((each) => each !== entry).join(','))}>
              {texts.remove(name ?? code)}
            </Button>
          </p>
        );
      })}
      {!(isOne && chosen.length > 0) && <PersonSearch onChoose={({ code, name }) => choose(code, name)} />}
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
