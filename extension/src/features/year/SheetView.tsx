import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { leaveKindTexts, postTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { shownFigure } from '../../ui/shown.ts';
import { PetitionPart } from '../petitions/PetitionPart.tsx';
import { ConclusionPart } from './ConclusionPart.tsx';
import { DecisionPart, OlderDecisions } from './DecisionPart.tsx';
import { EarlierSheet } from './EarlierSheet.tsx';
import { MonthsTable } from './MonthsTable.tsx';
import { OpinionParts } from './OpinionParts.tsx';
import { SelfRatingPart } from './SelfRatingPart.tsx';
import { SheetFiles } from './SheetFiles.tsx';
import { SheetHead } from './SheetHead.tsx';
import { SheetPart } from './SheetPart.tsx';
import { TraceList } from './TraceList.tsx';
import { YearSheetFragment } from './year-sheet.operations.ts';

/** Everything of one person's year: the figure and the level first, then why, who said what, and what was decided. */
export function SheetView({ sheet: masked }: { readonly sheet: FragmentType<typeof YearSheetFragment> }) {
  const sheet = readFragment(YearSheetFragment, masked);
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  if (EARLIER_LAW.includes(sheet.ruleSet)) return <EarlierSheet sheet={sheet} />;
  const facts: readonly (readonly [string, string])[] = [
    [texts.facts.post, postTexts[sheet.post][language]],
    [texts.facts.group, sheet.group.name],
    [texts.facts.authority, sheet.authority.name],
    [texts.facts.worked, String(sheet.workedMonths)],
    [texts.facts.leave, leaveKindTexts[sheet.leave][language]],
    [texts.facts.result, `${shownFigure(sheet.resultPoints, language)} / 70`],
    [texts.facts.delays, String(sheet.delays)],
    [texts.facts.ruleSet, `${sheet.ruleSet} · ${sheet.ruleSetVersion}`],
  ];
  return (
    <>
      <SheetHead sheet={sheet} />
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="small quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        <div className="stack">
          <SheetPart title={texts.why}>
            <TraceList lines={sheet.explanation} />
          </SheetPart>
          <SheetPart title={texts.months}>
            <MonthsTable months={sheet.months} />
          </SheetPart>
        </div>
        <div className="stack">
          <SheetPart title={texts.decision}>
            <DecisionPart sheet={sheet} />
            <ConclusionPart sheet={sheet} />
          </SheetPart>
          <SheetPart title={texts.self}>
            <SelfRatingPart sheet={sheet} />
          </SheetPart>
          <OpinionParts sheet={sheet} />
          <SheetPart title={texts.petition}>
            <PetitionPart sheet={sheet} />
          </SheetPart>
          <SheetPart title={texts.older}>
            <OlderDecisions sheet={sheet} />
          </SheetPart>
          <SheetFiles sheet={sheet} />
        </div>
      </div>
    </>
  );
}
