import {
  complaintOutcomeTexts,
  disciplineFormTexts,
  disciplineStateTexts,
  effectKindTexts,
} from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { actDays } from './act-days.ts';
import { DecisionFragment } from './discipline.operations.ts';
import { disciplinePath } from './discipline-path.ts';
import { useDecisionActs } from './use-decision-acts.tsx';

type DecisionViewProps = {
  readonly decision: FragmentType<typeof DecisionFragment>;
  readonly filters: Address['filters'];
};

/** One decision: its form and state large, what it brings with each end and how sure that is, and the acts it punishes. */
export function DecisionView({ decision: masked, filters }: DecisionViewProps) {
  const decision = readFragment(DecisionFragment, masked);
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { employee, effects, acts, complaint, supersedes, supersededBy } = decision;
  const linkTo = (record: { readonly id: string; readonly decisionNumber: string; readonly decidedOn: string }) => (
    <RecordLink path={disciplinePath} item={record.id} filters={filters}>
      {texts.numberOf(record.decisionNumber, shownDate(record.decidedOn))}
    </RecordLink>
  );
  return (
    <>
      <header className="stack">
        <h1>{employee.name}</h1>
        <p className="quiet">{[employee.code, decision.unit.name].join(' · ')}</p>
        <p className="row head-figures">
          <strong>{disciplineFormTexts[decision.form][language]}</strong>
          <span className="state" data-state={decision.state}>
            {disciplineStateTexts[decision.state][language]}
          </span>
        </p>
      </header>
      <ActBar acts={useDecisionActs(decision)} />
      <Facts
        facts={[
          [texts.decisionColumns.decision, texts.numberOf(decision.decisionNumber, shownDate(decision.decidedOn))],
          [common.issuer, decision.issuer],
          [texts.bodyLabel, decision.party ? texts.body.party : texts.body.state],
          [
            texts.effect,
            <>
              {texts.span(shownDate(decision.effectiveFrom), shownDate(decision.effectiveTo))}{' '}
              <CertaintyMark certainty={decision.sourceCertainty} />
            </>,
          ],
          [texts.input.summary, decision.summary],
          [texts.reasonForForm, decision.reasonForForm],
          [texts.supersedes, supersedes === null ? null : linkTo(supersedes)],
          [texts.supersededBy, supersededBy === null ? null : linkTo(supersededBy)],
          [
            texts.complaint,
            complaint === null || complaint.outcome === null
              ? null
              : [complaintOutcomeTexts[complaint.outcome][language], shownDate(complaint.filedOn), complaint.document]
                  .filter(Boolean)
                  .join(' · '),
          ],
        ]}
      />
      {decision.annulledOn !== null && (
        <p className="reason">
          {texts.annulled(shownDate(decision.annulledOn), decision.annulDocument ?? '—')}
          {decision.annulReason !== null && <span className="post small">{decision.annulReason}</span>}
        </p>
      )}
      <SheetPart title={texts.effects}>
        {effects.length === 0 && <p className="quiet">{texts.noEffects}</p>}
        <ul className="plain-list">
          {effects.map((effect) => (
            <li key={`${effect.kind} ${effect.from}`} className="person-line">
              <span>
                <strong>{effectKindTexts[effect.kind][language]}</strong>{' '}
                {effect.to === null ? texts.forEver : texts.until(shownDate(effect.to))}
              </span>
              <span className="small quiet">
                {texts.effectSource(effect.instrument, effect.clause)} <CertaintyMark certainty={effect.certainty} />
              </span>
            </li>
          ))}
        </ul>
      </SheetPart>
      <SheetPart title={texts.actsOf}>
        <ul className="plain-list">
          {acts.map((act) => (
            <li key={act.id} className="person-line">
              <RecordLink path={disciplinePath} item={act.id} filters={filters}>
                {act.summary ?? texts.untold}
              </RecordLink>
              <span className="small quiet">{actDays(act)}</span>
            </li>
          ))}
        </ul>
      </SheetPart>
    </>
  );
}
