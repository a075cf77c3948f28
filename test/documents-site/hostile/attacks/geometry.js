// Places, sizes and order.
{
  const rounded = (rect) => rect && [rect.left, rect.top, rect.width, rect.height].map(Math.round);

  hostile.attack({
    name: 'rectangles of our nodes',
    learns: 'sizes that follow the length of a text',
    look() {
      const ours = hostile.ours();
      if (!ours) return 'nothing of ours';
      return {
        rects: [...ours.getClientRects()].map(rounded),
        offset: [ours.offsetWidth, ours.offsetHeight, ours.clientWidth, ours.clientHeight],
        scroll: [ours.scrollWidth, ours.scrollHeight],
        parent: [ours.parentElement.scrollWidth, ours.parentElement.scrollHeight],
        page: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        boxQuads: ours.getBoxQuads?.().length ?? null,
      };
    },
  });
  hostile.attack({
    name: 'order and number of our nodes',
    learns: 'which rows have a person, in what order',
    look: () =>
      [...document.querySelectorAll('iframe, main > *')].map((node) => [
        node.nodeName,
        [...node.attributes].map(({ name }) => name).sort(),
        node.childElementCount,
      ]),
  });
  hostile.attack({
    name: 'places of the page’s own rows',
    learns: 'what our marks push aside',
    look: () => [...document.querySelectorAll('tr, input, h1')].map((node) => rounded(node.getBoundingClientRect())),
  });
  hostile.attack({
    name: 'elementFromPoint over the whole window',
    learns: 'the outline of what is drawn: marks, an opened card',
    look() {
      const ours = hostile.ours();
      const lines = [];
      for (let y = 4; y < innerHeight; y += 8) {
        let line = '';
        for (let x = 4; x < innerWidth; x += 16) line += document.elementFromPoint(x, y) === ours ? 'x' : '.';
        lines.push(line.replaceAll(/(.)\1*/g, (run) => `${run[0]}${run.length}`));
      }
      return lines;
    },
  });
  hostile.attack({
    name: 'computed styles of our nodes',
    learns: 'a colour, size or class that a record gives',
    look() {
      const ours = hostile.ours();
      if (!ours) return 'nothing of ours';
      const styles = getComputedStyle(ours);
      const sides = ['::before', '::after', '::part(mark)'].map((name) => getComputedStyle(ours, name).content);
      return [[...styles].map((name) => `${name}:${styles.getPropertyValue(name)}`).sort(), sides];
    },
  });
  hostile.attack({
    name: 'scroll positions and anchoring',
    learns: 'whether something of ours took a scroll, grew or shrank above what one sees',
    start(note) {
      // How far is a matter of the test's own waits, which look at it; here, what was scrolled.
      addEventListener('scroll', ({ target }) => note(`scrolled ${target.nodeName}`), true);
    },
    look: () => [scrollX, scrollY, document.scrollingElement.scrollHeight, visualViewport.height],
  });
  hostile.attack({
    name: 'following our size by frames',
    learns: 'when ours grows and shrinks, while a person moves in it',
    start(note) {
      let before = '';
      const follow = () => {
        const ours = hostile.ours();
        const { left, top, width, height } = ours?.getBoundingClientRect() ?? new DOMRect();
        // In the page's own coordinates: what a scroll does to both is no news.
        const now = [left + scrollX, top + scrollY, width, height, ours?.scrollHeight ?? 0].map(Math.round).join();
        if (now !== before && !hostile.isLoading()) note('size', now);
        before = now;
        requestAnimationFrame(follow);
      };
      follow();
    },
  });
}
