import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { toVietnameseDate } from '@congvu/schema/primitives/local-date';
import type { Locale, LocalisedText } from '@congvu/schema/texts';

/** What can wait for somebody, in the order in which a list of equal urgency names it. */
export const WAITING_KINDS = [
  'PETITION_TO_RESOLVE',
  'CLASSIFICATION_TO_DECIDE',
  'UNIT_RESULT_TO_DECIDE',
  'CAUSE_TO_DECIDE',
  'TASK_TO_CONFIRM',
  'SHEET_TO_SCORE',
  'SHEETS_TO_NOTIFY',
  'PROPOSAL_TO_CONSOLIDATE',
  'EXPORT_DUE',
  'VIOLATION_DUE',
  'RECOMMENDATION_DUE',
  'RECOMMENDATION_TO_CLOSE',
  'CONCLUSION_DUE',
  'FEEDBACK_DUE',
  'COORDINATION_DUE',
  'DATA_REQUEST_DUE',
  'RETENTION_TO_DECIDE',
  'COMMENDATION_TO_REVIEW',
  'UNIT_RESULT_TO_REVIEW',
  'CALIBRATION_TO_SUBMIT',
  'GRANT_TO_REVIEW',
  'WEBHOOK_DISABLED',
  'WEBHOOK_EVENTS_SET_ASIDE',
  'OWN_RATING',
  'OWN_SHEET',
  'OWN_PETITION',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** What a sentence about one item is made of. */
export interface WaitingFacts {
  readonly kind: WaitingKind;
  /** The person it is about; null where it is about a unit. */
  readonly person: string | null;
  /** A task's title, a product's or a unit's name; null where the kind says it all. */
  readonly subject: string | null;
  /** "2026-10" or "2026"; null where there is none. */
  readonly period: string | null;
  /** How many people the item is about. */
  readonly people: number;
}

/** One item in a sentence, e.g. "Chấm điểm phiếu tháng 10/2026: Nguyễn Văn A". */
export function waitingTitle(facts: WaitingFacts, locale: Locale): string {
  return sentence(facts)[locale];
}

function sentence({ kind, person, subject, period, people }: WaitingFacts): LocalisedText {
  const who = person ?? '';
  const what = subject ?? '';
  const when = { vi: periodIn(period, 'vi'), en: periodIn(period, 'en') };
  switch (kind) {
    case 'TASK_TO_CONFIRM':
      return { vi: `Xác nhận kết quả: ${what} (${who})`, en: `Confirm the result: ${what} (${who})` };
    case 'CAUSE_TO_DECIDE':
      return {
        vi: `Xem xét nguyên nhân khách quan: ${what} (${who})`,
        en: `Decide on an objective cause: ${what} (${who})`,
      };
    case 'SHEET_TO_SCORE':
      return { vi: `Chấm điểm phiếu ${when.vi}: ${who}`, en: `Score the sheet of ${when.en}: ${who}` };
    case 'SHEETS_TO_NOTIFY':
      return {
        vi: `Thông báo kết quả ${when.vi}: ${what}, ${people} người`,
        en: `Notify the results of ${when.en}: ${what}, ${people === 1 ? '1 person' : `${people} people`}`,
      };
    case 'OWN_SHEET':
      return { vi: `Tự chấm điểm phiếu ${when.vi}`, en: `Score your own sheet of ${when.en}` };
    case 'OWN_RATING':
      return { vi: `Tự xếp loại ${when.vi}`, en: `Rate your own year ${when.en}` };
    case 'OWN_PETITION':
      return {
        vi: `Kiến nghị của bạn về kết quả ${when.vi} đang được giải quyết`,
        en: `Your petition about ${when.en} is being resolved`,
      };
    case 'PETITION_TO_RESOLVE':
      return {
        vi: `Giải quyết kiến nghị về kết quả ${when.vi}: ${who}`,
        en: `Resolve the petition about ${when.en}: ${who}`,
      };
    case 'CLASSIFICATION_TO_DECIDE':
      return { vi: `Quyết định xếp loại ${when.vi}: ${who}`, en: `Decide the level of ${when.en}: ${who}` };
    case 'UNIT_RESULT_TO_DECIDE':
      return {
        vi: `Quyết định kết quả tổ chức ${when.vi}: ${what}`,
        en: `Decide the organisation’s result of ${when.en}: ${what}`,
      };
    case 'PROPOSAL_TO_CONSOLIDATE':
      return { vi: `Tổng hợp đề xuất sản phẩm: ${what}`, en: `Consolidate the proposed product: ${what}` };
    case 'EXPORT_DUE':
      return {
        vi: `Đồng bộ kết quả ${when.vi} lên cơ sở dữ liệu quốc gia: ${what}`,
        en: `Export the results of ${when.en} to the national database: ${what}`,
      };
    case 'VIOLATION_DUE':
      return { vi: `Xử lý hành vi vi phạm: ${who}`, en: `Handle an act to be disciplined: ${who}` };
    case 'RECOMMENDATION_DUE':
      return {
        vi: `Thực hiện kiến nghị sau kiểm tra: ${what}`,
        en: `Follow a recommendation of an inspection: ${what}`,
      };
    case 'RECOMMENDATION_TO_CLOSE':
      return {
        vi: `Xem xét kết thúc kiến nghị đã thực hiện: ${what}`,
        en: `Close a recommendation reported as done: ${what}`,
      };
    case 'CONCLUSION_DUE':
      return { vi: `Ban hành kết luận: ${what}`, en: `Issue the conclusion: ${what}` };
    case 'FEEDBACK_DUE':
      return { vi: `Trả lời phản ánh, kiến nghị số ${what}`, en: `Answer feedback no. ${what}` };
    case 'COORDINATION_DUE':
      return { vi: `Trả lời đề nghị phối hợp: ${what}`, en: `Answer a request for coordination: ${what}` };
    case 'DATA_REQUEST_DUE':
      return {
        vi: `Giải quyết yêu cầu về dữ liệu cá nhân: ${who}`,
        en: `Handle a request about personal data: ${who}`,
      };
    case 'RETENTION_TO_DECIDE':
      return { vi: 'Xác nhận đề xuất xử lý dữ liệu hết hạn lưu', en: 'Decide on data whose time of keeping is over' };
    case 'COMMENDATION_TO_REVIEW':
      return { vi: `Xem lại khen thưởng: ${what} (${who})`, en: `Look at a commendation again: ${what} (${who})` };
    case 'UNIT_RESULT_TO_REVIEW':
      return {
        vi: `Xem lại kết quả tổ chức ${when.vi}: ${what}`,
        en: `Look at the organisation’s result of ${when.en} again: ${what}`,
      };
    case 'CALIBRATION_TO_SUBMIT':
      return {
        vi: `Gửi đề xuất hiệu chỉnh mức xếp loại ${when.vi}: ${what}`,
        en: `Submit the levels proposed for calibration of ${when.en}: ${what}`,
      };
    case 'GRANT_TO_REVIEW':
      return { vi: `Rà soát quyền đã giao: ${what}`, en: `Review a grant: ${what}` };
    case 'WEBHOOK_DISABLED':
      return {
        vi: `Móc nối đã ngừng gửi: ${what}`,
        en: `A webhook is no longer delivered to: ${what}`,
      };
    case 'WEBHOOK_EVENTS_SET_ASIDE':
      return {
        vi: `Móc nối có sự kiện chưa gửi được: ${what}`,
        en: `Events a webhook could not deliver: ${what}`,
      };
  }
}

function periodIn(period: string | null, locale: Locale): string {
  if (period === null) return '';
  if (period.length === 4) return locale === 'vi' ? `năm ${period}` : period;
  // "10/2026" out of a date of that month.
  const month = toVietnameseDate(`${period}-01` as LocalDate).slice(3);
  return locale === 'vi' ? `tháng ${month}` : month;
}
