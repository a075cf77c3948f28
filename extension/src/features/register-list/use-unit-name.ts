import { useQuery } from '@apollo/client/react';
import { UnitNameDocument } from './found-units.operations.ts';

/** The name of a unit one may see; its code while that is not known, or where there is none. */
export function useUnitName(code: string): string {
  const { data } = useQuery(UnitNameDocument, { variables: { code }, skip: code === '' });
  return data?.unit?.code === code ? data.unit.name : code;
}
