import type { DetailPage, ListPage } from '@congvu/schema/adapter';
import { holdsAcross, parentAcross } from '../../page/deep-query.ts';
import type { Compound } from './compound-selectors.ts';
import { proposeAnchor } from './propose-anchor.ts';

const literal = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => (sign === '/' ? '/' : `\\${sign}`));

/** A step that is another for every document or tenant's session stands for its kind; a word stands for itself. */
const stepPattern = (step: string): string => {
  if (/^\d+$/.test(step)) return '[0-9]+';
  if (/^[0-9a-f]{8}-[0-9a-f-]{13,}$/i.test(step) || /^[0-9a-f]{16,}$/i.test(step)) return '[0-9A-Fa-f-]+';
  return literal(step).replace(/\d{4,}/g, '[0-9]+');
};

/** The longest pattern an adapter may hold. */
const longestPattern = 200;

/** "/qlvb/van-ban/1204" → "^/qlvb/van-ban/[0-9]+$". A path too long for a pattern keeps its first steps and loses its end mark. */
export const pathPatternOf = (pathname: string): string => {
  const whole = `^${pathname.split('/').map(stepPattern).join('/')}$`;
  if (whole.length <= longestPattern) return whole;
  return whole.slice(0, longestPattern - 20).replace(/\/[^/]*$/, '/');
};

/** The pattern of a route kept after "#"; null where the fragment is only a mark in the page. */
export const hashPatternOf = (hash: string): string | null => {
  const route = hash.replace(/^#/, '');
  if (!/^!?\//.test(route)) return null;
  return `^${route.replace(/\?.*$/, '').split('/').map(stepPattern).join('/')}`.slice(0, longestPattern);
};

const listRoles = /^(?:grid|treegrid|table|list)$/;
/** Parts that a frame cannot be put into: parsers and layouts allow them their own children alone. */
const closed = /^(?:table|tbody|thead|tfoot|tr|td|th|ul|ol|dl|select)$/;

const scrolls = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style !== undefined && /auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight;
};

/** What scrolls the rows, or else the table or grid they are of, or else what holds them: beside it the strip lies. */
const besideOf = (row: Element): Element | null => {
  let list: Element | null = null;
  let place = parentAcross(row);
  for (let level = 0; place && level < 10 && place.localName !== 'body'; level++, place = parentAcross(place)) {
    if (scrolls(place)) return place;
    if (list === null && (place.localName === 'table' || listRoles.test(place.getAttribute('role') ?? '')))
      list = place;
  }
  return list ?? parentAcross(row);
};

/**
 * Where the strip may lie: in the nearest box around the list and its headings that can take a frame. The box is padded at its end, so
 * that head and rows make room alike; a margin moves no table that is 100 % wide.
 */
export const proposeDrawing = (
  row: Element,
  headings: readonly Element[],
  root: ParentNode,
  dataWords: ReadonlySet<string>,
): ListPage['drawing'] | null => {
  const beside = besideOf(row);
  let box = beside === null ? null : parentAcross(beside);
  const canHold = (place: Element) =>
    !closed.test(place.localName) &&
    place.shadowRoot === null &&
    headings.every((heading) => holdsAcross(place, heading));
  while (box && box.localName !== 'body' && !canHold(box)) box = parentAcross(box);
  if (beside === null || box === null) return null;
  const besideAt = proposeAnchor(beside, root, dataWords);
  const boxAt = proposeAnchor(box, root, dataWords);
  if (besideAt === null || boxAt === null) return null;
  const room = { select: boxAt.selector, property: 'padding-right' } as const;
  return { box: boxAt.selector, beside: besideAt.selector, width: 348, room };
};

/** What must be there before this is the page: the place of the list or the document, where it names itself. */
export const presentOf = (container: Compound | null): readonly string[] =>
  container === null || container.ground === 'POSITION' ? [] : [container.selector];

/** The smallest place that holds all that was pointed at and has a name of its own; else the body. */
export const proposeDetailRoot = (
  picked: readonly Element[],
  root: ParentNode,
  dataWords: ReadonlySet<string>,
): string => {
  const [first] = picked;
  for (let place = first === undefined ? null : parentAcross(first); place; place = parentAcross(place)) {
    const here = place;
    const holdsAll = picked.every((each) => {
      for (let at: Element | null = each; at; at = parentAcross(at)) if (at === here) return true;
      return false;
    });
    // In a shadow root of its own the sources below could not be asked for by plain selectors.
    if (!holdsAll || here.getRootNode() !== first?.getRootNode()) continue;
    const anchor = proposeAnchor(here, root, dataWords);
    if (
      anchor &&
      (anchor.ground === 'ATTRIBUTE' || anchor.ground === 'CLASS') &&
      here.localName !== 'tr' &&
      here.localName !== 'td'
    )
      return anchor.selector;
  }
  return 'body';
};

/** Whether the address names the document and the page says the same number somewhere: then each is asked of the other. */
export const proposeIdentity = (
  path: string,
  search: string,
  hash: string,
  root: ParentNode,
): DetailPage['identity'] | null => {
  const address = `${path}${search}${hash}`;
  for (const pattern of ['/([0-9]{1,12})(?:[/?#]|$)', '[?&]id=([0-9]{1,12})', '[?&][A-Za-z_]*[iI][dD]=([0-9]{1,12})']) {
    const id = new RegExp(pattern, 'u').exec(address)?.[1];
    if (id === undefined) continue;
    for (const element of root.querySelectorAll('article, main, form, section, table, div, input[type="hidden"]')) {
      for (const { name, value } of element.attributes) {
        if (value !== id || !/^(?:value|data-[a-z-]*id|[a-z_]*id[a-z_]*)$/.test(name) || name === 'id') continue;
        const anchor = proposeAnchor(element, root, new Set());
        if (anchor && anchor.ground === 'ATTRIBUTE' && !anchor.selector.includes(id)) {
          return { address: pattern, text: [{ select: anchor.selector, attribute: name }] };
        }
      }
    }
  }
  return null;
};
