import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';

type UnitSelectProps = {
  readonly label: string;
  /** The code of the unit. */
  readonly value: string;
  readonly onChoose: (code: string) => void;
};

/** The units one may see, each below the one it belongs to. */
export function UnitSelect({ label, value, onChoose }: UnitSelectProps) {
  const { data } = useQuery(RankingUnitsDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const choices = units.map(({ code, name, level }) => ({ value: code, label: `${'– '.repeat(level - 1)}${name}` }));
  return <SelectField label={label} value={value} choices={choices} onChoose={onChoose} />;
}
