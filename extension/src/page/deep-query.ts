/** Who hears of the shadow roots a look passes: their content is seen by no observer of the document. */
export type RootWatch = {
  entered(root: ShadowRoot): void;
  /** This element should have an open shadow root and has none, yet. */
  missed(host: Element): void;
};

const split = new Map<string, readonly string[]>();

/** The pieces of a deep selector, " >>> " between them. A first piece that is empty or ":scope" is the place itself. */
export const piecesOf = (selector: string): readonly string[] => {
  const known = split.get(selector);
  if (known) return known;
  const pieces = selector.split('>>>').map((piece) => piece.trim());
  split.set(selector, pieces);
  return pieces;
};

/** What the browser does not take for a selector finds nothing: the adapter is broken then, not the page. */
const orNothing = <Found>(query: () => Found): Found | null => {
  try {
    return query();
  } catch {
    return null;
  }
};
const queryAll = (root: ParentNode, piece: string): Iterable<Element> =>
  orNothing(() => root.querySelectorAll(piece)) ?? [];

/** A first piece that stands for the place itself. */
const isItself = (piece: string): boolean => piece === '' || piece === ':scope';

export const isElement = (node: Node | ParentNode): node is Element => (node as Node).nodeType === 1;

/** All elements a deep selector finds below `root`, in the order of the document within each shadow root. */
export const queryAllDeep = (root: ParentNode, selector: string, watch?: RootWatch): Element[] => {
  const [first = '', ...rest] = piecesOf(selector);
  let found = isItself(first) ? (isElement(root) ? [root] : []) : [...queryAll(root, first)];
  for (const piece of rest) {
    const next: Element[] = [];
    for (const host of found) {
      const inner = host.shadowRoot;
      if (inner === null) {
        watch?.missed(host);
        continue;
      }
      watch?.entered(inner);
      for (const element of queryAll(inner, piece)) next.push(element);
    }
    found = next;
  }
  return found;
};

/** The first element a deep selector finds below `root`. */
export const queryDeep = (root: ParentNode, selector: string, watch?: RootWatch): Element | null => {
  const [first = '', ...rest] = piecesOf(selector);
  return rest.length === 0 && !isItself(first)
    ? orNothing(() => root.querySelector(first))
    : (queryAllDeep(root, selector, watch)[0] ?? null);
};

/** The element one sees this node in: its parent, or the host of the shadow root it stands in. */
export const parentAcross = (node: Node): Element | null => {
  const parent = node.nodeType === 11 ? node : node.parentNode;
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  // A document and a fragment have no host; a shadow root has.
  return (parent as Partial<ShadowRoot>).host ?? null;
};

/** Does `outer` hold `inner`, shadow roots entered? An element holds itself. */
export const holdsAcross = (outer: Element, inner: Element): boolean => {
  for (let at: Element | null = inner; at; at = parentAcross(at)) if (at === outer) return true;
  return false;
};
