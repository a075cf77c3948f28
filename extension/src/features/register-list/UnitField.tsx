import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';
import { CheckList } from './CheckList.tsx';

type UnitFieldProps = {
  readonly label: string;
  /** Codes of units. */
  readonly value: string;
  readonly problem: string | null;
  readonly required: boolean;
  readonly isOne: boolean;
  readonly onChange: (value: string) => void;
};

/** One unit or several of those one may see. */
export function UnitField({ label, value, problem, required, isOne, onChange }: UnitFieldProps) {
  const texts = useTexts(registerListTexts);
  const { data } = useQuery(RankingUnitsDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const choices = units.map(({ code, name, level }) => ({ value: code, label: `${'– '.repeat(level - 1)}${name}` }));
  if (!isOne) return <CheckList {...{ label, value, problem, choices, onChange }} />;
  return (
    <SelectField
      {...{ label, value, problem, required }}
      choices={[{ value: '', label: texts.noUnit }, ...choices]}
      onChoose={onChange}
    />
  );
}
