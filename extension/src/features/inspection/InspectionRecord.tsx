import { useQuery } from '@apollo/client/react';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { BackLink } from '../register-list/BackLink.tsx';
import { InspectionView } from './InspectionView.tsx';
import { InspectionRecordDocument } from './inspection.operations.ts';
import { inspectionPath } from './inspection-path.ts';

type InspectionRecordProps = { readonly id: string; readonly filters: Address['filters'] };

export function InspectionRecord({ id, filters }: InspectionRecordProps) {
  const texts = useTexts(inspectionTexts);
  const query = useQuery(InspectionRecordDocument, { variables: { id }, context: { purpose: 'INSPECTION' } });
  return (
    <div className="section stack">
      <BackLink path={inspectionPath} filters={filters} />
      <QueryStates query={query} empty={texts.noInspections}>
        {({ node }) => (node?.__typename === 'Inspection' ? <InspectionView inspection={node} /> : null)}
      </QueryStates>
    </div>
  );
}
