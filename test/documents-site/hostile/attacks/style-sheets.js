// What style sheets, fonts and printing tell.
{
  const addSheet = (text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.documentElement.append(style);
    return style;
  };
  /** The families the overlay's own sheet names. */
  const families = ['Segoe UI', 'Noto Sans', 'system-ui', 'sans-serif'];
  const signs = [...'✦▲◐●○◑◇★ĩ', 'Ố'];

  hostile.attack({
    name: 'fonts by character',
    learns:
      'which signs stand on the screen: a font of the page’s is fetched only where one of its characters is drawn',
    start(note) {
      const faces = signs.flatMap((sign) =>
        families.slice(0, 2).map((family) => {
          const code = sign.codePointAt(0).toString(16);
          return `@font-face { font-family: '${family}'; src: url('/hostile/font-${code}'); unicode-range: U+${code}; }`;
        }),
      );
      addSheet(faces.join('\n'));
      document.fonts.addEventListener('loadingerror', ({ fontfaces }) => {
        for (const { family, unicodeRange } of fontfaces) note(`${family} ${unicodeRange}`);
      });
    },
    look: () =>
      [...document.fonts]
        .filter(({ status }) => status !== 'unloaded')
        .map(({ family, unicodeRange }) => `${family} ${unicodeRange}`)
        .sort(),
  });
  hostile.attack({
    name: 'counters, :has and attribute selectors',
    learns: 'classes, attributes and states inside our nodes',
    start() {
      addSheet(`
        :root:has(.mark) { --mark: 1 } :root:has([class*='level']) { --level: 1 } :root:has(.discipline) { --discipline: 1 }
        :root:has(iframe:hover) { --hover: 1 } :root:has(iframe:focus) { --focus: 1 }
        .mark, .commendation { counter-increment: marks } body::after { content: counter(marks); position: absolute; }
        ::part(mark) { --part: 1 } div:state(open) { --state: 1 }`);
    },
    look() {
      const root = getComputedStyle(document.documentElement);
      const names = ['mark', 'level', 'discipline', 'part', 'state'];
      return [
        names.map((name) => root.getPropertyValue(`--${name}`)),
        getComputedStyle(document.body, '::after').width,
      ];
    },
  });
  hostile.attack({
    name: 'animations and transitions on our nodes',
    learns: 'the moment at which something of ours begins to match a selector or changes its size',
    start(note) {
      addSheet(`
        @keyframes appear { from { outline-color: red } to { outline-color: blue } }
        iframe[src^='chrome-extension'], .mark, .card, main > div:not([class]) { animation: appear 1ms; transition: all 1ms; }`);
      for (const type of ['animationstart', 'animationend', 'transitionrun', 'transitionend']) {
        document.addEventListener(type, ({ target, animationName, propertyName, pseudoElement }) => {
          note(`${type} ${target.nodeName} ${animationName ?? propertyName} ${pseudoElement}`, []);
        });
      }
    },
    look: () => document.getAnimations().length,
  });
  hostile.attack({
    name: 'visited links and highlights',
    learns: 'addresses of ours in the browser’s history; text that a highlight finds',
    look() {
      const link = document.createElement('a');
      link.href = hostile.ours()?.src ?? '#';
      link.textContent = 'x';
      document.body.append(link);
      const seen = [getComputedStyle(link).color, link.matches(':visited')];
      link.remove();
      return [seen, CSS.highlights?.size, document.querySelectorAll(':target-text, ::highlight(x)').length];
    },
  });
  hostile.attack({
    name: 'printing',
    learns: 'what the printed page holds, by its size while it is printed',
    start(note) {
      for (const type of ['beforeprint', 'afterprint'])
        addEventListener(type, () => note(type, document.body.scrollHeight));
    },
    async look(phase) {
      if (phase !== 'shown') return null;
      dispatchEvent(new Event('beforeprint'));
      const printed = [document.body.scrollHeight, getComputedStyle(hostile.ours() ?? document.body).display];
      dispatchEvent(new Event('afterprint'));
      return [printed, getComputedStyle(hostile.ours() ?? document.body).display];
    },
  });
  hostile.attack({
    name: 'view transitions and container queries',
    learns: 'a picture or size of what is drawn',
    start() {
      addSheet(`body { container: list / inline-size } @container list (min-width: 900px) { td { --wide: 1 } }`);
    },
    async look(phase) {
      if (phase !== 'shown' || !document.startViewTransition) return null;
      const transition = document.startViewTransition(() => undefined);
      await transition.ready.catch(() => undefined);
      const names = document.getAnimations().map(({ effect }) => effect?.pseudoElement ?? null);
      transition.skipTransition();
      await transition.finished.catch(() => undefined);
      return [[...new Set(names)].sort(), getComputedStyle(document.querySelector('td')).getPropertyValue('--wide')];
    },
  });
}
