import { useQuery } from '@apollo/client/react';
import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { ImportProblemsDocument } from './imports.operations.ts';

type ProblemListProps = {
  readonly job: string;
  /** Of which file they are: several lists may stand on one screen. */
  readonly label: string;
};

/** The bad rows of one file, in its order. */
export function ProblemList({ job, label }: ProblemListProps) {
  const texts = useTexts(importTexts);
  const query = useQuery(ImportProblemsDocument, { variables: { job }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryStates query={query} empty={texts.noProblems}>
      {(data) => {
        const problems = data.job?.import?.problems;
        if (problems === undefined) return null;
        const { edges, pageInfo } = problems;
        return (
          <div className="problems">
            <RegisterTable
              label={label}
              headings={[texts.line, texts.column, texts.problem]}
              rows={edges.map(({ node }) => ({
                key: `${node.row} ${node.path}`,
                cells: [node.row, node.column ?? texts.wholeRow, node.message],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          </div>
        );
      }}
    </QueryStates>
  );
}
