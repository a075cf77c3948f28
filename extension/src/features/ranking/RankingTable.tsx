import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { RankingQuery } from '../../../generated/graphql.ts';
import { codeOf } from '../../graphql/transport-failure.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Problem } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { RankingLine } from './RankingLine.tsx';
import { RankingDocument } from './ranking.operations.ts';
import { type RankingFilter, toFilterInput } from './ranking-filter.ts';

type Rows = NonNullable<RankingQuery['ranking']>['rows'];
type RankingTableProps = { readonly filter: RankingFilter; readonly first: Rows };

/** The rows in order, a hundred at a time, and the choice made among them. */
export function RankingTable({ filter, first }: RankingTableProps) {
  const texts = useTexts(rankingTexts);
  const common = useTexts(stateTexts);
  const client = useApolloClient();
  const [later, setLater] = useState<readonly Rows[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const pages = [first, ...later];
  const { hasNextPage, endCursor } = (later.at(-1) ?? first).pageInfo;
  if (first.edges.length === 0) return <Notice>{texts.empty}</Notice>;
  const more = async () => {
    const { unit, period, group } = filter;
    const variables = { unit, period, group, filter: toFilterInput(filter), after: endCursor };
    try {
      const { data } = await client.query({ query: RankingDocument, variables, fetchPolicy: 'network-only' });
      const rows = data?.ranking?.rows;
      if (rows !== undefined) setLater([...later, rows]);
      setProblem(null);
    } catch (reason) {
      setProblem(codeOf(reason));
    }
  };
  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? now.difference(new Set([id])) : now.union(new Set([id]))));
  return (
    <>
      <ScrollRegion label={texts.title}>
        <table className="table ranking">
          <thead>
            <tr>
              {[
                texts.choice,
                texts.rank,
                texts.person,
                texts.figure,
                texts.parts,
                texts.level,
                texts.reasons,
                texts.blocks,
              ].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.flatMap((page) =>
              page.edges.map(({ node }) => (
                <RankingLine
                  key={node.employee.id}
                  row={node}
                  isChosen={chosen.has(node.employee.id)}
                  onToggle={() => toggle(node.employee.id)}
                />
              )),
            )}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="row">
        <output>{texts.chosen(chosen.size)}</output>
        {hasNextPage && <Button onClick={() => void more()}>{common.more}</Button>}
      </div>
      {problem !== null && <Problem code={problem} />}
    </>
  );
}
