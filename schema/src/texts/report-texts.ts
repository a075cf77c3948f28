import type { LocalisedText } from '../primitives/locale.ts';
import type { ReportFigureKey, ReportSectionKey } from '../registers/registers.ts';
import { disciplineFormTexts, proposalOutcomeTexts } from './classification-terms.ts';
import {
  feedbackKindTexts,
  feedbackOutcomeTexts,
  findingTopicTexts,
  inspectionAreaTexts,
  inspectionKindTexts,
  recommendationKindTexts,
} from './inspection-texts.ts';
import { levelTexts } from './term-texts.ts';
import { commendationTitleTexts } from './title-name.ts';

export const reportSectionTexts: Readonly<Record<ReportSectionKey, LocalisedText>> = {
  inspections: { vi: 'Thanh tra, kiểm tra', en: 'Inspections' },
  findings: { vi: 'Phát hiện và thực hiện kiến nghị', en: 'Findings and follow-up' },
  coverage: { vi: 'Phạm vi kiểm tra', en: 'Coverage' },
  discipline: { vi: 'Kỷ luật', en: 'Discipline' },
  commendation: { vi: 'Khen thưởng', en: 'Commendation' },
  levels: { vi: 'Xếp loại chất lượng', en: 'Levels' },
  feedback: { vi: 'Phản ánh, kiến nghị của tổ chức, cá nhân', en: 'Feedback of citizens' },
  coordination: { vi: 'Phối hợp công tác', en: 'Coordination' },
};

/** What each figure counts, as a row of a table names it. */
export const reportFigureTexts: Readonly<Record<ReportFigureKey, LocalisedText>> = {
  'inspections.ended': { vi: 'Số cuộc thanh tra, kiểm tra đã kết thúc', en: 'Inspections ended' },
  'inspections.kind': { vi: 'Số cuộc đã kết thúc theo hình thức', en: 'Inspections ended, by kind' },
  'conclusions.issued': { vi: 'Số kết luận đã ban hành', en: 'Conclusions issued' },
  'review.collectives': {
    vi: 'Số tập thể được kiến nghị kiểm điểm rút kinh nghiệm',
    en: 'Collectives recommended for self-criticism',
  },
  'review.people': {
    vi: 'Số cá nhân được kiến nghị kiểm điểm rút kinh nghiệm',
    en: 'People recommended for self-criticism',
  },
  'discipline.recommended': {
    vi: 'Số kiến nghị xem xét xử lý kỷ luật',
    en: 'Recommendations to consider discipline',
  },
  findings: { vi: 'Số tồn tại, hạn chế được phát hiện', en: 'Findings' },
  'findings.good': { vi: 'Số cách làm hay được ghi nhận', en: 'Good practices' },
  'followUp.done': { vi: 'Số kiến nghị đã thực hiện, khép lại', en: 'Recommendations closed' },
  'followUp.open': { vi: 'Số kiến nghị chưa thực hiện xong', en: 'Recommendations open' },
  'followUp.overdue': { vi: 'Số kiến nghị quá hạn', en: 'Recommendations overdue' },
  'coverage.units': { vi: 'Số cơ quan, đơn vị', en: 'Agencies' },
  'coverage.visited': { vi: 'Số cơ quan, đơn vị đã được kiểm tra trong kỳ', en: 'Agencies visited in the period' },
  'coverage.never': { vi: 'Số cơ quan, đơn vị chưa được kiểm tra lần nào', en: 'Agencies never visited' },
  discipline: { vi: 'Số quyết định kỷ luật', en: 'Discipline decisions' },
  commendation: { vi: 'Số lượt khen thưởng', en: 'Commendations' },
  levels: { vi: 'Số người được quyết định xếp loại', en: 'People whose level was decided' },
  'feedback.received': { vi: 'Số phản ánh, kiến nghị, đơn đã tiếp nhận', en: 'Feedback received' },
  'feedback.answered': { vi: 'Số đã trả lời', en: 'Feedback answered' },
  'feedback.inTime': { vi: 'Số trả lời đúng hạn', en: 'Feedback answered in time' },
  'feedback.late': { vi: 'Số trả lời chậm hoặc quá hạn', en: 'Feedback answered late or overdue' },
  'feedback.upheld': { vi: 'Số có nội dung đúng hoặc đúng một phần', en: 'Feedback upheld, wholly or partly' },
  'coordination.asked': { vi: 'Số lượt đề nghị phối hợp', en: 'Coordination requests' },
  'coordination.inTime': { vi: 'Số lượt trả lời phối hợp đúng hạn', en: 'Coordination answered in time' },
  'coordination.late': { vi: 'Số lượt trả lời phối hợp chậm hoặc quá hạn', en: 'Coordination late or overdue' },
  'coordination.unclear': { vi: 'Số lượt trả lời chưa rõ chính kiến', en: 'Coordination without a clear position' },
};

type TermTable = Readonly<Record<string, LocalisedText>>;

const levelOrNone: TermTable = { ...levelTexts, NOT_CLASSIFIED: proposalOutcomeTexts.NOT_CLASSIFIED };

/** Figures of one kind of record have one code. */
const AGENCY: TermTable = { USING_AGENCY: { vi: 'Cơ quan sử dụng công chức', en: 'Using agency' } };
const REQUEST: TermTable = { REQUEST: { vi: 'Đề nghị phối hợp', en: 'Coordination request' } };

/** What a code of a figure's breakdown means; a free text, such as an old commendation's title, is itself. */
export function reportCodeText(key: ReportFigureKey, code: string): LocalisedText {
  const table = codeTable(key);
  return (Object.hasOwn(table, code) ? table[code] : undefined) ?? { vi: code, en: code };
}

function codeTable(key: ReportFigureKey): TermTable {
  switch (key) {
    case 'inspections.ended':
      return inspectionAreaTexts;
    case 'inspections.kind':
    case 'conclusions.issued':
      return inspectionKindTexts;
    case 'review.collectives':
    case 'review.people':
    case 'discipline.recommended':
    case 'followUp.done':
    case 'followUp.open':
    case 'followUp.overdue':
      return recommendationKindTexts;
    case 'findings':
    case 'findings.good':
      return findingTopicTexts;
    case 'discipline':
      return disciplineFormTexts;
    case 'commendation':
      return commendationTitleTexts;
    case 'levels':
      return levelOrNone;
    case 'feedback.received':
    case 'feedback.answered':
    case 'feedback.inTime':
    case 'feedback.late':
      return feedbackKindTexts;
    case 'feedback.upheld':
      return feedbackOutcomeTexts;
    case 'coverage.units':
    case 'coverage.visited':
    case 'coverage.never':
      return AGENCY;
    case 'coordination.asked':
    case 'coordination.inTime':
    case 'coordination.late':
    case 'coordination.unclear':
      return REQUEST;
  }
}
