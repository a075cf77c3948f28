import { commendationStateTexts, revocationGroundTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { shownDong } from '../../ui/shown-dong.ts';
import type { Address } from '../dashboard/address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { CommendationFragment } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { RevokeForm } from './RevokeForm.tsx';

type CommendationViewProps = {
  readonly commendation: FragmentType<typeof CommendationFragment>;
  readonly filters: Address['filters'];
};

/** One commendation, what it rests on and what rests on it; where its ground has gone, that it is to be looked at again. */
export function CommendationView({ commendation: masked, filters }: CommendationViewProps) {
  const commendation = readFragment(CommendationFragment, masked);
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { employee, unit, initiatives, dependents, revocation, achievedFrom, achievedTo } = commendation;
  return (
    <>
      <header className="stack">
        <h1>{employee?.name ?? unit.name}</h1>
        <p className="quiet">{employee === null ? texts.collective : [employee.code, unit.name].join(' · ')}</p>
        <p className="row head-figures">
          <strong>{commendation.title}</strong>
          <span className="state" data-state={commendation.state}>
            {commendationStateTexts[commendation.state][language]}
          </span>
        </p>
      </header>
      {commendation.state === 'TO_REVIEW' && <p className="reason">{texts.toReview}</p>}
      <ActBar
        acts={commendation.actions.map((name) => ({
          name,
          label: texts.act.revoke,
          form: (onClose) => <RevokeForm commendation={commendation} onClose={onClose} />,
        }))}
      />
      <Facts
        facts={[
          [texts.form, commendation.form],
          [texts.kind, commendation.kind],
          [
            texts.decisionColumns.decision,
            texts.numberOf(commendation.decisionNumber, shownDate(commendation.decidedOn)),
          ],
          [common.issuer, commendation.issuer],
          [common.year, commendation.year ?? texts.onTheSpot],
          [
            texts.achieved,
            achievedFrom === null && achievedTo === null
              ? null
              : `${shownDate(achievedFrom)} – ${shownDate(achievedTo)}`,
          ],
          [texts.reason, commendation.reason],
          [
            texts.bonus,
            commendation.bonusMultiple === null || commendation.bonusAmount === null
              ? null
              : texts.bonusOf(commendation.bonusMultiple.replace('.', ','), shownDong(commendation.bonusAmount)),
          ],
        ]}
      />
      {revocation !== null && (
        <SheetPart title={texts.revocation}>
          <p>
            {[
              shownDate(revocation.on),
              revocation.ground === null ? null : revocationGroundTexts[revocation.ground][language],
              revocation.document,
              revocation.bonusReturned === null ? null : revocation.bonusReturned ? texts.returned : texts.notReturned,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="written">{revocation.reason}</p>
        </SheetPart>
      )}
      {initiatives.length > 0 && (
        <SheetPart title={texts.initiativesOf}>
          <ul className="plain-list">
            {initiatives.map(({ id, code, title }) => (
              <li key={id}>
                {code} · {title}
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
      {dependents.length > 0 && (
        <SheetPart title={texts.dependents}>
          <ul className="plain-list">
            {dependents.map((each) => (
              <li key={each.id} className="person-line">
                <RecordLink path={commendationPath} item={each.id} filters={filters}>
                  {[each.title, each.year].filter(Boolean).join(' · ')}
                </RecordLink>
                <span className="small quiet">{texts.numberOf(each.decisionNumber, shownDate(each.decidedOn))}</span>
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
    </>
  );
}
