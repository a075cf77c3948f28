import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';

type UnitFieldProps = {
  readonly label: string;
  /** Code of the unit. */
  readonly value: string;
  readonly problem: string | null;
  readonly required: boolean;
  readonly onChange: (value: string) => void;
};

/** One unit of those one may see. */
export function UnitField({ label, value, problem, required, onChange }: UnitFieldProps) {
  const texts = useTexts(registerListTexts);
  const { data } = useQuery(RankingUnitsDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const choices = units.map(({ code, name, level }) => ({ value: code, label: `${'– '.repeat(level - 1)}${name}` }));
  return (
    <SelectField
      {...{ label, value, problem, required }}
      choices={[{ value: '', label: texts.noUnit }, ...choices]}
      onChoose={onChange}
    />
  );
}
