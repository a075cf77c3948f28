import type { LocalisedText } from '../primitives/locale.ts';
import type { Source } from '../primitives/source.ts';
import { QUOTA_BASES } from '../scoring/quota-rules.ts';
import { DAY_KINDS, type YearRules } from '../scoring/year-rules.ts';
import type { Bound } from './bounds.ts';

/** One value of a year section that has a name, a text and a limit within which an office may choose. */
export interface YearParameter {
  /** Where it stands in the section: "quota.basis". */
  readonly name: string;
  /** Empty where the value is a number, a day or a table. */
  readonly choices: readonly string[];
  readonly bound: Bound;
  readonly text: LocalisedText;
}

/** A value of the year section with its source. */
export interface YearValue {
  readonly value: unknown;
  readonly source: Source;
}

function parameter(name: string, bound: Bound, choices: readonly string[], vi: string, en: string): YearParameter {
  return { name, choices, bound, text: { vi, en } };
}

const YES_NO = ['true', 'false'];

/** Every value of the year section, in the order of domain.md 3.8–3.15. */
export const yearParameters: readonly YearParameter[] = [
  parameter(
    'notRatedMonths',
    'FIXED',
    [],
    'Số tháng làm việc tối thiểu để được xếp loại',
    'Least months worked to be classified',
  ),
  parameter(
    'headCap',
    'FIXED',
    YES_NO,
    'Mức của người đứng đầu không cao hơn mức của đơn vị',
    'The head’s level is not above the unit’s',
  ),
  parameter(
    'quota.ratePercent',
    'AT_MOST',
    [],
    'Tỷ lệ hoàn thành xuất sắc nhiệm vụ, phần trăm',
    'Share of outstanding, percent',
  ),
  parameter(
    'quota.rateOutstandingPercent',
    'AT_MOST',
    [],
    'Tỷ lệ đó khi tổ chức có thành tích xuất sắc, phần trăm',
    'The same where the organisation has outstanding results, percent',
  ),
  parameter(
    'quota.basis',
    'FREE',
    QUOTA_BASES,
    'Tỷ lệ tính trên số hoàn thành tốt, hay trên số từ hoàn thành tốt trở lên',
    'The share of those rated good, or of those rated good or better',
  ),
  parameter(
    'quota.perGroup',
    'NOT_SWITCHED_OFF',
    YES_NO,
    'Tính riêng cho từng nhóm có nhiệm vụ tương đồng',
    'For each group of similar tasks too',
  ),
  parameter(
    'quota.minOne',
    'FREE',
    YES_NO,
    'Ít nhất một người khi có người trong diện tính',
    'At least one where the pool is not empty',
  ),
  parameter('quota.includeHead', 'FREE', YES_NO, 'Tính cả người đứng đầu', 'The head counts too'),
  parameter(
    'petition.filingDays',
    'AT_LEAST',
    [],
    'Số ngày được gửi kiến nghị kể từ khi nhận thông báo',
    'Days in which a petition is filed',
  ),
  parameter(
    'petition.filingDayKind',
    'NOT_FEWER_DAYS',
    DAY_KINDS,
    'Cách tính ngày gửi kiến nghị',
    'The days of filing',
  ),
  parameter(
    'petition.resolveDays',
    'AT_MOST',
    [],
    'Số ngày giải quyết kiến nghị',
    'Days in which a petition is resolved',
  ),
  parameter(
    'petition.resolveDayKind',
    'NOT_MORE_DAYS',
    DAY_KINDS,
    'Cách tính ngày giải quyết kiến nghị',
    'The days of resolving',
  ),
  parameter(
    'deadlines.year',
    'NOT_LATER',
    [],
    'Xếp loại xong trước ngày này trong năm',
    'Classification is finished before this day of the year',
  ),
  parameter(
    'deadlines.special',
    'NOT_LATER',
    [],
    'Cơ quan đặc thù: xong trước ngày này của năm sau',
    'Special agencies: before this day of the next year',
  ),
  parameter(
    'syncDays',
    'AT_MOST',
    [],
    'Số ngày đồng bộ kết quả lên Cơ sở dữ liệu quốc gia',
    'Days to the national database',
  ),
  parameter(
    'periodKind',
    'FREE',
    ['MONTH', 'QUARTER'],
    'Theo dõi, đánh giá theo tháng hay quý',
    'Scored by month or by quarter',
  ),
  parameter(
    'quarterMethod',
    'FREE',
    ['MEAN_OF_MONTHS', 'CUMULATIVE_SUMS'],
    'Điểm quý: trung bình các tháng, hay cộng dồn sản phẩm',
    'A quarter: the mean of its months, or cumulative sums of products',
  ),
  parameter(
    'splitPeriod',
    'FREE',
    ['WEIGHT_BY_WORKING_DAYS', 'POOL_ITEMS', 'LAST_UNIT'],
    'Chuyển đơn vị trong tháng: theo ngày làm việc, gộp sản phẩm, hay đơn vị sau cùng',
    'A transfer inside a month: by working days, items pooled, or the last unit',
  ),
  parameter(
    'minWorkedDays',
    'FREE',
    [],
    'Thời gian làm việc tối thiểu để chấm điểm tháng',
    'The least work for a month to be scored',
  ),
  parameter(
    'zeroPlan',
    'FREE',
    ['INSUFFICIENT_DATA', 'MANUAL'],
    'Tháng không được giao việc: không có điểm, hay cấp có thẩm quyền cho điểm',
    'A month with nothing assigned: no figure, or the authority gives one',
  ),
  parameter(
    'lateAcrossPeriod',
    'FREE',
    ['CARRY_OVER_WITH_DELAY', 'CLOSE_AS_NOT_DONE'],
    'Việc quá hạn qua tháng: chuyển sang tháng sau với một lần chậm, hay khép là không hoàn thành',
    'Work late across months: carried over with one delay, or closed as not done',
  ),
  parameter(
    'timeliness',
    'FREE',
    ['FIRST_SUBMISSION', 'ACCEPTED'],
    'Đúng hạn theo lần trình đầu, hay theo khi được chấp nhận',
    'In time by the first submission, or by acceptance',
  ),
  parameter(
    'extension',
    'FREE',
    ['MOVES_DEADLINE', 'COUNTS_AS_DELAY'],
    'Gia hạn được duyệt trước hạn: dời hạn, hay tính là một lần chậm',
    'An extension approved before the deadline moves it, or counts as a delay',
  ),
  parameter('delayUnit', 'FREE', [], 'Thế nào là một lần chậm', 'What one delay is'),
  parameter(
    'noSubordinates',
    'FREE',
    ['MANUAL', 'HUNDRED', 'DROP'],
    'Lãnh đạo không có người thuộc quyền: cấp có thẩm quyền cho, 100 %, hay bỏ thành phần này',
    'A leader with nobody under him: the authority sets the unit’s result, 100 %, or the component is dropped',
  ),
  parameter(
    'leaderFigures',
    'FIXED',
    [],
    'Mức của các thành phần lãnh đạo, phần trăm',
    'Values of a leader’s components, percent',
  ),
  parameter(
    'disciplineUnrelated',
    'FREE',
    ['NO_FORCE', 'FORCE_KHT', 'FLAG'],
    'Kỷ luật không liên quan công vụ, không do suy thoái: không hạ mức, hạ mức, hay báo để xem xét',
    'A discipline unrelated to duty and degradation: no effect, the lowest level, or shown to the authority',
  ),
  parameter(
    'generalDeductions',
    'FREE',
    [],
    'Bảng điểm trừ tiêu chí chung mà hệ thống chỉ đề xuất',
    'A table of deductions from general criteria, which are only proposed',
  ),
  parameter(
    'unitInfluence',
    'FREE',
    ['NONE'],
    'Ảnh hưởng của mức đơn vị đến người không giữ chức vụ',
    'Influence of the unit’s level on people who lead nothing',
  ),
];

/** The value a parameter names. */
export function yearValueOf(year: YearRules, name: string): YearValue {
  const found = name.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], year);
  // Every name of `yearParameters` leads to a sourced value of the section; the test of this file walks them all.
  return found as YearValue;
}
