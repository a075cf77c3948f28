import type { LocalisedText } from '../primitives/locale.ts';
import type { ApartReason, ContradictionKind, GroupDifference, YearsBasis } from '../ranking/ranking.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

/** Why somebody has no place. Source: domain.md 9.2, 9.4. */
export const apartReasonTexts: Texts<ApartReason> = {
  NO_SCORE: { vi: 'Chưa có điểm được xác nhận trong tháng', en: 'No confirmed score of the month' },
  MOVED_IN_MONTH: {
    vi: 'Chuyển đơn vị trong tháng, tháng chưa khóa',
    en: 'Moved within the month, which is not closed',
  },
  NOT_CLASSIFIED: { vi: 'Không xếp loại', en: 'Not classified' },
  NOT_DECIDED: { vi: 'Chưa có quyết định xếp loại', en: 'The level is not decided' },
};

export const yearsBasisTexts: Texts<YearsBasis> = {
  MEAN: { vi: 'Trung bình điểm các năm', en: 'Mean of the years’ scores' },
  LEVEL_POINTS: {
    vi: 'Theo mức xếp loại từng năm, vì các năm theo chế độ đánh giá khác nhau',
    en: 'By the levels of the years, since regimes differ',
  },
};

export const groupDifferenceTexts: Texts<GroupDifference> = {
  AGENCY: { vi: 'cơ quan xếp loại', en: 'classifying agency' },
  GROUP: { vi: 'nhóm công việc tương đồng', en: 'group of similar work' },
  FAMILY: { vi: 'chế độ đánh giá', en: 'regime' },
  PERIOD: { vi: 'kỳ đánh giá', en: 'period' },
};

/** Source: domain.md 9.5; HEAD_ABOVE_UNIT: NĐ 335/2025 art. 20(6). */
export const contradictionTexts: Texts<ContradictionKind> = {
  UNIT_BELOW_MEMBERS: {
    vi: 'Đơn vị chỉ hoàn thành nhiệm vụ hoặc thấp hơn, trong khi hầu hết người của đơn vị được xếp tốt trở lên',
    en: 'The unit is completed or lower while nearly all its people are good or better',
  },
  MEMBERS_BELOW_UNIT: {
    vi: 'Đơn vị được xếp tốt trở lên, trong khi hầu hết người của đơn vị được xếp thấp hơn',
    en: 'The unit is good or better while nearly all its people are lower',
  },
  HEAD_ABOVE_UNIT: {
    vi: 'Người đứng đầu có mức xếp loại cao hơn mức của đơn vị',
    en: 'The head has a level above that of the unit',
  },
};
