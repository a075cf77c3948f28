import { createDocuments } from './documents.ts';
import { toPage } from './html.ts';
import { renderIofficeRow, toIofficeRow } from './ioffice-rows.ts';

/**
 * The server-rendered list alone, of `size` rows: what the benches measure. Its address is one the built-in adapter knows; nothing
 * of the site but the rows costs anything.
 */
export const renderLongList = (size: number, today: string): string => {
  const rows = createDocuments(1, size, today).map(toIofficeRow);
  return toPage(
    'Danh sách dài',
    '',
    `<header class="dau-trang"></header><nav class="thuc-don"></nav><main class="noi-dung"><div class="bang">
<table id="dt_basic"><thead><tr><th>STT</th><th>Số, ký hiệu</th><th>Trích yếu</th><th>Đơn vị ban hành</th><th>Ngày đến</th>
<th>Vai trò</th><th>Người xử lý</th><th>Hạn xử lý</th></tr></thead>
<tbody>
${rows.map((row, index) => renderIofficeRow(row, index + 1)).join('\n')}
</tbody></table></div></main>`,
  );
};
