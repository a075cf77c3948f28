import type { LocalisedText } from '../primitives/locale.ts';
import type {
  CoordinationState,
  EvidenceKind,
  FeedbackKind,
  FeedbackOutcome,
  FeedbackState,
  FindingSeverity,
  FindingTopic,
  InspectionArea,
  InspectionKind,
  InspectionMode,
  InspectionPlanState,
  InspectionState,
  RecommendationKind,
  RecommendationState,
  TeamRole,
  UnitEvidenceKind,
  VisitState,
} from '../registers/registers.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const inspectionPlanStateTexts: Texts<InspectionPlanState> = {
  DRAFT: { vi: 'Dự thảo', en: 'Draft' },
  ISSUED: { vi: 'Đã ban hành', en: 'Issued' },
  CLOSED: { vi: 'Đã kết thúc', en: 'Closed' },
};

export const inspectionKindTexts: Texts<InspectionKind> = {
  INSPECTION: { vi: 'Thanh tra', en: 'Inspection' },
  DUTY_CHECK: { vi: 'Kiểm tra công vụ', en: 'Check of public duty' },
  REFORM_CHECK: { vi: 'Kiểm tra cải cách hành chính', en: 'Check of administrative reform' },
  SELF_CHECK: { vi: 'Tự kiểm tra', en: 'Self-check' },
};

export const inspectionAreaTexts: Texts<InspectionArea> = {
  PUBLIC_DUTY: { vi: 'Công vụ', en: 'Public duty' },
  CITIZEN_RECEPTION: {
    vi: 'Tiếp công dân và giải quyết khiếu nại, tố cáo',
    en: 'Citizen reception, complaints and denunciations',
  },
  ANTI_CORRUPTION: { vi: 'Phòng, chống tham nhũng', en: 'Anti-corruption' },
  ADMINISTRATIVE_REFORM: { vi: 'Cải cách hành chính', en: 'Administrative reform' },
  SPECIALISED: { vi: 'Chuyên ngành', en: 'Specialised field' },
  OTHER: { vi: 'Lĩnh vực khác', en: 'Other field' },
};

export const inspectionModeTexts: Texts<InspectionMode> = {
  PLANNED: { vi: 'Theo kế hoạch', en: 'Planned' },
  UNANNOUNCED: { vi: 'Đột xuất', en: 'Unannounced' },
  THEMATIC: { vi: 'Theo chuyên đề', en: 'Thematic' },
};

export const inspectionStateTexts: Texts<InspectionState> = {
  PLANNED: { vi: 'Chưa bắt đầu', en: 'Not started' },
  RUNNING: { vi: 'Đang tiến hành', en: 'Running' },
  ENDED: { vi: 'Đã kết thúc, chưa kết luận', en: 'Ended, no conclusion yet' },
  CONCLUDED: { vi: 'Đã kết luận', en: 'Concluded' },
  CLOSED: { vi: 'Đã khép lại', en: 'Closed' },
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
};

export const teamRoleTexts: Texts<TeamRole> = {
  HEAD: { vi: 'Trưởng đoàn', en: 'Head of the team' },
  DEPUTY: { vi: 'Phó trưởng đoàn', en: 'Deputy head' },
  SECRETARY: { vi: 'Thư ký', en: 'Secretary' },
  MEMBER: { vi: 'Thành viên', en: 'Member' },
};

export const visitStateTexts: Texts<VisitState> = {
  PLANNED: { vi: 'Dự kiến', en: 'Planned' },
  DONE: { vi: 'Đã kiểm tra', en: 'Visited' },
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
};

export const findingTopicTexts: Texts<FindingTopic> = {
  WORKING_HOURS: { vi: 'Chấp hành giờ làm việc', en: 'Working hours' },
  ATTITUDE: { vi: 'Thái độ phục vụ', en: 'Attitude' },
  CITIZEN_RECEPTION: { vi: 'Tiếp công dân', en: 'Citizen reception' },
  PETITIONS: { vi: 'Giải quyết đơn thư, kiến nghị', en: 'Petitions' },
  ADMINISTRATIVE_PROCEDURES: { vi: 'Giải quyết thủ tục hành chính', en: 'Administrative procedures' },
  DOCUMENT_SYSTEM: { vi: 'Sử dụng hệ thống văn bản, thư điện tử công vụ', en: 'Document system and official e-mail' },
  PUBLIC_POSTING: { vi: 'Niêm yết công khai, đeo thẻ', en: 'Public posting, name plates' },
  ALCOHOL: { vi: 'Uống rượu, bia', en: 'Alcohol' },
  ANTI_CORRUPTION: { vi: 'Phòng, chống tham nhũng', en: 'Anti-corruption' },
  ASSET_DECLARATION: { vi: 'Kê khai tài sản, thu nhập', en: 'Asset declaration' },
  DOCUMENT_HANDLING: { vi: 'Xử lý văn bản', en: 'Document handling' },
  OTHER: { vi: 'Nội dung khác', en: 'Other' },
};

