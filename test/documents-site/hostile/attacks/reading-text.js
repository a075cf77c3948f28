// Every way to the text of a page.
{
  /** Words of which each stands in a mark or a card of some record, and none in the page. */
  const words = [
    'tạm tính',
    'Tốt',
    'Xuất sắc',
    'HTXS',
    'quá hạn',
    'chưa giao',
    'chưa có',
    'kỷ luật',
    'khen thưởng',
    '✦',
    '▲',
    '◑',
    '●',
  ];

  hostile.attack({
    name: 'window.find',
    learns: 'whether a word stands anywhere on the screen',
    look() {
      const found = [];
      for (const word of words) {
        getSelection().removeAllRanges();
        if (find(word, false, false, true, false, true, false)) found.push(words.indexOf(word));
      }
      getSelection().removeAllRanges();
      return found;
    },
  });
  hostile.attack({
    name: 'selection',
    learns: 'the text of everything, selected',
    look() {
      const selection = getSelection();
      const read = [];
      selection.selectAllChildren(document.documentElement);
      read.push(String(selection).length);
      document.execCommand('selectAll');
      read.push(String(selection).length, selection.rangeCount);
      selection.removeAllRanges();
      for (let step = 0; step < 30; step++) selection.modify('extend', 'forward', 'documentboundary');
      read.push(String(selection).length);
      selection.removeAllRanges();
      return read;
    },
  });
  hostile.attack({
    name: 'clipboard',
    learns: 'what a copy of everything holds',
    start(note) {
      for (const type of ['copy', 'cut', 'paste', 'beforecopy']) {
        document.addEventListener(type, (event) => {
          note(type, [String(getSelection()).length, event.clipboardData?.types.length ?? null]);
        });
      }
    },
    look() {
      document.execCommand('selectAll');
      const copied = document.execCommand('copy');
      getSelection().removeAllRanges();
      return copied;
    },
  });
  hostile.attack({
    name: 'innerText, textContent, outerHTML',
    learns: 'text in our nodes',
    look() {
      const ours = hostile.ours();
      // biome-ignore lint/performance/useDomNodeTextContent: the attack is just that
      const visible = document.documentElement.innerText;
      const everything = document.documentElement.outerHTML + visible + document.body.outerText;
      // biome-ignore lint/performance/useDomNodeTextContent: the attack is just that
      const inOurs = ours?.innerText;
      return {
        own: [inOurs, ours?.textContent, ours?.outerHTML.replace(/[a-p]{32}/, 'ID'), ours?.childNodes.length],
        words: words.map((word) => everything.includes(word)),
        xml: words.map((word) => new XMLSerializer().serializeToString(document).includes(word)),
        html: document.documentElement.getHTML?.({ serializableShadowRoots: true }).length,
      };
    },
  });
  hostile.attack({
    name: 'shadowRoot and attachShadow',
    learns: 'the tree behind our node, opened or made open',
    start(note) {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        note(`attachShadow ${this.nodeName}`);
        return attachShadow.call(this, { ...options, mode: 'open' });
      };
    },
    look() {
      const ours = hostile.ours();
      let internals = 'none';
      try {
        internals = String(ours?.attachInternals?.().shadowRoot);
      } catch (error) {
        internals = error.name;
      }
      return [String(ours?.shadowRoot), internals, String(ours?.openOrClosedShadowRoot), ours?.getHTML?.().length];
    },
  });
  hostile.attack({
    name: 'TreeWalker, XPath and ranges',
    learns: 'text nodes a selector does not reach',
    look() {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      let length = 0;
      while (walker.nextNode()) length += walker.currentNode.data.length;
      const range = document.createRange();
      range.selectNodeContents(document.body);
      return {
        length,
        range: String(range).length,
        rects: range.getClientRects().length,
        xpath: document.evaluate('count(//text())', document, null, XPathResult.NUMBER_TYPE).numberValue,
        fragment: range.cloneContents().textContent.length,
      };
    },
  });
  hostile.attack({
    name: 'caret and text fragments',
    learns: 'the text under a point; whether a fragment of text is found',
    look() {
      const rect = hostile.ours()?.getBoundingClientRect();
      if (!rect) return 'nothing of ours';
      const at = document.caretPositionFromPoint?.(rect.right - 60, rect.top + 60);
      return [at?.offsetNode.nodeName, at?.offset, String(document.fragmentDirective)];
    },
  });
}
