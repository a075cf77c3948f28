import type { OrganisationTraceLine } from '../organisation/organisation.ts';
import type { Locale, LocalisedText } from '../primitives/locale.ts';
import type { OrganisationRuleSet } from '../scoring/scoring.ts';
import { citation } from './citation.ts';
import { outstandingConditionTexts, rankingKeyTexts } from './classification-terms.ts';
import { lowered, tracedFigure, tracedLevel, tracedTerm } from './trace-figure.ts';

/** One step of an organisation's result as a person reads it: the figures, then the rule and where it stands. */
export function organisationText(rules: OrganisationRuleSet, line: OrganisationTraceLine, locale: Locale): string {
  const { text } = rules.rules[line.step];
  return `${organisationFinding(line)[locale]} ${text[locale]} (${citation(line.source, locale)}).`;
}

/** What a step found, with its figures and without the rule. */
export function organisationFinding(line: OrganisationTraceLine): LocalisedText {
  switch (line.step) {
    case 'general':
      return pointsFinding(line, { vi: 'Tiêu chí chung', en: 'General criteria' });
    case 'results':
      return pointsFinding(line, { vi: 'Kết quả', en: 'Results' });
    case 'quota':
      return quotaFinding(line);
    default:
      return levelFinding(line);
  }
}

function pointsFinding({ after, figures }: OrganisationTraceLine, part: LocalisedText): LocalisedText {
  const points = tracedFigure(after);
  const most = tracedFigure(figures.maximum);
  const factor = tracedFigure(figures.factor);
  const left = words(figures.notApplicable).map(itemMark).join(', ');
  return {
    vi: `${part.vi}: ${points.vi} trên ${most.vi} điểm${left === '' ? '' : `; không áp dụng mục ${left}, hệ số ${factor.vi}`}.`,
    en: `${part.en}: ${points.en} of ${most.en} points${left === '' ? '' : `; items that do not apply: ${left}, factor ${factor.en}`}.`,
  };
}

function quotaFinding({ after, figures }: OrganisationTraceLine): LocalisedText {
  const level = tracedLevel(after);
  const { pool, limit, outstanding, place, decidedBy } = figures;
  const key = tracedTerm(rankingKeyTexts, decidedBy);
  return {
    vi: `${pool} tổ chức hoàn thành tốt trở lên, tối đa ${limit} xuất sắc; xếp thứ ${place} trong ${outstanding} tổ chức được đề xuất xuất sắc: ${level.vi}${key === null ? '' : `, khác nhau ở: ${lowered(key.vi)}`}.`,
    en: `${pool} organisations good or better, at most ${limit} outstanding; place ${place} of ${outstanding} proposed as outstanding: ${level.en}${key === null ? '' : `, the difference being: ${lowered(key.en)}`}.`,
  };
}

function levelFinding({ before, after, figures }: OrganisationTraceLine): LocalisedText {
  const level = tracedLevel(after);
  const total = tracedFigure(figures.total);
  const done = tracedFigure(figures.donePercent);
  const late = tracedFigure(figures.latePercent);
  const beyond = tracedFigure(figures.beyondPercent);
  // What outstanding asks matters only where the score reaches it.
  const missing = before === 'OUTSTANDING' ? words(figures.missing) : [];
  const lacks = missing.flatMap((condition) => tracedTerm(outstandingConditionTexts, condition) ?? []);
  const listed = (locale: Locale) => lacks.map((text) => `; ${lowered(text[locale])}`).join('');
  const suggestion = figures.suggestion === null ? null : tracedLevel(figures.suggestion);
  return {
    vi: `${total.vi} điểm; hoàn thành ${done.vi} %, chậm ${late.vi} %, vượt yêu cầu ${beyond.vi} % số nhiệm vụ${listed('vi')}: ${level.vi}${suggestion === null ? '' : `, gợi ý: ${suggestion.vi}`}.`,
    en: `${total.en} points; ${done.en} % of the tasks done, ${late.en} % late, ${beyond.en} % beyond requirement${listed('en')}: ${level.en}${suggestion === null ? '' : `, suggested: ${suggestion.en}`}.`,
  };
}

/** The words of a list as a trace keeps it, parted by blanks. */
function words(list: string | number | null | undefined): readonly string[] {
  return typeof list === 'string' && list !== '' ? list.split(' ') : [];
}

/** Items are lettered as in the decree: "dd" is đ. */
function itemMark(code: string): string {
  return code === 'dd' ? 'đ' : code;
}
