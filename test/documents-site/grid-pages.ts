import { toPage } from './html.ts';

const titles: Readonly<Record<string, string>> = {
  '/luoi/bong': 'Lưới trong tám lớp shadow root',
  '/luoi/cuon': 'Danh sách ảo, đầu bảng dính',
  '/luoi/cuon-trong': 'Danh sách ảo, khung vẽ nằm trong',
  '/luoi/dua': 'Trang của bài thử',
  '/luoi/the': 'Thẻ văn bản',
};

const styles = `<style>
.cuon { height: 520px; overflow: auto; position: relative; border: 1px solid #999; }
.dau { position: sticky; top: 0; z-index: 2; display: flex; background: #dde6ee; height: 40px; }
.khung { position: relative; }
.dong { position: absolute; left: 0; right: 0; top: 0; height: 44px; display: flex; border-bottom: 1px solid #ddd; background: #fff; }
.dau > *, .dong > * { flex: 1; padding: 8px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.the { content-visibility: auto; contain-intrinsic-size: auto 90px; border: 1px solid #bbb; border-radius: 8px; padding: 12px; margin: 8px 0; }
html.toi, html.toi body { background: #14181d; color: #e8edf2; }
html.toi .dong, html.toi .dau, html.toi .the { background: #1b2027; color: inherit; }
</style>`;

/** Lists drawn by grid-client.js in the ways of modern systems; null for another address. */
export const renderGridPage = (pathname: string): string | null => {
  const title = titles[pathname];
  if (title === undefined) return null;
  return toPage(
    title,
    `${styles}<script type="module" src="/grid-client.js"></script>`,
    `<header class="dau-trang"><strong>Điều hành số</strong><span>Hệ thống mẫu, dữ liệu hư cấu</span></header>
<nav class="thuc-don"><a class="chon" href="/ioffice/qlvbdh/main?lang=vi">Văn bản đến</a></nav>
<main class="noi-dung"><h1>${title}</h1><div id="cho"></div></main>`,
  );
};
