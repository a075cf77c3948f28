// Names, numbers and addresses of frames; the page's own history.
hostile.attack({
  name: 'names and locations of frames',
  learns: 'an address, name or number that a record gives',
  look() {
    const target = hostile.ours()?.contentWindow;
    const read = (look) => {
      try {
        return String(look());
      } catch (error) {
        return error.name;
      }
    };
    return [
      window.length,
      read(() => target?.location.href),
      read(() => target?.document.title),
      read(() => target?.name),
      read(() => target?.length),
      read(() => target?.closed),
      read(() => target?.frames[0]),
      read(() => target?.history.length),
      read(() => target?.origin),
      read(() => hostile.ours()?.contentDocument),
      read(() => hostile.ours()?.getSVGDocument?.()),
      read(() => Object.keys(target).length),
    ];
  },
});
hostile.attack({
  name: 'history',
  learns: 'navigations inside our frame, which lengthen the tab’s history',
  start(note) {
    addEventListener('popstate', () => note('popstate'));
    navigation?.addEventListener('currententrychange', () => note('entry'));
    navigation?.addEventListener('navigate', ({ navigationType }) => note(`navigate ${navigationType}`));
  },
  look: () => [history.length, JSON.stringify(history.state), navigation?.entries().length],
});
hostile.attack({
  name: 'named window properties',
  learns: 'a node by its id or name; a global the overlay leaves or trusts',
  start() {
    this.before = new Set(Object.getOwnPropertyNames(window));
  },
  look() {
    const added = Object.getOwnPropertyNames(window).filter((name) => !this.before.has(name));
    // Playwright and this suite's own files leave some; the number of ours is what could differ.
    const clobbered = ['strip', 'card', 'congvu', 'browser', 'mark', 'overlay'].map((name) =>
      String(window[name] ?? document[name]),
    );
    return [added.filter((name) => !/playwright|^__pw/.test(name)), clobbered];
  },
});
hostile.attack({
  name: 'load and error events of our frame',
  learns: 'that it loads anew when a record changes',
  start(note) {
    for (const type of ['load', 'error', 'unload', 'pagehide']) {
      document.addEventListener(type, ({ target }) => target === hostile.ours() && note(`${type} of ours`), true);
    }
  },
});
hostile.attack({
  name: 'permissions and policies of our frame',
  learns: 'a feature the frame asks for',
  look() {
    const ours = hostile.ours();
    return [
      document.featurePolicy?.allowedFeatures().length,
      ours?.featurePolicy?.allowedFeatures().length,
      ours?.allow,
      String(ours?.sandbox),
      ours?.loading,
      ours?.referrerPolicy,
    ];
  },
});
