import type { ClassifyingRules, LiveQuota, QuotaStanding, TraceLine } from '../classification/classification.ts';
import type { Locale, LocalisedText } from '../primitives/locale.ts';
import type { Period } from '../primitives/period.ts';
import type { Rational } from '../primitives/rational.ts';
import type { Rule } from '../scoring/scoring.ts';
import { citation } from './citation.ts';
import { disciplineCauseTexts, disciplineFormTexts, rankingKeyTexts } from './classification-terms.ts';
import { toDisplayIn } from './number-text.ts';
import { leaveKindTexts } from './procedure-texts.ts';
import { lowered, tracedFigure, tracedLevel, tracedTerm } from './trace-figure.ts';

/**
 * One step of a yearly classification as a person reads it: what was found with its figures, then the rule and where it stands. It is
 * made of the stored line alone, so it says what was decided on, not what would be found today.
 */
export function classificationText(rules: ClassifyingRules, line: TraceLine, locale: Locale): string {
  const finding = classificationFinding(line)[locale];
  const rule = ruleTexts(rules.year).get(line.rule);
  const where = citation(line.source, locale);
  return rule === undefined ? `${finding} (${where})` : `${finding} ${rule[locale]} (${where}).`;
}

/** What a step found, with its figures and without the rule: "Mức theo điểm: Hoàn thành tốt nhiệm vụ (87,67, từ 70 trở lên)." */
export function classificationFinding(line: TraceLine): LocalisedText {
  return findings[line.step](line);
}

/** The text of each rule a trace can cite. */
function ruleTexts(year: ClassifyingRules['year']): ReadonlyMap<string, LocalisedText> {
  const rules: readonly Rule[] = [...Object.values(year.rules), ...year.forced];
  return new Map(rules.map(({ id, text }) => [id, text]));
}

type Finding = (line: TraceLine) => LocalisedText;

const findings: Readonly<Record<TraceLine['step'], Finding>> = {
  mean: ({ after, figures }) => {
    const months = `${figures.months}`;
    const worked = tracedFigure(figures.workedMonths);
    if (after === null) return { vi: 'Không tháng nào trong năm có điểm.', en: 'No month of the year has a figure.' };
    const mean = tracedFigure(after);
    return {
      vi: `Điểm năm ${mean.vi}: trung bình của ${months} tháng có điểm; thực tế làm việc ${worked.vi} tháng.`,
      en: `Year's figure ${mean.en}: the mean of ${months} months with a figure; ${worked.en} months worked.`,
    };
  },
  eligibility: ({ before, after, figures }) => {
    const worked = tracedFigure(figures.workedMonths);
    const leave = figures.leave === 'SICK_OR_MATERNITY' ? leaveKindTexts.SICK_OR_MATERNITY : null;
    const basis = {
      vi: `làm việc ${worked.vi} tháng, tối thiểu ${figures.leastMonths} tháng${leave === null ? '' : `; ${lowered(leave.vi)}`}`,
      en: `${worked.en} months worked, at least ${figures.leastMonths}${leave === null ? '' : `; ${lowered(leave.en)}`}`,
    };
    if (after !== 'NOT_CLASSIFIED') return { vi: `Được xếp loại: ${basis.vi}.`, en: `Classified: ${basis.en}.` };
    const reason = before === null ? { vi: 'không có điểm', en: 'there is no figure' } : basis;
    return { vi: `Không xếp loại: ${reason.vi}.`, en: `Not classified: ${reason.en}.` };
  },
  scoreLevel: ({ before, after, figures }) => {
    const mean = tracedFigure(before);
    const threshold = figures.atLeast === null ? null : tracedFigure(figures.atLeast);
    const level = tracedLevel(after);
    return {
      vi: `Mức theo điểm: ${level.vi} (${mean.vi}${threshold === null ? ', dưới mọi ngưỡng' : `, từ ${threshold.vi} trở lên`}).`,
      en: `Level by score: ${level.en} (${mean.en}${threshold === null ? ', below every threshold' : `, at least ${threshold.en}`}).`,
    };
  },
  forced: ({ before, after, figures }) => {
    const what = discipline(figures);
    const changed = moved(before, after);
    return { vi: `Mức bắt buộc${what.vi}: ${changed.vi}.`, en: `Forced level${what.en}: ${changed.en}.` };
  },
  unrelatedDiscipline: ({ figures }) => {
    const what = discipline(figures);
    return {
      vi: `Có kỷ luật để xem xét${what.vi}; mức không đổi.`,
      en: `A discipline to consider${what.en}; the level stays.`,
    };
  },
  pendingProcedure: () => ({
    vi: 'Đang trong quá trình xem xét, xử lý kỷ luật; mức không đổi.',
    en: 'A discipline procedure is pending; the level stays.',
  }),
  headCap: ({ before, after, figures }) => {
    if (figures.unitLevel === null) {
      return { vi: 'Đơn vị chưa được xếp loại: chờ.', en: "The unit's level is not decided: it waits." };
    }
    const unit = tracedLevel(figures.unitLevel);
    const changed = moved(before, after);
    return { vi: `Mức của đơn vị: ${unit.vi}; ${changed.vi}.`, en: `The unit's level: ${unit.en}; ${changed.en}.` };
  },
  quotaGroup: (line) => quotaFinding(line, { vi: 'Trong nhóm', en: 'In the group' }),
  quotaAgency: (line) => quotaFinding(line, { vi: 'Trong toàn cơ quan', en: 'In the whole agency' }),
};

