import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';

/** The name of a unit one may see; its code while that is not known. */
export function useUnitName(code: string): string {
  const { data } = useQuery(RankingUnitsDocument);
  const unit = data === undefined ? undefined : nodesOf(data.units).find((each) => each.code === code);
  return unit?.name ?? code;
}
