import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import type { Choice } from '../../ui/SelectField.tsx';
import { OfferedUnitsDocument } from './offered-units.operations.ts';
import { unitsOfAgency } from './units-of-agency.ts';

type Offered = { readonly choices: readonly Choice[]; readonly hasMore: boolean };

/**
 * The units at or below one that are of its agency, fifty at most, those found by name or code where something is searched
 * for. None while no unit is chosen.
 */
export function useOfferedUnits(under: string, search: string): Offered {
  const { data: found, previousData } = useQuery(OfferedUnitsDocument, {
    variables: { under, search: search === '' ? null : search },
    skip: under === '',
  });
  // While another word is looked for, what was found stays.
  const data = found ?? previousData;
  if (data === undefined) return { choices: [], hasMore: false };
  const agency = data.unit?.agency?.code ?? null;
  return {
    choices: unitsOfAgency(nodesOf(data.units), agency),
    hasMore: data.units.pageInfo.hasNextPage,
  };
}
