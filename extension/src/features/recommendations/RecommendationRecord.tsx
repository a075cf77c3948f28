import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { BackLink } from '../register-list/BackLink.tsx';
import { RecommendationView } from './RecommendationView.tsx';
import { RecommendationRecordDocument } from './recommendations.operations.ts';
import { recommendationsPath } from './recommendations-path.ts';

type RecommendationRecordProps = { readonly id: string; readonly filters: Address['filters'] };

export function RecommendationRecord({ id, filters }: RecommendationRecordProps) {
  const texts = useTexts(recommendationTexts);
  const query = useQuery(RecommendationRecordDocument, { variables: { id }, context: { purpose: 'INSPECTION' } });
  return (
    <div className="section stack">
      <BackLink path={recommendationsPath} filters={filters} />
      <QueryStates query={query} empty={texts.empty}>
        {({ node }) => (node?.__typename === 'Recommendation' ? <RecommendationView recommendation={node} /> : null)}
      </QueryStates>
    </div>
  );
}
