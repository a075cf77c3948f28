import type { OrganisationTraceLine } from '../organisation/organisation.ts';
import type { Locale, LocalisedText } from '../primitives/locale.ts';
import type { OrganisationRuleSet } from '../scoring/scoring.ts';
import { citation } from './citation.ts';
import { disciplineFormTexts, outstandingConditionTexts, rankingKeyTexts } from './classification-terms.ts';
import { findingTopicTexts } from './inspection-texts.ts';
import { lowered, tracedFigure, tracedLevel, tracedTerm } from './trace-figure.ts';

/** One step of an organisation's result as a person reads it: the figures, then the rule and where it stands. */
export function organisationText(rules: OrganisationRuleSet, line: OrganisationTraceLine, locale: Locale): string {
  const finding = organisationFinding(line)[locale];
  const where = citation(line.source, locale);
  // What the registers bring has no rule of the rule set.
  if (line.step === 'openFinding' || line.step === 'disciplineHere') return `${finding} (${where})`;
  return `${finding} ${rules.rules[line.step].text[locale]} (${where}).`;
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
    case 'openFinding':
      return openFinding(line);
    case 'disciplineHere':
      return disciplineHere(line);
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

function openFinding({ figures }: OrganisationTraceLine): LocalisedText {
  const topic = tracedTerm(findingTopicTexts, figures.topic);
  return {
    vi: `Còn tồn tại, hạn chế do kiểm tra phát hiện chưa khắc phục${topic === null ? '' : `: ${lowered(topic.vi)}`}; không thể xếp hoàn thành xuất sắc.`,
    en: `A finding of an inspection is not remedied${topic === null ? '' : `: ${lowered(topic.en)}`}; outstanding is not possible.`,
  };
}

function disciplineHere({ figures }: OrganisationTraceLine): LocalisedText {
  const form = tracedTerm(disciplineFormTexts, figures.form);
  return {
    vi: `Có kỷ luật về hành vi tại đơn vị trong năm${form === null ? '' : ` (${lowered(form.vi)})`}; mức không đổi.`,
    en: `A discipline for an act done here in the year${form === null ? '' : ` (${lowered(form.en)})`}; the level stays.`,
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
