import { useQuery } from '@apollo/client/react';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { CloseForm } from './CloseForm.tsx';
import { JobsDocument } from './closing.operations.ts';
import { ExportSection } from './ExportSection.tsx';
import { JobCard } from './JobCard.tsx';
import { useMovingInterval } from './use-moving-interval.ts';

/** Starts the closing of a month or a year, and follows it. */
export function ClosingPage({ filters }: ScreenProps) {
  const texts = useTexts(closingTexts);
  const common = useTexts(stateTexts);
  const viewer = useViewer();
  const unit = filters.unit ?? viewer.units[0]?.code ?? '';
  const [pollInterval, follow] = useMovingInterval();
  const query = useQuery(JobsDocument, { variables: { unit }, pollInterval });
  follow(query.data?.jobs);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <CloseForm unit={unit} onUnit={(code) => goTo({ path: 'khoa-ky', item: null, filters: { unit: code } })} />
      <h2>{texts.jobs}</h2>
      <QueryStates query={query} empty={texts.none}>
        {({ jobs: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <JobCard key={node.id} job={node} />
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
      <ExportSection unit={unit} />
    </div>
  );
}
