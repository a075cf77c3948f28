import type { Locale } from '@congvu/schema/texts';
import type { Example } from './example.ts';
import { html, type Markup } from './html.ts';

/** Each example with the account that may ask it, its variables and its document. */
export function examplePage(examples: readonly Example[], locale: Locale): Markup {
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en);
  const parts = examples.map(
    ({ name, account, purpose, title, variables, query }) =>
      html`<section id="${name}"><h2>${title[locale]}</h2><p>${say('Tài khoản của bản dùng thử', 'Account of the demonstration')}: <code>${account}</code> · <code>x-purpose: ${purpose}</code></p><pre tabindex="0"><code>${query}</code></pre>${
        variables === null
          ? []
          : [html`<p>${say('Biến', 'Variables')}</p><pre tabindex="0"><code>${variables}</code></pre>`]
      }</section>`,
  );
  return html`<p>${say(
    'Mỗi truy vấn chạy được nguyên văn trên bản dùng thử; một phép thử chạy tất cả. Trong GraphiQL chúng là các thẻ có sẵn.',
    'Each runs as it stands against the demonstration, and a test runs them all. GraphiQL has them as its tabs.',
  )}</p>
<pre tabindex="0"><code>curl $URL/graphql -H "authorization: Bearer $TOKEN" -H "content-type: application/json" \\
  -H "x-purpose: STATISTICS" -d '{"query": "…", "variables": {…}}'</code></pre>${parts}`;
}
