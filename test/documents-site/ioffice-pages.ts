import { createDocument, createDocuments, toVietnameseDate } from './documents.ts';
import { hostileRows } from './hostile-rows.ts';
import { escapeHtml, toPage } from './html.ts';
import { type IofficeRow, renderIofficeRow, toIofficeRow } from './ioffice-rows.ts';

/** How many documents the whole list holds, on pages of `size`. */
export const iofficeTotal = 1_000;

const head = `<header class="dau-trang"><strong>Quản lý văn bản và điều hành</strong>
<span>UBND tỉnh An Bình — hệ thống mẫu, dữ liệu hư cấu</span><span class="nguoi-dung">Xin chào, Lãnh đạo phòng</span></header>
<nav class="thuc-don"><a id="m2766" class="chon" href="/ioffice/qlvbdh/main?lang=vi">Văn bản đến chờ xử lý</a>
<a href="/ioffice/qlvbdh/main?lang=vi&amp;size=1000">Tất cả văn bản đến (1.000)</a>
<a href="/ioffice/qlvbdh/main?lang=vi&amp;mau=bat-thuong">Văn bản có dữ liệu bất thường</a>
<a id="m2796" href="/spa/van-ban-den">Hệ thống một trang</a></nav>`;

const legend = `<p class="chu-giai">Lọc: <span class="color_clk" c-val="xlc">Xử lý chính</span>
<span class="color_clk" c-val="ph">Phối hợp</span> <span class="color_clk" c-val="xdb">Để biết</span></p>`;

const pagination = (size: number, page: number): string => {
  const pages = Math.ceil(iofficeTotal / size);
  const links = Array.from({ length: Math.min(pages, 10) }, (_, index) => index + 1).map(
    (number) =>
      `<li${number === page ? ' class="active"' : ''}><a href="#" onclick="return gotoPage(${number})">${number}</a></li>`,
  );
  return `<ul class="pagination">${links.join('')}</ul>
<script>function gotoPage(n) { const u = new URL(location.href); u.searchParams.set('page', n); location.href = u; return false; }</script>`;
};

const table = (rows: readonly IofficeRow[], first: number): string => `<div class="bang">
<table id="dt_basic"><thead><tr><th>STT</th><th>Số, ký hiệu</th><th>Trích yếu</th><th>Đơn vị ban hành</th><th>Ngày đến</th><th>Vai trò</th>
<th>Người xử lý</th><th>Hạn xử lý</th></tr></thead>
<tbody>
${rows.map((row, index) => renderIofficeRow(row, first + index)).join('\n')}
</tbody></table></div>`;

const listPage = (rows: readonly IofficeRow[], first: number, foot: string): string =>
  toPage(
    'Văn bản đến chờ xử lý',
    '',
    `${head}<main class="noi-dung"><h1>Văn bản đến chờ xử lý</h1>${legend}${table(rows, first)}${foot}</main>`,
  );

/** The list of incoming documents: `size` rows (1 to 1,000) of page `page` (from 1). */
export const renderIofficeList = (size: number, page: number, today: string): string => {
  const first = (page - 1) * size + 1;
  const count = Math.max(0, Math.min(size, iofficeTotal - first + 1));
  return listPage(createDocuments(first, count, today).map(toIofficeRow), first, pagination(size, page));
};

/** The same list with rows no decent system would print. */
export const renderIofficeHostileList = (today: string): string => listPage(hostileRows(today), 1, '');

/** One document, or null where there is none of this id. */
export const renderIofficeDocument = (id: number, today: string): string | null => {
  if (!Number.isInteger(id) || id < 1 || id > iofficeTotal) return null;
  const document = createDocument(id, today);
  const line = (name: string, title: string, value: string, attributes = ''): string =>
    `<tr><th>${title}</th><td class="${name}"${attributes}>${escapeHtml(value)}</td></tr>`;
  return toPage(
    `Văn bản ${document.number}`,
    '',
    `${head}<main class="noi-dung"><h1>Chi tiết văn bản đến</h1>
<table id="chi_tiet_van_ban" vanban_id="${id}" do_mat="${document.secrecy}" role_type_code="${document.role}"><tbody>
${line('so_ky_hieu', 'Số, ký hiệu', document.number)}
${line('trich_yeu', 'Trích yếu', document.summary)}
${line('don_vi_ban_hanh', 'Đơn vị ban hành', document.issuer)}
${line('ngay_van_ban', 'Ngày văn bản', toVietnameseDate(document.date))}
${line('do_mat', 'Độ mật', document.secrecy)}
${line('nguoi_xu_ly', 'Người xử lý', document.handler.name, ` ma_can_bo="${document.handler.code}"`)}
${line('han_xu_ly', 'Hạn xử lý', document.deadline === null ? '' : toVietnameseDate(document.deadline))}
</tbody></table>
<p><a href="/ioffice/qlvbdh/main?lang=vi">Về danh sách</a></p></main>`,
  );
};
