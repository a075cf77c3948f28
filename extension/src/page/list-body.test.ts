import type { PageReading } from '@congvu/schema/page-reading';
import { afterEach, expect, it, vi } from 'vitest';
import { builtInAdapters } from '../adapters/built-in-adapters.ts';
import { getPage, openSavedPage } from '../adapters/saved-page.ts';
import { createListBody } from './list-body.ts';
import type { SessionContext } from './page-session.ts';

const adapter = builtInAdapters.find(({ name }) => name === 'vnpt-ioffice');
if (!adapter) throw new Error('vnpt-ioffice is built in');
const list = getPage(adapter, 'LIST');
// Without a place to draw there is no frame: the reading alone is looked at here.
const page = { ...list, drawing: { ...list.drawing, box: '.nowhere', beside: '.nowhere' } };

let session = new AbortController();

/** Opens the list while the parser is at work on it, or after. */
function openList(readyState: DocumentReadyState, change?: (html: string) => string) {
  const document = openSavedPage('vnpt-ioffice', 'list.html', change);
  Object.defineProperty(document, 'readyState', { value: readyState });
  vi.stubGlobal('document', document);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect() {}
    },
  );
  const told: Pick<PageReading, 'state' | 'changed' | 'check'>[] = [];
  const notices: boolean[] = [];
  const context: SessionContext = {
    found: { adapter: adapter as NonNullable<typeof adapter>, page, certainty: null },
    epoch: 1,
    link: { send: async () => ({ ok: false, error: { code: 'NO_ANSWER' } }) },
    signal: session.signal,
    addOurs: () => undefined,
    watch: { entered: () => undefined, missed: () => undefined },
    narrow: () => undefined,
    setNotice: (shown) => notices.push(shown),
    onStale: () => undefined,
    report: (reading) => told.push(reading),
  };
  createListBody(context, page);
  const numbers = told.flatMap(({ changed }) => changed.map(({ number }) => number));
  return { told, notices, numbers, rows: document.querySelectorAll(page.rows).length };
}

afterEach(() => {
  // What is still read in slices ends with its page.
  session.abort();
  session = new AbortController();
  vi.unstubAllGlobals();
});

it('leaves the row that the parser may still be writing for later', () => {
  const whole = openList('complete').numbers;
  expect(whole).toHaveLength(19);
  expect(openList('loading').numbers).toEqual(whole.slice(0, -1));
});

it('says of a page that does not fit so only when all of it is there', () => {
  const strange = (html: string) => html.replaceAll('so_ky_hieu=', 'another=');
  expect(openList('loading', strange)).toMatchObject({ told: [], notices: [] });
  expect(openList('complete', strange)).toMatchObject({ told: [{ state: 'BROKEN' }], notices: [true] });
});

it('takes no list for empty while it is being written', () => {
  const empty = (html: string) => html.replaceAll("id='vb_", "id='x_").replaceAll('id="vb_', 'id="x_');
  expect(openList('loading', empty)).toMatchObject({ rows: 0, told: [] });
  expect(openList('complete', empty)).toMatchObject({ rows: 0, told: [{ state: 'READ', changed: [] }] });
});

it('reads of a long list the part one may see first, and no more', async () => {
  const longer = (html: string) => html.replace(/<tr[^>]*id=["']vb_[\s\S]*<\/tr>/, (rows) => rows.repeat(30));
  const { rows, told } = openList('complete', longer);
  expect(rows).toBeGreaterThan(500);
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'READ', check: { found: 300 } }), 20_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told.at(-1)?.check.found).toBe(300);
});
