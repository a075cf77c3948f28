import type { LocalisedText } from '../primitives/locale.ts';
import type {
  CellKind,
  DataRequestKind,
  DataRequestState,
  ImportMode,
  ImportRegister,
  RestrictionScope,
  RetentionEntity,
  RetentionProposalState,
} from '../registers/registers.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const dataRequestKindTexts: Texts<DataRequestKind> = {
  ACCESS: { vi: 'Xem, nhận dữ liệu', en: 'Access' },
  CORRECTION: { vi: 'Chỉnh sửa', en: 'Correction' },
  RESTRICTION: { vi: 'Hạn chế xử lý', en: 'Restriction' },
  OBJECTION: { vi: 'Phản đối xử lý', en: 'Objection' },
  WITHDRAWAL: { vi: 'Rút lại sự đồng ý', en: 'Withdrawal of consent' },
};

export const dataRequestStateTexts: Texts<DataRequestState> = {
  RECEIVED: { vi: 'Đã tiếp nhận', en: 'Received' },
  ACCEPTED: { vi: 'Đã chấp nhận, đang thực hiện', en: 'Accepted, being carried out' },
  REFUSED: { vi: 'Không chấp nhận', en: 'Refused' },
  CARRIED_OUT: { vi: 'Đã thực hiện', en: 'Carried out' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const restrictionScopeTexts: Texts<RestrictionScope> = {
  OVERLAY: { vi: 'Không hiển thị trên trang văn bản', en: 'Not shown on pages' },
  EXPORT: { vi: 'Không đưa vào tệp xuất', en: 'Left out of files' },
};

export const retentionEntityTexts: Texts<RetentionEntity> = {
  FEEDBACK_SENDER: { vi: 'Danh tính người gửi phản ánh, kiến nghị', en: 'Identity of who sent feedback' },
  ABSENCE: { vi: 'Ngày nghỉ, ốm đau, thai sản', en: 'Absences' },
  DATA_REQUEST: { vi: 'Nội dung yêu cầu về dữ liệu cá nhân', en: 'Texts of data requests' },
  IMPORT_PROBLEM: { vi: 'Dòng lỗi của tệp nhập', en: 'Bad rows of imported files' },
  EVALUATION_FILE: { vi: 'Hồ sơ đánh giá, xếp loại', en: 'Evaluation files' },
  UPLOAD_FILE: { vi: 'Tệp đã tải lên', en: 'Uploaded files' },
  EXPORT_FILE: { vi: 'Tệp đã xuất', en: 'Exported files' },
};

export const retentionProposalStateTexts: Texts<RetentionProposalState> = {
  PROPOSED: { vi: 'Chờ xác nhận', en: 'Waiting for confirmation' },
  CONFIRMED: { vi: 'Đã xác nhận', en: 'Confirmed' },
  REFUSED: { vi: 'Không đồng ý', en: 'Refused' },
};

export const importRegisterTexts: Texts<ImportRegister> = {
  DISCIPLINE: { vi: 'Kỷ luật', en: 'Discipline' },
  COMMENDATION: { vi: 'Khen thưởng', en: 'Commendation' },
  INITIATIVE: { vi: 'Sáng kiến', en: 'Initiatives' },
  FEEDBACK: { vi: 'Phản ánh, kiến nghị', en: 'Feedback' },
  UNIT: { vi: 'Đơn vị và nhóm công việc', en: 'Units and their groups' },
  EMPLOYEE: { vi: 'Cán bộ, công chức, viên chức', en: 'People' },
  ASSIGNMENT: { vi: 'Vị trí công tác', en: 'Assignments' },
  CATALOGUE: { vi: 'Danh mục sản phẩm', en: 'Catalogue of products' },
  TASK: { vi: 'Nhiệm vụ', en: 'Tasks' },
  UNIT_RESULT: { vi: 'Kết quả của đơn vị', en: 'Unit results' },
  PLANNING: { vi: 'Quy hoạch', en: 'Planning' },
  EARLIER_LEVEL: { vi: 'Xếp loại trước năm 2026', en: 'Levels before 2026' },
};

/** What a column of each kind takes. */
export const cellKindTexts: Texts<CellKind> = {
  TEXT: { vi: 'Chữ', en: 'Text' },
  DATE: { vi: 'Ngày, như 25/11/2026', en: 'A day, such as 25/11/2026' },
  YES_NO: { vi: 'Có hoặc không', en: 'Yes or no' },
  YEAR: { vi: 'Năm, bốn chữ số', en: 'A year of four digits' },
  WORD: { vi: 'Một trong các từ quy định', en: 'One of the given words' },
  CODES: { vi: 'Các mã cách nhau bằng dấu chấm phẩy', en: 'Codes separated by semicolons' },
  NUMBER: { vi: 'Số, như 2,5', en: 'A number, such as 2.5' },
  COUNT: { vi: 'Số nguyên', en: 'A whole number' },
  GROUPS: { vi: 'Mã:tên, cách nhau bằng dấu chấm phẩy', en: 'Code:name, separated by semicolons' },
};

export const importModeTexts: Texts<ImportMode> = {
  GOOD_ONES: { vi: 'Ghi các dòng đúng', en: 'Keep the good rows' },
  ALL_OR_NONE: { vi: 'Chỉ ghi khi mọi dòng đều đúng', en: 'All rows or none' },
  PREVIEW: { vi: 'Xem trước, không ghi', en: 'Preview, writes nothing' },
};
