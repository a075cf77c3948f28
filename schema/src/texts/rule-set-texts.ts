import type { LocalisedText } from '../primitives/locale.ts';
import type { AnyRuleSet } from '../rulesets/registry.ts';

/** What a rule set of a kind is for. */
export const ruleSetKindTexts: Readonly<Record<AnyRuleSet['kind'], LocalisedText>> = {
  PERSON: { vi: 'Chấm điểm và xếp loại cá nhân', en: 'Scores and classifies people' },
  ORGANISATION: { vi: 'Chấm điểm và xếp loại tổ chức', en: 'Scores and classifies organisations' },
  LEVELS: {
    vi: 'Chỉ biết các mức và điều kiện; cách tính điểm do cơ quan quy định',
    en: 'Levels and their conditions only; an office says how points are made',
  },
  HISTORY: { vi: 'Chỉ có mức xếp loại của các năm trước', en: 'Levels of earlier years only' },
};

/** What each choice of a rule set's parameters says; numbers, days and tables are shown as they are. */
const choices: Readonly<Record<string, LocalisedText>> = {
  COMPONENT_100: { vi: 'Mỗi thành phần không quá 100 %', en: 'Each component at most 100 %' },
  SECTION_70: { vi: 'Chỉ giới hạn 70 điểm cho cả phần', en: 'Only the section is limited to 70 points' },
  NO_PENALTY: { vi: 'Không trừ', en: 'No penalty' },
  COUNT_AS_PLANNED: { vi: 'Tính vào khối lượng được giao', en: 'Counted in what was assigned' },
  LITERAL_HTT_ONLY: { vi: 'Trên số người hoàn thành tốt nhiệm vụ', en: 'Of those rated good' },
  HTT_AND_ABOVE: { vi: 'Trên số người từ hoàn thành tốt nhiệm vụ trở lên', en: 'Of those rated good or better' },
  CALENDAR: { vi: 'Ngày', en: 'Calendar days' },
  WORKING: { vi: 'Ngày làm việc', en: 'Working days' },
  MONTH: { vi: 'Tháng', en: 'Month' },
  QUARTER: { vi: 'Quý', en: 'Quarter' },
  MEAN_OF_MONTHS: { vi: 'Trung bình cộng các tháng', en: 'Mean of the months' },
  CUMULATIVE_SUMS: { vi: 'Cộng dồn sản phẩm của các tháng', en: 'Cumulative sums of the months’ products' },
  WEIGHT_BY_WORKING_DAYS: { vi: 'Theo số ngày làm việc ở mỗi đơn vị', en: 'By working days in each unit' },
  POOL_ITEMS: { vi: 'Gộp sản phẩm của các đơn vị', en: 'Items of the units pooled' },
  LAST_UNIT: { vi: 'Theo đơn vị sau cùng', en: 'By the last unit' },
  INSUFFICIENT_DATA: { vi: 'Không có điểm, để ngoài trung bình', en: 'No figure, left out of the mean' },
  MANUAL: { vi: 'Cấp có thẩm quyền quyết định', en: 'Set by the authority' },
  CARRY_OVER_WITH_DELAY: { vi: 'Chuyển sang kỳ sau với một lần chậm', en: 'Carried over with one delay' },
  CLOSE_AS_NOT_DONE: { vi: 'Khép là không hoàn thành', en: 'Closed as not done' },
  FIRST_SUBMISSION: { vi: 'Lần trình đầu tiên', en: 'The first submission' },
  ACCEPTED: { vi: 'Khi được chấp nhận', en: 'When accepted' },
  MOVES_DEADLINE: { vi: 'Dời thời hạn', en: 'Moves the deadline' },
  COUNTS_AS_DELAY: { vi: 'Tính là một lần chậm', en: 'Counts as a delay' },
  HUNDRED: { vi: '100 %', en: '100 %' },
  DROP: { vi: 'Bỏ, không tính', en: 'Dropped' },
  NO_FORCE: { vi: 'Không ảnh hưởng', en: 'No effect' },
  FORCE_KHT: { vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' },
  FLAG: { vi: 'Báo để cấp có thẩm quyền xem xét', en: 'Shown to the authority' },
  NONE: { vi: 'Không', en: 'None' },
  LOWER_LEVEL: { vi: 'Mức liền kề thấp hơn', en: 'The next lower level' },
  AUTHORITY_DECIDES: { vi: 'Cấp có thẩm quyền quyết định', en: 'The authority decides' },
  REDISTRIBUTE: { vi: 'Chia cho các nội dung khác theo tỷ lệ', en: 'Shared out in proportion' },
  COUNT: { vi: 'Theo số lượng nhiệm vụ', en: 'By number of tasks' },
  UNITS: { vi: 'Theo sản phẩm quy đổi', en: 'By converted units' },
  true: { vi: 'Có', en: 'Yes' },
  false: { vi: 'Không', en: 'No' },
};

/** A choice as a person reads it; null for a value that has no text of its own, such as a number of days. */
export function choiceText(choice: string): LocalisedText | null {
  return Object.hasOwn(choices, choice) ? (choices[choice] ?? null) : null;
}
