import type { RootWatch } from './deep-query.ts';

/** A host that has no shadow root yet is looked at again after this long: attaching one is told to nobody. */
const lookAgain = 250;

/** A page of more hosts without a root than this is not what its adapter says. */
const mostHosts = 1_000;

export type DeepObserver = {
  readonly watch: RootWatch;
  /**
   * Until the parser is done nothing is told of what it writes elsewhere than in `rows` and what surrounds them: 5,000 rows make
   * 100,000 records.
   */
  narrow(rows: Iterable<Element>): void;
};

/**
 * Observes the document and every open shadow root a look passes, those attached later too: `onRoot` is called when one came
 * to an element that should have had one. Without deep selectors nothing of this runs.
 */
export const observeDeep = (options: {
  readonly attributes: string[];
  readonly onRecords: (records: readonly MutationRecord[]) => void;
  readonly onRoot: () => void;
  readonly signal: AbortSignal;
}): DeepObserver => {
  const { attributes, onRecords, onRoot, signal } = options;
  const observer = new MutationObserver(onRecords);
  const observed = new WeakSet<Node>();
  const hosts = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const whole = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes };
  const observe = (root: Node): void => {
    if (observed.has(root) || signal.aborted) return;
    observed.add(root);
    observer.observe(root, whole);
  };
  const look = (): void => {
    timer = undefined;
    let came = false;
    for (const host of hosts) {
      if (host.shadowRoot) came = true;
      // One that left the page is found anew when it comes back.
      if (host.shadowRoot || !host.isConnected) hosts.delete(host);
    }
    if (came) onRoot();
    lookLater();
  };
  const lookLater = (): void => {
    if (timer !== undefined || hosts.size === 0 || signal.aborted) return;
    timer = setTimeout(look, lookAgain);
  };
  // Observing a node anew puts these options in place of the former.
  const widen = (): void => observer.observe(document, whole);
  observe(document);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    watch: {
      entered: observe,
      missed(host) {
        if (hosts.size < mostHosts) hosts.add(host);
        lookLater();
      },
    },
    narrow(rows) {
      const surroundings = new Set<Element>();
      observer.observe(document, { ...whole, childList: false });
      for (const row of rows) {
        observe(row);
        for (let at = row.parentElement; at && !surroundings.has(at); at = at.parentElement) {
          surroundings.add(at);
          observer.observe(at, { childList: true });
        }
      }
      document.addEventListener('DOMContentLoaded', widen, { signal });
    },
  };
};
