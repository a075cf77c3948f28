import { levelTexts, unitEvidenceKindTexts, unitResultStateTexts } from '@congvu/schema/texts';
import type { UnitResultView_ResultFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { FigureBar } from '../../ui/FigureBar.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDate, shownDisplay } from '../../ui/shown.ts';
import { SheetPart } from '../year/SheetPart.tsx';
import { TraceList } from '../year/TraceList.tsx';
import { PointsTable } from './PointsTable.tsx';
import { UnitDecisionPart } from './UnitDecisionPart.tsx';

/** The figure and the level first, then the facts the law asks about, why, and the decision. */
export function UnitResultView({ result }: { readonly result: UnitResultView_ResultFragment }) {
  const texts = useTexts(unitResultTexts);
  const language = useLanguage();
  const { facts } = texts;
  const level = result.decidedLevel ?? result.proposedLevel;
  const yesNo = (value: boolean) => (value ? texts.yes : texts.no);
  const rows: readonly (readonly [string, string])[] = [
    [facts.tasks, facts.tasksText(result.tasksDone, result.tasksTotal)],
    [facts.late, String(result.tasksLate)],
    [facts.beyond, String(result.tasksBeyond)],
    [facts.quality, yesNo(result.qualityMet)],
    [facts.defects, yesNo(result.defectsRemedied)],
    [facts.wrongdoing, yesNo(result.personnelWrongdoing)],
    [facts.authority, result.authority.name],
    ...(result.forceMajeure === null ? [] : [[facts.forceMajeure, result.forceMajeure] as const]),
  ];
  return (
    <>
      <div className="row head-figures">
        <strong className="figure">{shownDisplay(result.display, language)}</strong>
        <p className="row">
          <LevelMark level={level} />
          {level !== null &&
            `${levelTexts[level][language]} (${result.decidedLevel === null ? texts.proposed : texts.decided})`}
        </p>
        <span className="state">{unitResultStateTexts[result.state][language]}</span>
      </div>
      {result.total !== null && <FigureBar value={toLength(result.total)} level={level ?? 'NONE'} />}
      {result.proposal === 'AUTHORITY_DECIDES' && result.decidedLevel === null && (
        <p className="notice">
          {result.suggestion === null ? texts.waiting : texts.suggestion(levelTexts[result.suggestion][language])}
        </p>
      )}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="small quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        <div className="stack">
          <SheetPart title={texts.why}>
            <TraceList lines={result.explanation} />
          </SheetPart>
        </div>
        <div className="stack">
          {result.evidence.length > 0 && (
            <SheetPart title={texts.evidence}>
              <ul className="plain-list">
                {result.evidence.map(({ kind, on, text }) => (
                  <li key={`${kind} ${on} ${text}`}>
                    <strong>{unitEvidenceKindTexts[kind][language]}</strong> · {shownDate(on)} · {text}
                  </li>
                ))}
              </ul>
            </SheetPart>
          )}
          <SheetPart title={texts.decision}>
            <UnitDecisionPart result={result} />
          </SheetPart>
          <SheetPart title={texts.points}>
            <PointsTable caption={texts.general} lines={result.general} />
            <PointsTable caption={texts.items} lines={result.items} />
          </SheetPart>
        </div>
      </div>
    </>
  );
}
