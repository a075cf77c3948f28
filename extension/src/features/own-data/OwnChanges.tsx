import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { OwnChangesDocument } from './own-data.operations.ts';

/** Who changed what about the viewer, newest first, as the audit chain keeps it. */
export function OwnChanges() {
  const texts = useTexts(ownDataTexts);
  const query = useQuery(OwnChangesDocument, { context: { purpose: 'DATA_PROTECTION' } });
  const entities: Readonly<Record<string, string>> = texts.entity;
  return (
    <QueryStates query={query} empty={texts.noChanges}>
      {({ viewer: { record } }) =>
        record === null || record.changes.edges.length === 0 ? null : (
          <RegisterTable
            label={texts.tab.changes}
            headings={Object.values(texts.changeColumns)}
            rows={nodesOf(record.changes).map((change) => ({
              key: change.id,
              cells: [
                shownInstant(change.at),
                change.by,
                entities[change.entity] ?? change.entity,
                <code key="action">{change.action}</code>,
                change.id,
              ],
            }))}
            onMore={
              record.changes.pageInfo.hasNextPage
                ? () => void query.fetchMore({ variables: { after: record.changes.pageInfo.endCursor } })
                : null
            }
          />
        )
      }
    </QueryStates>
  );
}
