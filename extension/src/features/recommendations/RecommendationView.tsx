import { recommendationKindTexts, recommendationStateTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { shownDong } from '../../ui/shown-dong.ts';
import { writeAddress } from '../dashboard/address.ts';
import { disciplinePath } from '../discipline/discipline-path.ts';
import { inspectionPath } from '../inspection/inspection-path.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { isOver } from './is-over.ts';
import { PlaceCell } from './PlaceCell.tsx';
import { RecommendationFragment, UnitOrPersonFragment } from './recommendations.operations.ts';
import { useRecommendationActs } from './use-recommendation-acts.tsx';

type RecommendationViewProps = { readonly recommendation: FragmentType<typeof RecommendationFragment> };

/** One recommendation: who sees to it and until when, what was reported with which proof, and how it ended. */
export function RecommendationView({ recommendation: masked }: RecommendationViewProps) {
  const recommendation = readFragment(RecommendationFragment, masked);
  const texts = useTexts(recommendationTexts);
  const language = useLanguage();
  const { amount, doneOn, closedOn, closedBy, inspection, finding, violations, followUps, state } = recommendation;
  const target = readFragment(UnitOrPersonFragment, recommendation.target);
  return (
    <>
      <header className="stack">
        <h1>{recommendationKindTexts[recommendation.kind][language]}</h1>
        <p className="written">{recommendation.content}</p>
        <p className="row">
          <span className="state" data-state={state}>
            {recommendationStateTexts[state][language]}
          </span>
          <DueMark dueOn={recommendation.dueOn} isOver={isOver(state)} />
        </p>
      </header>
      <ActBar acts={useRecommendationActs(recommendation)} />
      {recommendation.actions.includes('OPEN_VIOLATION') && (
        <p>
          <a
            href={writeAddress({
              path: disciplinePath,
              item: null,
              filters: {
                tab: 'acts',
                recommendation: recommendation.id,
                employee: target?.__typename === 'Employee' ? target.code : '',
              },
            })}
          >
            {texts.act.openViolation}
          </a>
        </p>
      )}
      <Facts
        facts={[
          [texts.columns.target, <PlaceCell key="target" place={recommendation.target} />],
          [texts.columns.owner, <PlaceCell key="owner" place={recommendation.owner} />],
          [texts.issuedOn, shownDate(recommendation.issuedOn)],
          [texts.amount, amount === null ? null : texts.dong(shownDong(amount))],
          [texts.doneOn, doneOn === null ? null : shownDate(doneOn)],
          [texts.closedOn, closedOn === null ? null : texts.closedBy(closedBy ?? '—', shownDate(closedOn))],
          [
            texts.inspection,
            inspection === null ? null : (
              <RecordLink key="inspection" path={inspectionPath} item={inspection.id}>
                {inspection.title}
              </RecordLink>
            ),
          ],
          [texts.finding, finding?.description],
          [
            texts.violations,
            violations.length === 0 ? null : (
              <ul key="violations" className="plain-list">
                {violations.map(({ id, summary, actFrom }) => (
                  <li key={id}>
                    <RecordLink path={disciplinePath} item={id}>
                      {summary ?? shownDate(actFrom)}
                    </RecordLink>
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <SheetPart title={texts.followUps}>
        {followUps.length === 0 && <p className="quiet">{texts.noFollowUps}</p>}
        <ol className="trace">
          {followUps.map((each) => (
            <li key={each.id}>
              <p className="written">{each.note}</p>
              <p className="small quiet">
                {[
                  shownInstant(each.at),
                  each.by,
                  recommendationStateTexts[each.state][language],
                  each.proof === null ? texts.noProof : texts.proof(each.proof),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </SheetPart>
    </>
  );
}
