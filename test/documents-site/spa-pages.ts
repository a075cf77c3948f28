import { createDocument, createDocuments, type SiteDocument, toVietnameseDate } from './documents.ts';
import { toPage } from './html.ts';

/** The one page of the single-page system, for every address below /spa/. */
export const renderSpa = (): string =>
  toPage(
    'Điều hành tác nghiệp',
    '<script type="module" src="/spa-client.js"></script>',
    `<header class="dau-trang"><strong>Điều hành tác nghiệp</strong><span>Hệ thống mẫu, dữ liệu hư cấu</span>
<span class="nguoi-dung">Xin chào, Lãnh đạo phòng</span></header>
<nav class="thuc-don"><a class="chon" href="/spa/van-ban-den">Văn bản đến</a><a href="/ioffice/qlvbdh/main?lang=vi">Hệ thống theo trang</a></nav>
<main class="noi-dung"></main>`,
  );

/** One record of the single-page system's interface: people by name alone. */
export const toSpaRecord = (document: SiteDocument) => ({
  id: document.id,
  number: document.number,
  summary: document.summary,
  issuer: document.issuer,
  date: toVietnameseDate(document.date),
  deadline: document.deadline === null ? '' : toVietnameseDate(document.deadline),
  secrecy: document.secrecy,
  role: document.role,
  handler: document.handler.name,
});

/** `size` records (1 to 5,000) of page `page`. */
export const listSpaRecords = (page: number, size: number, today: string) =>
  createDocuments((page - 1) * size + 1, size, today).map(toSpaRecord);

export const findSpaRecord = (id: number, today: string) =>
  Number.isSafeInteger(id) && id >= 1 ? toSpaRecord(createDocument(id, today)) : null;
