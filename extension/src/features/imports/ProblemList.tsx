import { useQuery } from '@apollo/client/react';
import type { ImportRegister } from '@congvu/schema/registers';
import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { ImportColumnsDocument, ImportProblemsDocument } from './imports.operations.ts';

/** The bad rows of one import, in the order of the file. */
export function ProblemList({ job, register }: { readonly job: string; readonly register: ImportRegister }) {
  const texts = useTexts(importTexts);
  const query = useQuery(ImportProblemsDocument, { variables: { job } });
  const columns = useQuery(ImportColumnsDocument, { variables: { register } }).data?.importColumns ?? [];
  const named = new Map(columns.map(({ name, text }) => [name, text]));
  return (
    <QueryStates query={query} empty={texts.noProblems}>
      {(data) => {
        const problems = data.job?.import?.problems;
        if (problems === undefined) return null;
        const { edges, pageInfo } = problems;
        return (
          <div className="problems">
            <RegisterTable
              label={texts.problem}
              headings={[texts.line, texts.column, texts.problem]}
              rows={edges.map(({ node }) => ({
                key: `${node.line} ${node.path}`,
                cells: [node.line, named.get(node.path.slice(1)) ?? node.path.slice(1), node.message],
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
