import type { LocalisedText } from '../primitives/locale.ts';
import type { JobKind, LeftOpenReason } from '../procedure/procedure.ts';

export const jobKindTexts: Readonly<Record<JobKind, LocalisedText>> = {
  CLOSE_MONTH: { vi: 'Khóa sổ đánh giá tháng', en: 'Closing a month' },
  CLOSE_YEAR: { vi: 'Khóa đợt xếp loại năm', en: 'Closing a year' },
  NATIONAL_EXPORT: { vi: 'Xuất dữ liệu về Cơ sở dữ liệu quốc gia', en: 'Export to the national database' },
  IMPORT: { vi: 'Nhập dữ liệu từ tệp', en: 'Import from a file' },
  RETENTION: { vi: 'Lập đề xuất hết thời hạn lưu giữ', en: 'Proposal of what has reached the end of its retention' },
  EXPORT: { vi: 'Xuất danh sách ra tệp', en: 'Export of a list' },
};

/** A sentence a person who closes can act on. */
export const leftOpenTexts: Readonly<Record<LeftOpenReason, LocalisedText>> = {
  NO_SHEET: {
    vi: 'Không được giao nhiệm vụ trong tháng nên không có phiếu',
    en: 'Was assigned nothing in the month, so there is no sheet',
  },
  ABSENT_WHOLE_MONTH: { vi: 'Vắng mặt cả tháng', en: 'Was absent the whole month' },
  NOT_SELF_SCORED: { vi: 'Chưa tự chấm điểm', en: 'Has not scored himself or herself' },
  NOT_CONFIRMED: { vi: 'Phiếu chưa được xác nhận', en: 'The sheet is not confirmed' },
  CAUSES_UNDECIDED: {
    vi: 'Còn nguyên nhân khách quan chưa được quyết định',
    en: 'An objective cause is not decided',
  },
  SUBORDINATES_PENDING: {
    vi: 'Còn người thuộc quyền quản lý chưa chốt kết quả tháng',
    en: 'Somebody he or she manages is not settled',
  },
  UNIT_RESULT_DIFFERS: {
    vi: 'Kết quả của đơn vị trong phiếu đã xác nhận khác với điểm của cấp dưới; cần điều chỉnh phiếu',
    en: "The confirmed figure for the unit differs from the subordinates' scores; the sheet must be corrected",
  },
  INPUTS_CHANGED: {
    vi: 'Điểm đã lưu không khớp với nhiệm vụ và điểm tiêu chí của phiếu; cần điều chỉnh phiếu',
    en: 'The stored score is not what its tasks and points give; the sheet must be corrected',
  },
  SEGMENT_PENDING: {
    vi: 'Còn phiếu của cùng tháng ở đơn vị khác chưa được xác nhận',
    en: "The same month's sheet of another unit is not confirmed",
  },
  RULE_SET_INCOMPLETE: {
    vi: 'Bộ quy tắc của phiếu chưa có trọng số của cơ quan',
    en: "The sheet's rule set has no weights of the agency yet",
  },
  CHANGED_MEANWHILE: { vi: 'Phiếu vừa thay đổi trong lúc khóa sổ', en: 'The sheet changed while it was being closed' },
  NOT_IN_ROUND: { vi: 'Chưa được đưa vào đợt xếp loại', en: 'Is not in the round' },
  LEVEL_UNDECIDED: { vi: 'Chưa có quyết định xếp loại', en: 'The level is not decided' },
  NOT_NOTIFIED: { vi: 'Chưa được thông báo kết quả', en: 'Was not notified' },
  NOT_PUBLISHED: { vi: 'Kết quả chưa được công khai', en: 'The level is not published' },
  PETITION_OPEN: { vi: 'Kiến nghị chưa được giải quyết', en: 'A petition is not resolved' },
};
