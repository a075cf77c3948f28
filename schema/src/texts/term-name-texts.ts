import type { TermName, TermUnit } from '../calendar/calendar.ts';
import type { LocalisedText } from '../primitives/locale.ts';

type Texts<Term extends string> = Readonly<Record<Term, LocalisedText>>;

/** What each term of the registers limits. */
export const termNameTexts: Texts<TermName> = {
  DISCIPLINE_HANDLING: { vi: 'Thời hạn xử lý kỷ luật, từ ngày phát hiện', en: 'Handling an act, from its discovery' },
  DISCIPLINE_HANDLING_LATEST: { vi: 'Thời hạn xử lý kỷ luật khi được gia hạn', en: 'Handling an act, extended' },
  DISCIPLINE_EFFECT: { vi: 'Hiệu lực của quyết định kỷ luật', en: 'Effect of a discipline decision' },
  LIMITATION_REPRIMAND: { vi: 'Thời hiệu đối với hình thức khiển trách', en: 'Limitation of a reprimand' },
  LIMITATION_OTHER: { vi: 'Thời hiệu đối với hình thức khác', en: 'Limitation of other forms' },
  CONCLUSION: { vi: 'Ban hành kết luận, từ ngày nhận dự thảo', en: 'Conclusion, from its draft' },
  CONCLUSION_GOVERNMENT: {
    vi: 'Ban hành kết luận của Thanh tra Chính phủ, từ ngày nhận dự thảo',
    en: 'Conclusion of the Government Inspectorate, from its draft',
  },
  IMPLEMENTING: { vi: 'Văn bản thực hiện kết luận, từ ngày nhận kết luận', en: 'Implementing document' },
  IMPLEMENTING_GOVERNMENT: {
    vi: 'Văn bản thực hiện kết luận của Thanh tra Chính phủ',
    en: 'Implementing document, Government Inspectorate',
  },
  FOLLOW_UP: { vi: 'Thực hiện kiến nghị sau kiểm tra công vụ', en: 'Follow-up of a duty check' },
  DATA_ANSWER: { vi: 'Trả lời yêu cầu về dữ liệu cá nhân', en: 'Answer to a data request' },
  DATA_CARRY_OUT: { vi: 'Thực hiện yêu cầu về dữ liệu cá nhân', en: 'Carrying out a data request' },
  DATA_CARRY_OUT_RESTRICTION: {
    vi: 'Thực hiện yêu cầu hạn chế xử lý, rút lại sự đồng ý',
    en: 'Carrying out a restriction or withdrawal',
  },
  DATA_CARRY_OUT_THIRD_PARTIES: {
    vi: 'Thực hiện yêu cầu liên quan đến dữ liệu của người khác',
    en: 'Carrying out a request that touches others',
  },
  DATA_EXTENSION: { vi: 'Gia hạn thực hiện yêu cầu, một lần', en: 'Extension of a data request, once' },
};

export const termUnitTexts: Texts<TermUnit> = {
  DAY: { vi: 'ngày', en: 'day(s)' },
  WORKING_DAY: { vi: 'ngày làm việc', en: 'working day(s)' },
  MONTH: { vi: 'tháng', en: 'month(s)' },
};
