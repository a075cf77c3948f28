// Attacks that take our frame, its window or its place. Each begins with a fresh address, so with a frame of its own, and ends by
// saying who heard what. `before` runs in the moment the frame is put into the page, `act` when it shows its marks.
{
  const catcher = '/hostile/catcher';
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ours = () => document.querySelector('iframe[src^="chrome-extension:"]:not(.copy)');
  const ownFrame = (address, into = document.body) => {
    const frame = document.createElement('iframe');
    frame.className = 'copy';
    frame.src = address;
    into.append(frame);
    return frame;
  };
  const handshake = (target, nonce, note) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => note(`our own port was answered ${JSON.stringify(data)}`);
    target?.postMessage({ protocol: 'congvu-overlay', epoch: 1, nonce }, '*', [port2]);
  };

  const seizures = {
    'src set to a page of the attacker’s': { act: (frame) => Object.assign(frame, { src: catcher }) },
    'src set before the frame has loaded': { before: (frame) => Object.assign(frame, { src: catcher }) },
    srcdoc: {
      act: async (frame) => Object.assign(frame, { srcdoc: await (await fetch(catcher)).text() }),
    },
    'contentWindow.location': {
      act: (frame) => {
        frame.contentWindow.location = new URL(catcher, location.href).href;
      },
    },
    'contentWindow.location before load': {
      before: (frame) => {
        frame.contentWindow.location = new URL(catcher, location.href).href;
      },
    },
    'a link that targets the frame by a name': {
      act: (frame) => {
        frame.name = 'taken';
        frame.contentWindow.location.replace(frame.src);
        const link = Object.assign(document.createElement('a'), { href: catcher, target: 'taken' });
        document.body.append(link);
        link.click();
        link.remove();
      },
    },
    'a data: address': {
      act: (frame) => Object.assign(frame, { src: 'data:text/html,<script>parent.postMessage(1,"*")</script>' }),
    },
    'an address without a document, then a script': {
      act: (frame) => Object.assign(frame, { src: 'javascript:parent.postMessage("ran", "*")' }),
    },
    'the same frame taken out and put back': {
      act: (frame) => {
        const { parentElement } = frame;
        frame.remove();
        parentElement.append(frame);
      },
    },
    'the same frame put back five times': {
      act: async (frame) => {
        const { parentElement } = frame;
        for (let time = 0; time < 5; time++) {
          frame.remove();
          parentElement.append(frame);
          await wait(60);
        }
      },
    },
    'a clone beside it': {
      act: (frame) => {
        const clone = frame.cloneNode(true);
        clone.classList.add('copy');
        frame.after(clone);
      },
    },
    'moved into another document': {
      act: async () => {
        const other = ownFrame(catcher);
        await new Promise((resolve) => other.addEventListener('load', resolve, { once: true }));
        other.contentDocument.body.append(ours());
      },
    },
    'moved without loading anew (moveBefore)': {
      act: (frame) => document.body.moveBefore?.(frame, document.body.firstChild),
    },
    'put behind a shadow root of the page’s': {
      act: (frame) => {
        const host = document.createElement('div');
        frame.before(host);
        host.attachShadow({ mode: 'open' }).append(frame);
      },
    },
    'another frame in its place, before load': {
      before: (frame) => {
        const other = frame.cloneNode(true);
        other.src = catcher;
        frame.replaceWith(other);
      },
    },
    'another frame in its place, after load': {
      act: (frame) => {
        const other = frame.cloneNode(true);
        other.src = catcher;
        frame.replaceWith(other);
      },
    },
    'answering in its place with its own words': {
      act: (frame) => {
        for (const type of ['ready', 'renew', 'expand', 'collapse']) {
          for (const target of [window, frame.contentWindow]) {
            const { port2 } = new MessageChannel();
            target.postMessage({ type, protocol: 'congvu-overlay' }, '*', [port2]);
          }
          dispatchEvent(
            new MessageEvent('message', {
              data: { type },
              source: frame.contentWindow,
              origin: new URL(frame.src).origin,
            }),
          );
        }
      },
    },
    'handshakes before ours': {
      before: (frame, note) => {
        for (let time = 0; time < 20; time++) handshake(frame.contentWindow, 'b'.repeat(32), note);
        frame.addEventListener('load', () => handshake(frame.contentWindow, 'c'.repeat(32), note));
      },
    },
    'load events of the page’s making': {
      act: async (frame) => {
        frame.src = catcher;
        await wait(150);
        for (let time = 0; time < 4; time++) frame.dispatchEvent(new Event('load'));
      },
    },
    'load events kept from us': {
      before: () => {
        const stop = (event) => event.stopImmediatePropagation();
        document.addEventListener('load', stop, true);
        return () => document.removeEventListener('load', stop, true);
      },
    },
    'a sandbox around it': {
      act: (frame) => {
        frame.sandbox = 'allow-scripts';
        frame.src = `${frame.src}#again`;
      },
    },
    'other styles: transparent, turned, enlarged, covered': {
      act: (frame) => {
        for (const [name, value] of Object.entries({
          opacity: '0',
          transform: 'rotate(3deg) scale(3)',
          width: '2000px',
          visibility: 'visible',
        })) {
          frame.style.setProperty(name, value, 'important');
        }
        const cover = Object.assign(document.createElement('div'), { className: 'copy' });
        cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
        document.body.append(cover);
      },
    },
    'every frame taken out as soon as it comes': {
      before: (frame) => frame.remove(),
      act: async () => {
        for (let time = 0; time < 8; time++) {
          ours()?.remove();
          document.querySelector('#dt_basic td').textContent = String(time);
          await wait(100);
        }
      },
    },
    'the whole page written anew, again and again': {
      act: async () => {
        for (let time = 0; time < 4; time++) {
          const { innerHTML } = document.body;
          document.body.innerHTML = innerHTML;
          await wait(100);
        }
      },
    },
  };

  const frameShown = async (within) => {
    const end = performance.now() + within;
    while (performance.now() < end) {
      if (ours()?.style.visibility === 'visible') return ours();
      await wait(20);
    }
    return ours();
  };

  /** Runs those named; answers what was heard in each, by whom it was told, and how many frames of ours came meanwhile. */
  hostile.seize = async (names) => {
    const results = {};
    for (const [round, name] of names.entries()) {
      const heard = new Set();
      const note = (what) => heard.add(what);
      window.hostileCaught = (what) => note(`caught: ${what}`);
      const hear = ({ data, ports, origin }) =>
        note(`heard from ${origin.slice(0, 16)}: ${JSON.stringify(data)} with ${ports.length} ports`);
      addEventListener('message', hear);
      let came = 0;
      const undo = [];
      const { before, act } = seizures[name];
      const observer = new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (node.nodeName !== 'IFRAME' || node.className === 'copy' || !node.src.startsWith('chrome-extension:'))
            continue;
          came++;
          undo.push(before?.(node, note));
        }
      });
      observer.observe(document, { subtree: true, childList: true });
      history.pushState(null, '', `?seizure=${round + 1}`);
      // With `before` the frame may never show; what is heard until then counts.
      const frame = await frameShown(before ? 800 : 3_000);
      if (act) {
        if (frame) await act(frame, note);
        else note('no frame to seize');
      }
      await wait(350);
      observer.disconnect();
      removeEventListener('message', hear);
      for (const stop of undo) if (typeof stop === 'function') stop();
      for (const own of document.querySelectorAll('.copy, iframe:not([src^="chrome-extension:"])')) own.remove();
      results[name] = { heard: [...heard].sort(), came };
    }
    return results;
  };
  hostile.seizures = Object.keys(seizures);
}
