/**
 * The interpreter in the browser it is for: style sheets, layout, shadow roots of the parser, the real mutation observer. Saved pages
 * and modules are given to the page from the source as they are; neither server nor extension takes part.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { observeDeep } from '../../extension/src/page/deep-observer.ts';
import type { queryAllDeep } from '../../extension/src/page/deep-query.ts';
import type { rowsNear } from '../../extension/src/page/near-rows.ts';
import type { readPage } from '../../extension/src/page/read-page.ts';
import type { visibleText } from '../../extension/src/page/visible-text.ts';

const source = new URL('../../extension/src/', import.meta.url);
const adapters = new URL('adapters/', source);
const folders = [
  'vnpt-ioffice',
  'single-page-list',
  ...readdirSync(new URL('observed/', adapters)).map((kind) => `observed/${kind}`),
];

/** What the page's own script finds under `reader`: functions of modules it has loaded. */
type Reader = {
  readonly readPage: typeof readPage;
  readonly visibleText: typeof visibleText;
  readonly observeDeep: typeof observeDeep;
  readonly queryAllDeep: typeof queryAllDeep;
  readonly rowsNear: typeof rowsNear;
};
declare const reader: Reader;

const start = `<!doctype html><script type="module">
  import { readPage } from '/page/read-page.ts';
  import { visibleText } from '/page/visible-text.ts';
  import { observeDeep } from '/page/deep-observer.ts';
  import { queryAllDeep } from '/page/deep-query.ts';
  import { rowsNear } from '/page/near-rows.ts';
  globalThis.reader = { readPage, visibleText, observeDeep, queryAllDeep, rowsNear };
</script>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.route('http://reader.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.endsWith('.ts')) return route.fulfill({ contentType: 'text/html', body: start });
    const code = stripTypeScriptTypes(readFileSync(new URL(`.${pathname}`, source), 'utf8'));
    return route.fulfill({ contentType: 'text/javascript', body: code });
  });
});
afterAll(() => browser.close());

/** A page of this HTML, parsed by the browser with its shadow roots. */
const open = async (html: string): Promise<void> => {
  await page.goto('http://reader.test/');
  await page.evaluate((markup) => document.documentElement.setHTMLUnsafe(markup), html);
};

describe('every saved page is read in the browser as expected', () => {
  const pages = folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/saved-pages/`, adapters))
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({ folder, file })),
  );

  it.each(pages)('$folder $file', async ({ folder, file }) => {
    const read = (path: string): string => readFileSync(new URL(`${folder}/${path}`, adapters), 'utf8');
    const adapter = JSON.parse(read('adapter.json'));
    const expected: { kind: string; figures: unknown; rows: unknown } = JSON.parse(
      read(`saved-pages/${file.replace('.html', '.expected.json')}`),
    );
    await open(read(`saved-pages/${file}`));
    const look = await page.evaluate(
      async ({ pages, kind }) => {
        const { figures, documents } = reader.readPage(
          pages.find((one: { kind: string }) => one.kind === kind),
          document,
        );
        return {
          figures,
          rows: documents.flatMap(({ reading }) => (reading.state === 'READ' ? [reading.content] : [])),
        };
      },
      { pages: adapter.pages, kind: expected.kind },
    );
    expect(look).toEqual({ figures: expected.figures, rows: expected.rows });
  });
});

describe('what one sees of a cell', () => {
  const hidden = '<b>Trần Ngọc</b><i class="t">Lý Lực</i>';

  it.each([
    ['display: none', 'Trần Ngọc'],
    ['visibility: hidden', 'Trần Ngọc'],
    ['opacity: 0', 'Trần Ngọc'],
    ['position: absolute; clip: rect(0, 0, 0, 0)', 'Trần Ngọc'],
    ['position: absolute; clip-path: inset(50%)', 'Trần Ngọc'],
    ['position: absolute; left: -9999px', 'Trần Ngọc'],
    ['display: block', 'Trần Ngọc|Lý Lực'],
    ['display: inline-block', 'Trần Ngọc Lý Lực'],
    ['color: red', 'Trần Ngọc Lý Lực'],
  ])('with a style sheet that says %s', async (style, text) => {
    await open(`<style>.t { ${style} }</style><table><tr><td id="cell">${hidden}</td></tr></table>`);
    const seen = await page.evaluate(async () => {
      const [cell = document.body] = document.querySelectorAll('#cell');
      return reader.visibleText(cell).trim().replace(/\n+/g, '|');
    });
    expect(seen).toBe(text);
  });
});

