import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { classificationStateTexts, levelTexts, petitionStateTexts } from '@congvu/schema/texts';
import type { YearList_EmployeeFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { PeriodPlot } from '../../ui/PeriodPlot.tsx';
import { shownDate, shownDisplay } from '../../ui/shown.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { actOfYear } from './act-of-year.ts';

type YearCardProps = {
  readonly year: YearList_EmployeeFragment['classifications'][number];
  /** Its screen of the dashboard; null where the viewer has none. */
  readonly address: string | null;
};

/** One year: the decided level, or that there is none yet; the months it comes from; the form; the way to act on it. */
export function YearCard({ year: of, address }: YearCardProps) {
  const texts = useTexts(recordTexts);
  const language = useLanguage();
  const { year, decision, months } = of;
  const isEarlier = EARLIER_LAW.includes(of.ruleSet);
  const level = decision?.level ?? null;
  const words =
    decision === null ? texts.notDecided : level === null ? texts.notClassified : levelTexts[level][language];
  const points = months.map(({ period, total, display }) => ({
    label: period.slice(5),
    value: total === null ? null : toLength(total),
    text: display === null ? texts.noScore : shownDisplay(display, language),
  }));
  return (
    <li className="card stack">
      <p className="row spread">
        <strong>{texts.year(year)}</strong>
        <span className="small quiet">{classificationStateTexts[of.state][language]}</span>
      </p>
      <p className="row">
        <LevelMark level={level} />
        <span>{words}</span>
        {decision?.number != null && (
          <span className="small quiet">{texts.decision(decision.number, shownDate(decision.decidedOn))}</span>
        )}
      </p>
      <p className="small">
        {isEarlier ? texts.earlier : texts.mean(shownDisplay(of.meanDisplay, language), of.workedMonths)}
      </p>
      {!isEarlier && points.length > 0 && (
        <details>
          <summary className="small">{texts.months}</summary>
          <PeriodPlot
            points={points}
            summary={texts.plot(points.map(({ label, text }) => `${label}: ${text}`).join('; '))}
          />
          <ul className="plain-list small month-figures">
            {points.map(({ label, text }) => (
              <li key={label}>
                {label}: {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {of.petitions.map((petition) => (
        <p key={petition.id} className="small">
          {texts.petitionOf(petitionStateTexts[petition.state][language], shownDate(petition.dueOn))}
        </p>
      ))}
      <div className="row">
        {!isEarlier && <DownloadButton path={`/files/form-02/${of.id}.docx`}>{texts.form02(year)}</DownloadButton>}
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            {texts[actOfYear(of.actions)]}
          </a>
        )}
      </div>
    </li>
  );
}
