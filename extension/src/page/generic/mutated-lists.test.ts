import { describe, expect, it } from 'vitest';
import { queryAllDeep } from '../deep-query.ts';
import { ownCells } from '../row-cells.ts';
import { expectedLists } from './fixtures/expected-lists.ts';
import { openFixture } from './fixtures/open-fixture.ts';
import { readDrawn } from './fixtures/read-drawn.ts';
import { findHeading } from './heading-kinds.ts';
import { proposeListPage } from './propose-list-page.ts';

const names = Object.keys(expectedLists);

/** The list's parts in an unchanged page, for a mutation to move about. */
type Parts = {
  readonly document: Document;
  readonly rows: readonly Element[];
  readonly headings: readonly Element[];
  cellsOf(row: Element): readonly Element[];
};

const openParts = (name: string, change?: (html: string) => string): Parts => {
  const document = openFixture('lists', name, change);
  const page = proposeListPage(document)?.page;
  if (!page?.headings) throw new Error(`${name} is proposed unchanged`);
  return {
    document,
    rows: queryAllDeep(document, page.rows),
    headings: queryAllDeep(document, page.headings),
    cellsOf: (row) => ownCells(row, page.cells),
  };
};

const truthOf = (name: string) =>
  new Map(expectedLists[name]?.rows.flatMap((row) => (row === 'SECRET' ? [] : [[row[0], row] as const])));

/** Every row that is drawn says what the page said; what is not said any more is null. Nothing secret is read. */
const expectRightOrSilent = (name: string, document: Document): number => {
  const truth = truthOf(name);
  const drawn = readDrawn(document) ?? [];
  for (const row of drawn) {
    if (typeof row === 'string') continue;
    const [number, person, deadline] = row;
    const known = truth.get(number);
    expect(known, `${number} stands in no row of ${name}`).toBeDefined();
    expect([known?.[1], null]).toContain(person);
    expect([known?.[2], null]).toContain(deadline);
  }
  return drawn.filter((row) => typeof row !== 'string').length;
};

const knownHeadings = ({ headings }: Parts): readonly Element[] =>
  headings.filter((heading) => findHeading(heading.textContent.replace('▲', '').trim()) !== null);

