import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type PageState, pageItem } from '../page-marks/page-state.ts';
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

export type TabView = { readonly page: PageState | null; readonly selection: PanelSelection | null };

/** What is known of a tab's page, followed as the background writes it. */
export function useTabView(tabId: number | null): TabView {
  const [view, setView] = useState<TabView>({ page: null, selection: null });
  useEffect(() => {
    if (tabId === null) return;
    const [page, selection] = [pageItem(tabId), selectionItem(tabId)];
    const read = () =>
      void Promise.all([page.getValue(), selection.getValue()]).then(([p, s]) => setView({ page: p, selection: s }));
    read();
    const unwatch = [page.watch(read), selection.watch(read)];
    return () => {
      setView({ page: null, selection: null });
      for (const end of unwatch) end();
    };
  }, [tabId]);
  return view;
}

/** The tab's address, known only where the site is on or the person pressed our icon there; null otherwise. */
export function useTabOrigin(tabId: number | null, page: PageState | null): string | null {
  const [origin, setOrigin] = useState<string | null>(null);
  // A page that has been read is a reason to look again: its site is on now.
  const isRead = page !== null;
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
    return () => browser.tabs.onUpdated.removeListener(onUpdated);
  }, [tabId, isRead]);
  return page?.origin ?? origin;
}

function originOf(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}
