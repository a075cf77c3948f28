import type {
  Level,
  ObjectiveCauseState,
  Post,
  Responsibility,
  SheetState,
  SubjectType,
  TaskEventKind,
  TaskOrigin,
  TaskOutcome,
  UnitKind,
} from '../evaluation/evaluation.ts';
import type { Role } from '../permission/permission.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { Certainty } from '../primitives/source.ts';
import type { ScoreStep } from '../scoring/component.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

/** Levels in full, as a decision names them. */
export const levelTexts: Texts<Level> = {
  OUTSTANDING: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Outstanding' },
  GOOD: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
  COMPLETED: { vi: 'Hoàn thành nhiệm vụ', en: 'Completed' },
  NOT_COMPLETED: { vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' },
};

/** The word on a mark, the same in both languages. */
export const levelMarks: Readonly<Record<Level, string>> = {
  OUTSTANDING: 'HTXS',
  GOOD: 'HTT',
  COMPLETED: 'HT',
  NOT_COMPLETED: 'KHT',
};

export const stepTexts: Texts<ScoreStep> = {
  general: { vi: 'Tiêu chí chung', en: 'General criteria' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  quality: { vi: 'Chất lượng', en: 'Quality' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  unitResult: { vi: 'Kết quả hoạt động của đơn vị, lĩnh vực', en: 'Result of the unit or field' },
  organising: { vi: 'Khả năng tổ chức triển khai', en: 'Ability to organise' },
  cohesion: { vi: 'Năng lực tập hợp, đoàn kết', en: 'Cohesion' },
  sectionCap: { vi: 'Giới hạn 70 điểm của phần kết quả', en: 'Limit of 70 points for results' },
};

export const roleTexts: Texts<Role> = {
  EMPLOYEE: { vi: 'Người được đánh giá', en: 'Employee' },
  MANAGER: { vi: 'Người quản lý trực tiếp', en: 'Manager' },
  HEAD_OF_UNIT: { vi: 'Người đứng đầu đơn vị', en: 'Head of unit' },
  AUTHORITY: { vi: 'Cấp có thẩm quyền xếp loại', en: 'Classifying authority' },
  HR: { vi: 'Tổ chức cán bộ', en: 'Personnel' },
  LEADER: { vi: 'Lãnh đạo', en: 'Leader' },
  INSPECTOR: { vi: 'Thanh tra, kiểm tra công vụ', en: 'Inspector' },
  ADMINISTRATOR: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  DATA_OFFICER: { vi: 'Phụ trách bảo vệ dữ liệu cá nhân', en: 'Data protection officer' },
};

export const postTexts: Texts<Post> = {
  HEAD: { vi: 'Người đứng đầu', en: 'Head' },
  DEPUTY: { vi: 'Cấp phó', en: 'Deputy' },
  STAFF: { vi: 'Chuyên môn', en: 'Staff' },
};

/** Source: NĐ 335/2025 art. 3. */
export const unitKindTexts: Texts<UnitKind> = {
  MANAGING_AGENCY: { vi: 'Cơ quan quản lý', en: 'Managing agency' },
  USING_AGENCY: { vi: 'Cơ quan sử dụng', en: 'Using agency' },
  DIRECT_UNIT: { vi: 'Đơn vị trực tiếp sử dụng', en: 'Unit inside an agency' },
};

export const subjectTypeTexts: Texts<SubjectType> = {
  CADRE: { vi: 'Cán bộ', en: 'Cadre' },
  CIVIL_SERVANT: { vi: 'Công chức', en: 'Civil servant' },
  PUBLIC_EMPLOYEE: { vi: 'Viên chức', en: 'Public employee' },
  CONTRACT: { vi: 'Người lao động hợp đồng', en: 'Contract worker' },
};

export const taskOriginTexts: Texts<TaskOrigin> = {
  PLANNED: { vi: 'Trong kế hoạch', en: 'Planned' },
  UNPLANNED: { vi: 'Đột xuất, phát sinh', en: 'Unplanned' },
  TAKEN_OVER: { vi: 'Nhận thay người khác', en: 'Taken over' },
};

export const taskOutcomeTexts: Texts<TaskOutcome> = {
  OPEN: { vi: 'Đang thực hiện', en: 'Open' },
  DONE: { vi: 'Hoàn thành', en: 'Done' },
  NOT_DONE: { vi: 'Không hoàn thành', en: 'Not done' },
  HANDED_OVER: { vi: 'Đã chuyển người khác', en: 'Handed over' },
};

export const responsibilityTexts: Texts<Responsibility> = {
  LEAD: { vi: 'Chủ trì', en: 'Leads' },
  COOPERATE: { vi: 'Phối hợp', en: 'Cooperates' },
};

export const taskEventTexts: Texts<TaskEventKind> = {
  SUBMISSION: { vi: 'Nộp sản phẩm', en: 'Submission' },
  ACCEPTANCE: { vi: 'Nghiệm thu', en: 'Acceptance' },
  MAJOR_ERROR: { vi: 'Lỗi lớn về nội dung', en: 'Major content error' },
  DELAY: { vi: 'Chậm tiến độ', en: 'Delay' },
  EXTENSION: { vi: 'Gia hạn', en: 'Extension' },
  HAND_OVER: { vi: 'Chuyển người khác', en: 'Hand-over' },
};

export const objectiveCauseTexts: Texts<ObjectiveCauseState> = {
  CLAIMED: { vi: 'Đã nêu, chờ xác nhận', en: 'Claimed, waiting' },
  CONFIRMED: { vi: 'Đã xác nhận', en: 'Confirmed' },
  REFUSED: { vi: 'Không được chấp nhận', en: 'Refused' },
};

export const sheetStateTexts: Texts<SheetState> = {
  DRAFT: { vi: 'Chưa giao', en: 'Draft' },
  ASSIGNED: { vi: 'Đã giao, tạm tính', en: 'Assigned, provisional' },
  SELF_SCORED: { vi: 'Đã tự chấm', en: 'Self-scored' },
  CONFIRMED: { vi: 'Đã xác nhận', en: 'Confirmed' },
  NOTIFIED: { vi: 'Đã thông báo', en: 'Notified' },
  CORRECTED: { vi: 'Đã đính chính', en: 'Corrected' },
};

export const certaintyTexts: Texts<Certainty> = {
  VERIFIED: { vi: 'Đã đối chiếu văn bản', en: 'Read in the text' },
  SECONDARY: { vi: 'Theo nguồn thứ cấp, cần đối chiếu văn bản', en: 'Secondary source, check against the text' },
  PRACTICE: { vi: 'Theo thực tiễn của cơ quan, địa phương', en: 'Practice of an agency or locality' },
  RECALLED: { vi: 'Chưa có văn bản xác nhận', en: 'Not confirmed by a text' },
  ASSUMPTION: { vi: 'Giả định của hệ thống', en: 'Assumption of this system' },
};
