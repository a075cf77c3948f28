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
};
