import { useQuery } from '@apollo/client/react';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { BackLink } from '../register-list/BackLink.tsx';
import { CommendationView } from './CommendationView.tsx';
import { CommendationRecordDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';

type CommendationRecordProps = { readonly id: string; readonly filters: Address['filters'] };

export function CommendationRecord({ id, filters }: CommendationRecordProps) {
  const texts = useTexts(commendationTexts);
  const query = useQuery(CommendationRecordDocument, { variables: { id }, context: { purpose: 'COMMENDATION' } });
  return (
    <div className="section stack">
      <BackLink path={commendationPath} filters={filters} />
      <QueryStates query={query} empty={texts.noDecisions}>
        {({ node }) =>
          node?.__typename === 'Commendation' ? <CommendationView commendation={node} filters={filters} /> : null
        }
      </QueryStates>
    </div>
  );
}
