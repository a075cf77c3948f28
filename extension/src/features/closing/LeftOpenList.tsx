import { useQuery } from '@apollo/client/react';
import type { LeftOpenReason } from '@congvu/schema/procedure';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { LeftOpenDocument } from './closing.operations.ts';

type LeftOpenListProps = { readonly job: string; readonly reason: LeftOpenReason };

/** Who was left open for one reason, fifty at a time. */
export function LeftOpenList({ job, reason }: LeftOpenListProps) {
  const texts = useTexts(closingTexts);
  const common = useTexts(stateTexts);
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(LeftOpenDocument, { variables: { job, reason, after } });
  return (
    <QueryStates query={query} empty={texts.none}>
      {(data) =>
        data.job === null ? null : (
          <>
            <ul className="plain-list" aria-label={texts.people}>
              {nodesOf(data.job.items).map(({ employee: { id, code, name, assignment } }) => (
                <li key={id} className="person-line">
                  <span>
                    {name}{' '}
                    <span className="small quiet">
                      {[code, assignment?.title, assignment?.unit.shortName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
            <div className="row">
              {after !== null && <Button onClick={() => setAfter(null)}>{common.first}</Button>}
              {data.job.items.pageInfo.hasNextPage && (
                <Button onClick={() => setAfter(data.job?.items.pageInfo.endCursor ?? null)}>{common.more}</Button>
              )}
            </div>
          </>
        )
      }
    </QueryStates>
  );
}
