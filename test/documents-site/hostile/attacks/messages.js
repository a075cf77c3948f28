// Everything by which two contexts can speak.
{
  /** Answers of our frame, or of an address of the extension the page puts in a frame of its own. */
  const embed = async (address, knock) => {
    const frame = document.createElement('iframe');
    frame.className = 'own';
    frame.style.display = 'none';
    const loaded = new Promise((resolve) => {
      frame.onload = () => resolve('load');
      setTimeout(resolve, 1_500, 'silent');
    });
    frame.src = address;
    document.documentElement.append(frame);
    const heard = [await loaded];
    await knock?.(frame.contentWindow, heard);
    let inside = 'readable';
    try {
      inside = `readable ${String(frame.contentWindow.location.href)}`;
    } catch (error) {
      inside = error.name;
    }
    frame.remove();
    return [...heard, inside];
  };
  const knockWith = (nonces) => async (target, heard) => {
    const answers = nonces.map(
      (nonce) =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(`answered ${JSON.stringify(data)}`);
          target.postMessage({ protocol: 'congvu-overlay', epoch: 1, nonce }, '*', [port2]);
          port1.postMessage({
            type: 'layout',
            width: 300,
            headHeight: 30,
            compact: false,
            dark: false,
            rows: new Int32Array([1, 0, 40]),
          });
          setTimeout(resolve, 500, 'no answer');
        }),
    );
    heard.push(...(await Promise.all(answers)));
  };
  const madeUp = () => ['', 'a'.repeat(32), crypto.randomUUID(), '__proto__', 'constructor'];

  hostile.attack({
    name: 'messages to the page’s window',
    learns: 'whatever a frame tells its parent',
    start(note) {
      const hear = ({ data, origin, ports }) =>
        note(`message ${origin.slice(0, 16)}`, [JSON.stringify(data), ports.length]);
      addEventListener('message', hear, true);
      addEventListener('messageerror', hear, true);
    },
  });
  hostile.attack({
    name: 'handshakes with made-up nonces to our frame',
    learns: 'the port’s other end, hence the places; a frame that believes the page',
    async look(phase) {
      const target = hostile.ours()?.contentWindow;
      if (!target || phase !== 'shown') return null;
      const heard = [];
      await knockWith(madeUp())(target, heard);
      return heard;
    },
  });
  let extension = null;
  const addressOf = (page) => {
    extension ??= new URL(hostile.ours()?.src ?? 'chrome-extension://unknown/').origin;
    return `${extension}/${page}`;
  };
  hostile.attack({
    name: 'embedding our frame itself',
    learns: 'the records of a tab, asked for by a frame of the page’s own',
    look: (phase) => (phase === 'shown' ? embed(addressOf('frame.html'), knockWith(madeUp())) : null),
  });
  hostile.attack({
    name: 'embedding our screens',
    learns: 'side panel and dashboard, framed for clicks',
    look: async (phase) =>
      phase === 'shown'
        ? Promise.all(['sidepanel.html', 'dashboard.html', 'options.html'].map((page) => embed(addressOf(page))))
        : null,
  });
  hostile.attack({
    name: 'fetching the extension’s files',
    learns: 'what else of the extension answers a page',
    look: async (phase) =>
      phase === 'shown'
        ? Promise.all(
            ['frame.html', 'sidepanel.html', 'manifest.json', 'managed-schema.json', 'background.js'].map(
              async (file) => {
                try {
                  return [file, (await fetch(addressOf(file))).status];
                } catch (error) {
                  return [file, error.name];
                }
              },
            ),
          )
        : null,
  });
  hostile.attack({
    name: 'chrome.runtime and extension events',
    learns: 'answers of the background',
    async look(phase) {
      if (phase !== 'shown') return null;
      const id = addressOf('').split('/')[2];
      const send = window.chrome?.runtime?.sendMessage;
      if (!send) return 'no door';
      return new Promise((resolve) => {
        send(id, { name: 'overlay.requestNonce', parameters: { epoch: 1 } }, (answer) =>
          resolve(JSON.stringify(answer ?? null)),
        );
        setTimeout(resolve, 500, 'no answer');
      });
    },
  });
  hostile.attack({
    name: 'BroadcastChannel, storage and shared workers',
    learns: 'a channel, a key or a worker shared by carelessness',
    start(note) {
      for (const name of ['congvu', 'congvu-overlay', 'overlay', 'overlay-frame']) {
        new BroadcastChannel(name).onmessage = ({ data }) => note(`channel ${name}`, JSON.stringify(data));
      }
      addEventListener('storage', ({ key, newValue }) => note(`storage ${key}`, newValue));
    },
    async look() {
      const worker = new SharedWorker('/hostile/shared-worker.js');
      const heard = await new Promise((resolve) => {
        worker.port.onmessage = ({ data }) => resolve(data.length);
        worker.port.postMessage('tell');
        setTimeout(resolve, 1_000, 'silent');
      });
      const databases = await indexedDB.databases();
      return [
        heard,
        databases.length,
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await caches.keys()).length,
      ];
    },
  });
  hostile.attack({
    name: 'a service worker of the page',
    learns: 'requests of the overlay that pass through the page’s origin',
    start(note) {
      new BroadcastChannel('hostile').onmessage = ({ data }) => {
        if (data.fetched && !data.fetched.startsWith('http')) note('request', data.fetched);
      };
      void navigator.serviceWorker.register('/hostile/service-worker.js');
    },
    look: async () => (await navigator.serviceWorker.getRegistrations()).length,
  });
}