function quotaFinding({ before, after, figures }: TraceLine, scope: LocalisedText): LocalisedText {
  const { pool, limit, outstanding, place } = figures;
  const changed = moved(before, after);
  const key = tracedTerm(rankingKeyTexts, figures.decidedBy);
  const because = {
    vi: key === null ? '' : `, khác nhau ở: ${lowered(key.vi)}`,
    en: key === null ? '' : `, the difference being: ${lowered(key.en)}`,
  };
  return {
    vi: `${scope.vi}: ${pool} người hoàn thành tốt trở lên, tối đa ${limit} người xuất sắc; xếp thứ ${place} trong ${outstanding} người đạt điểm xuất sắc; ${changed.vi}${because.vi}.`,
    en: `${scope.en}: ${pool} people good or better, at most ${limit} outstanding; place ${place} of ${outstanding} outstanding by score; ${changed.en}${because.en}.`,
  };
}

function moved(before: string | null, after: string | null): LocalisedText {
  const to = tracedLevel(after);
  if (before === after) return { vi: `giữ mức ${to.vi}`, en: `stays ${to.en}` };
  const from = tracedLevel(before);
  return { vi: `từ ${from.vi} thành ${to.vi}`, en: `from ${from.en} to ${to.en}` };
}

function discipline(figures: TraceLine['figures']): LocalisedText {
  const form = tracedTerm(disciplineFormTexts, figures.form);
  const cause = tracedTerm(disciplineCauseTexts, figures.cause);
  if (form === null || cause === null) return { vi: '', en: '' };
  return {
    vi: ` (${lowered(form.vi)}, ${lowered(cause.vi)})`,
    en: ` (${lowered(form.en)}, ${lowered(cause.en)})`,
  };
}

/** The months a year's figure came from, each a sheet or a closed result of its own: "Tháng 1: 94,5; tháng 2: không có điểm". */
export function monthsText(
  months: readonly { readonly period: Period; readonly total: Rational | null; readonly note?: string | null }[],
  locale: Locale,
): string {
  const parts = months.map(({ period, total, note }) => {
    const month = String(Number(period.slice(5)));
    const none = locale === 'vi' ? 'không có điểm' : 'no figure';
    const value = total === null ? none : toDisplayIn(total, locale);
    return `${locale === 'vi' ? 'tháng' : 'month'} ${month}: ${value}${note ? ` (${note})` : ''}`;
  });
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How the quota would stand with one more OUTSTANDING, for the person who scores; one sentence for each limit. */
export function liveQuotaText({ group, agency }: LiveQuota, locale: Locale): readonly string[] {
  const scopes = { group: { vi: 'Nhóm', en: 'Group' }, agency: { vi: 'Cơ quan', en: 'Agency' } };
  const sentence = (scope: LocalisedText, { outstanding, limit, place, isExceeded }: QuotaStanding) => {
    const vi = `${scope.vi}: đã có ${outstanding} trên tối đa ${limit} người hoàn thành xuất sắc; người này sẽ là người thứ ${place}${isExceeded ? ', vượt tỷ lệ' : ''}.`;
    const en = `${scope.en}: ${outstanding} of at most ${limit} outstanding; this person would be number ${place}${isExceeded ? ', beyond the quota' : ''}.`;
    return locale === 'vi' ? vi : en;
  };
  return [...(group === null ? [] : [sentence(scopes.group, group)]), sentence(scopes.agency, agency)];
}