export const findingSeverityTexts: Texts<FindingSeverity> = {
  LIGHT: { vi: 'Nhẹ', en: 'Light' },
  NOTABLE: { vi: 'Đáng lưu ý', en: 'Notable' },
  GRAVE: { vi: 'Nghiêm trọng', en: 'Grave' },
};

export const recommendationKindTexts: Texts<RecommendationKind> = {
  RECTIFY: { vi: 'Chấn chỉnh', en: 'Rectify' },
  REMIND: { vi: 'Nhắc nhở', en: 'Remind' },
  CRITICISE: { vi: 'Phê bình', en: 'Criticise' },
  SELF_CRITICISM: { vi: 'Kiểm điểm rút kinh nghiệm', en: 'Self-criticism to draw lessons' },
  CONSIDER_DISCIPLINE: { vi: 'Xem xét xử lý kỷ luật', en: 'Consider discipline' },
  RECOVER: { vi: 'Thu hồi', en: 'Recover' },
  TRANSFER_TO_INVESTIGATION: { vi: 'Chuyển cơ quan điều tra', en: 'Transfer to investigation' },
  COMMEND: { vi: 'Biểu dương, khen thưởng', en: 'Commend' },
  AMEND_RULES: { vi: 'Sửa đổi quy định', en: 'Amend rules' },
};

export const recommendationStateTexts: Texts<RecommendationState> = {
  NOT_STARTED: { vi: 'Chưa thực hiện', en: 'Not started' },
  UNDER_WAY: { vi: 'Đang thực hiện', en: 'Under way' },
  DONE: { vi: 'Đã thực hiện, chờ khép lại', en: 'Done, to be closed' },
  CLOSED: { vi: 'Đã khép lại', en: 'Closed' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const feedbackKindTexts: Texts<FeedbackKind> = {
  REFLECTION: { vi: 'Phản ánh', en: 'Reflection' },
  SUGGESTION: { vi: 'Kiến nghị', en: 'Suggestion' },
  COMPLAINT: { vi: 'Khiếu nại', en: 'Complaint' },
  DENUNCIATION: { vi: 'Tố cáo', en: 'Denunciation' },
};

export const feedbackOutcomeTexts: Texts<FeedbackOutcome> = {
  UPHELD: { vi: 'Đúng', en: 'Upheld' },
  PARTLY_UPHELD: { vi: 'Đúng một phần', en: 'Partly upheld' },
  NOT_UPHELD: { vi: 'Không đúng', en: 'Not upheld' },
  OUTSIDE_COMPETENCE: { vi: 'Không thuộc thẩm quyền', en: 'Outside competence' },
};

export const feedbackStateTexts: Texts<FeedbackState> = {
  RECEIVED: { vi: 'Đã tiếp nhận', en: 'Received' },
  ASSIGNED: { vi: 'Đã phân công', en: 'Assigned' },
  ANSWERED: { vi: 'Đã trả lời', en: 'Answered' },
  CLOSED: { vi: 'Đã khép lại', en: 'Closed' },
};

export const coordinationStateTexts: Texts<CoordinationState> = {
  OPEN: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  ANSWERED: { vi: 'Đã trả lời', en: 'Answered' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const evidenceKindTexts: Texts<EvidenceKind> = {
  FINDING: { vi: 'Phát hiện qua kiểm tra', en: 'Finding' },
  GOOD_PRACTICE: { vi: 'Cách làm hay', en: 'Good practice' },
  FEEDBACK: { vi: 'Phản ánh của người dân', en: 'Feedback of citizens' },
  COORDINATION: { vi: 'Phối hợp công tác', en: 'Coordination' },
  INITIATIVE: { vi: 'Sáng kiến', en: 'Initiative' },
  SELF_CRITICISM: { vi: 'Kiểm điểm rút kinh nghiệm', en: 'Self-criticism to draw lessons' },
};

export const unitEvidenceKindTexts: Texts<UnitEvidenceKind> = {
  OPEN_FINDING: { vi: 'Tồn tại, hạn chế chưa khắc phục', en: 'Finding not remedied' },
  DISCIPLINE_HERE: { vi: 'Kỷ luật về hành vi tại đơn vị', en: 'Discipline for an act done here' },
  FEEDBACK: { vi: 'Phản ánh của người dân', en: 'Feedback of citizens' },
  COORDINATION: { vi: 'Phối hợp công tác', en: 'Coordination' },
};
