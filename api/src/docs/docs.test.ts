import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ERROR_CODES, errorCatalogue } from '@congvu/schema/errors';
import { LOCALES } from '@congvu/schema/texts';
import { isInterfaceType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededToday } from '../../../test/testkit/database.ts';
import { LIMITS } from '../limits/limits.ts';
import { schema } from '../schema.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { createDocsHandler } from './docs-handler.ts';
import { mutationsByCode, unionMemberName } from './error-page.ts';
import { ERROR_PLACES } from './error-places.ts';
import { loadExamples, readExample } from './example.ts';
import { html } from './html.ts';
import { PAGES } from './page.ts';

let office: ApiOffice;
const server = createServer(createDocsHandler(() => new Date(`${seededToday}T08:00:00+07:00`)));
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  office = await openApiOffice();
});
afterAll(async () => {
  server.close();
  await office?.close();
});

const read = async (page: string, language = 'vi') => {
  const response = await fetch(`${origin()}/docs${page === '' ? '' : `/${page}`}`, {
    headers: { 'accept-language': language },
  });
  return { response, text: await response.text() };
};

const examples = loadExamples(seededToday);

describe('every example', () => {
  test.each(examples.map((example) => [example.name, example] as const))(
    '%s runs as its account and shows something',
    async (_name, example) => {
      const variables = example.variables === null ? {} : JSON.parse(example.variables);
      const { data, errors } = await office.as(example.account)(example.query, variables, {
        'x-purpose': example.purpose,
      });
      expect(errors).toEqual([]);
      expect(holdsSomething(data)).toBe(true);
    },
  );

  test('is one named operation with both languages', () => {
    expect(examples.length).toBeGreaterThan(12);
    for (const { query, title } of examples) {
      const { definitions } = parse(query);
      expect(definitions).toHaveLength(1);
      expect(definitions[0]).toHaveProperty('name.value');
      expect(title.vi).not.toBe(title.en);
    }
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  test('says by whom it is asked and what for', () => {
    expect(() => readExample('01-x.graphql', '# vi: a\n# en: b\n{ x }', seededToday)).toThrow('account');
    const head = '# account: nhansu\n# purpose: CURIOSITY\n# vi: a\n# en: b\n';
    expect(() => readExample('01-x.graphql', `${head}{ x }`, seededToday)).toThrow('CURIOSITY');
  });
});

/** No list in an answer is empty at the first level that has one. */
function holdsSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  if ('edges' in value) return holdsSomething(value.edges);
  return Object.values(value).some(holdsSomething);
}

describe('the page of errors', () => {
  test.each(LOCALES)('names every code with its sentence, status and where it is met: %s', async (locale) => {
    const { text } = await read('errors', locale);
    for (const code of ERROR_CODES) {
      const row = text.split(`<tr id="${code}">`)[1]?.split('</tr>')[0] ?? '';
      const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell]) => cell ?? '');
      expect(cells).toHaveLength(5);
      expect(cells[2]).toBe(String(errorCatalogue[code].httpStatus));
      for (const cell of cells) expect(cell.trim()).not.toBe('');
      expect(row).not.toMatch(/undefined|\[object|null/);
    }
  });

  test('knows the unions of each error type there is', () => {
    const byCode = mutationsByCode(schema);
    const domainError = schema.getType('DomainError');
    if (!isInterfaceType(domainError)) throw new Error('DomainError is an interface');
    const members = schema.getImplementations(domainError).objects.map(({ name }) => name);
    const known = [...byCode.keys()].map(unionMemberName);
    expect(members.filter((name) => !known.includes(name))).toEqual([]);
    expect(ERROR_CODES.filter((code) => ERROR_PLACES[code].length === 0 && !byCode.has(code))).toEqual([]);
  });
});

describe('every page', () => {
  const each = PAGES.flatMap((page) => LOCALES.map((locale) => [page, locale] as const));

  test.each(each)('/docs/%s in %s has a title, a way to the others, and loads nothing', async (page, locale) => {
    const { response, text } = await read(page, locale);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-language')).toBe(locale);
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    for (const other of PAGES) expect(text).toContain(`href="/docs${other === '' ? '' : `/${other}`}"`);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|src=|url\(|href="(?:https?:)?\/\//);
  });

  test('has every limit with its value', async () => {
    const { text } = await read('limits', 'en');
    const grouped = new Intl.NumberFormat('en');
    for (const [name, maximum] of Object.entries(LIMITS)) {
      const row = text.split(`<code>${name}</code>`)[1]?.split('</tr>')[0] ?? '';
      expect(row).toContain(`<td>${grouped.format(maximum)}</td>`);
    }
  });

  test('takes another language by its address, refuses other methods and other addresses', async () => {
    expect(await (await fetch(`${origin()}/docs?lang=en`)).text()).toContain('<html lang="en">');
    expect((await fetch(`${origin()}/docs`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin()}/docs/secrets`)).status).toBe(404);
    const head = await fetch(`${origin()}/docs/errors`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('escapes what is put into it', () => {
    const inner = html`<b>${'<script>'}</b>`;
    expect(html`<p title="${'"&'}">${inner}${[inner]}</p>`.text).toBe(
      '<p title="&quot;&amp;"><b>&lt;script&gt;</b><b>&lt;script&gt;</b></p>',
    );
  });
});
