import { createDocuments, type SiteDocument } from './documents.ts';
import { escapeHtml } from './html.ts';

/**
 * "Flowdesk", as if by a young vendor: one page, a route after "#", a grid of divs with class names a bundler made, people printed
 * given name first, English dates. Rows act on click and hover. Nothing in this project was written for it but the test that teaches it.
 */

const rowsOnPage = 14;
const pagesInAll = 4;

/** "Nguyễn Văn An" → "An Nguyễn Văn". */
const givenFirst = (name: string): string => {
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
};

const initials = (name: string): string =>
  name
    .split(' ')
    .map(([letter]) => letter)
    .slice(-2)
    .join('');

const englishDate = (date: string): string =>
  new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const renderRow = (
  document: SiteDocument,
): string => `<div class="x1a9kq _r7 ${document.deadline === null ? 'zz3' : 'zz1'}" data-qa="thread" tabindex="0">
<div class="c-8fj2"><span class="tag-4k"><svg width="10" height="10"><circle r="5"/></svg></span><span class="t-91x">${escapeHtml(document.number)}</span>${document.secrecy === 'Thường' ? '' : `<em class="pill-7">${escapeHtml(document.secrecy)}</em>`}</div>
<div class="c-2kk9">${escapeHtml(document.summary)}</div>
<div class="c-77ad"><i class="av-0q">${initials(document.handler.name)}</i><span data-qa="owner" data-uid="${escapeHtml(document.handler.userName)}">${escapeHtml(givenFirst(document.handler.name))}</span></div>
<div class="c-5m1z">${document.deadline === null ? '—' : englishDate(document.deadline)}</div>
<button class="b-3x" data-qa="archive">Archive</button></div>`;

const renderPage = (
  page: number,
  today: string,
): string => `<div class="h-00a _r7"><div class="c-8fj2">Ref</div><div class="c-2kk9">What</div><div class="c-77ad">Who</div><div class="c-5m1z">By when</div><div></div></div>
<div class="list-19" data-qa="threads">${createDocuments((page - 1) * rowsOnPage + 3, rowsOnPage, today)
  .map(renderRow)
  .join('')}</div>`;

const style = `body{margin:0;font:14px system-ui;background:#f6f7fb;color:#1d2433}.top{padding:14px 24px;background:#fff;border-bottom:1px solid #e3e6ee;font-weight:600}
#app{margin:24px;background:#fff;border:1px solid #e3e6ee;border-radius:10px}._r7{display:grid;grid-template-columns:200px 1fr 220px 130px 80px;gap:12px;padding:10px 16px;align-items:center;border-bottom:1px solid #eef0f5}
.h-00a{color:#6b7385;font-size:12px}.x1a9kq:hover{background:#eef4ff}.av-0q{display:inline-block;width:26px;height:26px;line-height:26px;border-radius:50%;background:#dfe7ff;text-align:center;font-size:11px;margin-right:8px}
.pill-7{margin-left:6px;color:#b3261e}.b-3x{border:1px solid #d5d9e4;border-radius:6px;background:#fff}.tag-4k{margin-right:6px}.list-19{max-height:560px;overflow:auto}nav{padding:12px 24px}`;

/** What the client does with a page, a click and a hover; `acted` counts what a person did to documents. */
const client = `const pages = JSON.parse(document.getElementById('data').textContent); let at = 0; window.acted = [];
const draw = () => { document.getElementById('app').innerHTML = pages[at]; };
document.addEventListener('click', (event) => {
  const row = event.target.closest('[data-qa="thread"]');
  if (event.target.closest('[data-qa="archive"]')) { window.acted.push('archive'); row.remove(); return; }
  if (event.target.closest('#next')) { at = (at + 1) % pages.length; draw(); return; }
  if (row) { window.acted.push('open'); location.hash = '#/thread/' + (at + 1); }
});
window.addEventListener('pointerdown', (event) => { if (event.target.closest?.('[data-qa="thread"]')) window.acted.push('press'); }, true);
document.addEventListener('keydown', (event) => { if (event.key === 'e') window.acted.push('key'); });
if (!location.hash) history.replaceState(null, '', '#/inbox?folder=3'); draw();`;

/** The page of this system; null for any other address. */
export const findBoardPage = (pathname: string, today: string): string | null => {
  if (pathname !== '/flowdesk/') return null;
  const pages = Array.from({ length: pagesInAll }, (_, index) => renderPage(index + 1, today));
  const data = JSON.stringify(pages).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><title>Flowdesk</title><style>${style}</style></head><body><div class="top">Flowdesk</div><div id="app"></div>
<nav><button id="next">Next page</button></nav><script type="application/json" id="data">${data}</script><script>${client}</script></body></html>`;
};
