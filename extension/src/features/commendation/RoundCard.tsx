import { useQuery } from '@apollo/client/react';
import { commendationRoundStateTexts } from '@congvu/schema/texts';
import type { CommendationRoundsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { shownDong } from '../../ui/shown-dong.ts';
import { writeAddress } from '../dashboard/address.ts';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { CommendManyForm } from './CommendManyForm.tsx';
import { HoldsDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { CloseRoundForm, HoldForm, LiftForm } from './RoundForms.tsx';

export type Round = CommendationRoundsQuery['commendationRounds']['edges'][number]['node'];

/** One round: its quota and amounts as the office gave them, who is held back, and the way to its candidates. */
export function RoundCard({ round }: { readonly round: Round }) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const { baseTitleQuotaPercent: percent, baseSalary: salary } = round;
  const holds = useQuery(HoldsDocument, { variables: { round: round.id }, context: { purpose: 'COMMENDATION' } });
  const acts = round.actions.flatMap((name): OfferedAct[] => {
    if (name === 'CLOSE') {
      return [{ name, label: texts.act.closeRound, form: (onClose) => <CloseRoundForm {...{ round, onClose }} /> }];
    }
    if (name === 'HOLD') {
      return [{ name, label: texts.act.hold, form: (onClose) => <HoldForm {...{ round, onClose }} /> }];
    }
    return [{ name, label: texts.act.commendMany, form: (onClose) => <CommendManyForm {...{ round, onClose }} /> }];
  });
  return (
    <>
      <div className="row spread">
        <h2>
          {texts.round(round.year)} <span className="small quiet">{round.agency.name}</span>
        </h2>
        <span className="state" data-state={round.state}>
          {commendationRoundStateTexts[round.state][language]}
        </span>
      </div>
      <p className="small">
        {texts.roundFacts(
          percent === null ? texts.notSet : texts.percent(percent),
          salary === null ? texts.notSet : texts.dong(shownDong(String(salary))),
        )}{' '}
        · {texts.openedAt(shownInstant(round.openedAt))}
      </p>
      <p>
        <a
          href={writeAddress({
            path: commendationPath,
            item: null,
            filters: { tab: 'candidates', unit: round.agency.code, year: String(round.year) },
          })}
        >
          {texts.candidates}
        </a>
      </p>
      <ActBar acts={acts} />
      <h3>{texts.holds}</h3>
      <QueryStates query={holds} empty={texts.noHolds}>
        {({ commendationHolds: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <ul className="plain-list">
              {nodesOf({ edges }).map((hold) => (
                <li key={hold.id} className="stack">
                  <p>
                    {texts.hold(hold.employee?.name ?? hold.unit?.name ?? '—', shownDate(hold.from), hold.reason)}{' '}
                    <span className="small quiet">
                      {[
                        hold.document,
                        hold.liftedOn === null ? null : texts.lifted(shownDate(hold.liftedOn), hold.liftReason ?? '—'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </p>
                  <ActBar
                    acts={hold.actions.map((name) => ({
                      name,
                      label: texts.act.lift,
                      form: (onClose) => <LiftForm hold={hold.id} onClose={onClose} />,
                    }))}
                  />
                </li>
              ))}
              {pageInfo.hasNextPage && (
                <li>
                  <Button onClick={() => void holds.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                    {common.more}
                  </Button>
                </li>
              )}
            </ul>
          )
        }
      </QueryStates>
    </>
  );
}
