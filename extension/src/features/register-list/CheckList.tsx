import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import type { Choice } from '../../ui/SelectField.tsx';
import { severalOf } from './act-field.ts';

type CheckListProps = {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
};

/** Any number of a few. */
export function CheckList({ label, value, problem, choices, onChange }: CheckListProps) {
  const texts = useTexts(registerListTexts);
  const chosen = severalOf(value);
  const toggle = (one: string) =>
    onChange((chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]).join(','));
  return (
    <fieldset className="points full">
      <legend className="field-label">{label}</legend>
      {choices.length === 0 && <p className="quiet small">{texts.nothingToChoose}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input type="checkbox" checked={chosen.includes(choice.value)} onChange={() => toggle(choice.value)} />
          {choice.label}
        </label>
      ))}
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
