import type { IncomingMessage, ServerResponse } from 'node:http';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import type { Locale } from '@congvu/schema/texts';
import { readLocale } from '../request-facts.ts';
import { schema } from '../schema.ts';
import { errorPage } from './error-page.ts';
import { loadExamples } from './example.ts';
import { examplePage } from './example-page.ts';
import type { Markup } from './html.ts';
import { indexPage } from './index-page.ts';
import { limitPage } from './limit-page.ts';
import { CONTENT_POLICY, PAGES, type PageName, renderPage } from './page.ts';
import { webhookPage } from './webhook-page.ts';

/** What each page holds, for a day on which its examples are asked. */
const bodies: Readonly<Record<PageName, (locale: Locale, now: Date) => Markup>> = {
  '': indexPage,
  examples: (locale, now) => examplePage(loadExamples(toLocalDate(now)), locale),
  errors: (locale) => errorPage(schema, locale),
  limits: limitPage,
  webhooks: webhookPage,
};

/**
 * Answers `/docs` and the pages below it: open to everybody, made of what the program itself is, with nothing about a person. The
 * language is that of `?lang=`, else of Accept-Language.
 */
export function createDocsHandler(now: () => Date = () => new Date()) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://docs');
    const asked = url.pathname.replace(/^\/docs\/?/, '').replace(/\/$/, '');
    const name = PAGES.find((page) => page === asked);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (name === undefined) {
      response.writeHead(404, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ error: 'NOT_FOUND' }));
      return;
    }
    const locale = readLocale(url.searchParams.get('lang') ?? request.headers['accept-language'] ?? null);
    const page = renderPage(name, locale, bodies[name](locale, now()));
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': CONTENT_POLICY,
      'cache-control': 'no-cache',
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : page);
  };
}
