import { readColumns } from '../columns.ts';
import { queryAllDeep } from '../deep-query.ts';
import type { FoundPage } from '../find-page.ts';
import { workInSlices } from '../idle-slices.ts';
import { isCertainEnough, type ListProposal, lookForList } from './propose-list-page.ts';

/** A page is looked at once it has stood still for so long, in ms; one that never does, as often as `busyLook`. */
const quietTime = 150;
const busyLook = 2_000;
/** Between two looks so many times what the last one cost, at most 4 % of the page's main thread; within these bounds, in ms. */
const restPerLook = 25;
const shortestWait = 400;
const longestWait = 3_000;
/** Content in shadow roots comes without a mutation that the document hears: so long after the begin it is looked again. */
const laterLooks = [1_000, 3_000, 8_000];

const toFoundPage = ({ page, certainty }: ListProposal): FoundPage => ({
  adapter: {
    name: 'generic',
    version: 1,
    title: 'Bộ đọc chung',
    basis: 'Proposed from the headings of the page itself; see page/generic/README.md.',
    pages: [page],
  },
  page,
  certainty,
});

/** Tells when the headings of a found list change or go: what was proposed from them holds no longer. */
const watchHeadings = ({ page }: FoundPage, onChange: () => void, signal: AbortSignal): void => {
  if (page.kind !== 'LIST' || page.headings === undefined) return;
  const { headings, cells } = page;
  const signatureOf = () => readColumns(document, { headings, ...(cells ? { cells } : {}) }).signature;
  const before = signatureOf();
  const first = queryAllDeep(document, headings)[0];
  const line = first?.parentElement ?? first;
  if (!line) return;
  const concernsLine = ({ target, removedNodes, addedNodes }: MutationRecord): boolean =>
    line.contains(target) || (target.contains(line) && addedNodes.length + removedNodes.length > 0);
  const observer = new MutationObserver((records) => {
    // Each record is looked at in a calm page; in a burst of thousands the headings are simply read.
    const isConcerned = records.length > 200 || !line.isConnected || records.some(concernsLine);
    if (isConcerned && signatureOf() !== before) onChange();
  });
  const observed = { subtree: true, childList: true, characterData: true };
  observer.observe(document, observed);
  for (let root = line.getRootNode(); 'host' in root; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, observed);
  }
  signal.addEventListener('abort', () => observer.disconnect());
};

/**
 * Where no adapter knows the address: looks for a list once the page has settled, in slices, and again after changes until one is
 * certain enough. `onFound` is called once with it; `onGone` once when its headings change: begin anew. Everything hangs on `signal`.
 */
export const followGenericPage = (options: {
  readonly onFound: (found: FoundPage) => void;
  readonly onGone: () => void;
  readonly signal: AbortSignal;
}): void => {
  const { onFound, onGone, signal } = options;
  const looking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = performance.now();
  let busySince = changedAt;
  let nextLook = 0;
  let isAtWork = false;
  let lastSaid: string | undefined;

  const look = async (): Promise<void> => {
    if (isAtWork || looking.signal.aborted) return;
    isAtWork = true;
    const begun = performance.now();
    let cost = 0;
    let proposal: ListProposal | null = null;
    const steps = lookForList(document);
    const work = function* () {
      for (;;) {
        const from = performance.now();
        const step = steps.next();
        cost += performance.now() - from;
        if (step.done) {
          proposal = step.value;
          return;
        }
        yield step.value;
      }
    };
    let isDone = false;
    try {
      isDone = await workInSlices(work(), () => undefined, looking.signal);
    } finally {
      isAtWork = false;
      nextLook = performance.now() + Math.min(longestWait, Math.max(shortestWait, restPerLook * cost));
    }
    if (!isDone) return;
    const seen = isCertainEnough(proposal) ? toFoundPage(proposal) : null;
    const said = JSON.stringify(seen?.page);
    // The page changed under the look: what was seen may be of before and after. Of one that never stands still two looks must agree.
    const isOfOneMoment = changedAt <= begun || said === lastSaid;
    lastSaid = said;
    if (!isOfOneMoment) lookSoon();
    else if (seen) settle(seen);
  };
  const settle = (found: FoundPage): void => {
    looking.abort();
    watchHeadings(
      found,
      () => {
        if (!signal.aborted) onGone();
      },
      signal,
    );
    onFound(found);
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    const now = performance.now();
    const calm = Math.min(changedAt + quietTime, busySince + busyLook);
    timer = setTimeout(
      () => {
        busySince = performance.now();
        void look();
      },
      Math.max(0, calm - now, nextLook - now),
    );
  };
  let isPending = false;
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (now - changedAt > quietTime) busySince = now;
    changedAt = now;
    // One timer a burst: 27,000 records must not set as many.
    if (isPending) return;
    isPending = true;
    setTimeout(() => {
      isPending = false;
      lookSoon();
    }, quietTime / 2);
  });
  const begin = (): void => {
    if (looking.signal.aborted) return;
    changedAt = performance.now();
    busySince = changedAt;
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    lookSoon();
    const timers = laterLooks.map((time) => setTimeout(lookSoon, time));
    looking.signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  };
  looking.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  signal.addEventListener('abort', () => looking.abort());
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', begin, { once: true, signal });
  } else begin();
};
