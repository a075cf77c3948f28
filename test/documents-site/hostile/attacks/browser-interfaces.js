// What else the browser offers a page.
hostile.attack({
  name: 'custom elements under our names',
  learns: 'nodes of ours as they are made: a page that defines the element runs its code in them',
  start(note) {
    for (const name of ['congvu-overlay', 'congvu-mark', 'overlay-frame', 'congvu-strip']) {
      customElements.define(
        name,
        class extends HTMLElement {
          constructor() {
            super();
            note(`${name} was made`);
          }
        },
      );
    }
    customElements.define(
      'own-frame',
      class extends HTMLIFrameElement {
        connectedCallback() {
          note('an iframe was upgraded');
        }
      },
      { extends: 'iframe' },
    );
  },
});
hostile.attack({
  name: 'accessibility reflection',
  learns: 'names and descriptions of our nodes as a screen reader gets them',
  look() {
    const ours = hostile.ours();
    const names = [
      'ariaLabel',
      'ariaDescription',
      'role',
      'title',
      'computedName',
      'computedRole',
      'tabIndex',
      'accessKey',
    ];
    const main = document.querySelector('main');
    main.ariaOwnsElements = ours ? [ours] : [];
    main.ariaActiveDescendantElement = ours;
    const reflected = [main.ariaOwnsElements?.length, main.ariaActiveDescendantElement?.nodeName];
    main.ariaOwnsElements = null;
    main.ariaActiveDescendantElement = null;
    return [names.map((name) => ours?.[name] ?? null), reflected, ours?.ariaLabelledByElements?.length ?? null];
  },
});
hostile.attack({
  name: 'capturing the screen',
  learns: 'a picture of the tab, without the person’s consent',
  async look(phase) {
    if (phase !== 'shown') return null;
    const tries = {
      // The browser asks the person before it gives a picture of the tab; that it would ask is all a page gets by itself.
      display: async () => (await navigator.permissions.query({ name: 'display-capture' })).state,
      region: () => CropTarget.fromElement(hostile.ours()).then(() => 'a target, no picture'),
      canvas: () => document.createElement('canvas').getContext('2d').drawImage(hostile.ours(), 0, 0),
      bitmap: () => createImageBitmap(hostile.ours()),
      element: () => document.createElement('canvas').getContext('2d').drawElementImage(hostile.ours(), 0, 0),
    };
    const results = {};
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        const result = await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 500, 'no answer'))]);
        results[name] = typeof result === 'string' ? result : 'got one';
      } catch (error) {
        results[name] = error.name;
      }
    }
    return results;
  },
});
hostile.attack({
  name: 'a picture of the page through SVG',
  learns: 'pixels of our node, copied into a canvas',
  async look(phase) {
    if (phase !== 'shown') return null;
    const html = new XMLSerializer().serializeToString(hostile.ours() ?? document.body);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><foreignObject width="300" height="100">${html}</foreignObject></svg>`,
    )}`;
    try {
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: 300, height: 100 }).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, 300, 100).data.reduce((sum, value) => sum + value, 0);
    } catch (error) {
      return error.name;
    }
  },
});
hostile.attack({
  name: 'pop-overs and dialogs on our node',
  learns: 'another drawing of ours that shows more',
  async look(phase) {
    const ours = hostile.ours();
    if (!ours || phase !== 'shown') return null;
    const results = [];
    for (const name of ['showPopover', 'showModal']) {
      try {
        await ours[name]?.();
        results.push(`${name} done`);
      } catch (error) {
        results.push(`${name} ${error.name}`);
      }
    }
    return results;
  },
});
hostile.attack({
  name: 'memory, agents and isolation',
  learns: 'the weight of records in the page’s process',
  look: () => ['measureUserAgentSpecificMemory' in performance, crossOriginIsolated, window.originAgentCluster],
});
