import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { classificationStateTexts, levelTexts, proposalOutcomeTexts } from '@congvu/schema/texts';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { FigureBar } from '../../ui/FigureBar.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import { flagText } from './flag-text.ts';

/** Name, the one figure large where the law of the year has one, and the level with its state: proposed until it is decided. */
export function SheetHead({ sheet }: { readonly sheet: YearSheet_SheetFragment }) {
  const all = useTexts(yearTexts);
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const { decision, employee } = sheet;
  const level = decision === null ? sheet.proposedLevel : decision.level;
  const words =
    decision === null
      ? sheet.proposal === null || sheet.proposal === 'LEVEL'
        ? texts.proposed
        : proposalOutcomeTexts[sheet.proposal][language]
      : decision.notClassified
        ? all.notClassified
        : texts.decided;
  return (
    <header className="sheet-head stack">
      <div>
        <h1>{employee.name}</h1>
        <p className="quiet">
          {[employee.code, employee.assignment?.title, sheet.unit.name].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="row head-figures">
        {!EARLIER_LAW.includes(sheet.ruleSet) && (
          <p>
            <strong className="figure">{shownDisplay(sheet.meanDisplay, language)}</strong>{' '}
            <span className="quiet">{sheet.meanDisplay === null ? texts.noMean : `${texts.mean} ${sheet.year}`}</span>
          </p>
        )}
        <p className="row">
          <LevelMark level={level} />
          <span>{level === null ? words : `${levelTexts[level][language]} (${words})`}</span>
        </p>
        <span className="state">{classificationStateTexts[sheet.state][language]}</span>
      </div>
      {sheet.mean !== null && <FigureBar value={toLength(sheet.mean)} level={sheet.scoreLevel ?? 'NONE'} />}
      {sheet.flags.length > 0 && (
        <ul className="flags">
          {sheet.flags.map((flag) => (
            <li key={flag}>{flagText(flag, language)}</li>
          ))}
        </ul>
      )}
    </header>
  );
}
