import { useQuery } from '@apollo/client/react';
import { pullFormatTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { SummaryPullsDocument } from './summaries.operations.ts';
import { SUMMARY_PURPOSES } from './summary-question.ts';

/** Who took the summary out and for what, as far as one may see. */
export function SummaryPulls({ id }: { readonly id: string }) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  const query = useQuery(SummaryPullsDocument, { variables: { id }, context: { purpose: 'STATISTICS' } });
  const purposeOf = (purpose: string) => {
    const known = SUMMARY_PURPOSES.find((each) => each === purpose);
    return known === undefined ? purpose : texts.purposes[known];
  };
  return (
    <QueryStates query={query} empty={texts.noPulls}>
      {({ node }) => {
        if (node?.__typename !== 'Summary' || node.pulls.edges.length === 0) return null;
        const { edges, pageInfo } = node.pulls;
        return (
          <RegisterTable
            label={`${texts.pulls} (${texts.pullColumns.at})`}
            headings={Object.values(texts.pullColumns)}
            rows={nodesOf({ edges }).map(({ by, at, format, purpose }) => ({
              key: `${at} ${format} ${by}`,
              cells: [by, shownInstant(at), pullFormatTexts[format][language], purposeOf(purpose)],
            }))}
            onMore={
              pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
            }
          />
        );
      }}
    </QueryStates>
  );
}
