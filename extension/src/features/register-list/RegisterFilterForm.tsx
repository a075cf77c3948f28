import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { type Choice, SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import type { RegisterFilter } from './register-filter.ts';

/** A choice that one list alone has. */
export type ExtraChoice = { readonly name: string; readonly label: string; readonly choices: readonly Choice[] };

export type RegisterFilterFormProps = {
  readonly filter: RegisterFilter;
  /** Empty: this list has no kinds, and so on. */
  readonly kinds: readonly Choice[];
  readonly states: readonly Choice[];
  readonly extras?: readonly ExtraChoice[];
  readonly hasOverdue?: boolean;
  readonly hasPeriod?: boolean;
  readonly hasPerson?: boolean;
  readonly onApply: (filter: RegisterFilter) => void;
};

/** What a register is asked for. Nothing is asked until the button is pressed: the address then says it. */
export function RegisterFilterForm({
  filter,
  kinds,
  states,
  extras = [],
  hasOverdue = true,
  hasPeriod = true,
  hasPerson = true,
  onApply,
}: RegisterFilterFormProps) {
  const texts = useTexts(registerListTexts);
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<RegisterFilter>) => setDraft((now) => ({ ...now, ...part }));
  const withAll = (choices: readonly Choice[]) => [{ value: '', label: texts.all }, ...choices];
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ ...draft, employee: draft.employee.trim() });
      }}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      {hasPeriod && <PeriodFields span={draft} onChange={change} />}
      {kinds.length > 0 && (
        <SelectField
          label={texts.kind}
          value={draft.kind}
          choices={withAll(kinds)}
          onChoose={(kind) => change({ kind })}
        />
      )}
      {states.length > 0 && (
        <SelectField
          label={texts.state}
          value={draft.state}
          choices={withAll(states)}
          onChoose={(state) => change({ state })}
        />
      )}
      {extras.map(({ name, label, choices }) => (
        <SelectField
          key={name}
          label={label}
          value={draft.extra[name] ?? ''}
          choices={withAll(choices)}
          onChoose={(value) => change({ extra: { ...draft.extra, [name]: value } })}
        />
      ))}
      {hasPerson && (
        <TextField
          label={texts.employee}
          value={draft.employee}
          maxLength={64}
          onText={(employee) => change({ employee })}
        />
      )}
      {hasOverdue && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.overdue}
            onChange={(event) => change({ overdue: event.currentTarget.checked })}
          />
          {texts.overdue}
        </label>
      )}
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
