import type { LocalisedText } from '@congvu/schema/texts';
import type { Limits } from './limits.ts';

/** What each limit counts, in the words of the page and of the schema. */
export const limitTexts: Readonly<Record<keyof Limits, LocalisedText>> = {
  depth: {
    vi: 'Số tầng trường lồng nhau, không tính truy vấn cấu trúc',
    en: 'Fields inside one another; introspection is not counted',
  },
  cost: {
    vi: 'Chi phí: mỗi trường một đơn vị, nhân với cỡ các trang và danh sách chứa nó',
    en: 'One a field, times the sizes of the pages and lists it stands in',
  },
  aliases: { vi: 'Số bí danh trong truy vấn', en: 'Aliases in the operation' },
  tokens: { vi: 'Số từ tố của tài liệu truy vấn', en: 'Tokens of the document' },
  rootFields: { vi: 'Số trường gốc', en: 'Fields at the root' },
  pageSize: { vi: 'Số dòng lớn nhất của một trang (first, last)', en: 'Largest `first` or `last`' },
  identifyKeys: {
    vi: 'Số khóa của một lần `identify`, số văn bản của một lần `documentTasks`',
    en: 'Keys of one `identify`, documents of one `documentTasks`',
  },
  bodyBytes: { vi: 'Số byte của yêu cầu, kiểm tra trước khi đọc', en: 'Bytes of the request, checked before parsing' },
  requestsPerMinute: {
    vi: 'Số yêu cầu một phút của một người dùng, tính trong một tiến trình api',
    en: 'Requests a minute of a user, within one api process',
  },
  adapterReportsPerDay: {
    vi: 'Số trang một người báo lần đầu là không đọc được trong một ngày',
    en: 'Pages that a user may be the first to report as unreadable in a day',
  },
  handlerChoices: {
    vi: 'Số người xử lý một người dùng ghi nhớ trên một máy chủ',
    en: 'Handlers a user may have remembered on one host',
  },
  comparedPeople: { vi: 'Số người của một lần so sánh', en: 'People of one `comparison`' },
  shortlistPeople: {
    vi: 'Số người được xem xét của một danh sách đề xuất',
    en: 'People looked at by one `shortlist`',
  },
  bulkRows: {
    vi: 'Số dòng của một lần xác nhận, quyết định, điều chuyển hàng loạt',
    en: 'Rows of one call that confirms, decides or transfers many',
  },
  uploadBytes: { vi: 'Số byte của một tệp tải lên', en: 'Bytes of an uploaded file' },
  importRows: { vi: 'Số dòng của một tệp nhập', en: 'Rows of an imported file' },
  workbookRows: {
    vi: 'Số dòng của một danh sách xuất ra XLSX; CSV và JSONL không giới hạn',
    en: 'Rows of a list given out as XLSX; CSV and JSONL have no such limit',
  },
  exports: { vi: 'Số lần xuất một người dùng chạy cùng lúc', en: 'Exports of one user under way at once' },
  subscriptions: {
    vi: 'Số luồng sự kiện một người dùng mở cùng lúc, tính trong một tiến trình api',
    en: 'Streams of events of one user at once, within one api process',
  },
  webhooks: { vi: 'Số móc nối của một người dùng', en: 'Webhooks of one user' },
};
