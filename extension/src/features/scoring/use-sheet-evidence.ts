import { useQuery } from '@apollo/client/react';
import type { SheetEvidenceQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { SheetEvidenceDocument } from './scoring.operations.ts';

export type SheetEvidence = Extract<
  NonNullable<SheetEvidenceQuery['node']>,
  { __typename: 'PeriodSheet' }
>['evidence']['edges'][number]['node'];

/**
 * What the registers know beside a sheet's criteria; nothing while it is asked, and nothing where it cannot be asked:
 * scoring goes on without it.
 */
export function useSheetEvidence(sheet: string): readonly SheetEvidence[] {
  const { data } = useQuery(SheetEvidenceDocument, { variables: { sheet } });
  return data?.node?.__typename === 'PeriodSheet' ? nodesOf(data.node.evidence) : [];
}
