import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';

type UnitSelectProps = {
  readonly label: string;
  /** The code of the unit. */
  readonly value: string;
  /** The words for no unit, where one may leave it open. */
  readonly none?: string;
  readonly onChoose: (code: string) => void;
};

/** The units one may see, each below the one it belongs to. */
export function UnitSelect({ label, value, none, onChoose }: UnitSelectProps) {
  const { data } = useQuery(RankingUnitsDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const choices = units.map(({ code, name, level }) => ({ value: code, label: `${'– '.repeat(level - 1)}${name}` }));
  const offered = none === undefined ? choices : [{ value: '', label: none }, ...choices];
  return <SelectField label={label} value={value} choices={offered} onChoose={onChoose} />;
}
