import type { LocalisedText } from '../primitives/locale.ts';
import type {
  BlockKind,
  CandidateState,
  CommendationRoundState,
  CommendationState,
  ComplaintOutcome,
  DeferralKind,
  DisciplineState,
  EffectKind,
  Influence,
  InitiativeKind,
  InitiativeLevel,
  InitiativeState,
  LimitationException,
  LimitationStart,
  RegisterTableKind,
  RepeatedActRule,
  RevocationGround,
  ViolationSeverity,
  ViolationState,
} from '../registers/registers.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const violationSeverityTexts: Texts<ViolationSeverity> = {
  MINOR: { vi: 'Ít nghiêm trọng', en: 'Minor' },
  SERIOUS: { vi: 'Nghiêm trọng', en: 'Serious' },
  VERY_SERIOUS: { vi: 'Rất nghiêm trọng', en: 'Very serious' },
  ESPECIALLY_SERIOUS: { vi: 'Đặc biệt nghiêm trọng', en: 'Especially serious' },
};

export const violationStateTexts: Texts<ViolationState> = {
  OPEN: { vi: 'Đang xem xét, xử lý', en: 'Being handled' },
  DECIDED: { vi: 'Đã có quyết định kỷ luật', en: 'Disciplined' },
  DISMISSED: { vi: 'Không xử lý kỷ luật', en: 'Closed without discipline' },
};

export const limitationExceptionTexts: Texts<LimitationException> = {
  PARTY_EXPULSION: { vi: 'Đảng viên vi phạm đến mức phải khai trừ', en: 'Party member liable to expulsion' },
  POLITICAL_PROTECTION: { vi: 'Vi phạm về bảo vệ chính trị nội bộ', en: 'Internal political protection' },
  NATIONAL_INTEREST: {
    vi: 'Xâm hại lợi ích quốc gia về quốc phòng, an ninh, đối ngoại',
    en: 'Harm to national interest in defence, security or foreign affairs',
  },
  FAKE_DIPLOMA: { vi: 'Sử dụng văn bằng, chứng chỉ giả', en: 'Fake diploma or certificate' },
};

export const limitationStartTexts: Texts<LimitationStart> = {
  END_OF_ACT: { vi: 'Từ ngày chấm dứt hành vi', en: 'From the end of the act' },
  DISCOVERY: { vi: 'Từ ngày phát hiện', en: 'From its discovery' },
  CONCLUSION: { vi: 'Từ ngày có kết luận của cấp có thẩm quyền', en: "From the authority's conclusion" },
};

export const deferralKindTexts: Texts<DeferralKind> = {
  ILLNESS: { vi: 'Ốm đau, đang điều trị nội trú', en: 'Serious illness' },
  PREGNANCY_CHILD: {
    vi: 'Mang thai, nghỉ thai sản, nuôi con dưới 12 tháng tuổi',
    en: 'Pregnancy, maternity, child below 12 months',
  },
  PROCEEDINGS: { vi: 'Đang bị điều tra, truy tố, tạm giam', en: 'Investigation, prosecution, detention' },
};

export const effectKindTexts: Texts<EffectKind> = {
  NO_PROMOTION: { vi: 'Chưa quy hoạch, đào tạo, bổ nhiệm chức vụ cao hơn', en: 'No planning, training or higher post' },
  SALARY_DELAY: { vi: 'Kéo dài thời gian nâng bậc lương', en: 'Rise of salary delayed' },
  NO_LEADERSHIP: { vi: 'Không được bổ nhiệm chức vụ lãnh đạo, quản lý', en: 'No leading post again' },
};

export const complaintOutcomeTexts: Texts<ComplaintOutcome> = {
  PENDING: { vi: 'Đang giải quyết khiếu nại', en: 'Complaint pending' },
  UPHELD: { vi: 'Khiếu nại đúng', en: 'Complaint upheld' },
  DISMISSED: { vi: 'Khiếu nại sai', en: 'Complaint dismissed' },
};

export const disciplineStateTexts: Texts<DisciplineState> = {
  NOT_YET: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  ACTIVE: { vi: 'Đang có hiệu lực', en: 'In force' },
  LAPSED: { vi: 'Đã hết hiệu lực', en: 'Lapsed' },
  ANNULLED: { vi: 'Đã hủy bỏ', en: 'Annulled' },
  REPLACED: { vi: 'Đã được thay thế', en: 'Replaced' },
};

export const blockKindTexts: Texts<BlockKind> = {
  ACTIVE_DISCIPLINE: { vi: 'Đang trong thời hạn kỷ luật', en: 'Discipline in force' },
  SALARY_DELAY: { vi: 'Đang kéo dài thời gian nâng bậc lương', en: 'Rise of salary delayed' },
  NO_LEADERSHIP: { vi: 'Không được bổ nhiệm chức vụ lãnh đạo, quản lý', en: 'No leading post again' },
  PENDING_PROCEDURE: { vi: 'Đang trong quá trình xem xét, xử lý', en: 'Procedure pending' },
};