it('a shadow root attached late is entered, and what changes in it is heard', async () => {
  await open('<x-app></x-app>');
  const heard = await page.evaluate(async () => {
    const events: string[] = [];
    const ended = new AbortController();
    const { watch } = reader.observeDeep({
      attributes: ['class'],
      onRecords: (records: readonly MutationRecord[]) => events.push(`records ${records.length}`),
      onRoot: () => events.push(`root ${reader.queryAllDeep(document, 'x-app >>> x-list >>> p', watch).length}`),
      signal: ended.signal,
    });
    const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    events.push(`first ${reader.queryAllDeep(document, 'x-app >>> x-list >>> p', watch).length}`);
    const outer = document.querySelector('x-app')?.attachShadow({ mode: 'open' });
    outer?.setHTMLUnsafe('<x-list></x-list>');
    await later(400);
    const inner = outer?.querySelector('x-list')?.attachShadow({ mode: 'open' });
    inner?.setHTMLUnsafe('<p>1/A</p><p>2/A</p>');
    await later(400);
    inner?.querySelector('p')?.append('!');
    await later(50);
    ended.abort();
    inner?.querySelector('p')?.append('!');
    await later(50);
    return events;
  });
  expect(heard).toEqual(['first 0', 'root 0', 'root 2', 'records 1']);
});

it('while the parser writes, only rows that were found and what surrounds them are listened to', async () => {
  await open('<main><table><tbody><tr><td>1/A</td></tr></tbody></table><aside></aside></main>');
  const heard = await page.evaluate(async () => {
    const events: string[] = [];
    const { narrow } = reader.observeDeep({
      attributes: ['class'],
      onRecords: (records: readonly MutationRecord[]) => events.push(`${name} ${records.length}`),
      onRoot: () => undefined,
      signal: new AbortController().signal,
    });
    const [body, aside] = [document.querySelector('tbody'), document.querySelector('aside')];
    let name = '';
    const change = async (what: string, act: () => unknown) => {
      name = what;
      act();
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    narrow(document.querySelectorAll('tr'));
    await change('a text in a known row', () => body?.querySelector('td')?.append('!'));
    await change('a new row, not its cells', () => body?.append(document.createElement('tr')));
    await change('cells of the new row', () => body?.lastElementChild?.append(document.createElement('td')));
    await change('elsewhere', () => aside?.append('!'));
    await change('a class anywhere', () => aside?.classList.add('off'));
    await change('the list itself', () => document.querySelector('table')?.before('!'));
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await change('elsewhere, once all is there', () => aside?.append('!'));
    return events;
  });
  expect(heard).toEqual([
    'a text in a known row 1',
    'a new row, not its cells 1',
    'a class anywhere 1',
    'the list itself 1',
    'elsewhere, once all is there 1',
  ]);
});

describe('of a long list the rows near what one sees', () => {
  const rows = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join('');
  const plain = rows(2_000, (at) => `<p class="r" style="height:${20 + (at % 3) * 10}px;margin:0">${at}</p>`);
  const lists = {
    plain,
    'with rows that a style sheet hides': `<style>.o{display:none}</style>${rows(2_000, (at) => `<p class="r${at % 5 ? '' : ' o'}" style="height:20px;margin:0">${at}</p>`)}`,
    'in a box that scrolls': `<div id="box" style="height:500px;overflow:auto">${plain}</div>`,
    'the other way round': `<div style="display:flex;flex-direction:column-reverse">${plain}</div>`,
    'side by side': `<div style="display:flex"><div>${plain}</div><div>${plain}</div></div>`,
    'cells alone have boxes': `<div style="display:grid">${rows(2_000, (at) => `<p class="r" style="display:contents"><b>${at}</b></p>`)}</div>`,
  };
  it.each(Object.keys(lists))('%s', async (name) => {
    await open(`<!doctype html><body>${lists[name as keyof typeof lists]}`);
    for (const share of [0, 0.1, 0.5, 0.97, 1]) {
      const { missed, near, all } = await page.evaluate((part) => {
        for (const box of [document.scrollingElement, document.querySelector('#box')]) {
          box?.scrollTo({ top: box.scrollHeight * part, behavior: 'instant' });
        }
        const all = [...document.querySelectorAll('.r')];
        const near = new Set(reader.rowsNear(all));
        // A row without a box of its own is seen by what is in it.
        const seen = all.filter((row) => {
          const rect = (
            row.getBoundingClientRect().height > 0 ? row : (row.firstElementChild ?? row)
          ).getBoundingClientRect();
          return rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight;
        });
        return { missed: seen.filter((row) => !near.has(row)).length, near: near.size, all: all.length };
      }, share);
      expect(missed, `at ${share} of ${all}`).toBe(0);
      if (name === 'plain' || name === 'in a box that scrolls') expect(near).toBeLessThan(200);
    }
  });
});
