import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { termTexts } from '../../locales/term-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { OwnAccessDocument } from './own-data.operations.ts';
import { accessWords } from './own-data-words.ts';

/** Who looked at the viewer's data, when, why and at what. */
export function OwnAccess() {
  const texts = useTexts(ownDataTexts);
  const terms = useTexts(termTexts);
  const query = useQuery(OwnAccessDocument, { context: { purpose: 'DATA_PROTECTION' } });
  return (
    <QueryStates query={query} empty={texts.noAccess}>
      {({ viewer: { record } }) =>
        record === null || record.accessEntries.edges.length === 0 ? null : (
          <RegisterTable
            label={texts.tab.access}
            headings={Object.values(texts.accessColumns)}
            rows={nodesOf(record.accessEntries).map((entry) => ({
              key: entry.id,
              cells: [
                shownInstant(entry.at),
                entry.readBy,
                terms.purpose[entry.purpose],
                accessWords(entry.kind, texts.accessKind),
                entry.screen ?? '—',
              ],
            }))}
            onMore={
              record.accessEntries.pageInfo.hasNextPage
                ? () => void query.fetchMore({ variables: { after: record.accessEntries.pageInfo.endCursor } })
                : null
            }
          />
        )
      }
    </QueryStates>
  );
}
