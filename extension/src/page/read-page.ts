import type { AdapterPage, DetailPage, ListPage } from '@congvu/schema/adapter';
import { columnless } from './columns.ts';
import { queryAllDeep, type RootWatch } from './deep-query.ts';
import { type DocumentContent, readDocument } from './read-document.ts';
import { createListReader } from './read-list.ts';
import { type CheckFigures, countReadings, passesCheck } from './self-check.ts';
import { isRendered, isShownWithin } from './shown.ts';

/** A page read whole: what the overlay would tell of it. BROKEN: nothing of `documents` would be shown. */
export type PageLook = {
  readonly state: 'READ' | 'BROKEN';
  readonly figures: CheckFigures;
  readonly documents: readonly { readonly element: Element; readonly reading: DocumentContent }[];
};

/**
 * The one detail page one sees: systems with tabs keep others in the document, hidden. null where there is none, or several and
 * no saying which is meant.
 */
export const findDetailRoot = (page: DetailPage, root: ParentNode, watch?: RootWatch): Element | null => {
  const found = queryAllDeep(root, page.root, watch);
  const shown = found.filter((element) => isShownWithin(element, root));
  const rendered = shown.length > 1 ? shown.filter(isRendered) : shown;
  const [first, ...others] = rendered;
  return first && others.every((other) => first.contains(other)) ? first : null;
};

const readList = (page: ListPage, root: ParentNode): PageLook => {
  const reader = createListReader(page, root);
  reader.enumerate();
  for (const row of reader.rows()) reader.read(row);
  const figures = countReadings(reader.readings.values(), page.fields.handlers !== undefined);
  return {
    state: passesCheck(figures, page.minimumShare) ? 'READ' : 'BROKEN',
    figures,
    documents: [...reader.readings].map(([element, reading]) => ({ element, reading })),
  };
};

const readDetail = (page: DetailPage, root: ParentNode): PageLook => {
  const element = findDetailRoot(page, root);
  const reading: DocumentContent = element ? readDocument(page.fields, element, columnless()) : { state: 'UNREADABLE' };
  return {
    state: reading.state === 'UNREADABLE' ? 'BROKEN' : 'READ',
    figures: countReadings([reading], false),
    documents: element ? [{ element, reading }] : [],
  };
};

/** Reads a list or a detail page whole, once. Pure: for proposals, the builder and tests. */
export const readPage = (page: AdapterPage, root: ParentNode): PageLook =>
  page.kind === 'LIST' ? readList(page, root) : readDetail(page, root);
