// Observers of the page's own tree and of the browser's timeline.
hostile.attack({
  name: 'MutationObserver',
  learns: 'nodes, attributes and texts of the overlay that depend on a record',
  start(note) {
    new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        const title = target.nodeName.toLowerCase();
        if (type === 'attributes') {
          const ours = target === hostile.ours();
          if (ours || attributeName === 'style') note(`${title} ${attributeName}`, target.getAttribute(attributeName));
        }
        if (type === 'characterData') note('text', target.data);
        for (const [what, nodes] of [
          ['added', addedNodes],
          ['removed', removedNodes],
        ]) {
          for (const node of nodes) {
            if (!hostile.isLoading() || node.nodeName === 'IFRAME') note(`${what} ${node.nodeName}`, node.outerHTML);
          }
        }
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  },
});
hostile.attack({
  name: 'ResizeObserver',
  learns: 'a size of ours, or a size of the page’s that ours changes',
  start(note) {
    const observer = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        note(`${target.nodeName} ${target.id}`, [contentRect.width, contentRect.height]);
      }
    });
    this.observe = () => {
      for (const element of document.querySelectorAll('iframe, main, main > *, tr, td, input'))
        observer.observe(element);
      const ours = hostile.ours();
      if (ours) observer.observe(ours);
    };
  },
  look() {
    this.observe();
    return null;
  },
});
hostile.attack({
  name: 'IntersectionObserver',
  learns: 'how much of ours is seen, and whether something lies over it (version 2)',
  start(note) {
    const options = { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, intersectionRatio, isVisible, boundingClientRect } of entries) {
        const { width, height } = boundingClientRect;
        note(target.nodeName, [intersectionRatio, isVisible, width, height]);
      }
    }, options);
    this.observe = () => {
      const ours = hostile.ours();
      if (ours) observer.observe(ours);
      for (const element of document.querySelectorAll('.bang, h1')) observer.observe(element);
    };
  },
  look() {
    this.observe();
    return null;
  },
});
hostile.attack({
  name: 'PerformanceObserver',
  learns: 'requests, paints, shifts, interactions and long tasks that follow from a record',
  start(note) {
    const types = PerformanceObserver.supportedEntryTypes.filter((type) => !['mark', 'measure'].includes(type));
    for (const type of types) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // How long and when is noise of the machine, as is which event was a slow one; what, and from where, is not. Whether the
          // frame's growing counts as a layout shift hangs on the last input's being half a second ago.
          const target = (entry.target ?? entry.element) === hostile.ours() ? 'ours' : 'other';
          if (['longtask', 'long-animation-frame', 'layout-shift'].includes(type)) continue;
          if (['event', 'first-input'].includes(type) && target === 'other') continue;
          note(`${type} ${target} ${['event', 'first-input'].includes(type) ? '' : entry.name}`);
        }
      }).observe({ type, buffered: true, durationThreshold: 16 });
    }
  },
});
hostile.attack({
  name: 'resource timing',
  learns: 'that the overlay loaded something, and what',
  look: () =>
    performance
      .getEntries()
      .filter(({ entryType, name }) => entryType === 'resource' && !name.includes('/hostile/'))
      .map(({ name, initiatorType, transferSize, decodedBodySize, responseStatus }) => [
        name.replace(/[a-p]{32}/, 'ID'),
        initiatorType,
        transferSize,
        decodedBodySize,
        responseStatus,
      ]),
});
hostile.attack({
  name: 'long tasks and who held the thread',
  learns: 'scripts of ours that run longer for a longer record',
  start(note) {
    for (const type of ['longtask', 'long-animation-frame']) {
      new PerformanceObserver((list) => {
        for (const { scripts = [], attribution = [] } of list.getEntries()) {
          for (const { sourceURL } of scripts) if (sourceURL?.startsWith('chrome')) note(`script ${sourceURL}`);
          for (const { containerSrc } of attribution) if (containerSrc) note(`container ${containerSrc}`);
        }
      }).observe({ type, buffered: true });
    }
  },
});
hostile.attack({
  name: 'reports and policy violations',
  learns: 'what the overlay was refused, with its address',
  start(note) {
    new ReportingObserver(
      (reports) => {
        for (const { type, body } of reports) note(`${type} ${body?.sourceFile}`, body?.message);
      },
      { buffered: true },
    ).observe();
    addEventListener('securitypolicyviolation', ({ blockedURI, sourceFile }) => note(`${blockedURI} ${sourceFile}`));
  },
});
hostile.attack({
  name: 'errors and their stacks',
  learns: 'names and values in an error of ours',
  start(note) {
    Error.prepareStackTrace = (error, sites) => {
      const files = sites.map((site) => String(site.getFileName()));
      if (files.some((name) => name.startsWith('chrome-extension:'))) note('an error of ours', String(error));
      return `${error}\n${files.join('\n')}`;
    };
    Error.stackTraceLimit = 100;
    addEventListener('error', ({ message, filename }) => note(`error ${filename}`, message), true);
    addEventListener('unhandledrejection', ({ reason }) => note('rejection', String(reason)));
    const report = window.reportError;
    window.reportError = (error) => {
      note('reportError', String(error));
      report(error);
    };
  },
});
