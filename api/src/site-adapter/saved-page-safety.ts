import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/**
 * What could act or load in a saved page: the name of the first element or attribute at fault; null where there is none.
 *
 * Saved pages are opened by DOMParser alone, which runs and loads nothing. They are refused all the same (deny by default),
 * since a file taken out of the dashboard is opened by a double click. parse5 builds the tree a browser builds, so nothing
 * hides in what a pattern over the text would read otherwise.
 */
export function findUnsafe(html: string): string | null {
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  // A loop, not recursion: a page may be nested as deep as it is long.
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('attrs' in node) {
      const found = unsafeElement(node);
      if (found !== null) return found;
    }
    if ('content' in node) open.push(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) open.push(child);
  }
  return null;
}

/** They run code, hold another document, or change what addresses mean. */
const REFUSED_ELEMENTS: ReadonlySet<string> = new Set(
  'script object embed applet base portal fencedframe noscript animate animatemotion animatetransform set'.split(' '),
);
/** Attributes whose address is fetched, or submitted to. A link's `href` is followed by a person only. */
const RESOURCES: ReadonlySet<string> = new Set(
  'src srcset imagesrcset poster background data lowsrc dynsrc longdesc manifest profile codebase archive classid action formaction ping href xlink:href attributionsrc'.split(
    ' ',
  ),
);
const LINKS: ReadonlySet<string> = new Set(['a', 'area']);
const SCRIPT_ADDRESS = /^(?:javascript|vbscript|livescript):|^data:[^,]*(?:html|xml|script)/;
const REMOTE_ADDRESS = /(?:^|[\s,])(?:https?:|ftp:|wss?:|\/\/|\\\\)/;
/** In a style sheet an address may also be written by "image-set()" or "@import" without "url()". */
const REMOTE_STYLE = /@import|expression\(|-moz-binding|behavior:|(?:https?|ftp):|url\(['"]?(?:\/\/|\\)/;

function unsafeElement(element: DefaultTreeAdapterTypes.Element): string | null {
  const { tagName } = element;
  if (REFUSED_ELEMENTS.has(tagName.toLowerCase())) return tagName;
  if (tagName === 'style' && REMOTE_STYLE.test(toPlain(textOf(element)))) return 'style';
  const attributes = element.attrs.map(({ name, prefix, value }) => ({
    name: prefix ? `${prefix}:${name}` : name,
    value,
  }));
  if (tagName === 'meta' && attributes.some(({ name, value }) => name === 'http-equiv' && !isInertHeader(value)))
    return 'http-equiv';
  return attributes.find(({ name, value }) => isUnsafe(tagName, name, value))?.name ?? null;
}

function isInertHeader(value: string): boolean {
  return ['content-type', 'content-language', 'x-ua-compatible'].includes(value.trim().toLowerCase());
}

function isUnsafe(tagName: string, name: string, value: string): boolean {
  if (name.startsWith('on') || name === 'srcdoc') return true;
  // As a browser reads an address: control characters and blanks inside it do not count, nor does case.
  const address = value.toLowerCase().replace(/[^\x21-\u{10ffff}]/gu, '');
  if (SCRIPT_ADDRESS.test(address)) return true;
  if (name === 'style') return REMOTE_STYLE.test(toPlain(value));
  const isResource = RESOURCES.has(name) && !(name === 'href' && LINKS.has(tagName));
  return isResource && (REMOTE_ADDRESS.test(value.trim().toLowerCase()) || REMOTE_ADDRESS.test(address));
}

/** A style's text without comments, escapes and blanks, by which an address could be written otherwise. */
function toPlain(style: string): string {
  return style
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/\\([0-9a-f]{1,6})\s?/giu, (_escape, code: string) => {
      const point = Number.parseInt(code, 16);
      return point > 0x10_ff_ff ? '' : String.fromCodePoint(point);
    })
    .replace(/[\s\\]/gu, '')
    .toLowerCase();
}

function textOf(element: DefaultTreeAdapterTypes.Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
