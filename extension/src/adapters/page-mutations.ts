import type { AdapterPage } from '@congvu/schema/adapter';
import { queryAllDeep } from '../page/deep-query.ts';

/**
 * What becomes of a page when its system changes, or when it has a bad day. Each function changes a document in place; `pick`
 * chooses among so many. They know nothing of any one adapter: a new adapter is covered without new code.
 *
 * What may not be changed is what the page says: a mutated page shows the same documents, and hidden copies of others.
 */
export type Pick = (count: number) => number;
export type Mutation = (document: Document, page: AdapterPage, pick: Pick) => void;

const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;

/** Every element, open shadow roots entered. */
const everything = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);

const rowsOf = (document: Document, page: AdapterPage): Element[] =>
  queryAllDeep(document, page.kind === 'LIST' ? page.rows : page.root);

const headingsOf = (document: Document, page: AdapterPage): Element[] =>
  page.kind === 'LIST' && page.headings !== undefined ? queryAllDeep(document, page.headings) : [];

const textsIn = (root: Element): Text[] =>
  [root, ...everything(root)]
    .flatMap((element) => [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
    .filter((node): node is Text => node.nodeType === 3 && /\S/.test((node as Text).data))
    .filter(
      ({ parentElement }) => !parentElement || !/^(?:option|script|style|textarea)$/.test(parentElement.localName),
    );

const chosen = <Item>(items: readonly Item[], pick: Pick): Item | undefined =>
  items.length === 0 ? undefined : items[pick(items.length)];

/** Classes that style sheets of the page hide by: without them hidden copies would be shown, another page. */
const styledClasses = (document: Document): Set<string> =>
  new Set(
    everything(document)
      .filter(({ localName }) => localName === 'style')
      .flatMap(({ textContent }) => [...textContent.matchAll(/\.([\w-]+)/g)].map(([, name]) => String(name))),
  );

/** Attributes whose loss changes what the page says or shows, not how it is built. */
const meaningful = new Set(
  'id class style hidden aria-hidden popover role type value selected title alt aria-label open href shadowrootmode'.split(
    ' ',
  ),
);

/** Another document's words, as a copy of before holds them. */
const falsify = (element: Element): void => {
  for (const text of textsIn(element)) {
    text.data = text.data.replace(/\d/g, '7').replace(/\p{Lu}\p{Ll}+/gu, 'Khác');
  }
  for (const one of [element, ...everything(element)]) one.removeAttribute('id');
};

const hide = (element: Element, pick: Pick): void => {
  const way = pick(4);
  if (way === 0) element.setAttribute('hidden', '');
  else if (way === 1) element.setAttribute('aria-hidden', 'true');
  else if (way === 2) element.setAttribute('style', 'display: none');
  else element.setAttribute('style', 'position:absolute; left:-9999px');
};

/** Children of rows and of rows of headings, where these stand in columns without spans. */
const columnsOf = (document: Document, page: AdapterPage): { readonly count: number; readonly lines: Element[] } => {
  const headings = headingsOf(document, page);
  const line = headings[0]?.parentElement;
  const count = line ? line.children.length : (rowsOf(document, page)[0]?.children.length ?? 0);
  const isSimple = (element: Element) =>
    element.children.length === count &&
    [...element.children].every((cell) => !cell.hasAttribute('colspan') && !cell.hasAttribute('rowspan'));
  const rows = rowsOf(document, page);
  if (page.kind === 'DETAIL' || headings.some(({ parentElement }) => parentElement !== line))
    return { count, lines: [] };
  const lines = [...(line ? [line] : []), ...rows];
  return { count, lines: lines.every(isSimple) ? lines : [] };
};

/** Texts that search highlighting split inside a word: no page puts a blank or a line's end between them. */
const piecesOfWords = new WeakSet<Text>();

export const mutations: Readonly<Record<string, Mutation>> = {
  classRenamed(document, _page, pick) {
    const styled = styledClasses(document);
    const all = everything(document);
    const names = [...new Set(all.flatMap((element) => [...element.classList]))].filter((name) => !styled.has(name));
    const name = chosen(names, pick);
    if (name === undefined) return;
    for (const element of all) {
      if (!element.classList.contains(name)) continue;
      element.classList.remove(name);
      element.classList.add(`x${pick(1_000)}`);
    }
  },
  everyClassHashed(document) {
    const styled = styledClasses(document);
    for (const element of everything(document)) {
      for (const name of [...element.classList]) {
        if (styled.has(name)) continue;
        element.classList.remove(name);
        element.classList.add(`h${name.length}${name.charCodeAt(0)}`);
      }
    }
  },
  idsChanged(document) {
    for (const element of everything(document)) if (element.id !== '') element.id = `v2-${element.id}`;
  },
  attributeDropped(document, page, pick) {
    const rows = rowsOf(document, page).flatMap((row) => [row, ...everything(row)]);
    const names = [...new Set(rows.flatMap((element) => element.getAttributeNames()))];
    const name = chosen(names.filter((one) => !meaningful.has(one)).sort(), pick);
    if (name !== undefined) for (const element of rows) element.removeAttribute(name);
  },
  attributeRenamedOnHalf(document, page, pick) {
    const rows = rowsOf(document, page).filter((_, index) => index % 2 === 0);
    const elements = rows.flatMap((row) => [row, ...everything(row)]);
    const names = [...new Set(elements.flatMap((element) => element.getAttributeNames()))];
    const name = chosen(names.filter((one) => !meaningful.has(one)).sort(), pick);
    for (const element of name === undefined ? [] : elements) {
      const value = element.getAttribute(name ?? '');
      if (value === null) continue;
      element.removeAttribute(name ?? '');
      element.setAttribute(`data-${name}-2`, value);
    }
  },
  headingReworded(document, page, pick) {
    const heading = chosen(headingsOf(document, page), pick);
    if (heading) heading.textContent = `Cột ${pick(100)}`;
  },
  headingTwice(document, page, pick) {
    const headings = headingsOf(document, page);
    const one = chosen(headings, pick);
    const other = chosen(headings, pick);
    if (one && other) one.textContent = other.textContent;
  },
  columnMoved(document, page, pick) {
    const { count, lines } = columnsOf(document, page);
    if (count < 2) return;
    const from = pick(count);
    const to = pick(count);
    for (const line of lines) {
      const cell = line.children[from];
      if (cell) line.insertBefore(cell, line.children[to] ?? null);
    }
  },
  columnGone(document, page, pick) {
    const { count, lines } = columnsOf(document, page);
    const at = pick(Math.max(1, count));
    const named = lines[0]?.children[at]?.textContent.trim();
    // Of two columns of one name the other would be left with it alone: a page that says something else.
    if (named && headingsOf(document, page).filter(({ textContent }) => textContent.trim() === named).length > 1)
      return;
    for (const line of lines) line.children[at]?.remove();
  },
  cellWithoutHeading(document, page, pick) {
    if (page.kind === 'DETAIL' || page.headings === undefined) return;
    for (const row of rowsOf(document, page)) {
      const [cell] = row.children;
      if (!cell) continue;
      const extra = document.createElement(cell.localName);
      extra.textContent = `${pick(9)}/XX`;
      row.insertBefore(extra, row.children[pick(2)] ?? null);
    }
  },
  cellLost(document, page, pick) {
    if (page.kind === 'DETAIL' || page.headings === undefined) return;
    const row = chosen(rowsOf(document, page), pick);
    row?.children[pick(row.children.length)]?.remove();
  },
  contentWrapped(document, page, pick) {
    const tag = ['span', 'div', 'b', 'font'][pick(4)] ?? 'span';
    for (const row of rowsOf(document, page)) {
      for (const text of textsIn(row)) {
        const wrapper = document.createElement(piecesOfWords.has(text) ? 'span' : tag);
        text.replaceWith(wrapper);
        wrapper.append(text);
      }
    }
  },
  rowsWrapped(document, page) {
    for (const row of rowsOf(document, page)) {
      if (row.localName === 'tr') continue;
      const wrapper = document.createElement('div');
      row.replaceWith(wrapper);
      wrapper.append(row);
    }
  },
  rowsDuplicatedHidden(document, page, pick) {
    for (const row of rowsOf(document, page)) {
      const copy = row.cloneNode(true);
      if (!isElement(copy)) continue;
      falsify(copy);
      hide(copy, pick);
      row.parentNode?.insertBefore(copy, pick(2) === 0 ? row : row.nextSibling);
    }
  },
  listDuplicatedHidden(document, page, pick) {
    const list = rowsOf(document, page)[0]?.parentElement;
    const copy = list?.cloneNode(true);
    if (!list || !isElement(copy)) return;
    falsify(copy);
    hide(copy, pick);
    list.parentNode?.insertBefore(copy, pick(2) === 0 ? list : list.nextSibling);
  },
  textsDuplicatedHidden(document, page, pick) {
    for (const row of rowsOf(document, page)) {
      for (const text of textsIn(row)) {
        if (text.parentNode !== text.parentElement) continue;
        const copy = document.createElement('span');
        copy.textContent = text.data.replace(/\d/g, '7').replace(/\p{Lu}\p{Ll}+/gu, 'Khác');
        hide(copy, pick);
        if (copy.getAttribute('aria-hidden') === null)
          text.parentNode?.insertBefore(copy, pick(2) ? text : text.nextSibling);
      }
    }
  },
  searchHit(document, page, pick) {
    for (const row of rowsOf(document, page)) {
      for (const text of textsIn(row)) {
        const words = [...text.data.matchAll(/\p{L}{2,}/gu)];
        const word = chosen(words, pick);
        if (!word) continue;
        const hit = text.splitText(word.index);
        const rest = hit.splitText(1 + pick(word[0].length));
        const mark = document.createElement('mark');
        rest.before(mark);
        mark.append(hit);
        for (const piece of [text, hit, rest]) piecesOfWords.add(piece);
      }
    }
  },
  blanksNonBreaking(document, page) {
    for (const row of rowsOf(document, page)) {
      for (const text of textsIn(row)) {
        const blanks = text.data.replaceAll(' ', '\u00a0');
        text.data = piecesOfWords.has(text) ? blanks : `\u00a0${blanks}\u00a0`;
      }
    }
  },
  decomposed(document, page) {
    for (const row of rowsOf(document, page)) for (const text of textsIn(row)) text.data = text.data.normalize('NFD');
  },
  textsCut(document, page, pick) {
    const at = 4 + pick(12);
    for (const row of rowsOf(document, page)) {
      for (const text of textsIn(row))
        if (text.data.length > at) text.data = `${text.data.slice(0, at)}${pick(2) ? '…' : '...'}`;
    }
  },
  rowsShuffled(document, page, pick) {
    for (const row of page.kind === 'LIST' ? rowsOf(document, page) : []) {
      // Cells that reach down from other rows would be another document's then.
      if (row.parentElement?.querySelector('[rowspan]')) continue;
      row.parentNode?.insertBefore(row, row.parentNode.childNodes[pick(row.parentNode.childNodes.length)] ?? null);
    }
  },
};
