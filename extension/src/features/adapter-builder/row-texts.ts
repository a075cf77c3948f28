/** Whole text of an element with that of open shadow roots below it; no order of slots is kept, since only words are asked for. */
export const deepTextOf = (element: Element | ShadowRoot): string => {
  const parts: string[] = [];
  const collect = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    if (node.nodeType !== 1 && node.nodeType !== 11) return;
    // Node types 1 and 11 are Element and fragment; a shadow root is the only fragment met here.
    const place = node as Element;
    if (place.tagName === 'SCRIPT' || place.tagName === 'STYLE') return;
    if (place.shadowRoot) collect(place.shadowRoot);
    for (const child of node.childNodes) collect(child);
    if (place.tagName === 'TD' || place.tagName === 'TH' || place.tagName === 'DIV') parts.push(' ');
  };
  collect(element);
  return parts.join('').normalize('NFC').replace(/\s+/g, ' ').trim();
};

/** Texts of the elements that hold text themselves, in order: what a row shows, piece by piece. At most 60. */
export const leafTextsOf = (element: Element | ShadowRoot): readonly string[] => {
  const texts: string[] = [];
  const collect = (place: Element | ShadowRoot): void => {
    if (texts.length >= 60) return;
    if ('shadowRoot' in place && place.shadowRoot) collect(place.shadowRoot);
    let own = '';
    for (const node of place.childNodes) if (node.nodeType === 3) own += node.nodeValue ?? '';
    const line = own.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (line !== '') texts.push(line);
    for (const child of place.children) if (!/^(?:SCRIPT|STYLE)$/.test(child.tagName)) collect(child);
  };
  collect(element);
  return texts;
};
