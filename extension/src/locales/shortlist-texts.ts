import { localised } from './localised.ts';
import { shownCount } from './shown-count.ts';

export const shortlistTexts = localised(
  {
    title: 'Danh sách đề xuất',
    what: 'Ai đủ điều kiện cho một chức vụ: từng điều kiện đạt, thiếu hoặc chưa rõ. Danh sách xếp theo tình trạng rồi theo tên, không theo điểm.',
    sentence: (post: string, unit: string, date: string) => `${post} · ${unit} · tính đến ${date}`,
    unit: 'Đơn vị cần người',
    post: 'Chức vụ',
    on: 'Tính đến ngày',
    within: 'Tìm trong',
    withinAgency: 'cả cơ quan của đơn vị',
    state: 'Tình trạng',
    all: 'tất cả',
    search: 'Tìm theo tên',
    apply: 'Xem',
    columns: { choice: 'Chọn', person: 'Người', state: 'Tình trạng' },
    choose: (name: string) => `Chọn ${name}`,
    counts: (state: string, count: number) => `${state}: ${count}`,
    rows: (shown: number) => `Đang hiện ${shownCount(shown, 'vi')} người`,
    empty: 'Không có ai theo điều kiện này.',
    noConditions: (post: string, unit: string) =>
      `Chưa có bảng điều kiện cho ${post.toLowerCase()} của ${unit}, nên không lập danh sách được.`,
    noConditionsWhat: 'Cơ quan đặt bảng điều kiện bổ nhiệm trong mục Bảng hiệu lực, rồi danh sách sẽ xét theo bảng đó.',
    toTables: 'Mở Bảng hiệu lực',
    table: (version: number | null) =>
      version === null ? 'Xét theo bảng điều kiện có sẵn.' : `Xét theo bảng điều kiện của cơ quan, bản ${version}.`,
    freeze: 'Đóng băng danh sách',
  },
  {
    title: 'Shortlist',
    what: 'Who answers to a post: each condition met, missing or unknown. Ordered by standing and then by name, never by points.',
    sentence: (post: string, unit: string, date: string) => `${post} · ${unit} · as of ${date}`,
    unit: 'Unit that needs somebody',
    post: 'Post',
    on: 'As of',
    within: 'Look in',
    withinAgency: 'the unit’s whole agency',
    state: 'Standing',
    all: 'all',
    search: 'Find by name',
    apply: 'Show',
    columns: { choice: 'Choose', person: 'Person', state: 'Standing' },
    choose: (name: string) => `Choose ${name}`,
    counts: (state: string, count: number) => `${state}: ${count}`,
    rows: (shown: number) => `${shownCount(shown, 'en')} people shown`,
    empty: 'Nobody answers to this.',
    noConditions: (post: string, unit: string) =>
      `There is no table of conditions for a ${post.toLowerCase()} of ${unit}, so no shortlist can be drawn up.`,
    noConditionsWhat:
      'An office sets the conditions of appointment under Register tables; the shortlist then goes by them.',
    toTables: 'Open Register tables',
    table: (version: number | null) =>
      version === null
        ? 'By the built-in table of conditions.'
        : `By the office’s own table of conditions, version ${version}.`,
    freeze: 'Freeze the shortlist',
  },
);
