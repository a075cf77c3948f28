import type { Locale } from '@congvu/schema/texts';
import { html, type Markup } from './html.ts';

/** Where to begin. */
export function indexPage(locale: Locale): Markup {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const steps = [
    html`<li>${say('Tạo mã truy cập có phạm vi và ngày hết hạn (mutation createPersonalToken, hoặc màn hình Mã truy cập).', 'Make a token with scopes and an end (mutation createPersonalToken, or the screen of tokens).')}</li>`,
    html`<li>${say('Gửi POST /graphql với tiêu đề authorization: Bearer … và x-purpose nêu mục đích; mỗi lần đọc hồ sơ của người khác đều được ghi lại.', 'POST to /graphql with authorization: Bearer … and x-purpose; each read of another person’s record is logged.')}</li>`,
    html`<li>${say('Bắt đầu từ một truy vấn mẫu rồi sửa dần trong GraphiQL; mọi trường đều có mô tả.', 'Begin with an example and change it in GraphiQL; every field has a description.')}</li>`,
    html`<li>${say('Danh sách: first hoặc last từ 1 đến 100, totalCount, con trỏ chỉ dùng cho chính danh sách ấy; trang vẫn đúng khi dữ liệu thay đổi.', 'Lists: first or last from 1 to 100, totalCount, cursors of that very list; pages stay true while rows change.')}</li>`,
    html`<li>${say('Nhiều dòng: nhập từ tệp, lệnh hàng loạt với kết quả từng dòng, xuất CSV, XLSX, JSONL.', 'Many rows: imports from files, bulk mutations with an outcome a row, exports as CSV, XLSX, JSONL.')}</li>`,
  ];
  return html`<ol>${steps}</ol>`;
}
