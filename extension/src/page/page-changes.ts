import type { AdapterPage } from '@congvu/schema/adapter';
import { parentAcross, piecesOf } from './deep-query.ts';

/** What a burst of mutations means: rows to read again, a list to count again, or only places to measure. */
export type PageChange = {
  readonly rows: ReadonlySet<Element>;
  /** Rows may have come or gone. */
  readonly structure: boolean;
  /** Too much happened to say what: every row is to be read again. */
  readonly everything: boolean;
  /** What surrounds rows may have been shown or hidden. */
  readonly sight: boolean;
  readonly places: boolean;
};

export const noRows: ReadonlySet<Element> = new Set();

/** As if all had changed. */
export const wholeChange: PageChange = { rows: noRows, structure: true, everything: true, sight: true, places: true };

/** Above this, looking at each record costs more than reading every row again. */
const mostRecords = 10_000;

/** Attributes that move, hide or show: of a row itself they do not change what it says. */
const placing = new Set(['style', 'class', 'hidden', 'aria-hidden']);

const alwaysWatched = ['id', 'colspan', 'rowspan', 'aria-colindex', 'role', 'open'];
const labels = ['title', 'alt', 'aria-label'];

const collectAttributes = (value: unknown, found: Set<string>): void => {
  if (Array.isArray(value)) for (const item of value) collectAttributes(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'attribute' && typeof item === 'string') found.add(item);
      else collectAttributes(item, found);
    }
  }
};

/** Attributes that selectors name: an element may become a row, or the place of a field, by one of them alone. */
const collectSelected = (value: unknown, found: Set<string>): void => {
  if (typeof value === 'string')
    for (const [, name] of value.matchAll(/\[\s*([a-z_][\w-]*)/gi)) found.add(String(name));
  else if (value && typeof value === 'object') for (const item of Object.values(value)) collectSelected(item, found);
};

/** The attributes these pages' fields stand in: the observer is told of no others but those that place, hide and span. */
export const watchedAttributes = (pages: readonly AdapterPage[]): string[] => {
  const found = new Set([...placing, ...alwaysWatched]);
  collectAttributes(pages, found);
  for (const page of pages) {
    if ('marks' in page.fields.secrecy) for (const label of labels) found.add(label);
    collectSelected(page, found);
  }
  return [...found];
};

/** Nodes of ours in the page's tree: true; and where each was put: false. */
export type OwnNodes = ReadonlyMap<Node | null, boolean>;

const isOnlyOurs = (record: MutationRecord, ours: OwnNodes): boolean => {
  // A parser makes 10,000 records: walking the lists of each costs more than all else that is done with one.
  const own = ours.get(record.target);
  if (own !== false) return own === true;
  const { type, addedNodes, removedNodes } = record;
  return type === 'childList' && [...addedNodes, ...removedNodes].every((node) => ours.get(node));
};

/** Is there a record that is not of our own nodes alone? */
export const isPages = (records: readonly MutationRecord[], ours: OwnNodes): boolean =>
  records.some((record) => !isOnlyOurs(record, ours));

/** What the reader knows: which elements are rows, and what makes one. */
export type KnownRows = { readonly selector: string; isRow(element: Element): boolean };

/** Sorts mutation records by what they mean for the rows. Records of our own nodes mean nothing. */
export const toPageChange = (records: readonly MutationRecord[], known: KnownRows, ours: OwnNodes): PageChange => {
  if (records.length > mostRecords) return wholeChange;
  const rows = new Set<Element>();
  // A parser that writes 1,000 rows names each cell's place several times.
  const rowOf = new Map<Element, Element | null>();
  const findRow = (element: Element): Element | null => {
    const before = rowOf.get(element);
    if (before !== undefined) return before;
    const parent = known.isRow(element) ? null : parentAcross(element);
    const row = parent ? findRow(parent) : known.isRow(element) ? element : null;
    rowOf.set(element, row);
    return row;
  };
  const last = piecesOf(known.selector).at(-1) ?? '';
  const wouldBeRow = (element: Element): boolean => last !== '' && matches(element, last);
  let structure = false;
  let sight = false;
  let places = false;
  for (const record of records) {
    if (isOnlyOurs(record, ours)) continue;
    places = true;
    const { target } = record;
    const element = target.nodeType === 1 ? (target as Element) : parentAcross(target);
    const row = element && findRow(element);
    const isPlacing = record.type === 'attributes' && placing.has(record.attributeName ?? '');
    if (record.type === 'attributes' && element && (row === null || row === element)) {
      // By its class or another attribute an element may become a row, or cease to be one.
      if (wouldBeRow(element) !== (row === element)) structure = true;
      // Rows change class at each hover.
      if (isPlacing) sight = true;
      if (record.attributeName === 'rowspan' || record.attributeName === 'role') structure = true;
      if (isPlacing) continue;
    }
    // A cell that reaches down moves the cells of the rows below.
    if (record.attributeName === 'rowspan') structure = true;
    if (row) rows.add(row);
    else structure = true;
  }
  return { rows, structure, everything: false, sight, places };
};

const matches = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
};
