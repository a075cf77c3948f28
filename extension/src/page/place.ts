import type { TextSource } from '@congvu/schema/adapter';
import { type Columns, noColumns, type OpenRow } from './columns.ts';
import { isElement, queryAllDeep, type RootWatch } from './deep-query.ts';
import { isRendered, isShownWithin } from './shown.ts';

/** Where fields are read: a row, an element of it, the root of a detail page or the whole document. */
export type Place = {
  readonly element: ParentNode;
  /** The row whose cells columns are looked up in. */
  readonly row: OpenRow | null;
  readonly watch: RootWatch | undefined;
};

export const toPlace = (element: ParentNode, columns: Columns = noColumns): Place => ({
  element,
  row: isElement(element) ? columns.openRow(element) : null,
  watch: columns.watch,
});

/** Another place within the same row. */
export const within = (place: Place, element: Element): Place => ({ ...place, element });

/** What a selector finds in the place, without what belongs to a row inside this row. */
const findOwn = ({ element, row, watch }: Place, selector: string): readonly Element[] => {
  const found = queryAllDeep(element, selector, watch);
  return row === null ? found : found.filter((one) => row.isOwn(one));
};

/** Of what a selector finds, the elements one sees. A hidden copy never stands for what is shown. */
export const findShownAll = (place: Place, selector: string): readonly Element[] => {
  const shown = findOwn(place, selector).filter((element) => isShownWithin(element, place.element));
  // Style sheets are asked where there is a choice: one place alone is no copy.
  if (shown.length < 2) return shown;
  const rendered = shown.filter(isRendered);
  return rendered.length > 0 ? rendered : shown;
};

const belowColumn = ({ column: _, ...below }: TextSource): TextSource => below;

/** The elements a source names: for texts only those one sees, for attributes and values these first, and hidden ones too. */
export const findPlaces = (source: TextSource, place: Place): readonly Element[] => {
  if (source.column !== undefined) {
    const cell = place.row?.cellOf(source.column);
    return cell ? findPlaces(belowColumn(source), within(place, cell)) : [];
  }
  if (source.select === undefined) return isElement(place.element) ? [place.element] : [];
  const shown = findShownAll(place, source.select);
  const seesText = source.attribute === undefined && source.input === undefined;
  return shown.length > 0 || seesText ? shown : findOwn(place, source.select);
};

/** The same, hidden or not: for marks of secrecy, since a mark one does not see is one nevertheless. */
export const findPlacesHiddenToo = (source: TextSource, place: Place): readonly Element[] =>
  source.select === undefined || source.column !== undefined
    ? findPlaces(source, place)
    : findOwn(place, source.select);
