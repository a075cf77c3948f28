import { useQuery } from '@apollo/client/react';
import { candidateStateTexts } from '@congvu/schema/texts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { CandidateFilterForm } from './CandidateFilterForm.tsx';
import { CandidateGaps } from './CandidateGaps.tsx';
import { readCandidateFilter, writeCandidateFilter } from './candidate-filter.ts';
import { CollectiveCandidatesDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { MemberShares } from './MemberShares.tsx';
import { TitleStandings } from './TitleStandings.tsx';
import { titleName } from './title-choices.ts';

/** The units of an agency as collectives before one title: which have every condition, and what each other one lacks. */
export function CollectiveList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(commendationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const defaults = {
    unit: viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  };
  const filter = readCandidateFilter(filters, defaults, 'COLLECTIVE');
  const { unit, year, title } = filter;
  const query = useQuery(CollectiveCandidatesDocument, {
    variables: { unit, year, title },
    context: { purpose: 'COMMENDATION' },
  });
  const name = titleName(title, language);
  return (
    <>
      <p className="sentence">{texts.candidateSentence(name, year, useUnitName(unit))}</p>
      <CandidateFilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        subject="COLLECTIVE"
        onApply={(next) =>
          goTo({ path: commendationPath, item: null, filters: writeCandidateFilter(next, 'COLLECTIVE') })
        }
      />
      <div className="row">
        <Button onClick={() => goTo(freezeAddress('COMMENDATION', { unit, year, title }))}>{texts.freeze}</Button>
      </div>
      <TitleStandings unit={unit} year={year} subject="COLLECTIVE" />
      <QueryStates query={query} empty={texts.noCollectives}>
        {({ collectiveCandidates }) =>
          collectiveCandidates.length === 0 ? null : (
            <RegisterTable
              label={texts.collectives}
              headings={Object.values(texts.collectiveColumns)}
              rows={collectiveCandidates.map((each) => ({
                key: each.unit.id,
                cells: [
                  each.unit.name,
                  each.level === null ? texts.notDecided : <LevelMark key="level" level={each.level} />,
                  each.members,
                  <MemberShares key="shares" shares={each.shares} />,
                  <span key="state" className="state" data-state={each.state}>
                    {candidateStateTexts[each.state][language]}
                  </span>,
                  <CandidateGaps key="gaps" candidate={each} />,
                ],
              }))}
            />
          )
        }
      </QueryStates>
    </>
  );
}
