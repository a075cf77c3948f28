import { createHash } from 'node:crypto';
import type { Locale, LocalisedText } from '@congvu/schema/texts';
import { html, Markup } from './html.ts';

/** Pages by their addresses below `/docs`, in the order of the navigation. */
export const PAGES = ['', 'examples', 'errors', 'limits', 'webhooks'] as const;
export type PageName = (typeof PAGES)[number];

export const pageTitles: Readonly<Record<PageName, LocalisedText>> = {
  '': { vi: 'Làm việc qua GraphQL', en: 'Working through GraphQL' },
  examples: { vi: 'Truy vấn mẫu', en: 'Examples' },
  errors: { vi: 'Mọi mã lỗi', en: 'Every error' },
  limits: { vi: 'Mọi giới hạn', en: 'Every limit' },
  webhooks: { vi: 'Sự kiện và móc nối', en: 'Events and webhooks' },
};

const STYLE = `:root{color-scheme:light dark;--line:light-dark(#c9ced6,#454c57);--soft:light-dark(#f4f6f9,#1d2229);--link:light-dark(#0b57a4,#8ab4f8)}
*{box-sizing:border-box}body{margin:0 auto;max-width:68rem;padding:1rem;font:1rem/1.55 system-ui,sans-serif;background:light-dark(#fff,#14181d);color:light-dark(#1b1f24,#e6e9ed)}
a{color:var(--link)}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}nav [aria-current]{font-weight:700;text-decoration:none;color:inherit}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem;overflow-wrap:anywhere}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}th[scope=row]{font-weight:600}
pre{background:var(--soft);border:1px solid var(--line);border-radius:.4rem;padding:.75rem;overflow-x:auto;font-size:.875rem}code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}td code{overflow-wrap:normal}
a:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;

/** Nothing is loaded from anywhere and nothing runs: the one style is allowed by its digest. */
export const CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A whole page with the navigation of all. */
export function renderPage(name: PageName, locale: Locale, body: Markup): string {
  const title = pageTitles[name][locale];
  const links = PAGES.map((page) => {
    const text = pageTitles[page][locale];
    const address = page === '' ? '/docs' : `/docs/${page}`;
    return page === name
      ? html`<li><a href="${address}" aria-current="page">${text}</a></li>`
      : html`<li><a href="${address}">${text}</a></li>`;
  });
  const label = locale === 'vi' ? 'Tài liệu' : 'Documentation';
  const other =
    locale === 'vi'
      ? html`<a href="?lang=en" lang="en" hreflang="en">English</a>`
      : html`<a href="?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>`;
  const page = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Công vụ</title><style>${new Markup(STYLE)}</style></head>
<body><header><nav aria-label="${label}"><ul>${links}<li><a href="/graphql">GraphiQL</a></li><li>${other}</li></ul></nav></header>
<main><h1>${title}</h1>${body}</main></body></html>`;
  return page.text;
}

/** A table that scrolls by itself on a narrow screen, by keyboard too. */
export function table(label: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  const columns = heads.map((head) => html`<th scope="col">${head}</th>`);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table><thead><tr>${columns}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
