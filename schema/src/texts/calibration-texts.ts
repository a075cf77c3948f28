import type { CalibrationState, SignFloorName, SignKind, SignState } from '../calibration/calibration.ts';
import type { LocalisedText } from '../primitives/locale.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

export const calibrationStateTexts: Texts<CalibrationState> = {
  OPEN: { vi: 'Các đơn vị đang chuẩn bị đề xuất', en: 'Units prepare' },
  REVEALED: { vi: 'Đã mở đề xuất, đang hiệu chỉnh', en: 'Proposals are open' },
  LOCKED: { vi: 'Đã khóa', en: 'Locked' },
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
};

/** A sign is a question to who calibrates, never a finding about somebody. */
export const signKindTexts: Texts<SignKind> = {
  LENIENT: { vi: 'Điểm cao hơn hẳn những người chấm khác', en: 'Scores well above those of others' },
  SEVERE: { vi: 'Điểm thấp hơn hẳn những người chấm khác', en: 'Scores well below those of others' },
  NARROW_SPREAD: { vi: 'Điểm gần như không phân hóa', en: 'Scores hardly differ' },
  NEWCOMERS_LAST: { vi: 'Người mới đến đều ở cuối bảng', en: 'Newcomers all stand last' },
  LEAVERS_LAST: { vi: 'Người sắp chuyển đi đều ở cuối bảng', en: 'Leavers all stand last' },
  PRODUCT_SPLIT: { vi: 'Một sản phẩm được tách thành nhiều nhiệm vụ', en: 'One product is split into many tasks' },
  EQUAL_SCORES: { vi: 'Cả đơn vị cùng một điểm', en: 'A whole unit has one score' },
  ONE_SITTING: { vi: 'Nhiều phiếu được xác nhận trong một lần', en: 'Many sheets were confirmed in one sitting' },
};

export const signStateTexts: Texts<SignState> = {
  SIGN: { vi: 'Có dấu hiệu, cần xem lại', en: 'A sign, look again' },
  NONE: { vi: 'Không có dấu hiệu', en: 'No sign' },
  NOT_ENOUGH_DATA: { vi: 'Chưa đủ dữ liệu', en: 'Not enough data' },
};

export const signFloorTexts: Texts<SignFloorName> = {
  PEOPLE: {
    vi: 'Số người ít nhất do một người chấm, trong nhóm tương đồng',
    en: 'People one manager scores in a comparable group, at least',
  },
  MANAGERS: {
    vi: 'Số người chấm ít nhất trong nhóm tương đồng',
    en: 'Managers of the comparable group, at least',
  },
  NEWCOMERS: { vi: 'Số người mới đến, chuyển đi ít nhất', en: 'Newcomers or leavers, at least' },
  SITTING_SHEETS: { vi: 'Số phiếu xác nhận trong một lần', en: 'Sheets confirmed in one sitting' },
  SITTING_SECONDS: { vi: 'Khoảng thời gian của một lần, giây', en: 'Length of one sitting, seconds' },
  SPLIT_TASKS: { vi: 'Số phần của một sản phẩm', en: 'Parts of one product' },
  SPLIT_SHARE: { vi: 'Một phần lớn nhất so với cả sản phẩm', en: 'Most a part has of a whole product' },
  EQUAL_PEOPLE: { vi: 'Số người cùng một điểm', en: 'People with one score' },
  DISTANCE: { vi: 'Khoảng cách, tính bằng độ lệch chuẩn', en: 'Distance in standard deviations' },
  CONTRADICTION_MEMBERS: {
    vi: 'Số người ít nhất của đơn vị khi đối chiếu',
    en: 'Members of a unit looked at, at least',
  },
  CONTRADICTION_SHARE: {
    vi: 'Tỷ lệ người xếp loại tốt trở lên khi đối chiếu',
    en: 'Share of members rated good or better',
  },
};
