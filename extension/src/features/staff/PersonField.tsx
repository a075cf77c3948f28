import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonSearch } from '../open-document/PersonSearch.tsx';

export type ChosenPerson = { readonly code: string; readonly name: string };

type PersonFieldProps = {
  readonly person: ChosenPerson | null;
  readonly onChoose: (person: ChosenPerson | null) => void;
};

/** One person, found by code or name; two of one name are told apart by code and unit. */
export function PersonField({ person, onChoose }: PersonFieldProps) {
  const texts = useTexts(serviceTexts);
  if (person === null) return <PersonSearch onChoose={({ code, name }) => onChoose({ code, name })} />;
  return (
    <p className="row">
      <span className="quiet small">{texts.person}:</span>
      <strong>{person.name}</strong>
      <span className="quiet small">{person.code}</span>
      <Button kind="link" onClick={() => onChoose(null)}>
        {texts.change}
      </Button>
    </p>
  );
}
