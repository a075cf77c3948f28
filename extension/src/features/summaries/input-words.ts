import { LEVELS } from '@congvu/schema/evaluation';
import { parseRational } from '@congvu/schema/primitives/rational';
import { disciplineFormTexts, levelMarks, violationStateTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { shownDate, shownFigure } from '../../ui/shown.ts';

/** The closed lists of the law that an input of a kind is told by. */
const lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>> = {
  DisciplineDecision: disciplineFormTexts,
  Violation: violationStateTexts,
};

/**
 * What an input said, in words: "263/3 GOOD" of a sheet is "87,67 HTT", "REPRIMAND" of a decision its form, a planned span its
 * two days. The title of a commendation and what no list knows stay as they are.
 */
export function inputWords(what: string, said: string, language: Language): string {
  const word = lists[what]?.[said]?.[language] ?? summaryTexts[language].said[what]?.[said];
  if (word !== undefined) return word;
  // A number in a title is no figure.
  if (what === 'Commendation') return said;
  return said
    .split(' ')
    .map((part) => {
      const level = LEVELS.find((each) => each === part);
      if (level !== undefined) return levelMarks[level];
      return parseRational(part).ok ? shownFigure(part, language) : shownDate(part);
    })
    .join(what === 'PlanningEntry' ? ' – ' : ' ');
}
