import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import type { ActField } from './act-field.ts';
import { CheckList } from './CheckList.tsx';
import { PeopleField } from './PeopleField.tsx';
import { UnitsField } from './UnitsField.tsx';

type ActControlProps = {
  readonly field: Omit<ActField<string>, 'when' | 'under'>;
  readonly value: string;
  /** Of units: the code of the one at or below which they lie. */
  readonly under: string;
  /** What the api said of it, in its own sentence. */
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
};

/** The control that a field's kind asks for. */
export function ActControl({ field, value, under, problem, onChange }: ActControlProps) {
  const texts = useTexts(registerListTexts);
  const { label, kind, isRequired = false, choices = [] } = field;
  const given = { label, value, problem, required: isRequired };
  switch (kind) {
    case 'text':
      return <TextField {...given} maxLength={200} onText={onChange} />;
    case 'date':
      return <TextField {...given} type="date" onText={onChange} />;
    case 'number':
      return <TextField {...given} inputMode="numeric" pattern="[0-9]{1,15}" onText={onChange} />;
    case 'area':
      return (
        <div className="full">
          <TextArea {...given} onText={onChange} />
        </div>
      );
    case 'select':
      return (
        <SelectField {...given} choices={[{ value: '', label: texts.noChoice }, ...choices]} onChoose={onChange} />
      );
    case 'check':
      return (
        <label className="check">
          <input
            type="checkbox"
            checked={value === 'true'}
            onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
          />
          {label}
        </label>
      );
    case 'checks':
      return <CheckList {...{ label, value, problem, choices, onChange }} />;
    case 'person':
    case 'people':
    case 'namedPeople':
      return <PeopleField {...{ label, value, problem, onChange }} kind={kind} />;
    case 'unit':
      return (
        <UnitSelect {...given} under={under} {...(isRequired ? {} : { none: texts.noUnit })} onChoose={onChange} />
      );
    case 'units':
      // Another unit above has other units below it.
      return <UnitsField key={under} {...{ label, value, problem, under, onChange }} />;
    default:
      return kind satisfies never;
  }
}
