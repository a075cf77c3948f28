import { escapeHtml, toPage } from './html.ts';
import { renderIofficeList } from './ioffice-pages.ts';

/** A page with the headers its server sends along. */
export type FramePage = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const list = '/ioffice/qlvbdh/main?lang=vi';

/** Systems that hold their list in a frame, or whose server says what a page may hold. */
const policies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'csp-none': { 'content-security-policy': "default-src 'none'; frame-src 'none'; style-src 'self'" },
  'csp-sandbox': { 'content-security-policy': 'sandbox allow-scripts' },
  coep: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  'coep-credentialless': { 'cross-origin-embedder-policy': 'credentialless' },
};

const frameset = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Quản lý văn bản</title><link rel="icon" href="data:,"></head>
<frameset cols="200,*"><frame name="menu" src="/khung/menu"><frame name="chinh" src="${list}"></frameset></html>
`;

const menu = toPage(
  'Thực đơn',
  '',
  `<nav class="thuc-don"><p><a target="chinh" href="${list}">Văn bản đến</a></p>
<p><a target="chinh" href="${list}&amp;page=2">Trang 2</a></p><p><a target="chinh" href="/khung/menu">Giới thiệu</a></p></nav>`,
);

const frame = (id: string, source: string, attributes = ''): string =>
  `<iframe id="${id}" title="Danh sách" ${attributes} src="${escapeHtml(source)}" style="width:100%;height:420px;border:1px solid #999"></iframe>`;

const holder = (title: string, content: string): string =>
  toPage(
    title,
    '',
    `<header class="dau-trang"><strong>Cổng điều hành</strong><span>Hệ thống mẫu, dữ liệu hư cấu</span></header>
<nav class="thuc-don"><a class="chon" href="/ioffice/qlvbdh/main?lang=vi">Văn bản đến</a></nav>
<main class="noi-dung"><h1>${title}</h1>${content}</main>`,
  );

/** The list itself, which also writes page 2 of it into an empty frame, or into a window of its own. */
const writing = (today: string, way: string): string =>
  renderIofficeList(20, 1, today).replace(
    '</body>',
    `<iframe id="tu-viet" title="Trang 2" style="width:100%;height:420px"></iframe><button id="mo">Mở cửa sổ</button>
<script>
const write = async (target) => {
  const text = await (await fetch('${list}&page=2')).text();
  target.document.open(); target.document.write(text); target.document.close();
};
${way === 'cua-so' ? "document.getElementById('mo').onclick = () => write(open(''));" : "write(document.getElementById('tu-viet').contentWindow);"}
</script></body>`,
  );

/** The pages of this file, or null for another address. */
export const findFramePage = ({ pathname, searchParams }: URL, today: string): FramePage | null => {
  const page = (body: string, headers: FramePage['headers'] = {}): FramePage => ({ body, headers });
  const [, policy = ''] = /^\/([a-z-]+)\/qlvbdh\/main$/.exec(pathname) ?? [];
  const headers = policies[policy];
  if (headers) return page(renderIofficeList(20, 1, today), headers);
  if (policy === 'tu-viet') return page(writing(today, searchParams.get('cach') ?? 'khung'));
  switch (pathname) {
    case '/khung/bo-khung':
      return page(frameset);
    case '/khung/menu':
      return page(menu);
    case '/khung/khac-goc':
      return page(holder('Khung của địa chỉ khác', frame('khac', `${searchParams.get('goc') ?? ''}${list}`)));
    case '/khung/hai-danh-sach':
      return page(holder('Hai danh sách', frame('mot', list) + frame('hai', `${list}&page=2`)));
    case '/khung/sandbox':
      return page(holder('Khung bị giới hạn', frame('gioi-han', list, 'sandbox="allow-scripts"')));
    default:
      return null;
  }
};