/** Mutations after which the list must still be read whole. */
const harmless: Readonly<Record<string, (name: string) => Document>> = {
  'classes renamed': (name) =>
    openParts(name, (html) => html.replaceAll(/ class="([^"]+)"/g, (_, value: string) => ` class="z${value.length}q"`))
      .document,
  'ids gone': (name) => openParts(name, (html) => html.replaceAll(/ id="[^"]+"/g, '')).document,
  'every id the same': (name) => openParts(name, (html) => html.replaceAll(/ id="[^"]+"/g, ' id="x"')).document,
  'cells wrapped': (name) => {
    const { document, rows, cellsOf } = openParts(name);
    for (const cell of rows.flatMap(cellsOf)) {
      const span = document.createElement('span');
      span.append(...cell.childNodes);
      cell.append(span);
    }
    return document;
  },
  'a notice before the list, a panel after it': (name) => {
    const { document } = openParts(name);
    const panel = document.createElement('div');
    panel.innerHTML = '<p>Hệ thống bảo trì lúc 22:00</p><ul><li>Một</li><li>Hai</li></ul>';
    document.body.prepend(panel, panel.cloneNode(true));
    document.body.append(panel.cloneNode(true));
    return document;
  },
  'decomposed letters': (name) => openParts(name, (html) => html.normalize('NFD')).document,
  'headings in capitals': (name) => {
    const parts = openParts(name);
    for (const heading of knownHeadings(parts)) {
      const [holder] = [...heading.querySelectorAll('a,span,div,b'), heading];
      if (holder) holder.textContent = holder.textContent.toUpperCase();
    }
    return parts.document;
  },
  'a hidden copy of the whole page before it': (name) => {
    const { document } = openParts(name);
    const copy = document.createElement('div');
    copy.setAttribute('style', 'display:none');
    copy.innerHTML = document.body.innerHTML.replaceAll(/ id="[^"]+"/g, '');
    document.body.prepend(copy);
    return document;
  },
};

/** Mutations after which less may be read, and nothing wrong. */
const breaking: Readonly<Record<string, (parts: Parts) => void>> = {
  'the first cell of each row gone': ({ rows, cellsOf }) => rows.map((row) => cellsOf(row)[0]?.remove()),
  'a cell more at the beginning of each row': ({ document, rows, cellsOf }) => {
    for (const row of rows) {
      const [first] = cellsOf(row);
      const extra = document.createElement(first?.localName ?? 'div');
      extra.textContent = 'Ngô Văn Thừa';
      first?.before(extra);
    }
  },
  'a cell more at the end of each row': ({ document, rows, cellsOf }) => {
    for (const row of rows) {
      const last = cellsOf(row).at(-1);
      const extra = document.createElement(last?.localName ?? 'div');
      extra.textContent = '…';
      last?.after(extra);
    }
  },
  'cells in reverse order under the same headings': ({ rows, cellsOf }) => {
    for (const row of rows) {
      if (cellsOf(row).some((cell) => cell.hasAttribute('aria-colindex'))) continue;
      const cells = [...cellsOf(row)];
      cells[0]?.parentNode?.append(...cells.reverse());
    }
  },
  'all people unknown': ({ rows, cellsOf }) => {
    for (const cell of rows.flatMap(cellsOf))
      if (/Hòa|An$|Ngọc|Bảo|Châu|Dung/.test(cell.textContent)) cell.textContent = '—';
  },
  'every cell cut': ({ rows, cellsOf }) => {
    for (const cell of rows.flatMap(cellsOf))
      if (cell.childElementCount === 0) cell.textContent = `${cell.textContent.slice(0, 7)}…`;
  },
  'a word of secrecy in every row': ({ rows, cellsOf }) => {
    for (const row of rows) {
      const mark = row.ownerDocument.createElement('b');
      mark.textContent = ' Mật ';
      cellsOf(row).at(-1)?.append(mark);
    }
  },
};

describe.each(names)('%s', { timeout: 30_000 }, (name) => {
  it.each(Object.keys(harmless))('%s: read as before', (mutation) => {
    const document = harmless[mutation]?.(name);
    expect(readDrawn(document ?? openFixture('lists', name))).toEqual(expectedLists[name]?.rows);
  });

  it.each(Object.keys(breaking))('%s: right or silent', (mutation) => {
    const parts = openParts(name);
    breaking[mutation]?.(parts);
    expectRightOrSilent(name, parts.document);
  });

  it('each heading reworded, in turn: right or silent', () => {
    const count = knownHeadings(openParts(name)).length;
    expect(count).toBeGreaterThan(2);
    for (let index = 0; index < count; index++) {
      const parts = openParts(name);
      const heading = knownHeadings(parts)[index];
      if (heading) heading.textContent = 'Cột mới';
      expectRightOrSilent(name, parts.document);
    }
  });

  it('each heading said twice, in turn: right or silent', () => {
    const count = knownHeadings(openParts(name)).length;
    for (let index = 0; index < count; index++) {
      // Each says what the next two say: every pair of neighbours, and those with one between.
      for (const other of [(index + 1) % count, (index + 2) % count]) {
        if (other === index) continue;
        const parts = openParts(name);
        const [heading, changed] = [knownHeadings(parts)[index], knownHeadings(parts)[other]];
        if (heading && changed) changed.textContent = heading.textContent;
        expectRightOrSilent(name, parts.document);
      }
    }
  });

  it('each column moved to the front with its heading: read as before', () => {
    const { headings } = openParts(name);
    if (name === 'tall-head' || headings.some((heading) => heading.hasAttribute('colspan'))) return;
    for (let index = 1; index < headings.length; index++) {
      const parts = openParts(name);
      for (const cells of [parts.headings, ...parts.rows.map(parts.cellsOf)]) {
        const moved = cells.length === headings.length ? cells[index] : undefined;
        if (moved) moved.parentNode?.insertBefore(moved, cells[0] ?? null);
      }
      expect(readDrawn(parts.document)).toEqual(expectedLists[name]?.rows);
    }
  });
});
