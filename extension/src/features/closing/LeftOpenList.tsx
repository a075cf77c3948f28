import { useQuery } from '@apollo/client/react';
import type { LeftOpenReason } from '@congvu/schema/procedure';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { LeftOpenDocument } from './closing.operations.ts';

type LeftOpenListProps = { readonly job: string; readonly reason: LeftOpenReason; readonly year: number };

/** Who was left open for one reason, fifty at a time, each with the way to the yearly sheet where there is one. */
export function LeftOpenList({ job, reason, year }: LeftOpenListProps) {
  const texts = useTexts(closingTexts);
  const common = useTexts(stateTexts);
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(LeftOpenDocument, { variables: { job, reason, year, after } });
  return (
    <QueryStates query={query} empty={texts.none}>
      {(data) =>
        data.job === null ? null : (
          <>
            <ul className="plain-list" aria-label={texts.people}>
              {nodesOf(data.job.items).map(({ employee: { id, code, name, assignment, classification } }) => (
                <li key={id} className="person-line">
                  <span>
                    {name}{' '}
                    <span className="small quiet">
                      {[code, assignment?.title, assignment?.unit.shortName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  {classification !== null && (
                    <a
                      className="small"
                      href={writeAddress({ path: 'phan-loai-nam', item: classification.id, filters: {} })}
                    >
                      {texts.openSheet}
                    </a>
                  )}
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
