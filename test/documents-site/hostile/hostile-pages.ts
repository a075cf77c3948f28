import { readFileSync } from 'node:fs';
import { createDocuments } from '../documents.ts';
import { toPage } from '../html.ts';
import { renderIofficeRow, toIofficeRow } from '../ioffice-rows.ts';

/** The groups of attacks, in the order in which the page loads them: before anything else of it. */
const groups = [
  'patched-prototypes',
  'observers',
  'reading-text',
  'geometry',
  'events',
  'messages',
  'frames',
  'style-sheets',
  'browser-interfaces',
  'seizures',
];

const rowCount = 20;

/**
 * A list the built-in adapter knows, whose system tries to learn what the overlay shows on it (README.md). A double click on a row
 * leads nowhere: the suite makes some.
 */
const renderList = (today: string): string => {
  const scripts = ['suite', ...groups.map((name) => `attacks/${name}`)];
  const rows = createDocuments(1, rowCount, today).map(toIofficeRow);
  return toPage(
    'Trang thù địch',
    scripts.map((name) => `<script src="/hostile/${name}.js"></script>`).join('\n'),
    `<header class="dau-trang"><strong>Quản lý văn bản</strong></header><nav class="thuc-don"></nav><main class="noi-dung"><h1>Văn bản đến</h1><p><input id="first" aria-label="Ô đầu"></p>
<div class="bang">
<table id="dt_basic"><thead><tr><th>STT</th><th>Số, ký hiệu</th><th>Trích yếu</th><th>Đơn vị ban hành</th><th>Ngày đến</th>
<th>Vai trò</th><th>Người xử lý</th><th>Hạn xử lý</th></tr></thead>
<tbody>
${rows.map((row, index) => renderIofficeRow(row, index + 1).replace(/ ondblclick="[^"]*"/, '')).join('\n')}
</tbody></table></div>
<p><input id="last" aria-label="Ô cuối"></p><div class="cuoi" style="height: 600px"></div></main>`,
  );
};

/** Hears whatever is posted to the window it stands in, and tells the page in which it stands. */
const catcher = `<!doctype html><title>catcher</title><script>
const tell = (what) => parent.hostileCaught?.(what);
addEventListener('message', (event) => tell(JSON.stringify(event.data) + ' with ' + event.ports.length + ' ports'));
tell('loaded');
</script>`;

export type HostileAnswer = { readonly type: string; readonly body: string };

/** What stands at an address below /hostile/; null where nothing does. The list's address is one the built-in adapter knows. */
export const answerHostile = (path: string, today: string): HostileAnswer | null => {
  if (path === '/hostile/qlvbdh/main') return { type: 'text/html', body: renderList(today) };
  if (path === '/hostile/catcher') return { type: 'text/html', body: catcher };
  const script = /^\/hostile\/((?:attacks\/)?[a-z-]+)\.js$/.exec(path)?.[1];
  const known = ['suite', 'service-worker', 'shared-worker', ...groups.map((name) => `attacks/${name}`)];
  if (script === undefined || !known.includes(script)) return null;
  return { type: 'text/javascript', body: readFileSync(new URL(`${script}.js`, import.meta.url), 'utf8') };
};
