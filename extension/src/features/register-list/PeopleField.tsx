import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import { severalOf } from './act-field.ts';

type PeopleFieldProps = {
  readonly label: string;
  /** Staff codes. */
  readonly value: string;
  readonly problem: string | null;
  readonly isOne: boolean;
  readonly onChange: (value: string) => void;
};

/** One person or several, found by code or name; two of one name are told apart by code and unit. */
export function PeopleField({ label, value, problem, isOne, onChange }: PeopleFieldProps) {
  const texts = useTexts(registerListTexts);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const codes = severalOf(value);
  const choose = (code: string, name: string) => {
    setNames((now) => ({ ...now, [code]: name }));
    onChange(isOne ? code : [...new Set([...codes, code])].join(','));
  };
  return (
    <fieldset className="points full">
      <legend className="field-label">{label}</legend>
      {codes.map((code) => (
        <p key={code} className="row">
          <strong>{names[code] ?? code}</strong>
          {names[code] !== undefined && <span className="quiet small">{code}</span>}
          <Button kind="link" onClick={() => onChange(codes.filter((each) => each !== code).join(','))}>
            {texts.remove(names[code] ?? code)}
          </Button>
        </p>
      ))}
      {!(isOne && codes.length > 0) && <PersonSearch onChoose={({ code, name }) => choose(code, name)} />}
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
