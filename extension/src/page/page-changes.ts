import type { AdapterPage } from '@congvu/schema/adapter';

/** What a burst of mutations means: rows to read again, a list to count again, or only places to measure. */
export type PageChange = {
  readonly rows: ReadonlySet<Element>;
  readonly structure: boolean;
  readonly places: boolean;
};

/** Above this, looking at each record costs more than reading every row again. */
const mostRecords = 2_000;

/** Attributes that move or hide a row; on the row itself they do not change what it says. */
const placing = new Set(['style', 'class', 'hidden']);

const collectAttributes = (value: unknown, found: Set<string>): void => {
  if (Array.isArray(value)) for (const item of value) collectAttributes(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'attribute' && typeof item === 'string') found.add(item);
      else collectAttributes(item, found);
    }
  }
};

/** The attributes this page's fields stand in: the observer is told of no others but the placing ones. */
export const watchedAttributes = (page: AdapterPage): string[] => {
  const found = new Set([...placing, 'id', 'colspan']);
  collectAttributes(page, found);
  return [...found];
};

const isOnlyOurs = ({ target, type, addedNodes, removedNodes }: MutationRecord, ours: ReadonlySet<Node>): boolean => {
  if (ours.has(target)) return true;
  if (type !== 'childList') return false;
  for (const node of addedNodes) if (!ours.has(node)) return false;
  for (const node of removedNodes) if (!ours.has(node)) return false;
  return true;
};

/** Sorts mutation records by what they mean for the rows that `rows` selects. Records of our own nodes mean nothing. */
export const toPageChange = (records: readonly MutationRecord[], rows: string, ours: ReadonlySet<Node>): PageChange => {
  if (records.length > mostRecords) return { rows: new Set(), structure: true, places: true };
  const changed = new Set<Element>();
  // A parser that writes 1,000 rows names each cell's place several times.
  const rowOf = new Map<Element, Element | null>();
  const findRow = (element: Element): Element | null => {
    const known = rowOf.get(element);
    if (known !== undefined) return known;
    const row = element.closest(rows);
    rowOf.set(element, row);
    return row;
  };
  let structure = false;
  let places = false;
  for (const record of records) {
    if (isOnlyOurs(record, ours)) continue;
    places = true;
    const element = record.target instanceof Element ? record.target : record.target.parentElement;
    if (record.type === 'attributes' && placing.has(record.attributeName ?? '')) {
      // Rows change class at each hover; a cell's class may be what an adapter knows it by.
      if (record.attributeName !== 'class' || !element || element.matches(rows)) continue;
    }
    const row = element && findRow(element);
    if (!row && record.attributeName === 'class') continue;
    if (row) changed.add(row);
    else structure = true;
  }
  return { rows: changed, structure, places };
};
