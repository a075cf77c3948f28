import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { termTexts } from '../../locales/term-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { AccessEntriesDocument } from './record.operations.ts';

const instant = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** Who looked at the record, when and why. */
export function AccessList({ employee }: { readonly employee: string }) {
  const texts = useTexts(recordTexts);
  const terms = useTexts(termTexts);
  const query = useQuery(AccessEntriesDocument, { variables: { employee } });
  return (
    <>
      <h3>{texts.access}</h3>
      <QueryStates query={query} empty={texts.noAccess}>
        {({ accessEntries }) =>
          accessEntries.edges.length === 0 ? null : (
            <ul className="plain-list small">
              {nodesOf(accessEntries).map((entry) => (
                <li key={entry.id}>
                  {instant.format(new Date(entry.at))} · {entry.readBy} · {terms.purpose[entry.purpose]}
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </>
  );
}
