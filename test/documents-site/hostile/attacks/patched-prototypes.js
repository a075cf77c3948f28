// What a page replaces in its own world to see what passes through: constructors, methods and setters, before our script runs and
// again when the marks are there. Only what concerns the overlay is noted: a call of ours, our frame, our protocol.
{
  const { stringify } = JSON;
  const includes = Function.prototype.call.bind(String.prototype.includes);
  const isOurs = (value) => {
    try {
      if (typeof value === 'string') return includes(value, 'congvu') || includes(value, 'chrome-extension:');
      if (value instanceof HTMLIFrameElement) return includes(value.src, 'chrome-extension:');
      if (value === null || typeof value !== 'object' || value instanceof Node || value === window) return false;
      return 'nonce' in value || 'employeeId' in value || 'protocol' in value;
    } catch {
      return false;
    }
  };
  let busy = false;
  const wrap = (owner, key, note) => {
    const original = owner[key];
    if (typeof original !== 'function') return;
    const title = `${owner.constructor?.name ?? ''}.${String(key)}`;
    owner[key] = function (...parameters) {
      if (!busy) {
        busy = true;
        try {
          const stack = new Error('where').stack ?? '';
          if (includes(stack, 'chrome-extension:')) note(`${title} called by an extension`);
          else if (isOurs(this) || parameters.some(isOurs)) note(`${title} saw something of the overlay`);
        } finally {
          busy = false;
        }
      }
      return new.target
        ? Reflect.construct(original, parameters, new.target)
        : Reflect.apply(original, this, parameters);
    };
    owner[key].prototype = original.prototype;
  };
  const wrapSetter = (prototype, key, note) => {
    const property = Object.getOwnPropertyDescriptor(prototype, key);
    if (!property?.set) return;
    Object.defineProperty(prototype, key, {
      ...property,
      set(value) {
        if (isOurs(this) || isOurs(value)) note(`${key} was set on something of the overlay`);
        property.set.call(this, value);
      },
    });
  };
  const families = {
    'patched messaging': [
      'nonce and port on their way to the frame',
      (note) => {
        for (const key of ['MessageChannel', 'MessagePort', 'BroadcastChannel', 'MessageEvent'])
          wrap(window, key, note);
        for (const owner of [MessagePort.prototype, Window.prototype, window]) wrap(owner, 'postMessage', note);
        wrap(MessagePort.prototype, 'start', note);
        wrap(window, 'structuredClone', note);
        wrapSetter(MessagePort.prototype, 'onmessage', note);
      },
    ],
    'patched EventTarget': [
      'the listeners of the overlay and what they are told',
      (note) => {
        for (const key of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
          wrap(EventTarget.prototype, key, note);
        }
      },
    ],
    'patched Element and Node': [
      'nodes of the overlay while they are made and filled',
      (note) => {
        const keys = [
          'append',
          'prepend',
          'before',
          'after',
          'setAttribute',
          'remove',
          'replaceChildren',
          'insertAdjacentHTML',
        ];
        for (const key of keys) wrap(Element.prototype, key, note);
        for (const key of ['appendChild', 'insertBefore', 'removeChild']) wrap(Node.prototype, key, note);
        for (const key of ['createElement', 'createTextNode', 'importNode']) wrap(Document.prototype, key, note);
        for (const key of ['innerHTML', 'outerHTML', 'id', 'className']) wrapSetter(Element.prototype, key, note);
        wrapSetter(Node.prototype, 'textContent', note);
        for (const key of ['title', 'innerText']) wrapSetter(HTMLElement.prototype, key, note);
      },
    ],
    'patched iframe': [
      'the frame’s address and window before anybody else has them',
      (note) => {
        for (const key of ['src', 'srcdoc', 'name', 'allow']) wrapSetter(HTMLIFrameElement.prototype, key, note);
        const property = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
          ...property,
          get() {
            if (includes(new Error('where').stack ?? '', 'chrome-extension:'))
              note('contentWindow was asked for by us');
            return property.get.call(this);
          },
        });
      },
    ],
    'patched styles and measures': [
      'sizes and places the overlay computes',
      (note) => {
        wrap(CSSStyleDeclaration.prototype, 'setProperty', note);
        wrapSetter(CSSStyleDeclaration.prototype, 'cssText', note);
        wrap(Element.prototype, 'getBoundingClientRect', note);
        wrap(window, 'getComputedStyle', note);
        for (const key of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
          wrap(window, key, note);
          wrap(window[key].prototype, 'observe', note);
        }
      },
    ],
    'patched language': [
      'values that pass through arrays, maps, promises, JSON or a property’s definition',
      (note) => {
        for (const key of ['push', 'map', 'filter', 'join', 'sort', 'slice']) wrap(Array.prototype, key, note);
        for (const key of ['get', 'set', 'has']) wrap(Map.prototype, key, note);
        wrap(Promise.prototype, 'then', note);
        for (const key of ['parse', 'stringify']) wrap(JSON, key, note);
        for (const key of ['defineProperty', 'entries', 'keys', 'fromEntries']) wrap(Object, key, note);
        for (const key of ['split', 'replace', 'normalize']) wrap(String.prototype, key, note);
      },
    ],
    'traps on Object.prototype': [
      'any record that is built by assignment',
      (note) => {
        for (const key of ['employeeId', 'nonce', 'protocol', 'display', 'disciplineUntil', 'epoch']) {
          Object.defineProperty(Object.prototype, key, {
            configurable: true,
            get: () => undefined,
            set(value) {
              note(`${key} was set`, stringify(value));
              Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
            },
          });
        }
      },
    ],
  };
  for (const [name, [learns, patch]] of Object.entries(families)) {
    let note;
    hostile.attack({
      name,
      learns,
      start: (own) => {
        note = own;
        patch(own);
      },
      // Once more when everything of ours has run: a world that borrowed the page's functions late would show now.
      look: (phase) => {
        if (phase === 'shown') patch(note);
        return null;
      },
    });
  }
}
