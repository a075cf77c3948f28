import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type PageState, pagesPrefix } from '../page-marks/page-state.ts';
import { type PanelSelection, selectionItem } from './panel-selection.ts';

/** The tab the panel speaks of: `?tab=<id>` in its address, else the active tab of its window. */
export function useTabId(): number | null {
  const [tabId, setTabId] = useState<number | null>(readTabId);
  useEffect(() => {
    if (readTabId() !== null) return;
    const read = () =>
      void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => setTabId(tab?.id ?? null));
    read();
    browser.tabs.onActivated.addListener(read);
    return () => browser.tabs.onActivated.removeListener(read);
  }, []);
  return tabId;
}

function readTabId(): number | null {
  const text = new URLSearchParams(location.search).get('tab');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

export type TabView = {
  /** What the tab's documents show, its top document's first: a page may stand in a frame, and there may be several. */
  readonly pages: readonly PageState[];
  readonly selection: PanelSelection | null;
};

const nothing: TabView = { pages: [], selection: null };

const sorted = (pages: readonly (PageState | null)[]): readonly PageState[] =>
  pages.filter((page) => page !== null).sort((left, right) => left.frameId - right.frameId);

/** What is known of a tab's pages, followed as the background writes it. */
export function useTabView(tabId: number | null): TabView {
  const [view, setView] = useState<TabView>(nothing);
  useEffect(() => {
    if (tabId === null) return;
    const selection = selectionItem(tabId);
    const prefix = pagesPrefix(tabId);
    let isOver = false;
    const change = (next: (before: TabView) => Partial<TabView>) => {
      if (!isOver) setView((before) => ({ ...before, ...next(before) }));
    };
    const readAll = async () => {
      const [chosen, kept] = await Promise.all([selection.getValue(), browser.storage.session.get(null)]);
      // Written by the background alone, which parsed what it was told.
      const pages = Object.entries(kept).filter(([key]) => key.startsWith(prefix)) as [string, PageState | null][];
      change(() => ({ pages: sorted(pages.map(([, page]) => page)), selection: chosen }));
    };
    const onChanged = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (!key.startsWith(prefix)) continue;
        const page = (newValue ?? null) as PageState | null;
        const others = (pages: readonly PageState[]) => pages.filter((one) => prefix + one.documentId !== key);
        change(({ pages }) => ({ pages: sorted([...others(pages), page]) }));
      }
    };
    browser.storage.session.onChanged.addListener(onChanged);
    const unwatch = selection.watch((chosen) => change(() => ({ selection: chosen })));
    void readAll();
    return () => {
      isOver = true;
      setView(nothing);
      browser.storage.session.onChanged.removeListener(onChanged);
      unwatch();
    };
  }, [tabId]);
  return view;
}

/** The tab's address, known only where the site is on or the person pressed our icon there; null otherwise. */
export function useTabOrigin(tabId: number | null, pages: readonly PageState[]): string | null {
  const [origin, setOrigin] = useState<string | null>(null);
  // A page that has been read is a reason to look again: its site is on now.
  const isRead = pages.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page being read is the reason to look again
  useEffect(() => {
    setOrigin(null);
    if (tabId === null) return;
    const read = () =>
      void browser.tabs
        .get(tabId)
        .then((tab) => setOrigin(originOf(tab.url)))
        .catch(() => setOrigin(null));
    read();
    const onUpdated = (changed: number) => {
      if (changed === tabId) read();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    // A site that was switched on has an address from then on, whether or not any adapter knows its page.
    browser.permissions.onAdded.addListener(read);
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.permissions.onAdded.removeListener(read);
    };
  }, [tabId, isRead]);
  return pages.find(({ frameId }) => frameId === 0)?.origin ?? origin;
}

function originOf(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}
