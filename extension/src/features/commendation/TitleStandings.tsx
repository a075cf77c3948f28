import { useQuery } from '@apollo/client/react';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import type { Subject } from './candidate-filter.ts';
import { CommendationStandingDocument } from './commendation.operations.ts';
import { TitleStandingTable } from './TitleStandingTable.tsx';

type TitleStandingsProps = {
  readonly unit: string;
  readonly year: number;
  /** Titles of people, or of collectives. */
  readonly subject: Subject;
};

/** All titles of a year at once: how many would have each, how many lack something, and what is left of a quota. */
export function TitleStandings({ unit, year, subject }: TitleStandingsProps) {
  const texts = useTexts(commendationTexts);
  const { data } = useQuery(CommendationStandingDocument, {
    variables: { unit, year },
    context: { purpose: 'COMMENDATION' },
  });
  const titles = (data?.commendationStanding ?? []).filter((each) => each.subject === subject);
  if (titles.length === 0) return null;
  return (
    <details>
      <summary>{texts.standing}</summary>
      <TitleStandingTable
        titles={titles.map(({ title, source, ...rest }) => ({
          key: title,
          mark: <CertaintyMark certainty={source.certainty} />,
          ...rest,
        }))}
      />
    </details>
  );
}
