import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { comparisonTexts } from '../../locales/comparison-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import { SearchPeopleDocument } from '../open-document/person.operations.ts';
import { comparedPeople } from './compared-people.ts';

type ComparedPeopleFieldProps = {
  /** Staff codes, in the order of the columns. */
  readonly people: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
};

/** Who is compared, each by name, and the way to add one as long as there is room. */
export function ComparedPeopleField({ people, onChange }: ComparedPeopleFieldProps) {
  const texts = useTexts(comparisonTexts);
  const { box, keep } = useKeptFocus<HTMLFieldSetElement>();
  return (
    <fieldset className="points full" ref={box}>
      <legend className="field-label">{texts.people}</legend>
      {people.length > 0 && (
        <ul className="plain-list compared-people full">
          {people.map((code) => (
            <li key={code} className="row">
              <ComparedName code={code} onRemove={() => keep(() => onChange(people.filter((each) => each !== code)))} />
            </li>
          ))}
        </ul>
      )}
      {people.length < comparedPeople.most ? (
        <PersonSearch onChoose={({ code }) => keep(() => onChange([...new Set([...people, code])]))} />
      ) : (
        <p className="small quiet full">{texts.tooMany(comparedPeople.most)}</p>
      )}
    </fieldset>
  );
}

/** An address names people by code; nobody compares a person whose name he does not read. */
function ComparedName({ code, onRemove }: { readonly code: string; readonly onRemove: () => void }) {
  const texts = useTexts(comparisonTexts);
  const { data } = useQuery(SearchPeopleDocument, { variables: { search: code } });
  const name = data === undefined ? undefined : nodesOf(data.employees).find((person) => person.code === code)?.name;
  return (
    <>
      <strong>{name ?? code}</strong>
      {name !== undefined && <span className="quiet small">{code}</span>}
      <Button kind="link" aria-label={texts.remove(name ?? code)} onClick={onRemove}>
        {texts.removeShort}
      </Button>
    </>
  );
}
