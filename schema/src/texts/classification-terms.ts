import type { ClassificationFlag, ProposalOutcome, Proposed } from '../classification/classification.ts';
import type { DisciplineForm } from '../evaluation/evaluation.ts';
import type { OutstandingCondition } from '../organisation/organisation.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { RankingKey, YearKey } from '../ranking/ranking.ts';
import type { DisciplineCause, QuotaBasis } from '../scoring/scoring.ts';
import { levelTexts } from './term-texts.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const proposalOutcomeTexts: Texts<ProposalOutcome> = {
  LEVEL: { vi: 'Đề xuất mức xếp loại', en: 'A level is proposed' },
  NOT_CLASSIFIED: { vi: 'Không xếp loại', en: 'Not classified' },
  PENDING_UNIT: { vi: 'Chờ kết quả của đơn vị', en: "Waits for the unit's level" },
  AUTHORITY_DECIDES: { vi: 'Cấp có thẩm quyền quyết định', en: 'The authority decides' },
};

/** What is proposed for somebody, in full: a level or why there is none. */
export const proposedTexts: Texts<Proposed> = {
  ...levelTexts,
  NOT_CLASSIFIED: proposalOutcomeTexts.NOT_CLASSIFIED,
  PENDING_UNIT: proposalOutcomeTexts.PENDING_UNIT,
  AUTHORITY_DECIDES: proposalOutcomeTexts.AUTHORITY_DECIDES,
};

export const classificationFlagTexts: Texts<ClassificationFlag> = {
  FORCED: { vi: 'Mức bắt buộc theo quy định', en: 'Level forced by law' },
  HEAD_CAP: { vi: 'Hạ theo mức của đơn vị', en: "Lowered to the unit's level" },
  INCOMPLETE_MONTHS: { vi: 'Có tháng làm việc chưa có điểm', en: 'A month worked has no figure' },
  PENDING_PROCEDURE: { vi: 'Đang xem xét, xử lý kỷ luật', en: 'A discipline procedure is pending' },
  QUOTA: { vi: 'Vượt tỷ lệ xuất sắc', en: 'Beyond the quota of outstanding' },
  TIE: { vi: 'Bằng nhau tại điểm cắt', en: 'Tied at the cut' },
  UNRELATED_DISCIPLINE: {
    vi: 'Có kỷ luật không liên quan công vụ, cần xem xét',
    en: 'A discipline unrelated to duty, to be considered',
  },
};

export const disciplineFormTexts: Texts<DisciplineForm> = {
  REPRIMAND: { vi: 'Khiển trách', en: 'Reprimand' },
  WARNING: { vi: 'Cảnh cáo', en: 'Warning' },
  REMOVAL_FROM_OFFICE: { vi: 'Cách chức', en: 'Removal from office' },
  DISMISSAL: { vi: 'Buộc thôi việc', en: 'Dismissal' },
  RECALL: { vi: 'Bãi nhiệm', en: 'Recall from elected office' },
  DEMOTION: { vi: 'Giáng chức', en: 'Demotion' },
  SALARY_REDUCTION: { vi: 'Hạ bậc lương', en: 'Salary reduction' },
  PARTY_REPRIMAND: { vi: 'Khiển trách (Đảng)', en: 'Reprimand (Party)' },
  PARTY_WARNING: { vi: 'Cảnh cáo (Đảng)', en: 'Warning (Party)' },
  PARTY_REMOVAL: { vi: 'Cách chức (Đảng)', en: 'Removal from office (Party)' },
  PARTY_EXPULSION: { vi: 'Khai trừ (Đảng)', en: 'Expulsion (Party)' },
};

export const disciplineCauseTexts: Texts<DisciplineCause> = {
  PUBLIC_DUTY: { vi: 'Liên quan đến hoạt động công vụ', en: 'Related to public duty' },
  DEGRADATION: { vi: 'Do suy thoái', en: 'Degradation' },
  UNRELATED: { vi: 'Không liên quan đến công vụ và suy thoái', en: 'Unrelated to duty and degradation' },
};

export const rankingKeyTexts: Texts<RankingKey | YearKey> = {
  TOTAL: { vi: 'Điểm', en: 'Score' },
  RESULT_POINTS: { vi: 'Điểm kết quả thực hiện nhiệm vụ', en: 'Points for task results' },
  QUALITY: { vi: 'Chất lượng', en: 'Quality' },
  DELAYS: { vi: 'Số lần chậm không được miễn trừ', en: 'Delays that are not exempt' },
  LEVEL: { vi: 'Mức xếp loại', en: 'Level' },
  YEARS: { vi: 'Kết quả nhiều năm', en: 'Result over several years' },
  AWARDS: { vi: 'Danh hiệu, khen thưởng', en: 'Titles and commendations' },
};

export const quotaBasisTexts: Texts<QuotaBasis> = {
  LITERAL_HTT_ONLY: {
    vi: 'Tính trên số người hoàn thành tốt nhiệm vụ',
    en: 'Of those rated good',
  },
  HTT_AND_ABOVE: {
    vi: 'Tính trên số người hoàn thành tốt nhiệm vụ trở lên',
    en: 'Of those rated good or better',
  },
};

export const outstandingConditionTexts: Texts<OutstandingCondition> = {
  beyond: { vi: 'Chưa đủ tỷ lệ nhiệm vụ vượt yêu cầu', en: 'Too few tasks beyond requirement' },
  subordinates: { vi: 'Có đơn vị trực thuộc không hoàn thành nhiệm vụ', en: 'A direct subordinate unit not completed' },
  defects: { vi: 'Còn tồn tại, hạn chế chưa khắc phục', en: 'Defects not remedied' },
};
