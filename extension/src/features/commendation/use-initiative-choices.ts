import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import type { Choice } from '../../ui/SelectField.tsx';
import { InitiativesDocument } from './commendation.operations.ts';

/** The recognised initiatives of one person (of everybody one may see where no code is given), as choices. */
export function useInitiativeChoices(employee: string): readonly Choice[] {
  const { data } = useQuery(InitiativesDocument, {
    variables: { filter: { state: ['RECOGNISED'], employee: employee === '' ? null : employee } },
    context: { purpose: 'COMMENDATION' },
  });
  if (data === undefined) return [];
  return nodesOf(data.initiatives).map(({ id, code, title, year }) => ({
    value: id,
    label: `${code} · ${title} (${year})`,
  }));
}
