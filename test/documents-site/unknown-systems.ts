import { createDocuments, type SiteDocument } from './documents.ts';
import { escapeHtml, toPage } from './html.ts';
import { renderIofficeList } from './ioffice-pages.ts';

/**
 * Systems that no adapter was written for: a tracking system in English, a page that is no list of documents, and the list that a
 * built-in adapter claims by its address, after its vendor renamed what that adapter reads.
 */
const rows = 18;

const monthFirst = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

const trackingRow = (document: SiteDocument): string => `<tr id="issue-${document.id}" class="issue">
<td class="checkbox"><input type="checkbox"></td><td class="id"><a href="#${document.id}">${document.id}</a></td><td>Document</td>
<td class="subject"><a href="#${document.id}">${escapeHtml(`${document.number} ${document.summary}`)}</a>${document.secrecy === 'Thường' ? '' : ' <em>Mật</em>'}</td>
<td class="assigned_to"><a href="/users/${document.handler.userName}">${escapeHtml(document.handler.name)}</a></td>
<td class="due_date">${document.deadline === null ? '' : monthFirst(document.deadline)}</td></tr>`;

const trackingList = (today: string): string =>
  toPage(
    'Issues',
    '',
    `<header class="dau-trang"><strong>Tracker</strong><span class="nguoi-dung">Logged in as clerk</span></header>
<main class="noi-dung"><h1>Issues</h1><div class="autoscroll"><table class="list issues"><thead><tr><th></th><th><a href="#id">#</a></th><th>Tracker</th><th>Subject</th><th>Assignee</th><th>Due date</th></tr></thead>
<tbody>${createDocuments(1, rows, today).map(trackingRow).join('\n')}</tbody></table></div></main>`,
  ).replace('lang="vi"', 'lang="en"');

const priceList = toPage(
  'Bảng giá',
  '',
  `<main class="noi-dung"><h1>Bảng giá văn phòng phẩm</h1><table><thead><tr><th>STT</th><th>Số hiệu</th><th>Tên hàng</th><th>Ngày</th><th>Đơn giá</th></tr></thead><tbody>
<tr><td>1</td><td>A4-80</td><td>Giấy in A4</td><td>01/11/2026</td><td>65.000</td></tr>
<tr><td>2</td><td>TN-2385</td><td>Hộp mực</td><td>05/11/2026</td><td>450.000</td></tr>
<tr><td>3</td><td>USB-32</td><td>USB 32GB</td><td>13/11/2026</td><td>120.000</td></tr></tbody></table></main>`,
);

/** The attribute with the number has another name, as after a vendor's update. */
const changedList = (today: string): string =>
  renderIofficeList(20, 1, today).replaceAll(' so_ky_hieu="', ' data-so-kh="');

/** The page at this address; null for any other. */
export const findUnknownSystem = (pathname: string, today: string): string | null => {
  if (pathname === '/chua-biet/theo-doi') return trackingList(today);
  if (pathname === '/chua-biet/bang-gia') return priceList;
  if (pathname === '/donvi2/qlvbdh/main') return changedList(today);
  return null;
};
