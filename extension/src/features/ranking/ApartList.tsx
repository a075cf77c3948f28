import { useQuery } from '@apollo/client/react';
import { apartReasonTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { askedOf } from './group-choice.ts';
import type { GroupViewProps } from './Places.tsx';
import { RankingApartDocument } from './ranking.operations.ts';

/** Who has no place and why: not the last ones, for nothing is known to rank them by. */
export function ApartList({ filter: { unit, period }, group }: GroupViewProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const query = useQuery(RankingApartDocument, { variables: { unit, period, ...askedOf(group) } });
  return (
    <QueryStates query={query} empty={texts.noneApart}>
      {({ ranking }) =>
        ranking === null || ranking.apart.edges.length === 0 ? null : (
          <>
            <p>{texts.apart(ranking.apart.totalCount)}</p>
            <p className="small quiet">{texts.withoutDataReason}</p>
            <RegisterTable
              label={texts.views.apart}
              headings={[texts.person, texts.reason]}
              rows={ranking.apart.edges.map(({ node: { employee, reason } }) => ({
                key: employee.id,
                cells: [
                  <PersonCell
                    key="person"
                    name={employee.name}
                    more={[employee.code, employee.assignment?.title, employee.assignment?.unit.shortName]}
                  />,
                  apartReasonTexts[reason][language],
                ],
              }))}
              onMore={
                ranking.apart.pageInfo.hasNextPage
                  ? () => void query.fetchMore({ variables: { after: ranking.apart.pageInfo.endCursor } })
                  : null
              }
            />
          </>
        )
      }
    </QueryStates>
  );
}
