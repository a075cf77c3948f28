import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { severalOf } from './act-field.ts';
import { CheckList } from './CheckList.tsx';
import { useOfferedUnits } from './use-offered-units.ts';

type UnitsFieldProps = {
  readonly label: string;
  /** Codes, with commas between. */
  readonly value: string;
  readonly problem: string | null;
  /** Code of the unit at or below which all lie; empty: not chosen yet. */
  readonly under: string;
  readonly onChange: (value: string) => void;
};

/** Several units of one agency, found by name or code; what is chosen stays in sight whatever is looked for. */
export function UnitsField({ label, value, problem, under, onChange }: UnitsFieldProps) {
  const texts = useTexts(registerListTexts);
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const { choices: found, hasMore } = useOfferedUnits(under, useDeferredValue(typed.trim().normalize('NFC')));
  const hidden = severalOf(value).filter((code) => found.every((each) => each.value !== code));
  const choices = [...hidden.map((code) => ({ value: code, label: names[code] ?? code })), ...found];
  const change = (next: string) => {
    setNames((now) => ({ ...now, ...Object.fromEntries(choices.map((each) => [each.value, each.label])) }));
    onChange(next);
  };
  return (
    <div className="full stack">
      <TextField label={texts.searchUnit} type="search" value={typed} maxLength={100} onText={setTyped} />
      <CheckList {...{ label, value, problem, choices }} onChange={change} />
      {hasMore && <p className="small quiet">{texts.moreUnits}</p>}
    </div>
  );
}
