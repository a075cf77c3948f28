import { useQuery } from '@apollo/client/react';
import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { useMovingInterval } from '../closing/use-moving-interval.ts';
import { ImportCard } from './ImportCard.tsx';
import { ImportForm } from './ImportForm.tsx';
import { ImportJobsDocument } from './imports.operations.ts';

/** A file is sent, gone through, and taken in or left; each step is followed. */
export function ImportsPage() {
  const texts = useTexts(importTexts);
  const common = useTexts(stateTexts);
  const [pollInterval, follow] = useMovingInterval();
  const query = useQuery(ImportJobsDocument, { pollInterval });
  follow(query.data?.jobs);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <ImportForm onSent={() => void query.refetch()} />
      <h2>{texts.jobs}</h2>
      <QueryStates query={query} empty={texts.none}>
        {({ jobs: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <ImportCard
                    key={node.id}
                    job={node}
                    isTaken={edges.some(
                      ({ node: { import: taken } }) => taken?.previewedBy?.id === node.id && taken.undoneAt === null,
                    )}
                    onChange={() => void query.refetch()}
                  />
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
