import { useQuery } from '@apollo/client/react';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { BackLink } from '../register-list/BackLink.tsx';
import { DecisionView } from './DecisionView.tsx';
import { DisciplineRecordDocument } from './discipline.operations.ts';
import { disciplinePath } from './discipline-path.ts';
import { ViolationView } from './ViolationView.tsx';

type DisciplineRecordProps = { readonly id: string; readonly filters: Address['filters'] };

/** One decision, or one act, with what may be done with it. */
export function DisciplineRecord({ id, filters }: DisciplineRecordProps) {
  const texts = useTexts(disciplineTexts);
  const query = useQuery(DisciplineRecordDocument, { variables: { id }, context: { purpose: 'DISCIPLINE' } });
  return (
    <div className="section stack">
      <BackLink path={disciplinePath} filters={filters} />
      <QueryStates query={query} empty={texts.noDecisions}>
        {({ node }) => {
          if (node?.__typename === 'DisciplineDecision') return <DecisionView decision={node} filters={filters} />;
          if (node?.__typename === 'Violation') return <ViolationView violation={node} filters={filters} />;
          return null;
        }}
      </QueryStates>
    </div>
  );
}
