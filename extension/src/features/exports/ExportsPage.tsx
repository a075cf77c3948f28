import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { listExportTexts } from '../../locales/list-export-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { useMovingInterval } from '../closing/use-moving-interval.ts';
import { AskForm } from './AskForm.tsx';
import { ExportCard } from './ExportCard.tsx';
import { ExportJobsDocument } from './exports.operations.ts';

/** One's own exported files: asked for, followed, fetched for a day. */
export function ExportsPage() {
  const texts = useTexts(listExportTexts);
  const common = useTexts(stateTexts);
  const [pollInterval, follow] = useMovingInterval();
  const query = useQuery(ExportJobsDocument, { pollInterval });
  follow(query.data?.jobs);
  const refetch = () => void query.refetch();
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <AskForm onAsked={refetch} />
      <h2>{texts.files}</h2>
      <QueryStates query={query} empty={texts.none}>
        {({ jobs: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <ExportCard key={node.id} job={node} onChange={refetch} />
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {common.more}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </div>
  );
}
