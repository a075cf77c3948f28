import type { LocalisedText } from '../primitives/locale.ts';
import type { ForcingFact, YearRules } from '../scoring/year-rules.ts';

/** What each row of a classification's trace says. Source: domain.md 3.8–3.10. */
export const yearRuleTexts: Readonly<Record<keyof YearRules['rules'], LocalisedText>> = {
  mean: {
    vi: 'Điểm năm là trung bình cộng điểm các tháng thực tế làm việc; tháng không có điểm để ngoài',
    en: 'The year’s figure is the mean of the months actually worked; months without a figure are left out',
  },
  eligibility: {
    vi: 'Làm việc trong năm chưa đủ thời gian tối thiểu thì không xếp loại, trừ nghỉ ốm đau, thai sản',
    en: 'Having worked less than the least time in the year is not classified, sick and maternity leave excepted',
  },
  scoreLevel: {
    vi: 'Mức xếp loại theo điểm năm, tính trên số chưa làm tròn',
    en: 'The level by the year’s figure, before any rounding',
  },
  unrelatedDiscipline: {
    vi: 'Kỷ luật không do suy thoái và không liên quan đến hoạt động công vụ: báo để cấp có thẩm quyền xem xét',
    en: 'A discipline unrelated to degradation and to public duty is shown for the authority to consider',
  },
  headCap: {
    vi: 'Mức xếp loại của người đứng đầu không cao hơn mức xếp loại của tổ chức, đơn vị',
    en: 'The head’s level is not higher than the level of the organisation',
  },
  quotaGroup: {
    vi: 'Tỷ lệ hoàn thành xuất sắc nhiệm vụ trong từng nhóm có nhiệm vụ tương đồng',
    en: 'The share of outstanding within each group of similar tasks',
  },
  quotaAgency: {
    vi: 'Tỷ lệ hoàn thành xuất sắc nhiệm vụ trong toàn cơ quan',
    en: 'The share of outstanding within the whole agency',
  },
  tie: {
    vi: 'Bằng nhau ở mọi tiêu chí xếp thứ tự tại điểm cắt: cấp có thẩm quyền quyết định',
    en: 'Equal on every ranking key at the cut: the authority decides',
  },
};

/** What forces the lowest level. Source: NĐ 335/2025 art. 20(4), 11(3). */
export const forcedRuleTexts: Readonly<Record<ForcingFact, LocalisedText>> = {
  CONCLUDED_DEGRADATION: {
    vi: 'Cấp có thẩm quyền kết luận suy thoái về tư tưởng chính trị, đạo đức, lối sống, “tự diễn biến”, “tự chuyển hóa”; vi phạm những điều đảng viên không được làm; vi phạm trách nhiệm nêu gương làm ảnh hưởng uy tín',
    en: 'The authority concluded ideological or moral degradation, “self-evolution” or “self-transformation”, a breach of what party members may not do, or a breach of exemplary duty harming prestige',
  },
  DISCIPLINE: {
    vi: 'Vi phạm liên quan đến hoạt động công vụ hoặc do suy thoái, bị xử lý kỷ luật từ khiển trách trở lên trong năm đánh giá',
    en: 'A violation related to public duty, or of degradation, disciplined by reprimand or heavier in the year of evaluation',
  },
  CORRUPTION_IN_UNIT: {
    vi: 'Người lãnh đạo có đơn vị trực tiếp quản lý liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý theo pháp luật',
    en: 'A leader whose directly managed unit was involved in embezzlement, corruption or waste and handled under the law',
  },
};
