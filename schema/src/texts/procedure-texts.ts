import type { LocalisedText } from '../primitives/locale.ts';
import type {
  CatalogueProposalState,
  ClassificationState,
  ClassificationStep,
  JobState,
  LeaveKind,
  MeetingKind,
  PetitionOutcome,
  PetitionState,
  RoundState,
  UnitResultState,
} from '../procedure/procedure.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const classificationStateTexts: Texts<ClassificationState> = {
  OPEN: { vi: 'Chưa tự đánh giá', en: 'Open' },
  SELF_RATED: { vi: 'Đã tự đánh giá', en: 'Self-rated' },
  MEETING_HELD: { vi: 'Đã họp', en: 'Meeting held' },
  PARTY_OPINION: { vi: 'Đã có ý kiến cấp ủy', en: 'Party opinion given' },
  SYNTHESISED: { vi: 'Đã tổng hợp', en: 'Synthesised' },
  DECIDED: { vi: 'Đã quyết định', en: 'Decided' },
  NOTIFIED: { vi: 'Đã thông báo', en: 'Notified' },
  PUBLISHED: { vi: 'Đã công khai', en: 'Published' },
  PETITIONED: { vi: 'Đang có kiến nghị', en: 'Petitioned' },
  RESOLVED: { vi: 'Đã giải quyết kiến nghị', en: 'Petition resolved' },
  SUPERSEDED: { vi: 'Đã được thay thế', en: 'Superseded' },
};

/** What is still missing before a decision. */
export const classificationStepTexts: Texts<ClassificationStep> = {
  MEETING_HELD: { vi: 'Biên bản cuộc họp', en: 'Minutes of the meeting' },
  PARTY_OPINION: { vi: 'Ý kiến của cấp ủy nơi công tác', en: 'Opinion of the Party committee at work' },
  SYNTHESISED: { vi: 'Tổng hợp của cơ quan tổ chức cán bộ', en: 'Synthesis of the personnel body' },
};

export const roundStateTexts: Texts<RoundState> = {
  OPEN: { vi: 'Đang mở', en: 'Open' },
  PROPOSED: { vi: 'Đã đề xuất', en: 'Proposed' },
  CLOSED: { vi: 'Đã khóa', en: 'Closed' },
};

export const unitResultStateTexts: Texts<UnitResultState> = {
  DRAFT: { vi: 'Đang lập', en: 'Draft' },
  SUBMITTED: { vi: 'Đã gửi đề xuất', en: 'Submitted' },
  DECIDED: { vi: 'Đã quyết định', en: 'Decided' },
  SUPERSEDED: { vi: 'Đã được thay thế', en: 'Superseded' },
};

export const petitionStateTexts: Texts<PetitionState> = {
  FILED: { vi: 'Đã gửi, chờ giải quyết', en: 'Filed, waiting' },
  RESOLVED: { vi: 'Đã giải quyết', en: 'Resolved' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const petitionOutcomeTexts: Texts<PetitionOutcome> = {
  UPHELD: { vi: 'Chấp nhận kiến nghị', en: 'Upheld' },
  DISMISSED: { vi: 'Không chấp nhận kiến nghị', en: 'Dismissed' },
};

export const catalogueProposalStateTexts: Texts<CatalogueProposalState> = {
  PROPOSED: { vi: 'Đã đề xuất', en: 'Proposed' },
  CONSOLIDATED: { vi: 'Đã tổng hợp', en: 'Consolidated' },
  DECIDED: { vi: 'Đã quyết định', en: 'Decided' },
  REFUSED: { vi: 'Không chấp nhận', en: 'Refused' },
};

export const jobStateTexts: Texts<JobState> = {
  QUEUED: { vi: 'Đang chờ chạy', en: 'Queued' },
  RUNNING: { vi: 'Đang chạy', en: 'Running' },
  STOPPED: { vi: 'Đã dừng', en: 'Stopped' },
  DONE: { vi: 'Đã xong', en: 'Done' },
  FAILED: { vi: 'Bị lỗi', en: 'Failed' },
};

export const meetingKindTexts: Texts<MeetingKind> = {
  ALL_STAFF: { vi: 'Họp toàn thể', en: 'All staff' },
  LEADERSHIP: {
    vi: 'Họp lãnh đạo, cấp ủy và người đứng đầu các đơn vị trực thuộc',
    en: 'Leadership, Party committee and heads of sub-units',
  },
  WRITTEN: { vi: 'Lấy ý kiến bằng văn bản', en: 'Written opinions' },
};

export const leaveKindTexts: Texts<LeaveKind> = {
  NONE: { vi: 'Không nghỉ dài ngày', en: 'No long leave' },
  UNPAID: { vi: 'Nghỉ việc riêng không hưởng lương', en: 'Unpaid leave' },
  SICK_OR_MATERNITY: {
    vi: 'Nghỉ ốm đau, thai sản theo chế độ bảo hiểm xã hội',
    en: 'Sick or maternity leave under social insurance',
  },
};
