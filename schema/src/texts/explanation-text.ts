import type { Locale } from '../primitives/locale.ts';
import { multiply, whole } from '../primitives/rational.ts';
import type { ExplanationLine } from '../scoring/period-score.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { toDisplayIn } from './number-text.ts';
import { stepTexts } from './term-texts.ts';

/** One line of a score as a person reads it: "Chất lượng 60 % → 14 điểm. Chất lượng: mỗi lần chưa đạt …". */
export function explanationText(ruleSet: RuleSet, line: ExplanationLine, locale: Locale): string {
  const isPoints = line.step === 'general' || line.step === 'sectionCap';
  const value = toDisplayIn(isPoints ? line.value : multiply(line.value, whole(100)), locale);
  const points = toDisplayIn(line.points, locale);
  const unit = locale === 'vi' ? 'điểm' : 'points';
  const figure = isPoints ? '' : ` ${value} %`;
  return `${stepTexts[line.step][locale]}${figure} → ${points} ${unit}. ${ruleSet.rules[line.step].text[locale]}.`;
}
