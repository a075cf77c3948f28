import type { Inconsistency } from '../errors/error-catalogue.ts';
import type { LocalisedText } from '../primitives/locale.ts';

export const inconsistencyTexts: Readonly<Record<Inconsistency, LocalisedText>> = {
  LEADER_FIGURE_FOR_STAFF: {
    vi: 'Giá trị này chỉ dùng cho lãnh đạo, quản lý.',
    en: 'This figure applies to leaders only.',
  },
  WEIGHTS_SUM: { vi: 'Tổng các trọng số phải bằng 70.', en: 'The weights must sum to 70.' },
  DUPLICATE_CODE: { vi: 'Mã này xuất hiện hơn một lần.', en: 'This code occurs more than once.' },
  MORE_THAN_ONE_HEAD: { vi: 'Chỉ có thể có một người đứng đầu.', en: 'There can be at most one head.' },
  DATES_REVERSED: { vi: 'Ngày kết thúc trước ngày bắt đầu.', en: 'The end is before the beginning.' },
  EVENT_NEEDS_NEW_DEADLINE: {
    vi: 'Chỉ việc gia hạn mới có thời hạn mới, và gia hạn thì phải có.',
    en: 'An extension, and only an extension, states a new deadline.',
  },
  SEVERAL_RULE_SETS: {
    vi: 'Đơn vị này có người được chấm theo các bộ quy tắc khác nhau; hãy chọn một nhóm công việc tương đồng.',
    en: 'People of this unit are scored by different rule sets; choose one group of similar work.',
  },
  LEVEL_OR_NOT_CLASSIFIED: {
    vi: 'Hãy nêu đúng một trong hai: mức xếp loại, hoặc không xếp loại.',
    en: 'State exactly one of the two: a level, or not classified.',
  },
  RATE_NEEDS_DOCUMENT: {
    vi: 'Tỷ lệ 25 % cần văn bản của cấp có thẩm quyền; tỷ lệ 20 % thì không nêu văn bản.',
    en: 'The rate of 25 % needs a document of the competent authority; the rate of 20 % takes none.',
  },
  UPHELD_NEEDS_DECISION: {
    vi: 'Kiến nghị được chấp nhận thì phải có kết quả mới và số quyết định; không được chấp nhận thì không có.',
    en: 'A petition that is upheld needs a new result and a decision number; one that is dismissed has neither.',
  },
  TASK_COUNTS: {
    vi: 'Số nhiệm vụ hoàn thành, chậm hoặc vượt yêu cầu không thể lớn hơn tổng số; chậm và vượt yêu cầu không lớn hơn số hoàn thành.',
    en: 'Tasks done cannot exceed all tasks; late ones and those beyond requirement cannot exceed the done ones.',
  },
  ITEMS_ABOVE_SECTION: {
    vi: 'Tổng điểm các tiêu chí vượt điểm tối đa của cả nhóm.',
    en: 'The points of the items together exceed those of the whole section.',
  },
  SAME_PERSON: { vi: 'Người giao và người nhận là một.', en: 'Giver and receiver are the same person.' },
  ONE_ACT: {
    vi: 'Hãy nêu đúng một trong hai: hành vi đã ghi nhận, hoặc hành vi ghi nhận cùng quyết định này.',
    en: 'State exactly one of the two: an act recorded before, or one recorded with this decision.',
  },
  FRAMES_OVERLAP: { vi: 'Khung điểm của các nhóm chồng lên nhau.', en: 'The score frames of the groups overlap.' },
  OVERLAPPING_ASSIGNMENT: {
    vi: 'Người này đã có vị trí công tác khác từ ngày đó hoặc sau ngày đó.',
    en: 'This person has another assignment on or after that day.',
  },
  UNIT_HAS_UNITS: {
    vi: 'Đơn vị này còn đơn vị trực thuộc đang hoạt động.',
    en: 'This unit still has open units below it.',
  },
  NOT_A_DEPUTY: { vi: 'Chỉ cấp phó mới có lĩnh vực phụ trách.', en: 'Only a deputy has a field of his own.' },
  GROUP_OF_OTHER_UNIT: {
    vi: 'Nhóm công việc này thuộc cơ quan khác.',
    en: 'This group of similar work belongs to another agency.',
  },
  PERSON_OR_UNIT: {
    vi: 'Hãy nêu đúng một trong hai: một người, hoặc một đơn vị.',
    en: 'State exactly one of the two: a person, or a unit.',
  },
  PERIOD_OR_DATES: {
    vi: 'Hãy nêu một kỳ, hoặc khoảng ngày, không nêu cả hai.',
    en: 'State a period, or dates, not both.',
  },
  FIGURES_NEED_PERIOD: {
    vi: 'Lọc theo trạng thái, mức xếp loại hoặc điểm của phiếu thì phải nêu tháng của phiếu.',
    en: 'A filter by a sheet’s state, level or figures names the sheet’s month.',
  },
  SAME_UNIT: { vi: 'Đơn vị hỏi và đơn vị được hỏi là một.', en: 'The asking and the asked unit are the same.' },
  GOOD_HAS_NO_SEVERITY: {
    vi: 'Cách làm hay thì không có mức độ vi phạm.',
    en: 'A good practice has no severity.',
  },
  EXTENSION_NEEDS_DOCUMENT: {
    vi: 'Gia hạn phải có ngày đến hạn mới và văn bản gia hạn.',
    en: 'An extension needs its new day and its document.',
  },
  MORE_THAN_ONE_MAIN: { vi: 'Chỉ có thể có một tác giả chính.', en: 'There can be at most one main author.' },
  TITLE_NEEDS_YEAR: {
    vi: 'Danh hiệu thi đua phải nêu năm được xét.',
    en: 'A title names the year it rests on.',
  },
  RANGE_REVERSED: { vi: 'Giá trị nhỏ nhất lớn hơn giá trị lớn nhất.', en: 'The minimum is above the maximum.' },
  ONE_QUESTION: {
    vi: 'Hãy nêu đúng một câu hỏi, cùng loại với bản tổng hợp.',
    en: 'State exactly one question, of the kind of the summary.',
  },
  OTHER_FILE: {
    vi: 'Tệp này không phải là tệp đã xem trước; hãy xem trước lại.',
    en: 'This is not the file that was previewed; preview it again.',
  },
  SAME_LEVEL: { vi: 'Mức mới trùng với mức đang có.', en: 'The new level is the one it has.' },
  ONE_UNIT_ALONE: {
    vi: 'Phiên hiệu chỉnh cần ít nhất hai đơn vị.',
    en: 'A calibration session needs two units or more.',
  },
  FUTURE_DATE: { vi: 'Ngày này chưa đến.', en: 'This day has not come yet.' },
};
