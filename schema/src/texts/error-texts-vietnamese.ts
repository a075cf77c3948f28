import { isPost } from '../evaluation/assignment.ts';
import { isDisciplineForm } from '../evaluation/discipline-input.ts';
import { toVietnameseDate } from '../primitives/local-date.ts';
import { toVietnameseClause } from './citation.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { addressRefusalTexts, groupName, notComparableTexts } from './comparison-error-texts.ts';
import type { ErrorTexts } from './error-message.ts';
import { evidenceTexts } from './evidence-texts.ts';
import { inconsistencyTexts } from './inconsistency-texts.ts';
import { postTexts } from './term-texts.ts';
import { titleName } from './title-name.ts';
import { waitsForTexts } from './waits-for-texts.ts';

export const errorTextsVietnamese: ErrorTexts = {
  NOT_JSON: () => 'Dòng này không phải là JSON hợp lệ.',
  UNKNOWN_KEY: ({ key }) => `Không có trường “${key}”.`,
  MISSING: ({ key }) => `Thiếu trường “${key}”.`,
  NOT_A_NUMBER: ({ given }) => `“${given}” không phải là số; hãy viết như 2.4 hoặc 12/5.`,
  OUT_OF_RANGE: ({ given, minimum, maximum }) =>
    `Giá trị ${given} nằm ngoài phạm vi cho phép${range(minimum, maximum)}.`,
  UNKNOWN_VALUE: ({ given, allowed }) =>
    `Giá trị “${given}” không hợp lệ${allowed.length > 0 ? `; các giá trị được dùng: ${allowed.join(', ')}` : ''}.`,
  INCONSISTENT: ({ reason }) => inconsistencyTexts[reason].vi,
  INVALID_INPUT: ({ fields }) => `Dữ liệu nhập chưa hợp lệ ở ${fields.length} trường.`,
  REQUIRED: () => 'Trường này là bắt buộc.',
  TOO_LONG: ({ length, maximum }) => `Nội dung dài ${length} ký tự, tối đa ${maximum} ký tự.`,
  NOT_A_DATE: ({ given }) => `“${given}” không phải là ngày hợp lệ (năm-tháng-ngày).`,
  NOT_A_PERIOD: ({ given }) => `“${given}” không phải là kỳ đánh giá; hãy viết như 2026-10, 2026-Q4 hoặc 2026.`,
  NOT_A_KEY: () => 'Khóa chống lặp phải có 8–64 ký tự gồm chữ cái không dấu, chữ số, “_” hoặc “-”.',
  UNIT_UNKNOWN: ({ unit }) => `Không có đơn vị “${unit}”.`,
  EMPLOYEE_UNKNOWN: ({ employee }) => `Không có người mang mã “${employee}”.`,
  PRODUCT_UNKNOWN: ({ product }) => `Danh mục hiện hành không có sản phẩm “${product}”.`,
  RULE_SET_UNKNOWN: ({ ruleSet }) => `Không có bộ quy tắc “${ruleSet}”.`,
  CRITERION_UNKNOWN: ({ criterion }) => `Phiếu không có tiêu chí ${criterion}.`,
  CRITERION_MISSING: ({ criterion }) => `Chưa chấm tiêu chí ${criterion}.`,
  POINTS_ABOVE_MAXIMUM: ({ criterion, given, maximum }) =>
    `Tiêu chí ${criterion}: ${given} điểm vượt điểm tối đa ${maximum}.`,
  DEADLINE_OUTSIDE_ASSIGNMENT: ({ from, to }) =>
    to === null
      ? `Thời hạn phải từ ngày ${toVietnameseDate(from)}, khi người này bắt đầu giữ vị trí.`
      : `Thời hạn phải trong thời gian người này giữ vị trí: ${toVietnameseDate(from)} – ${toVietnameseDate(to)}.`,
  STALE_REVISION: ({ expected, actual }) =>
    `Dữ liệu đã được người khác thay đổi (bản ${actual}, bạn đang xem bản ${expected}). Hãy tải lại rồi quyết định.`,
  IDEMPOTENCY_CONFLICT: () => 'Khóa chống lặp này đã được dùng cho một yêu cầu có nội dung khác.',
  PERIOD_CLOSED: ({ period }) => `Kỳ đánh giá ${period} đã khóa.`,
  WRONG_STATE: ({ state }) => waitsForTexts.get(state)?.vi ?? `Không thực hiện được ở trạng thái hiện tại (${state}).`,
  UNIT_CLOSED: ({ unit, closedOn }) => `Đơn vị “${unit}” đã ngừng hoạt động từ ngày ${toVietnameseDate(closedOn)}.`,
  QUOTA_EXCEEDED: ({ group, limit, outstanding, title }) =>
    title !== undefined
      ? `Đây sẽ là người thứ ${outstanding} được tặng “${title}”; tối đa ${limit} người. Quyết định khác phải có văn bản cho phép.`
      : `Đây sẽ là người thứ ${outstanding} hoàn thành xuất sắc ${group === null ? 'của cơ quan' : `của nhóm “${group}”`}; tối đa ${limit} người. Quyết định khác phải có văn bản cho phép.`,
  HEAD_ABOVE_UNIT: () =>
    'Mức xếp loại của người đứng đầu không được cao hơn mức của đơn vị. Quyết định khác phải có văn bản cho phép.',
  FORCED_LEVEL: () =>
    'Trường hợp này theo quy định phải xếp “Không hoàn thành nhiệm vụ” (kỷ luật hoặc kết luận). Quyết định khác phải có văn bản cho phép.',
  OVERRIDE_REQUIRED: () => 'Hãy nêu văn bản cho phép quyết định này.',
  REASON_REQUIRED: () => 'Quyết định khác với đề xuất phải nêu lý do.',
  OWN_SHEET: () => 'Không ai được tự chấm, tự quyết định hoặc tự xác nhận phiếu của chính mình.',
  NOT_ENTITLED_ON_DAY: ({ on }) => `Bạn không có thẩm quyền đối với việc này vào ngày ${toVietnameseDate(on)}.`,
  ROUND_NOT_OPEN: ({ unit, year }) => `Đợt xếp loại năm ${year} của đơn vị “${unit}” không ở trạng thái mở.`,
  PETITION_LATE: ({ until }) => `Thời hạn kiến nghị đã hết vào ngày ${toVietnameseDate(until)}.`,
  PETITION_OPEN: ({ dueOn }) =>
    `Kết quả này đang có kiến nghị chưa giải quyết, hạn giải quyết ${toVietnameseDate(dueOn)}.`,
  RULE_SET_OUT_OF_BOUNDS: ({ parameter, given, bound, clause }) =>
    `Giá trị ${given} của “${parameter}” nằm ngoài khoảng mà ${toVietnameseClause(clause)} cho phép (${bound}).`,
  RULE_SET_PUBLISHED: ({ ruleSet, version }) =>
    `Phiên bản ${version} của bộ quy tắc “${ruleSet}” đã ban hành, không được sửa; hãy ban hành phiên bản mới.`,
  NO_ASSIGNMENT: ({ employee, on }) =>
    `Người có mã “${employee}” không có vị trí công tác vào ngày ${toVietnameseDate(on)}.`,
  NOTHING_TO_EXPORT: ({ unit, period }) => `Đơn vị “${unit}” chưa có kết quả nào của kỳ ${period}.`,
  DECISION_EXISTS: ({ decisionNumber, decidedOn }) =>
    `Hành vi này đã bị kỷ luật bằng quyết định ${decisionNumber} ngày ${toVietnameseDate(decidedOn)}; mỗi hành vi chỉ bị xử lý một lần.`,
  YEAR_NOT_DECIDED: ({ unit, year }) =>
    `Đơn vị “${unit}” chưa có đủ quyết định xếp loại năm ${year}; chưa thể xét khen thưởng của năm này.`,
  ALREADY_COMMENDED: ({ title, year }) => `Đã có quyết định “${titleName(title).vi}” cho năm ${year}.`,
  CONDITIONS_MISSING: ({ conditions }) => `Chưa đủ điều kiện: ${conditions.join('; ')}.`,
  COMMENDATION_HELD: ({ reason }) => `Đang tạm dừng xét khen thưởng: ${reason}.`,
  FINDINGS_OPEN: ({ count }) =>
    `Đơn vị còn ${count} tồn tại, hạn chế do kiểm tra phát hiện chưa khắc phục, nên không thể xếp “Hoàn thành xuất sắc nhiệm vụ”. Quyết định khác phải có văn bản cho phép.`,
  SECOND_PERSON_REQUIRED: () => 'Việc này phải do một người khác với người đã đề xuất xác nhận.',
  DECISION_BEFORE_ACT: ({ actOn, decidedOn }) =>
    `Ngày quyết định ${toVietnameseDate(decidedOn)} trước ngày có hành vi ${toVietnameseDate(actOn)}.`,
  FORM_NOT_ALLOWED: ({ form, allowed }) =>
    `Hình thức “${formName(form)}” không áp dụng cho đối tượng này${allowed.length > 0 ? `; các hình thức được dùng: ${allowed.map(formName).join(', ')}` : ''}.`,
  FORM_ABOLISHED: ({ form, since }) =>
    `Hình thức “${formName(form)}” không còn được áp dụng từ ngày ${toVietnameseDate(since)}.`,
  FORM_TOO_LIGHT: ({ form, needed }) =>
    `Hình thức “${formName(form)}” nhẹ hơn hình thức “${formName(needed)}” mà quy định yêu cầu; hãy nêu lý do áp dụng.`,
  LIMITATION_EXPIRED: ({ until }) =>
    `Thời hiệu xử lý kỷ luật theo hình thức này đã hết vào ngày ${toVietnameseDate(until)}.`,
  VISITED_TOO_SOON: ({ unit, lastVisitedOn, unvisited }) =>
    `Đơn vị “${unit}” đã được kiểm tra ngày ${toVietnameseDate(lastVisitedOn)} trong khi còn ${unvisited} đơn vị chưa được kiểm tra; hãy nêu lý do kiểm tra lại.`,
  EXTENSION_USED: ({ until }) => `Chỉ được gia hạn một lần, muộn nhất đến ngày ${toVietnameseDate(until)}.`,
  DUPLICATE_RECORD: ({ decisionNumber }) =>
    `Đã có bản ghi mang số hoặc mã ${decisionNumber}, hoặc ở dòng trước của tệp.`,
  EXPORT_SUPERSEDED: ({ period }) =>
    `Kết quả kỳ ${period} đã thay đổi sau khi lập tệp này. Hãy lập tệp mới; mã kiểm tra của tệp cũ vẫn được lưu.`,
  SAVED_PAGE_UNSAFE: ({ found }) =>
    `Trang đã lưu này có “${found}”, có thể tự chạy hoặc tải nội dung. Hãy lưu lại trang không kèm mã lệnh và địa chỉ tải.`,
  SAVED_PAGES_TOO_FEW: ({ given, minimum }) =>
    `Phiên bản này có ${given} trang đã lưu; cần ít nhất ${minimum} trang trước khi công bố.`,
  JOB_RUNNING: ({ period }) => `Việc này đang chạy cho kỳ ${period}.`,
  EVIDENCE_REQUIRED: ({ component }) => evidenceTexts.get(component)?.vi ?? `Hãy nêu minh chứng cho “${component}”.`,
  NOT_COMPARABLE: ({ reason, groups }) =>
    `${notComparableTexts[reason].vi}${groups.length > 0 ? `; hãy chọn một nhóm: ${groups.map(groupName).join('; ')}` : ''}.`,
  POST_WITHOUT_CONDITIONS: ({ post, unit }) =>
    `Chưa có bảng điều kiện bổ nhiệm cho chức vụ “${postName(post)}” của đơn vị “${unit}”.`,
  SESSION_LOCKED: () => 'Phiên hiệu chỉnh đã khóa, không thay đổi được nữa.',
  UNITS_NOT_SUBMITTED: ({ units }) => `Còn đơn vị chưa gửi đề xuất: ${units.join(', ')}.`,
  SUMMARY_ALTERED: () => 'Bản tổng hợp không còn khớp với mã kiểm tra khi chốt. Hãy báo người quản trị.',
  FILE_UNREADABLE: ({ format }) => `Không đọc được tệp ${format} này: tệp hỏng, có mật khẩu hoặc không đúng định dạng.`,
  ARCHIVE_TOO_LARGE: ({ maximumBytes }) =>
    `Tệp này khi giải nén vượt quá ${maximumBytes} byte hoặc nén bất thường, nên không được mở.`,
  ENCODING_UNKNOWN: () =>
    'Không xác định được bảng mã của tệp. Hãy chọn bảng mã (UTF-8, Windows-1258, TCVN3) hoặc lưu lại bằng UTF-8.',
  FORMULA_IN_CELL: () => 'Ô này chứa công thức; hãy thay bằng giá trị.',
  MERGED_CELLS: ({ range }) => `Các ô ${range} bị gộp; hãy bỏ gộp và điền từng ô.`,
  UNIT_CYCLE: ({ codes }) => `Các đơn vị này nằm dưới nhau thành vòng: ${codes.join(' → ')}.`,
  GROUP_UNKNOWN: ({ given }) => `Cơ quan này không có nhóm công việc “${given}”.`,
  ASSIGNMENT_OVERLAPS: ({ from, to }) =>
    to === null
      ? `Người này đã có vị trí công tác từ ngày ${toVietnameseDate(from)}.`
      : `Người này đã có vị trí công tác từ ngày ${toVietnameseDate(from)} đến ngày ${toVietnameseDate(to)}.`,
  IMPORT_USED: ({ line, entity }) =>
    `Không hoàn tác được lần nhập này: dữ liệu của dòng ${line} (${entity}) đã được thay đổi hoặc được dùng ở nơi khác.`,
  ROWS_REFUSED: ({ count }) => `Có ${count} dòng chưa hợp lệ nên không dòng nào được ghi.`,
  TOO_MANY_ROWS: ({ maximum }) =>
    `Tệp XLSX chứa được nhiều nhất ${maximum} dòng; hãy chọn CSV hoặc JSONL, hoặc thu hẹp điều kiện lọc.`,
  EXPORT_EXPIRED: ({ expiredAt }) => `Tệp này đã hết hạn tải về (${expiredAt}). Hãy lập tệp mới.`,
  CURSOR_FOREIGN: () =>
    'Con trỏ trang này thuộc một truy vấn khác (bộ lọc hoặc thứ tự khác). Hãy đọc lại từ trang đầu.',
  SUBSCRIBER_TOO_SLOW: ({ after }) => `Luồng sự kiện bị ngắt vì đọc quá chậm. Hãy nối lại từ sự kiện sau ${after}.`,
  ADDRESS_REFUSED: ({ host, why }) => `Không gửi đến “${host}”: ${addressRefusalTexts[why].vi}.`,
  DEPRECATED_FIELD: ({ field, use }) => `“${field}” sẽ bị bỏ; hãy dùng “${use}”.`,
  UNAUTHENTICATED: () => 'Bạn cần đăng nhập.',
  TOKEN_EXPIRED: () => 'Phiên đăng nhập hoặc mã truy cập đã hết hạn.',
  TOKEN_REVOKED: () => 'Mã truy cập đã bị thu hồi.',
  TOKEN_FOREIGN_ISSUER: () => 'Mã truy cập do một hệ thống khác cấp.',
  WRONG_PASSWORD: ({ retryAfterSeconds }) =>
    retryAfterSeconds === null
      ? 'Tên đăng nhập hoặc mật khẩu không đúng.'
      : `Đã sai nhiều lần. Hãy thử lại sau ${retryAfterSeconds} giây.`,
  FORBIDDEN: () => 'Bạn không có quyền thực hiện việc này.',
  PURPOSE_REQUIRED: () => 'Cần nêu mục đích xem hồ sơ (tiêu đề x-purpose).',
  NOT_FOUND: () => 'Không tìm thấy.',
  BAD_REQUEST: () => 'Yêu cầu không hợp lệ.',
  RATE_LIMITED: ({ retryAfterSeconds }) => `Quá nhiều yêu cầu. Hãy thử lại sau ${retryAfterSeconds} giây.`,
  LIMIT_EXCEEDED: ({ limit, maximum, given }) =>
    limit === 'rows'
      ? `Có hơn ${maximum} dòng, một tệp không chứa hết: hãy thu hẹp đơn vị, khoảng ngày hoặc điều kiện lọc.`
      : `Vượt giới hạn “${limit}”: ${given}, tối đa ${maximum}.`,
  QUERY_TOO_DEEP: ({ maximum, given }) => `Truy vấn sâu ${given} tầng, tối đa ${maximum}.`,
  QUERY_TOO_COSTLY: ({ maximum, given }) => `Truy vấn có chi phí ${given}, tối đa ${maximum}.`,
  TOO_MANY_ALIASES: ({ maximum, given }) => `Truy vấn có ${given} bí danh, tối đa ${maximum}.`,
  PAGE_SIZE_INVALID: ({ maximum }) => `Cần nêu first hoặc last, từ 1 đến ${maximum}.`,
  BODY_TOO_LARGE: ({ maximumBytes }) => `Yêu cầu quá lớn, tối đa ${maximumBytes} byte.`,
  QUEUE_FULL: ({ maximum }) => `Hàng chờ gửi đã đầy (${maximum} việc). Hãy nối lại mạng trước khi làm tiếp.`,
  USAGE_INVALID: ({ argument }) => `Không hiểu đối số: ${argument}. Xem --help.`,
  ENVIRONMENT_INVALID: ({ name, expected }) => `Biến môi trường ${name} không hợp lệ; cần: ${expected}.`,
  HOST_NOT_LOOPBACK: ({ host }) =>
    `Nhà cung cấp danh tính dùng thử chỉ chạy trên địa chỉ nội bộ của máy, không chạy trên “${host}”. Hãy đặt OIDC_ISSUER.`,
  PORT_TAKEN: ({ port }) => `Cổng ${port} đang được chương trình khác dùng.`,
  DATABASE_UNREACHABLE: ({ reason }) => `Không kết nối được cơ sở dữ liệu: ${reason}.`,
  API_UNREACHABLE: ({ url, reason }) => `Không gọi được api tại ${url}: ${reason}.`,
  DATA_DIRECTORY_NEWER: ({ directory, found, supported }) =>
    `Thư mục dữ liệu “${directory}” thuộc phiên bản ${found}, mới hơn phiên bản ${supported} của chương trình này.`,
  DATA_DIRECTORY_UNUSABLE: ({ directory, reason }) => `Không dùng được thư mục dữ liệu “${directory}”: ${reason}.`,
  BUILD_FAILED: ({ step }) => `Không dựng được: ${step}.`,
  ADAPTER_BROKEN: ({ adapter }) => `Không đọc chắc chắn được trang này (${adapter}) — hãy tra cứu thủ công.`,
  INTERNAL: ({ requestId }) =>
    `Có lỗi trong hệ thống${requestId === null ? '' : `; khi báo lỗi hãy kèm mã ${requestId}`}.`,
};

/** A form's name; the code itself where it is none of ours. */
function formName(form: string): string {
  return isDisciplineForm(form) ? disciplineFormTexts[form].vi : form;
}

/** A post's name; the code itself where it is none of ours. */
function postName(post: string): string {
  return isPost(post) ? postTexts[post].vi : post;
}

function range(minimum: string | undefined, maximum: string | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` (từ ${minimum} đến ${maximum})`;
  if (minimum !== undefined) return ` (từ ${minimum})`;
  return maximum === undefined ? '' : ` (đến ${maximum})`;
}
