import type { Level } from '@congvu/schema/evaluation';
import type { Language } from '../../locales/language.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';

/** How one limit would stand with one more person: `outstanding` are the others who are, `place` is this person's number. */
export type Standing = {
  readonly limit: number;
  readonly outstanding: number;
  readonly place: number;
  readonly isExceeded: boolean;
};

export type PlaceLine = {
  readonly scope: 'group' | 'agency';
  readonly sentence: string;
  /** The person's figure is outstanding now, and that is above the limit. */
  readonly isAbove: boolean;
};

/**
 * "Xuất sắc trong nhóm: 3 / 4 · người này thứ 4", by the level of the live figure: another level takes no place, and the
 * sentence says which one it would be. The agency is named where it is tighter than the group, or where there is no group.
 */
export function placeLines(
  standing: { readonly group: Standing | null; readonly agency: Standing },
  level: Level | null,
  language: Language,
): readonly PlaceLine[] {
  const texts = scoringTexts[language].quota;
  const lineOf = (scope: 'group' | 'agency', { outstanding, limit, place, isExceeded }: Standing): PlaceLine => {
    const isOutstanding = level === 'OUTSTANDING';
    const [count, who] = [texts[scope](outstanding, limit), isOutstanding ? texts.place(place) : texts.ifPlace(place)];
    const sentence = [count, who, ...(isExceeded ? [texts.above] : [])].join(' · ');
    return { scope, sentence, isAbove: isOutstanding && isExceeded };
  };
  const { group, agency } = standing;
  if (group === null) return [lineOf('agency', agency)];
  const isTighter = agency.isExceeded && !group.isExceeded;
  return [lineOf('group', group), ...(isTighter ? [lineOf('agency', agency)] : [])];
}