export const repeatedActRuleTexts: Texts<RepeatedActRule> = {
  NONE: { vi: 'Không có kỷ luật đang thi hành', en: 'Nothing being served' },
  'R-D-3-i': {
    vi: 'Vi phạm mới nhẹ hơn hoặc bằng hình thức đang thi hành: nặng hơn hình thức đang thi hành một mức',
    en: 'New act lighter or equal: one form heavier than the current',
  },
  'R-D-3-ii': {
    vi: 'Vi phạm mới nặng hơn hình thức đang thi hành: nặng hơn hình thức của vi phạm mới một mức',
    en: 'New act heavier: one form heavier than it deserves',
  },
  'R-D-4': { vi: 'Tái phạm sau khi bị cách chức', en: 'Repeated after a removal from office' },
};

export const revocationGroundTexts: Texts<RevocationGround> = {
  DISHONEST: { vi: 'Kê khai không trung thực', en: 'Dishonest declaration' },
  FORGED: { vi: 'Thông tin sai, giấy tờ giả', en: 'False information or forged papers' },
  IMPROPER: { vi: 'Thẩm định, xét duyệt trái quy định', en: 'Appraised against the rules' },
  LATER_VIOLATION: {
    vi: 'Có kết luận vi phạm trong thời gian tính thành tích',
    en: 'Violation concluded in the period counted',
  },
};

export const commendationStateTexts: Texts<CommendationState> = {
  GIVEN: { vi: 'Đã tặng', en: 'Given' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
  TO_REVIEW: { vi: 'Cần xem xét lại', en: 'To be reviewed' },
};

export const commendationRoundStateTexts: Texts<CommendationRoundState> = {
  OPEN: { vi: 'Đang xét', en: 'Open' },
  CLOSED: { vi: 'Đã kết thúc', en: 'Closed' },
};

export const candidateStateTexts: Texts<CandidateState> = {
  ELIGIBLE: { vi: 'Đủ điều kiện', en: 'Eligible' },
  MISSING: { vi: 'Chưa đủ điều kiện', en: 'Conditions missing' },
  HELD: { vi: 'Tạm dừng xét', en: 'Held' },
  AWARDED: { vi: 'Đã được tặng', en: 'Awarded' },
};

export const initiativeKindTexts: Texts<InitiativeKind> = {
  INITIATIVE: { vi: 'Sáng kiến', en: 'Initiative' },
  SCIENTIFIC_WORK: { vi: 'Đề tài, công trình khoa học', en: 'Scientific work' },
};

export const initiativeLevelTexts: Texts<InitiativeLevel> = {
  BASE: { vi: 'Cấp cơ sở', en: 'Base level' },
  MINISTRY_PROVINCE: { vi: 'Cấp bộ, ban, ngành, tỉnh', en: 'Ministry or province' },
  NATIONAL: { vi: 'Cấp nhà nước', en: 'National level' },
};

export const influenceTexts: Texts<Influence> = {
  UNIT: { vi: 'Ảnh hưởng trong đơn vị', en: 'Within the unit' },
  MINISTRY_PROVINCE: { vi: 'Ảnh hưởng trong bộ, ban, ngành, tỉnh', en: 'Within the ministry or province' },
  NATIONAL: { vi: 'Ảnh hưởng trong toàn quốc', en: 'Nationwide' },
};

export const initiativeStateTexts: Texts<InitiativeState> = {
  PROPOSED: { vi: 'Đề nghị công nhận', en: 'Proposed' },
  RECOGNISED: { vi: 'Đã công nhận', en: 'Recognised' },
  REFUSED: { vi: 'Không công nhận', en: 'Refused' },
  REVOKED: { vi: 'Đã hủy công nhận', en: 'Recognition revoked' },
};

export const registerTableKindTexts: Texts<RegisterTableKind> = {
  DISCIPLINE_FORMS: { vi: 'Hình thức kỷ luật', en: 'Forms of discipline' },
  DISCIPLINE_EFFECTS: { vi: 'Hệ quả của kỷ luật', en: 'Effects of discipline' },
  COMMENDATION_TITLES: { vi: 'Danh hiệu và điều kiện khen thưởng', en: 'Titles and their conditions' },
  CLOCKS: { vi: 'Thời hạn', en: 'Terms' },
  RETENTION: { vi: 'Thời hạn lưu giữ', en: 'Retention' },
  APPOINTMENT_CONDITIONS: { vi: 'Điều kiện bổ nhiệm', en: 'Conditions of appointment' },
  SIGN_FLOORS: { vi: 'Ngưỡng của các dấu hiệu cần xem lại', en: 'Floors of signs' },
};
