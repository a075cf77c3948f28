import { levelMarks, sheetStateTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { shownDisplay } from '../../ui/shown.ts';
import { type Narrowing, spanNames } from './ranking-narrowing.ts';

/** What the list is narrowed to, as parts of the sentence above it: "mức HTXS, HTT", "tổng điểm (0–100) 70–90". */
export function narrowingWords({ level, state, spans }: Narrowing, language: Language): readonly string[] {
  const texts = rankingTexts[language];
  const ranges = spanNames.flatMap((name) => {
    const span = spans[name];
    if (span === undefined) return [];
    const [what, min, max] = [texts.spans[name], shownDisplay(span.min, language), shownDisplay(span.max, language)];
    if (max === '') return [texts.spanFrom(what, min)];
    return [min === '' ? texts.spanTo(what, max) : texts.spanBetween(what, min, max)];
  });
  return [
    ...(level.length > 0 ? [texts.levelsOnly(level.map((each) => levelMarks[each]).join(', '))] : []),
    ...(state.length > 0 ? [texts.sheetsOnly(state.map((each) => sheetStateTexts[each][language]).join(', '))] : []),
    ...ranges,
  ];
}
