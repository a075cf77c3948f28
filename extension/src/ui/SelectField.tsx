import type { Language } from '../locales/language.ts';
import { Field } from './Field.tsx';

export type Choice = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly problem?: string | null;
  readonly required?: boolean;
  readonly onChoose: (value: string) => void;
};

/** A choice among few. A value that is not among them (of a kept address) is shown as it stands, never changed in silence. */
export function SelectField({ label, value, choices, problem = null, required, onChoose }: SelectFieldProps) {
  const isAmong = choices.some((choice) => choice.value === value);
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          required={required}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {!isAmong && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The terms of a list of texts as choices, in the list's order. */
export function choicesOf<Term extends string>(
  texts: Readonly<Record<Term, Readonly<Record<Language, string>>>>,
  language: Language,
): readonly Choice[] {
  return Object.entries<Readonly<Record<Language, string>>>(texts).map(([value, text]) => ({
    value,
    label: text[language],
  }));
}
