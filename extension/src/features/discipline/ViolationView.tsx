import {
  deferralKindTexts,
  disciplineFormTexts,
  disciplineStateTexts,
  limitationExceptionTexts,
  limitationStartTexts,
  violationSeverityTexts,
  violationStateTexts,
} from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { recommendationsPath } from '../recommendations/recommendations-path.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { actDays } from './act-days.ts';
import { ViolationFragment } from './discipline.operations.ts';
import { disciplinePath } from './discipline-path.ts';
import { LimitationLines } from './LimitationLines.tsx';
import { useViolationActs } from './use-violation-acts.tsx';

type ViolationViewProps = {
  readonly violation: FragmentType<typeof ViolationFragment>;
  readonly filters: Address['filters'];
};

/** One act: until when it is to be handled and may be disciplined, its circumstances, and the decisions on it. */
export function ViolationView({ violation: masked, filters }: ViolationViewProps) {
  const violation = readFragment(ViolationFragment, masked);
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { employee, deferrals, decisions, severity, recommendation } = violation;
  const yes = (is: boolean) => (is ? common.yes : common.no);
  return (
    <>
      <header className="stack">
        <h1>{employee.name}</h1>
        <p className="quiet">{[employee.code, violation.unit.name].join(' · ')}</p>
        <p className="written">{violation.summary ?? texts.untold}</p>
        <p className="row">
          <span className="state" data-state={violation.handling}>
            {violationStateTexts[violation.handling][language]}
          </span>
          {violation.sealed && <span className="state">{texts.sealed}</span>}
          {violation.handling === 'OPEN' && violation.dueOn !== null && <DueMark dueOn={violation.dueOn} />}
          {violation.handling === 'OPEN' && violation.dueOn === null && texts.deferred}
        </p>
      </header>
      <ActBar acts={useViolationActs(violation)} />
      <Facts
        facts={[
          [texts.actDays, actDays(violation)],
          [texts.discoveredOn, shownDate(violation.discoveredOn)],
          [texts.concludedOn, violation.concludedOn === null ? null : shownDate(violation.concludedOn)],
          [texts.severity, severity === null ? texts.notDetermined : violationSeverityTexts[severity][language]],
          [texts.relatedToDuty, yes(violation.relatedToDuty)],
          [texts.degradation, yes(violation.degradation)],
          [texts.corruption, yes(violation.corruption)],
          [texts.countedYear, violation.countedYear],
          [texts.latestOn, violation.latestOn === null ? null : shownDate(violation.latestOn)],
          [texts.extendedTo, violation.extendedTo === null ? null : shownDate(violation.extendedTo)],
          [texts.extensionDocument, violation.extensionDocument],
          [texts.limitation, <LimitationLines key="limitation" limits={violation.limitation} />],
          [texts.limitationStart, limitationStartTexts[violation.limitationStart][language]],
          [
            texts.limitationException,
            violation.limitationException === null
              ? null
              : limitationExceptionTexts[violation.limitationException][language],
          ],
          [texts.mitigating, violation.mitigating.join('; ')],
          [texts.aggravating, violation.aggravating.join('; ')],
          [
            texts.recommendation,
            recommendation === null ? null : (
              <RecordLink key="recommendation" path={recommendationsPath} item={recommendation.id}>
                {recommendation.content}
              </RecordLink>
            ),
          ],
          [texts.handledBy, violation.recordedBy],
        ]}
      />
      {violation.handling === 'DISMISSED' && (
        <p className="reason">
          {texts.dismissal}: {shownDate(violation.closedOn)} · {violation.dismissalDocument}
          <span className="post small">{violation.dismissalReason}</span>
        </p>
      )}
      {deferrals.length > 0 && (
        <SheetPart title={texts.deferrals}>
          <ul className="plain-list">
            {deferrals.map((each) => (
              <li key={each.id} className="person-line">
                {texts.deferral(
                  deferralKindTexts[each.kind][language],
                  shownDate(each.from),
                  each.to === null ? texts.notEnded : shownDate(each.to),
                )}
                <span className="small quiet">{each.document}</span>
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
      <SheetPart title={texts.decisionsOf}>
        {decisions.length === 0 && <p className="quiet">{texts.noDecisionYet}</p>}
        <ul className="plain-list">
          {decisions.map((each) => (
            <li key={each.id} className="person-line">
              <span>
                {disciplineFormTexts[each.form][language]} ·{' '}
                <RecordLink path={disciplinePath} item={each.id} filters={filters}>
                  {texts.numberOf(each.decisionNumber, shownDate(each.decidedOn))}
                </RecordLink>
              </span>
              <span className="state" data-state={each.state}>
                {disciplineStateTexts[each.state][language]}
              </span>
            </li>
          ))}
        </ul>
      </SheetPart>
    </>
  );
}
